"""What a page asks a reader to do, in order: commands that are run, and files that are written."""

from typing import NamedTuple

from scripts.docs.fences import Fence

# `text` is for what is neither a command nor a file: messages, what a program prints. The rest is shown only.
RUN = ("sh", "console")
SHOWN = (
    "text",
    "yaml",
    "toml",
    "json",
    "python",
    "groovy",
    "diff",
    "gitattributes",
    "ini",
    "html",
    "markdown",
)


class Step(NamedTuple):
    """One thing that is done. `kind` is `run`, `terminal` (with answers) or `file` (with its path)."""

    kind: str
    text: str
    line: int
    code: int = 0
    detail: str = ""
    printed: str | None = None


def steps(fences: list[Fence]) -> list[Step]:
    """The steps of a page's fences; those with `skip` are left out."""
    found: list[Step] = []
    for fence in fences:
        if "skip" in fence.options:
            continue
        if "title" in fence.options:
            found.append(Step("file", fence.text, fence.line, detail=fence.options["title"]))
        elif fence.language == "console":
            found += _transcript(fence)
        elif fence.language == "sh":
            found.append(_commands(fence))
    return found


def misused(fence: Fence) -> str:
    """What is wrong with a fence's first line; empty where nothing is."""
    if fence.language not in (*RUN, *SHOWN):
        return f"a block is one of {', '.join((*RUN, *SHOWN))}"
    allowed = {"title"}
    if fence.language in RUN and "title" not in fence.options:
        allowed = {"exit", "skip", "terminal"}
    if set(fence.options) - allowed:
        return f"a block of {fence.language} knows no {', '.join(set(fence.options) - allowed)}"
    if fence.options.get("exit", "0") not in ("0", "1", "2"):
        return "undersign's exit codes are 0, 1 and 2"
    if fence.options.get("skip") == "":
        return 'skip="why"'
    first = fence.text.split(maxsplit=2)[:2]
    if fence.language == "text" and (first[:1] in (["$"], ["git"]) or _is_command(first)):
        return "a command stands in a block of sh or console"
    return ""


def _is_command(words: list[str]) -> bool:
    return words[:1] == ["undersign"] and words[1:] != [] and words[1].isalpha()


def _commands(fence: Fence) -> Step:
    answers = fence.options.get("terminal")
    kind = "run" if answers is None else "terminal"
    return Step(kind, fence.text, fence.line, int(fence.options.get("exit", "0")), answers or "")


def _transcript(fence: Fence) -> list[Step]:
    """A step for each `$ ` line, with the `> ` lines that go on with it and what it prints."""
    found: list[Step] = []
    printed: list[str] = []
    for place, line in enumerate(fence.text.split("\n")[:-1], fence.line + 1):
        if line.startswith("$ "):
            found.append(Step("run", line[2:] + "\n", place))
            printed.append("")
        elif line.startswith("> ") and found and not printed[-1]:
            found[-1] = found[-1]._replace(text=found[-1].text + line[2:] + "\n")
        elif found:
            printed[-1] += line + "\n"
    made = [step._replace(printed=text) for step, text in zip(found, printed, strict=True)]
    if made:
        made[-1] = made[-1]._replace(code=int(fence.options.get("exit", "0")))
    return made
