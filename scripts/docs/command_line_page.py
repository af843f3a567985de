"""The reference of the command line, as Markdown."""

from scripts.docs.command_line import EXIT_CODES, Command, Word, commands


def cli() -> str:
    """Every command with its arguments, options and defaults; the exit codes."""
    lines = ["| exit code | meaning |", "| --- | --- |"]
    lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES]
    for command in commands():
        lines += ["", *_section(command)]
    return "\n".join(lines)


def _section(command: Command) -> list[str]:
    lines = [f"## {command.words}", "", command.summary, "", f"`{command.usage}`"]
    words = [*command.arguments, *command.options]
    if words:
        lines += ["", "| argument or option | default | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{_cell(word.forms)}` | {_default(word)} | {_cell(word.meaning)} |" for word in words]
    return lines


def _default(word: Word) -> str:
    if word.required:
        return "needed"
    return f"`{_cell(word.default)}`" if word.default else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
