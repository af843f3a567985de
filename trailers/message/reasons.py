"""In words: what keeps a line from being a trailer, and what makes it one."""

from bisect import bisect

from trailers.message.hidden import visible
from trailers.message.lines import BLANK
from trailers.message.survey import Kind, Near, Survey

# What would have to be so, and what to do; formatted with `line`, `written`, `key`, `value`, `scissors`.
_PLAIN: dict[Kind, tuple[str, str]] = {
    "title": ("an empty line stood above it", "put an empty line above line {line}"),
    "body": ("it stood in the last paragraph", "move it to the last paragraph, which holds trailers only"),
    "fenced": (
        "it stood in the last paragraph, outside the code block",
        "if it is meant and not quoted, write it in the last paragraph",
    ),
    "quoted": (
        "it stood in the last paragraph, without what quotes it",
        "if it is meant and not quoted, write it in the last paragraph",
    ),
    "below-scissors": (
        "it stood above line {scissors}, the scissors, below which git reads nothing",
        "move it to the end of what stands above line {scissors}",
    ),
    "comment": ("it were no comment", "if it is true, take the `#` away"),
    "indented": ("it did not begin with a blank", "take away the blanks before `{written}`"),
    "look-alike": (
        "its key `{written}` and its colon were typed in ASCII",
        "type `{key}:` anew",
    ),
    "spaced": ("its key `{written}` were written `{key}`", "write `{key}:`"),
    "separator": ("a colon stood right behind its key", "write `{key}: {value}`"),
}
# Where the key is off as well, these say so already.
_ABOUT_THE_KEY = frozenset(("look-alike", "spaced", "separator"))


def reason(near: Near, seen: Survey) -> tuple[str, str]:
    """(what is wrong, the remedy) of a near miss."""
    if near.line == seen.layout.title.start:
        why = f"line {near.line} is the title, where git looks for no trailers"
        return why, "write a title above it, and an empty line between the two"
    condition, remedy = _spoilt(near, seen) if near.kind == "spoilt" else _plain(near, seen)
    if near.claim.spelling != "exact" and near.kind not in _ABOUT_THE_KEY:
        condition += f" and its key were written `{near.claim.key}:`"
    return f"line {near.line} would be a trailer if {condition}", remedy


def _plain(near: Near, seen: Survey) -> tuple[str, str]:
    words = {
        "line": near.line,
        "written": visible(near.claim.written),
        "key": near.claim.key,
        "value": visible(near.value),
        "scissors": seen.layout.scissors,
    }
    condition, remedy = _PLAIN[near.kind]
    return condition.format(**words), remedy.format(**words)


def _spoilt(near: Near, seen: Survey) -> tuple[str, str]:
    """Which other lines of the paragraph keep git from reading any of it."""
    if not seen.prose:
        first = seen.layout.strangers[0]
        return f"{_named(first, seen)} were one too", f"mend line {first}, or move it to a paragraph above"
    last = seen.prose[-1]
    if last < seen.first_claim:
        return f"an empty line parted it from {_named(last, seen)}", f"put an empty line below line {last}"
    spoiling = seen.prose[min(bisect(seen.prose, near.line), len(seen.prose) - 1)]
    others = len(seen.prose) - 1
    more = f" and {others} other line{'s' * (others > 1)}" if others else ""
    whose = "their" if others else "its"
    return (
        f"{_named(spoiling, seen)}{more} stood in a paragraph of {whose} own above",
        f"move line {spoiling}{more} to a paragraph above the trailers",
    )


def _named(number: int, seen: Survey) -> str:
    return f"line {number} (`{visible(seen.lines[number - 1].strip(BLANK))}`)"
