"""What git does, scenario by scenario, and what the commit discloses then: for the hooks that write.

The rows are what git calls which hook on (githooks(5)); a scenario works in any work tree that runs the hooks
somehow: by git itself, or by pre-commit and prek.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

SESSION = "3f0c9a4e-5f0b-4a39-9c1f-2b8a8f6f4d11"
CLAUDE = "Assisted-by: Claude-Code:claude-opus-5"
SAID = f"AI-Context: session:claude-code/{SESSION}"
CODEX = "Assisted-by: Codex:gpt-5.3"
THREAD = "AI-Context: session:codex/019a"
JANE = "Approved-by: Jane Austen <jane@austen.test>"
JOHN = "Approved-by: John Keats <john@keats.test>"

NEW = (CLAUDE, SAID)
THEIRS = (CODEX, THREAD)
# Of commits that were made some time ago.
THEN = {"GIT_AUTHOR_DATE": "@1790000000 +0000", "GIT_COMMITTER_DATE": "@1790000000 +0000"}


class Tree(Protocol):
    """A work tree whose hooks write; `path` is its folder."""

    path: Path

    def git(self, *arguments: str, **environ: str) -> str: ...


class Scenario(NamedTuple):
    """What is done, by an assistant or not, and the trailers of HEAD then; without digests.

    `written` are those where commit-msg alone writes, None where they are the same.
    """

    name: str
    act: Callable[[Tree, dict[str, str]], None]
    expected: tuple[str, ...]
    written: tuple[str, ...] | None = None
    agent: bool = True

    def after(self, *hooks: str) -> tuple[str, ...]:
        """The trailers where these hooks run. An empty message waits for commit-msg, if that writes."""
        late = hooks == ("commit-msg",) or (not self.expected and "commit-msg" in hooks)
        return self.expected if self.written is None or not late else self.written


def assistant(home: Path, directory: Path, *models: str) -> dict[str, str]:
    """The environment of Claude Code, with a session of its own in this home.

    The layout is `projects/<folder>/<session>.jsonl` with `message.model` (code.claude.com/docs).
    """
    folder = home / ".claude" / "projects" / "".join(c if c.isalnum() else "-" for c in str(directory))
    folder.mkdir(parents=True, exist_ok=True)
    start = {"cwd": str(directory), "sessionId": SESSION}
    lines = [{"type": "user", "message": {"role": "user", "content": "please"}, **start}]
    lines += [
        {"type": "assistant", "message": {"role": "assistant", "model": model, "content": []}, **start}
        for model in models or ("claude-opus-5",)
    ]
    text = "".join(json.dumps({**line, "timestamp": "2036-11-21T10:00:00.000Z"}) + "\n" for line in lines)
    (folder / f"{SESSION}.jsonl").write_text(text)
    return {"HOME": str(home), "CLAUDECODE": "1", "CLAUDE_CODE_SESSION_ID": SESSION}


def message(*trailers: str, title: str = "A change") -> str:
    return "\n".join([title, "", *trailers, ""])


def disclosed(tree: Tree, commit: str = "HEAD") -> tuple[str, ...]:
    """The trailers that git reads, without digests, which differ from run to run."""
    lines = tree.git("log", "-1", "--format=%(trailers:only,unfold)", commit).split("\n")
    return tuple(line for line in lines if line and not line.startswith("AI-Context: sha256:"))


def change(tree: Tree, name: str = "file", text: str = "line\n") -> None:
    with (tree.path / name).open("a") as file:
        file.write(text)
    tree.git("add", name)


def commit(tree: Tree, text: str, name: str = "file", **environ: str) -> None:
    """A commit as it came from elsewhere: no hook has seen it."""
    change(tree, name)
    body = tree.path.parent / "body"
    body.write_text(text)
    quiet = ("-c", f"core.hooksPath={os.devnull}")
    tree.git(*quiet, "commit", "-q", "-F", str(body), **{**THEN, **environ})


def branch(tree: Tree, *messages: str) -> None:
    """A branch `side` with a commit a message, each to a file of its own; `main` goes on meanwhile."""
    commit(tree, "The beginning")
    tree.git("switch", "-q", "-c", "side")
    for number, text in enumerate(messages):
        commit(tree, text, f"side{number}")
    tree.git("switch", "-q", "main")
    commit(tree, "More", "other")


def editing(tree: Tree, above: str = "", replace: tuple[str, str] = ("", "")) -> dict[str, str]:
    """An editor that writes a text above what is there, and puts one text in the place of another."""
    script = tree.path.parent / "editor.py"
    script.write_text(
        "import sys\n"
        "text = open(sys.argv[1]).read()\n"
        f"text = {above!r} + text.replace({replace[0]!r}, {replace[1]!r})\n"
        "open(sys.argv[1], 'w').write(text)\n"
    )
    return {"GIT_EDITOR": f"python3 {script}"}


def _dash_m(tree: Tree, who: dict[str, str]) -> None:
    change(tree)
    tree.git("commit", "-q", "-m", "A change", **who)


def _dash_f(tree: Tree, who: dict[str, str]) -> None:
    change(tree)
    body = tree.path.parent / "body"
    body.write_text("A change\n\nWhy.\n")
    tree.git("commit", "-q", "-F", str(body), **who)


def _editor(tree: Tree, who: dict[str, str]) -> None:
    change(tree)
    tree.git("commit", "-q", **{**who, **editing(tree, "A change\n")})


def _template(tree: Tree, who: dict[str, str]) -> None:
    change(tree)
    template = tree.path.parent / "template"
    template.write_text("A title\n")
    tree.git("commit", "-q", "-t", str(template), **{**who, **editing(tree, replace=("A title", "A change"))})


def _no_verify(tree: Tree, who: dict[str, str]) -> None:
    change(tree)
    tree.git("commit", "-q", "--no-verify", "-m", "A change", **who)


def _amend(*options: str, changing: bool = True) -> Callable[[Tree, dict[str, str]], None]:
    def act(tree: Tree, who: dict[str, str]) -> None:
        commit(tree, message(CODEX, THREAD, JANE))
        if changing:
            change(tree)
        tree.git("commit", "-q", "--amend", *options, **{**who, **editing(tree)})

    return act


def _amend_naming(model: str) -> Callable[[Tree, dict[str, str]], None]:
    """Of a commit whose model was not known, with a message that says it, or another assistant's."""

    def act(tree: Tree, who: dict[str, str]) -> None:
        commit(tree, message("Assisted-by: Codex:unknown", THREAD))
        tree.git("commit", "-q", "--amend", "-m", "Anew", "-m", model, **who)

    return act


def _amend_of_a_person(tree: Tree, who: dict[str, str]) -> None:
    commit(tree, "A change\n\nSigned-off-by: Jane Austen <jane@austen.test>\n")
    change(tree)
    tree.git("commit", "-q", "--amend", "--no-edit", **who)


def _reuse(tree: Tree, who: dict[str, str]) -> None:
    commit(tree, message(CODEX, THREAD, JANE))
    commit(tree, "More")
    change(tree)
    tree.git("commit", "-q", "-C", "HEAD~1", **who)


def _rebase(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    tree.git("switch", "-q", "side")
    tree.git("rebase", "-q", "main", **who)


def _rebase_apply(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    tree.git("switch", "-q", "side")
    tree.git("rebase", "-q", "--apply", "main", **who)


def _rebase_reword(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    tree.git("switch", "-q", "side")
    sequence = {"GIT_SEQUENCE_EDITOR": "sed -i.old 1s/^pick/reword/"}
    tree.git("rebase", "-q", "-i", "main", **{**who, **sequence, **editing(tree, "Better: ")})
    assert tree.git("log", "-1", "--format=%s").strip() == "Better: By hand"


def _rebase_signing(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    tree.git("switch", "-q", "side")
    tree.git("rebase", "-q", "-x", "git commit -q --amend --no-edit --reset-author", "main", **who)


def _rebase_with_merges(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    hooks = ("-c", f"core.hooksPath={os.devnull}")
    tree.git(*hooks, "merge", "-q", "--no-ff", "-m", "A merge", "side", **THEN)
    commit(tree, "Below")
    tree.git("switch", "-q", "-c", "moved", "HEAD~2")
    commit(tree, "Elsewhere", "elsewhere")
    tree.git("switch", "-q", "main")
    tree.git("rebase", "-q", "-r", "--onto", "moved", "HEAD~2", **who)
    tree.git("reset", "-q", "--hard", "HEAD~1")
    assert tree.git("log", "-1", "--format=%s").strip() == "A merge"


def _conflicting(tree: Tree) -> None:
    commit(tree, "The beginning")
    tree.git("switch", "-q", "-c", "side")
    commit(tree, "By hand\n", "same")
    tree.git("switch", "-q", "main")
    change(tree, "same", "other\n")
    quiet = ("-c", f"core.hooksPath={os.devnull}")
    tree.git(*quiet, "commit", "-q", "-m", "Other", **THEN)


def _resolved(tree: Tree) -> None:
    (tree.path / "same").write_text("both\n")
    tree.git("add", "same")


def _rebase_continue(tree: Tree, who: dict[str, str]) -> None:
    _conflicting(tree)
    tree.git("switch", "-q", "side")
    _failing(tree, "rebase", "-q", "main", **who)
    _resolved(tree)
    tree.git("rebase", "--continue", **{**who, **editing(tree)})


def _pick_continue(tree: Tree, who: dict[str, str]) -> None:
    _conflicting(tree)
    _failing(tree, "cherry-pick", "side", **who)
    _resolved(tree)
    tree.git("cherry-pick", "--continue", **{**who, **editing(tree)})


def _failing(tree: Tree, *arguments: str, **environ: str) -> None:
    try:
        tree.git(*arguments, **environ)
    except AssertionError:
        return
    raise AssertionError("this was to fail")


def _pick(*options: str, text: str = "By hand\n") -> Callable[[Tree, dict[str, str]], None]:
    def act(tree: Tree, who: dict[str, str]) -> None:
        branch(tree, text)
        tree.git("cherry-pick", *options, "side", **{**who, **editing(tree)})

    return act


def _pick_into_the_index(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    tree.git("cherry-pick", "-n", "side", **who)
    tree.git("commit", "-q", "--no-edit", **who)


def _revert(*options: str) -> Callable[[Tree, dict[str, str]], None]:
    def act(tree: Tree, who: dict[str, str]) -> None:
        commit(tree, "The beginning")
        commit(tree, message(CODEX, THREAD, JANE))
        tree.git("revert", *options, "HEAD", **{**who, **editing(tree)})

    return act


def _am(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, "By hand\n")
    patch = tree.path.parent / "patch"
    patch.write_text(tree.git("format-patch", "-1", "--stdout", "side") + "\n")
    tree.git("am", "-q", str(patch), **who)


def _merge(tree: Tree, who: dict[str, str]) -> None:
    branch(tree, message(CODEX, THREAD, JANE))
    tree.git("merge", "-q", "--no-ff", "--no-edit", "side", **who)


def _merge_squash(
    *messages: str, options: tuple[str, ...] = ("--no-edit",)
) -> Callable[[Tree, dict[str, str]], None]:
    def act(tree: Tree, who: dict[str, str]) -> None:
        branch(tree, *messages)
        tree.git("merge", "-q", "--squash", "side", **who)
        tree.git("commit", "-q", *options, **who)

    return act


def _autosquash(*later: str, editor: bool = False) -> Callable[[Tree, dict[str, str]], None]:
    def act(tree: Tree, who: dict[str, str]) -> None:
        commit(tree, "The beginning")
        commit(tree, message(CODEX, THREAD, JANE, JOHN, title="A change"), "a")
        commit(tree, "Between", "b")
        for number, text in enumerate(later):
            commit(tree, text, f"later{number}")
        quiet = {"GIT_SEQUENCE_EDITOR": "true", **editing(tree)}
        tree.git("rebase", "-q", "-i", "--autosquash", f"HEAD~{len(later) + 2}", **{**who, **quiet})
        assert tree.git("log", "-1", "--format=%s").strip() == "Between"
        tree.git("reset", "-q", "--hard", "HEAD~1")

    return act


MANY = (
    message(CODEX, THREAD, JANE, JOHN, title="One"),
    message("Assisted-by: Gemini-CLI:gemini-3-pro", "AI-Context: issue:7", JANE, title="Two"),
    "Three, by hand\n",
)
UNION = (CODEX, THREAD, JANE, "Assisted-by: Gemini-CLI:gemini-3-pro", "AI-Context: issue:7")
ADDED = message("Assisted-by: Gemini-CLI:gemini-3-pro", "AI-Context: issue:7", JANE, title="fixup! A change")
SQUASHING = message("More.", "", "Assisted-by: Gemini-CLI:gemini-3-pro", JANE, title="squash! A change")
APPROVED = (*THEIRS, JANE)

SCENARIOS = (
    Scenario("commit -m", _dash_m, NEW),
    Scenario("commit -F", _dash_f, NEW),
    Scenario("commit, with an editor", _editor, (), NEW),
    Scenario("commit -t", _template, NEW),
    Scenario("commit --no-verify", _no_verify, NEW, ()),
    Scenario("amend --no-edit", _amend("--no-edit"), (*THEIRS, *NEW)),
    Scenario("amend, with an editor", _amend(), (*THEIRS, *NEW), (*APPROVED, *NEW)),
    Scenario("amend -m", _amend("-m", "Anew"), (*THEIRS, *NEW)),
    Scenario("amend of the message alone", _amend("-m", "Anew", changing=False), (*APPROVED, *NEW)),
    Scenario(
        "amend of a person's commit",
        _amend_of_a_person,
        ("Signed-off-by: Jane Austen <jane@austen.test>", *NEW),
    ),
    Scenario("commit -C", _reuse, (*THEIRS, *NEW), (*APPROVED, *NEW)),
    Scenario("rebase, a pick", _rebase, ()),
    Scenario("rebase --apply", _rebase_apply, ()),
    Scenario("rebase, reword", _rebase_reword, ()),
    Scenario("rebase -x, amending nothing", _rebase_signing, ()),
    Scenario("rebase -r, a merge", _rebase_with_merges, ()),
    Scenario("rebase --continue", _rebase_continue, ()),
    Scenario("cherry-pick", _pick(), ()),
    Scenario("cherry-pick of a disclosed commit", _pick(text=message(CODEX, THREAD, JANE)), APPROVED),
    Scenario("cherry-pick -e", _pick("-e"), ()),
    Scenario("cherry-pick -n", _pick_into_the_index, ()),
    Scenario("cherry-pick --continue", _pick_continue, ()),
    Scenario("revert", _revert("--no-edit"), ()),
    Scenario("revert --edit", _revert("--edit"), ()),
    Scenario("am", _am, ()),
    Scenario("merge", _merge, NEW),
    Scenario("merge --squash", _merge_squash(*MANY), (*UNION, *NEW)),
    Scenario("merge --squash, by a person", _merge_squash(*MANY), UNION, agent=False),
    Scenario("merge --squash, -m", _merge_squash(*MANY, options=("-m", "All")), UNION, agent=False),
    Scenario("fixup!", _autosquash(ADDED), UNION, (*APPROVED, JOHN), agent=False),
    Scenario("fixup! by hand", _autosquash("fixup! A change\n"), (*APPROVED, JOHN)),
    Scenario("two fixup!", _autosquash("fixup! A change\n", ADDED), UNION, (*APPROVED, JOHN)),
    Scenario(
        "squash!",
        _autosquash(SQUASHING),
        (*APPROVED, "Assisted-by: Gemini-CLI:gemini-3-pro"),
        ("Assisted-by: Gemini-CLI:gemini-3-pro", JANE),
        agent=False,
    ),
    Scenario(
        "squash! and fixup!",
        _autosquash(SQUASHING, ADDED),
        (*APPROVED, "Assisted-by: Gemini-CLI:gemini-3-pro", "AI-Context: issue:7"),
        ("Assisted-by: Gemini-CLI:gemini-3-pro", JANE),
    ),
    Scenario("commit -m, by a person", _dash_m, (), agent=False),
    Scenario("amend that names the model", _amend_naming(CODEX), (CODEX, THREAD), agent=False),
    Scenario(
        "amend that names another assistant",
        _amend_naming("Assisted-by: Gemini-CLI:gemini-3-pro"),
        ("Assisted-by: Gemini-CLI:gemini-3-pro", "Assisted-by: Codex:unknown", THREAD),
        agent=False,
    ),
    Scenario("amend --no-edit, by a person", _amend("--no-edit"), THEIRS, agent=False),
    Scenario("amend -m, by a person", _amend("-m", "Anew"), THEIRS, agent=False),
    Scenario(
        "amend of the message alone, by a person",
        _amend("-m", "Anew", changing=False),
        APPROVED,
        agent=False,
    ),
)
