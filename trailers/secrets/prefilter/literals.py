"""The literals that a sequence of byte classes cannot do without: the rarest stretch of few spellings."""

from functools import lru_cache
from itertools import product
from math import log2

from trailers.secrets.prefilter.members import WORD, folded, listed, of
from trailers.secrets.prefilter.pieces import Piece, Pieces
from trailers.secrets.prefilter.rarity import bits_of
from trailers.typed import Iterator, NamedTuple

# Tokens are long words: a literal that can only stand inside one is looked for in the text's long words, and
# one that can only stand so far before a still longer one, there.
LONG_WORD = 20
LONGER_WORD = 24
NEAR = 256
WORD_MEMBERS = WORD | of(b"-")

EVERYWHERE, NEAR_WORD, IN_WORD = 0, 1, 2

_MEMBERS = 10
_SPELLINGS = 16
_LENGTH = 24
_ENOUGH = 24.0  # bits; rarer than once in 16 million bytes is as good as never


class Literal(NamedTuple):
    """One spelling: `text` in lower case where case is ignored.

    `offset` is how far after the match's start it stands, -1 where that varies. `where` it can stand:
    IN_WORD, only inside a word of `LONG_WORD` bytes or more; NEAR_WORD, only at most `NEAR` bytes before one
    of `LONGER_WORD` or in it; else EVERYWHERE.
    """

    text: bytes
    ignore_case: bool
    offset: int
    where: int


class Literals(NamedTuple):
    """What one of is in every match, and how much that tells, in bits."""

    spellings: tuple[Literal, ...]
    bits: float


class _Stretch(NamedTuple):
    """Sets of one byte each, in a row; which pieces it came from."""

    offset: int
    first: int
    last: int
    atoms: tuple[int, ...]


class _Window(NamedTuple):
    atoms: tuple[int, ...]
    offset: int
    where: int
    bits: float


def best_literals(pieces: Pieces) -> Literals | None:
    """The best literals for one sequence; None where no stretch of it has few spellings."""
    best: _Window | None = None
    for stretch in _stretches(pieces):
        where = _where(pieces, stretch)
        for start in range(len(stretch.atoms)):
            for window in _windows(stretch, start, where):
                if best is None or window.bits > best.bits:
                    best = window
    if best is None:
        return None
    spelt = _spelt(best.atoms)
    literals = (Literal(text, case, best.offset, best.where) for text, case in spelt)
    return Literals(tuple(literals), best.bits)


def _stretches(pieces: Pieces) -> Iterator[_Stretch]:
    """Give the longest rows of small sets: a repeat of no fixed number ends one."""
    atoms: list[int] = []
    first, start = 0, 0
    offset = 0  # of the piece, -1 where that varies
    for index, piece in enumerate(pieces):
        few = _few(piece)
        if few and not atoms:
            first, start = index, offset
        if few:
            atoms += [piece.members] * min(piece.least, _LENGTH)
        fixed = piece.least == piece.most
        offset = offset + piece.least if offset >= 0 and fixed else -1
        if atoms and not (few and fixed and piece.least <= _LENGTH):
            yield _Stretch(start, first, index + few, tuple(atoms))
            atoms = []
    if atoms:
        yield _Stretch(start, first, len(pieces), tuple(atoms))


def _few(piece: Piece) -> bool:
    return piece.least > 0 and piece.members.bit_count() <= _MEMBERS


def _where(pieces: Pieces, stretch: _Stretch) -> int:
    """Where the stretch can stand, as far as the text's words say."""
    first, last = stretch.first, stretch.last
    in_word = not any(atom & ~WORD_MEMBERS for atom in stretch.atoms)
    if in_word:
        while first > 0 and _is_word(pieces[first - 1]):
            first -= 1
        while last < len(pieces) and _is_word(pieces[last]):
            last += 1
        if sum(piece.least for piece in pieces[first:last]) >= LONG_WORD:
            return IN_WORD
    # The longer word begins behind the stretch, or has all of it in it.
    begin = stretch.first if in_word else stretch.last
    distance = sum(piece.most for piece in pieces[stretch.first : begin])
    length = 0
    for piece in pieces[begin:]:
        length = length + piece.least if _is_word(piece) else 0
        if length >= LONGER_WORD:
            return NEAR_WORD
        distance += piece.most
        if distance > NEAR - LONGER_WORD:
            break
    return EVERYWHERE


def _is_word(piece: Piece) -> bool:
    return not piece.members & ~WORD_MEMBERS


def _windows(stretch: _Stretch, start: int, where: int) -> Iterator[_Window]:
    spellings = 1
    told = 0.0
    offset = stretch.offset + start if stretch.offset >= 0 else -1
    for end in range(start, min(len(stretch.atoms), start + _LENGTH)):
        atom = stretch.atoms[end]
        spellings *= len(_cases(atom))
        if spellings > _SPELLINGS:
            return
        told += bits_of(atom)
        worth = min(told, _ENOUGH) + min(4 * (offset >= 0) + 3 * where, told / 2) - 2 * log2(spellings)
        # The longer of two that are rare enough is found sooner.
        worth += 0.01 * (end - start)
        yield _Window(stretch.atoms[start : end + 1], offset, where, worth)


@lru_cache(maxsize=1024)
def _cases(atom: int) -> list[tuple[int, bool]]:
    """The bytes of a small set, both cases of a letter as one: (byte, whether its case is ignored)."""
    cases = []
    for byte in listed(atom):
        both = folded(1 << byte)
        if both.bit_count() == 2 and not both & ~atom:
            cases.append((byte | 32, True))
        else:
            cases.append((byte, False))
    return list(dict.fromkeys(cases))


def _spelt(atoms: tuple[int, ...]) -> list[tuple[bytes, bool]]:
    texts = []
    for choice in product(*map(_cases, atoms)):
        text = bytes(byte for byte, _ in choice)
        ignore_case = any(case for _, case in choice)
        texts.append((text.lower() if ignore_case else text, ignore_case))
    return list(dict.fromkeys(texts))
