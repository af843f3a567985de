"""Claim: the message hook takes at most 3 times as long as `python -I -c pass`, whole process.

Run it with the Python of an environment that undersign is installed in.
"""

import os
import subprocess
import sys
import tempfile

from commands import parser_for
from timing import Contender, claim, ratio, table, where_we_are

HUMAN = """\
fix: mend the parser

It read one line too many when a header was folded.
"""
DISCLOSED = f"""\
{HUMAN}
Assisted-by: Claude-Code:claude-opus-5 ruff
AI-Context: session:claude-code/3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11
Approved-by: Ada Lovelace <ada@example.com>
"""
MESSAGES = {"a disclosed message": DISCLOSED, "a human's message": HUMAN}
POLICY = """\
requires = ">=0.2"

[disclosure]
mode = "detected"

[models]
approved = ["claude-*"]
"""
# What git sets for its hooks.
GIT = {
    "GIT_AUTHOR_NAME": "Grace Hopper",
    "GIT_AUTHOR_EMAIL": "grace@example.com",
    "GIT_AUTHOR_DATE": "@1700000000 +0000",
    "GIT_EDITOR": ":",
    "GIT_INDEX_FILE": ".git/index",
}
COUNT = """
import sys
from hooks.disclosure import run
run(sys.argv[1], fix=False)
ours = sum(name.partition(".")[0] in ("trailers", "hooks") for name in sys.modules)
print(len(sys.modules), ours)
"""


def main() -> int:
    options = parser_for(__doc__, runs=40).parse_args()
    where_we_are()
    with tempfile.TemporaryDirectory() as folder:
        bare = Contender("python -I -c pass", [sys.executable, "-I", "-c", "pass"], folder, environ=GIT)
        plain = _repository(folder, "plain")
        ruled = _repository(folder, "ruled", POLICY)
        hooks = [_hook(repository, name) for repository in (plain, ruled) for name in MESSAGES]
        timed = table("ai-disclosure (commit-msg)", [bare, *hooks], options.runs)
        for hook in hooks:
            claim(
                f"{hook.name}, as a multiple of a bare Python", ratio(timed[hook.name], timed[bare.name]), 3
            )
        for hook in hooks:
            modules, ours = _modules(hook)
            print(f"  exactly: {hook.name}: {modules} modules are imported, {ours} of them ours")
    return 0


def _repository(folder: str, name: str, policy: str = "") -> str:
    repository = os.path.join(folder, name)
    subprocess.run(["git", "init", "--quiet", repository], check=True)
    for key, value in (("user.name", "Grace Hopper"), ("user.email", "grace@example.com")):
        subprocess.run(["git", "-C", repository, "config", key, value], check=True)
    for title, text in MESSAGES.items():
        _write(os.path.join(repository, ".git", title), text)
    if policy:
        _write(os.path.join(repository, "undersign.toml"), policy)
    return repository


def _hook(repository: str, title: str) -> Contender:
    command = [sys.executable, "-I", "-m", "hooks.disclosure", os.path.join(".git", title)]
    with_policy = os.path.exists(os.path.join(repository, "undersign.toml"))
    name = f"{title}, a policy" if with_policy else title
    return Contender(name, command, repository, environ=GIT)


def _modules(hook: Contender) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-I", "-c", COUNT, hook.command[-1]],
        cwd=hook.directory,
        env={**os.environ, **hook.environ},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()[-2:]


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
