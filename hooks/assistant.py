"""What the assistants' own hooks call before a shell command runs: an undisclosed commit is stopped.

    python -I -m hooks.assistant claude-code|cursor|codex|gemini|copilot|windsurf [--only-with-policy]

The tool's event is JSON on standard input; the answer is in the tool's own protocol. A command that is not
understood runs, and so does every command where anything of ours fails: the commit-msg hook and CI decide. An
event holds prompts' words and secrets: nothing of it is printed but what a rule says of the message.
"""

import os
import sys

from trailers.typed import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from trailers.installing.tools.tool import Answer, Event, Tool
    from trailers.process import Git

_LARGEST = 16 << 20  # bytes of an event
_USAGE = "usage: python -I -m hooks.assistant TOOL [--only-with-policy]   # TOOL: "


def main(argv: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    data = sys.stdin.buffer.read(_LARGEST + 1) if sys.stdin else b""
    if b"commit" not in data and b'"model' not in data:
        return 0  # most commands: nothing to judge, and nothing to keep
    from hooks.edge import guarded

    code = 0

    def run() -> int:
        nonlocal code
        answer = answer_of(words, data)
        sys.stdout.write(answer.output)
        sys.stderr.write(answer.error)
        sys.stdout.flush()
        code = answer.code
        return 0

    if guarded(run):
        print("undersign: the command was not looked at; it may run", file=sys.stderr)
        return 0
    return code


def answer_of(words: Sequence[str], data: bytes) -> "Answer":
    """The answer to an event's bytes."""
    from trailers.installing.tools.registry import TOOLS
    from trailers.installing.tools.tool import Answer
    from trailers.process import Git
    from trailers.scrubbing import LOCATION, scrubbed

    tool = TOOLS.get(words[0]) if words else None
    only_with_policy = "--only-with-policy" in words[1:]
    if tool is None or len(words) > 1 + only_with_policy:
        return Answer(0, "", f"{_USAGE}{', '.join(TOOLS)}\n")
    if len(data) > _LARGEST:
        return Answer(0, "", f"undersign: an event of more than {_LARGEST >> 20} MiB is not looked at\n")
    import json

    said = json.loads(data)
    event = tool.event(said if isinstance(said, dict) else {})
    directory = event.directory if os.path.isdir(event.directory) else os.getcwd()
    environ = {name: value for name, value in scrubbed(os.environ).items() if name not in LOCATION}
    git = Git(directory, environ)
    told = _hand_over(tool, event, git)
    if "commit" not in event.command:
        return Answer(0, "", told)
    from hooks.commit_commands import refusal

    reason = refusal(tool, event, git, only_with_policy=only_with_policy)
    answer = tool.refuse(reason) if reason else Answer(0)
    return answer._replace(error=told + answer.error)


def _hand_over(tool: "Tool", event: "Event", git: "Git") -> str:
    """Keep what the tool says of its session and model, for the hook that writes; what did not work."""
    if not event.session or not isinstance(event.model, str):
        return ""
    answer = git.ask("rev-parse", "--absolute-git-dir")
    if answer is None:
        return ""
    import time

    from trailers.assistants.sessions.handed import Handed, write_handed

    handed = Handed(tool.agent, event.session, event.model, event.transcript)
    try:
        write_handed(os.fsdecode(answer).removesuffix("\n"), handed, int(time.time()))
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else error
        return f"undersign: the session could not be kept for the commit's trailers: {what}\n"
    return ""


if __name__ == "__main__":
    raise SystemExit(main())
