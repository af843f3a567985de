"""The Hyperscan engine: all patterns in one pass over a text, at some hundred megabytes a second.

https://intel.github.io/hyperscan/dev-reference/ describes the library. PyPI's `hyperscan` binds it and is the
extra `fast`.
"""

from trailers.errors import UndersignError
from trailers.typed import TYPE_CHECKING, Sequence, TypeAlias

if TYPE_CHECKING:
    from trailers.secrets.prefilter.hyperscan_library import Compiled, Library

Users: TypeAlias = Sequence[Sequence[tuple[int, int, int]]]

MODE = 1  # HS_MODE_BLOCK
_LONGEST = (1 << 32) - 1  # hs_scan takes the length as an unsigned int and the binding cuts it
_NEVER = -1 << 40


class HyperscanPrefilter:
    """The prefilter over a compiled database.

    `users` are, by expression of the database, (index, width, start) of each pattern that has it as its
    `Superset`; `widths` are the greatest lengths of the patterns' own matches, for who asks for them.
    """

    def __init__(
        self, library: "Library", database: "Compiled", users: Users, widths: Sequence[int] = ()
    ) -> None:
        self._database = database
        self._scratch = library.Scratch(database)
        self._users = users
        self.widths = widths
        self.anchored = frozenset([index for each in users for index, _, start in each if start])

    def candidates(self, data: bytes) -> list[tuple[int, int]]:
        """Give (index of the pattern, offset) in order of offset; see `Prefilter`.

        A row of places closer than the pattern is wide gives its first only: a match that one of the others
        lies in holds that first one too. UndersignError for a text of 4 GiB and more.
        """
        if len(data) >= _LONGEST:
            raise UndersignError(f"a text of {len(data)} bytes is too long to be scanned for secrets")
        found: list[tuple[int, int]] = []  # (offset, index)
        users = self._users
        last: dict[int, int] = {}

        def hit(expression: int, _begin: int, end: int, _flags: int, _context: None) -> None:
            for index, width, start in users[expression]:
                if start:
                    found.append((end - start, index))
                elif not 0 <= end - last.get(index, _NEVER) <= width:
                    last[index] = end
                    found.append((end, index))

        self._database.scan(data, match_event_handler=hit, scratch=self._scratch)
        found.sort()
        return [(index, offset) for offset, index in found]
