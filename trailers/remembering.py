"""Remembering what a function answered, without the 3 ms that importing `functools` takes at each start."""

from trailers.typed import TYPE_CHECKING, Callable, TypeVar

K = TypeVar("K")
V = TypeVar("V")

if TYPE_CHECKING:
    Answering = Callable[[K], V]


class _Known(dict[K, V]):
    """The answers by what was asked; all are forgotten where they would be more than `most`."""

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: "Answering[K, V]", most: int) -> None:
        self._answer = answer
        self._most = most

    def __missing__(self, asked: K) -> V:
        if len(self) >= self._most:
            self.clear()
        answer = self[asked] = self._answer(asked)
        return answer


def remembered(most: int) -> "Callable[[Answering[K, V]], Answering[K, V]]":
    """As `functools.lru_cache`, for a function of one value; it keeps at most so many answers."""
    return lambda answer: _Known(answer, most).__getitem__
