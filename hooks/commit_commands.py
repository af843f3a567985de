"""The judgement of the commits in a shell command that an assistant is about to run."""

import os
import stat
import time

from trailers.assistants.environment import Assistant
from trailers.assistants.names import name_of
from trailers.authoring.attributing import Known, attributed
from trailers.authoring.form import form_of
from trailers.authoring.session import look_up
from trailers.authoring.surroundings import Surroundings
from trailers.disclosure.words import UNKNOWN
from trailers.finding import Finding
from trailers.installing.git_hooks import HOOKS
from trailers.installing.shell.commit import Commit, commits_of
from trailers.installing.tools.tool import Event, Tool
from trailers.message.encoding import decode
from trailers.message.reading import read_block, read_trailers
from trailers.message.trailer import Trailer
from trailers.message.writing import add_trailers
from trailers.output.printable import printable
from trailers.policy.policy import DEFAULT, Policy
from trailers.policy.work_tree import policy_file_at
from trailers.process import Git
from trailers.repository.changes import staged_paths
from trailers.repository.commit import parse_commit, parse_ident
from trailers.repository.message_config import config_for_messages
from trailers.typed import Mapping, NamedTuple
from trailers.verify.handed import Handed, Making, judge_handed, making_of, read_handed

_LONGEST = 1 << 20  # bytes of a message's file


class Scene(NamedTuple):
    """Where a commit is about to be made, by whom, and under which policy."""

    git: Git
    top: str
    policy: Policy
    assistant: Assistant
    environ: Mapping[str, str]


def refusal(tool: Tool, event: Event, git: Git, *, only_with_policy: bool) -> str:
    """Why the command is not to run, for the assistant to mend it; '' where it may."""
    assistant = Assistant(tool.agent, name_of(tool.agent), "certain", f"the hook of {name_of(tool.agent)}")
    environ = {**os.environ, "GIT_EDITOR": ":"}  # no editor opens for a message that is given
    if tool.variable and event.session:
        environ[tool.variable] = event.session
    for commit in commits_of(event.command):
        place = git._replace(directory=os.path.join(git.directory, *commit.directory))
        answer = place.ask("rev-parse", "--show-toplevel") if os.path.isdir(place.directory) else None
        if answer is None:
            continue
        top = os.fsdecode(answer).removesuffix("\n")
        found = policy_file_at(top)
        if found is None and only_with_policy:
            continue
        scene = Scene(place, top, found.policy if found else DEFAULT, assistant, environ)
        reason = _refusal(commit, scene)
        if reason:
            return reason
    return ""


def _refusal(commit: Commit, scene: Scene) -> str:
    text = _message(commit, scene.git.directory)
    if text is None:
        return ""
    findings = _findings(text, commit, scene)
    if not findings:
        return ""
    filled = _filled(text, commit, scene)
    left = _findings(filled, commit, scene)
    if not left and _writer_is_there(scene):
        return ""
    # What would mend nothing is not told.
    return _told(findings, left, _Lines.between(text, text if left == findings else filled))


class _Lines(NamedTuple):
    """The trailers that a message should have, and those in whose place they stand."""

    added: tuple[Trailer, ...]
    gone: tuple[Trailer, ...]

    @classmethod
    def between(cls, before: str, after: str) -> "_Lines":
        old, new = ([Trailer(t.key, t.value) for t in read_block(text).trailers] for text in (before, after))
        return cls(
            tuple(trailer for trailer in new if trailer not in old),
            tuple(trailer for trailer in old if trailer not in new),
        )


def _message(commit: Commit, directory: str) -> str | None:
    """The message as git will be given it; None where it cannot be known."""
    text: str | None = commit.message
    if commit.file:
        text = _read(os.path.join(directory, commit.file))
    if text is None or "\0" in text:
        return None
    trailers = [said.replace("=", ":", 1) if ":" not in said else said for said in commit.said.trailers]
    pairs = [said.partition(":") for said in trailers]
    return add_trailers(text, [Trailer(key.strip(), value.strip()) for key, _, value in pairs])


def _read(path: str) -> str | None:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as file:
            data = file.read(_LONGEST + 1)
    except (OSError, ValueError):
        return None
    return None if len(data) > _LONGEST else data.decode("utf-8", "surrogateescape")


def _handed(text: str, commit: Commit, scene: Scene) -> Handed:
    config = {**config_for_messages(scene.git), **commit.config}
    if commit.said.cleanup:
        config["commit.cleanup"] = commit.said.cleanup
    return read_handed(text.encode("utf-8", "surrogateescape"), config, scene.environ)


def _findings(text: str, commit: Commit, scene: Scene) -> list[Finding]:
    """The errors of the message; none where it is empty, which git itself refuses."""
    handed = _handed(text, commit, scene)
    if not handed.stored.strip():
        return []
    making = _making(commit, scene)
    found = judge_handed(handed, scene.policy, making, lambda _: staged_paths(scene.git))
    return [finding for finding in found if finding.severity == "error"]


def _filled(text: str, commit: Commit, scene: Scene) -> str:
    """The message with what is known of the assistant, as the hook that writes would make it."""
    handed = _handed(text, commit, scene)
    if handed.problem is not None:
        return text
    when = scene.git.ask("log", "-1", "--no-show-signature", "--format=%ct", "HEAD") or b"0"
    around = Surroundings(scene.environ, scene.environ.get("HOME", ""), scene.top, scene.git)
    # The transcript still grows before the commit is made: no digest of it now.
    wanted = scene.policy.context._replace(digest=False, keep="")
    suggestion = look_up(scene.assistant, around, int(when), wanted)
    return attributed(handed.text, handed.cleanup, form_of(scene.policy), Known(suggestion, frozenset()))


def _making(commit: Commit, scene: Scene) -> Making:
    making = making_of(scene.git, scene.environ, int(time.time()), scene.assistant, scene.policy)
    if "<" in commit.said.author:
        making = making._replace(author=parse_ident(os.fsencode(commit.said.author))[0])
    if commit.said.amend:
        # What an amended commit said already is not of the assistant's adding; git tells its hooks whether
        # the tree is another one, and commit-msg judges that.
        making = making._replace(approved_before=making.approved_before | _said_by_head(scene.git))
    return making


def _said_by_head(git: Git) -> frozenset[tuple[str, str]]:
    head = parse_commit("HEAD", git.ask("cat-file", "commit", "HEAD") or b"")
    text = decode(head.message, head.encoding).text
    return frozenset((trailer.key.lower(), trailer.value) for trailer in read_trailers(text))


def _writer_is_there(scene: Scene) -> bool:
    """Whether a hook of git's will write what is lacking, so that nobody has to be asked for it."""
    writes = next(name for name, (_, event) in HOOKS.items() if event == "prepare-commit-msg")
    if scene.git.ask("config", "--get", f"hook.{writes}.command"):
        return True
    path = scene.git.ask("rev-parse", "--git-path", "hooks/prepare-commit-msg")
    if path is None or not os.path.exists(os.path.join(scene.git.directory, os.fsdecode(path).strip())):
        return False
    text = _read(os.path.join(scene.top, ".pre-commit-config.yaml"))
    return text is not None and "ai-disclosure-write" in text


def _told(findings: list[Finding], left: list[Finding], lines: _Lines) -> str:
    told = ["undersign: this commit is not made: its message does not say what the project asks for."]
    for finding in findings:
        told.append(f"error {finding.rule}: {printable(finding.message)}")
        told += [f"  fix: {printable(finding.remedy)}"] if finding in left else []
    if lines.added:
        told += ["Add this to the end of the message, as its last paragraph, and commit again:", ""]
        told += [_to_add(trailer, left) for trailer in lines.added]
    if lines.gone:
        told += ["", "It stands in the place of this, which goes:", ""]
        told += [printable(str(trailer)) for trailer in lines.gone]
    return "\n".join([*told, ""])


def _to_add(trailer: Trailer, left: list[Finding]) -> str:
    """The line to add; the model's name is left to the assistant where only it can know it, and must."""
    line = printable(str(trailer))
    if not line.endswith(f":{UNKNOWN}") or all(finding.rule != "US104" for finding in left):
        return line
    return f"{line.removesuffix(UNKNOWN)}<model>   (put the exact name of your model there)"
