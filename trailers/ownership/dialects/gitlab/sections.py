"""The headers of GitLab's sections: `[Name]`, `^[Name]`, `[Name][2] @owner`.

https://docs.gitlab.com/user/project/codeowners/reference/#sections, and for what the page leaves open
`SectionParser` (ee/lib/gitlab/code_owners): any line that begins with `[…]` is a header, also `[ch]at.rb`,
and what a header cannot hold is not read.
"""

from trailers.typed import NamedTuple

BLANK = " \t\r\f\v"
_OWNERS = frozenset("@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-/+" + BLANK)
_LARGEST = 9  # digits of a count


class Header(NamedTuple):
    """A header as it is read: `approvals` is the number in the second brackets, 0 where there is none.

    `owners` are those behind it, from offset `at` of the line; from `end` on GitLab does not read.
    """

    name: str
    optional: bool
    counted: bool
    approvals: int
    at: int
    end: int

    def asked(self) -> int:
        """How many approvals the rules below it need: 0 where they are optional, and else 1 at the least."""
        return 0 if self.optional else max(1, self.approvals)


def header_of(line: str) -> Header | None:
    """The header that a line begins with; None where it is a rule. `line` has no blanks around it."""
    optional = line.startswith("^")
    start = int(optional)
    close = line.find("]", start) if line.startswith("[", start) else -1
    if close < 0:
        return None
    name = line[start + 1 : close]
    at = close + 1
    digits = ""
    counted = False
    if line.startswith("[", at):
        stop = line.find("]", at)
        digits = line[at + 1 : stop] if stop > 0 else "?"
        counted = digits == "" or (digits.isascii() and digits.isdigit())
        at = stop + 1 if counted else at
    approvals = int(digits[:_LARGEST] or 0) if counted else 0
    return Header(name, optional, counted, approvals, at, _end_of_owners(line, at))


def unclosed(line: str) -> bool:
    """Whether a line that is no header was meant as one: `[Name`."""
    return line.startswith(("[", "^["))


def _end_of_owners(line: str, at: int) -> int:
    if line[at : at + 1] not in tuple(BLANK):
        return at
    return next((end for end in range(at, len(line)) if line[end] not in _OWNERS), len(line))
