"""The manual page undersign(1), in the macros of man(7), from the same values as the reference."""

from scripts.docs.command_line import EXIT_CODES, NAME, Command, Word, commands
from trailers.version import VERSION

_FILES = (
    ("undersign.toml", "The policy, at the top of the repository."),
    ("pyproject.toml", "The policy, in its table [tool.undersign], where there is no undersign.toml."),
    (".github/CODEOWNERS", "Who owns which files; other forges look at other places."),
)
_EXAMPLES = (
    ("undersign verify origin/main..HEAD", "Judge what a branch brings."),
    ("undersign approve", "Answer for the commits that an assistant helped with."),
    ("undersign rule US102", "Read the page of a rule."),
)


def manual() -> str:
    """The page. The same commands give the same bytes; there is no date in it."""
    root, *others = commands()
    lines = [
        r".\" Made by scripts/docs/check.py --write.",
        f'.TH {NAME.upper()} 1 "" {_quoted(f"{NAME} {VERSION}")} "User Commands"',
        # Nothing is filled out to the margin: options must not be torn apart.
        ".nh",
        ".ad l",
        ".SH NAME",
        f"{NAME} \\- {escaped(root.summary.removesuffix('.'))}",
        ".SH SYNOPSIS",
        f".B {NAME}",
        ".RI [ OPTIONS ]",
        ".I COMMAND",
        ".RI [ ARGUMENTS ]",
        ".SH OPTIONS",
        *_words(root.options),
        ".SH COMMANDS",
    ]
    for command in others:
        lines += _command(command)
    lines += _list("EXIT STATUS", EXIT_CODES) + _list("FILES", _FILES) + _list("EXAMPLES", _EXAMPLES)
    lines += [".SH SEE ALSO", ".BR git (1),", ".BR git\\-interpret\\-trailers (1)"]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""Text as it stands in a line: nothing of it is a request or an escape.

    A hyphen is a minus, which can be copied and searched for (man-pages(7)); `\&` keeps a dot from the start.
    """
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    plain = "".join(one if one.isascii() else f"\\[u{ord(one):04X}]" for one in plain)
    return "\\&" + plain if plain[:1] in (".", "'") else plain


def _quoted(text: str) -> str:
    """An argument of a macro."""
    return '"' + escaped(text).removeprefix("\\&").replace('"', "\\(dq") + '"'


def _command(command: Command) -> list[str]:
    words = command.words.removeprefix(f"{NAME} ")
    lines = [f".SS {_quoted(words)}", escaped(command.summary), ".PP", f".B {_quoted(command.usage)}"]
    return lines + _words((*command.arguments, *command.options))


def _words(words: tuple[Word, ...]) -> list[str]:
    lines = []
    for word in words:
        default = f" (default: {word.default})" if word.default else " (needed)" if word.required else ""
        lines += [".TP", f".B {_quoted(word.forms)}", escaped(word.meaning + default)]
    return lines


def _list(title: str, rows: tuple[tuple[str, str], ...]) -> list[str]:
    lines = [f".SH {_quoted(title)}"]
    for name, meaning in rows:
        lines += [".TP", f".B {_quoted(name)}", escaped(meaning)]
    return lines
