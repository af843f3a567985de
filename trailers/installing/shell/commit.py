"""The commits that a shell command line makes, with the messages that it gives them."""

from trailers.installing.shell.options import Said, commit_options
from trailers.installing.shell.reading import commands_of
from trailers.installing.shell.word import Command, NotUnderstoodError, Word
from trailers.typed import Iterator, Mapping, NamedTuple

_KEYWORDS = frozenset(("then", "else", "elif", "do", "if", "while", "until", "!", "{", "time"))
_PREFIXES = frozenset(("command", "exec", "nohup", "env", "builtin"))
_ELSEWHERE = frozenset(
    ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EDITOR", "GIT_CEILING_DIRECTORIES")
)
# git's own options with a value behind them, and what they say; git(1).
_GIT_VALUES = frozenset(
    ("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--config-env", "--attr-source")
)
# Commands that write no message's file, so that one that is there is the one that will be read.
_HARMLESS = frozenset(
    ("cd", "git", "cat", "echo", "true", "pwd", "ls", "set", "export", "test", "[", "mkdir")
)

_LONGEST = 1 << 20  # characters; Linux takes 128 KiB in one argument


class Commit(NamedTuple):
    """A commit: its directory, as the words before it say it, and its message.

    `message` is what -m and a here-document give; `file` names a file to read it from instead. `config` are
    the settings of `git -c`, keys in lower case.
    """

    directory: tuple[str, ...]
    message: str
    file: str
    said: Said
    config: Mapping[str, str]


def commits_of(text: str) -> list[Commit]:
    """The commits whose messages can be known; nothing where it is not understood, or too long."""
    if len(text) > _LONGEST:
        return []
    try:
        return list(_commits(commands_of(text)))
    except NotUnderstoodError:
        return []


def _commits(commands: list[Command]) -> Iterator[Commit]:
    directory: tuple[str, ...] | None = ()
    before: list[tuple[str, ...] | None] = []
    files: dict[str, str] | None = {}  # what is written on the way; None once that is not known
    for command in commands:
        before += [directory] * command.opens
        words = _without_prefixes(command.words)
        name = words[0].text.rpartition("/")[2] if words else ""
        if name == "cd":
            directory = _after_cd(directory, words[1:])
        elif name == "git" and directory is not None:
            found = _commit(words[1:], command, directory, files)
            if found:
                yield found
        files = _written(files, name, command)
        for _ in range(command.closes):
            directory = before.pop() if before else None


def _without_prefixes(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The command itself: no keywords, assignments, `env` and the like before it; none where those matter."""
    number = 0
    while number < len(words):
        text = words[number].text
        name, equals, _ = text.partition("=")
        if equals and name.replace("_", "a").isalnum() and not name[0].isdigit():
            if name in _ELSEWHERE:
                return ()
        elif text not in _KEYWORDS | _PREFIXES:
            return words[number:] if words[number].known else ()
        number += 1
    return ()


def _after_cd(directory: tuple[str, ...] | None, words: tuple[Word, ...]) -> tuple[str, ...] | None:
    words = words[1:] if words and words[0].text == "--" else words
    if directory is None or len(words) != 1 or not words[0].known:
        return None
    target = words[0].text
    return None if target[:1] in ("~", "-") or not target else (*directory, target)


def _written(files: dict[str, str] | None, name: str, command: Command) -> dict[str, str] | None:
    if files is None or (name and name not in _HARMLESS):
        return None
    if command.target is None or command.target.text == "/dev/null":
        return files
    stdin = command.stdin
    if (
        name != "cat"
        or len(command.words) != 1
        or not command.target.known
        or stdin is None
        or not stdin.known
    ):
        return None
    return {**files, command.target.text: stdin.text}


def _commit(
    words: tuple[Word, ...], command: Command, directory: tuple[str, ...], files: dict[str, str] | None
) -> Commit | None:
    config: dict[str, str] = {}
    number = 0
    while number < len(words) and words[number].text.startswith("-"):
        option, value = words[number].text, words[number + 1 : number + 2]
        number += 2 if option in _GIT_VALUES else 1
        if option in ("-C", "-c"):
            if not value or not value[0].known:
                return None
            directory = (*directory, value[0].text) if option == "-C" else directory
            key, _, setting = value[0].text.partition("=")
            config |= {key.lower(): setting} if option == "-c" else {}
        elif option.startswith(("--git-dir", "--work-tree", "--namespace")):
            return None
    if [word.text for word in words[number : number + 1]] != ["commit"]:
        return None
    said = commit_options(words[number + 1 :])
    return _with_message(said, command, Commit(directory, "", "", said, config), files) if said else None


def _with_message(
    said: Said, command: Command, commit: Commit, files: dict[str, str] | None
) -> Commit | None:
    if said.messages:
        return commit._replace(message="\n\n".join(said.messages) + "\n")
    if said.file == "-":
        known = command.stdin is not None and command.stdin.known
        return commit._replace(message=command.stdin.text) if command.stdin and known else None
    if files is None:
        return None
    if said.file in files:
        return commit._replace(message=files[said.file])
    return commit._replace(file=said.file)
