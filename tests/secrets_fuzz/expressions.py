"""Random regular expressions, and random texts in which they have something to find."""

from random import Random
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LETTERS = "abkKiIsSyz_-=19.:"
_BEYOND = "\u0131\u0130\u017f\u212a\u00e9\u20ac"
_CLASSES = (
    "[A-Za-z0-9_-]",
    "[a-f0-9]",
    "[^a-z]",
    r"\w",
    r"\d",
    r"\s",
    r"[\w.-]",
    "[^k]",
    "[ik]",
    "[.:]",
    r"[^\W_]",
)
_REPEATS = ("?", "{0,3}", "{2}", "{1,3}", "{20}", "{18,22}", "{2,}", "+", "*", "{3,5}?", "{2,6}+", "??", "+?")
_GROUPS = ("(", "(?:", "(?i:", "(?s:", "(?-i:", "(?>")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


def expression(random: Random, *, text: bool) -> str:
    """A regular expression that Python can read, most often with something in it that is needed."""
    while True:
        flags = random.choice(["", "", "", "(?i)", "(?s)", "(?x)", "(?a)" if text else "(?i)"])
        body = _token(random) if random.random() < 0.25 else _branch(random, 2, text=text)
        candidate = flags + body
        try:
            tree = parser.parse(candidate if text else candidate.encode())
        except (parser.error, OverflowError):
            continue
        if len(tree):
            return candidate


def _token(random: Random) -> str:
    """A pattern like those of tokens: a name, perhaps something between, a long word."""
    gap = random.choice(["", "", "_", r"\W{1,3}", r"[\w.]{0,30}[=:]", "[^\\n]{0,250}", "(?:-|=x)?"])
    name = "|".join("".join(random.choices("abkKiIsS-_", k=random.randint(2, 5))) for _ in range(2))
    word = random.choice(["[a-z0-9]", "[0-9a-f]", r"[\w-]", "[A-Za-z0-9+/]"])
    size = random.choice(["{20}", "{18,40}", "{24}", "{30,}", "{36}", "{12}-[a-f]{12}"])
    return f"(?:{name}){gap}{word}{size}" + random.choice(["", "", "(?![a-z])", "=="])


def _branch(random: Random, depth: int, *, text: bool) -> str:
    count = random.choice([1, 1, 1, 2, 3]) if depth < 2 else random.choice([1, 1, 2])
    return "|".join(
        "".join(_item(random, depth, text=text) for _ in range(random.randint(1, 5))) for _ in range(count)
    )


def _item(random: Random, depth: int, *, text: bool) -> str:
    kind = random.random()
    if kind < 0.5:
        word = "".join(random.choices(_LETTERS + (_BEYOND if text else ""), k=random.randint(1, 4)))
        return word.replace(".", r"\.")
    if kind < 0.75:
        return random.choice(_CLASSES) + random.choice(("", *_REPEATS))
    if kind < 0.9 and depth:
        repeat = random.choice(["", "", "?", "{2}", "{0,2}", "{1,3}", "{2,3}+"])
        return random.choice(_GROUPS) + _branch(random, depth - 1, text=text) + ")" + repeat
    if kind < 0.94:
        return random.choice(_LOOKS) + random.choice([*"abk1-", *_CLASSES]) + ")"
    if kind < 0.97:
        return random.choice([r"\b", "^", "$", r"\Z", ".", r"\n"])
    return random.choice([r"\1", "(?(1)ab|k)", "(?!)", "[^\\n]{1,4}"])


def sample(random: Random, pattern: str, *, text: bool) -> str:
    """A text with noise around and between what the pattern, but for its look-arounds, could match."""
    tree = parser.parse(pattern if text else pattern.encode("utf-8"))
    parts = []
    for _ in range(random.randint(1, 3)):
        parts += [_noise(random, text=text), "".join(_walk(random, tree, tree.state.flags, {}))]
        if random.random() < 0.2:
            parts.append("".join(random.choices("ab0", k=random.randint(1, 40))))
    return "".join(parts)[:900] + _noise(random, text=text)


def _noise(random: Random, *, text: bool) -> str:
    rare = _BEYOND if text and random.random() < 0.1 else ""
    return "".join(random.choices(_LETTERS + " \n'" + rare, k=random.randint(0, 6)))


def _walk(random: Random, nodes: Any, flags: int, groups: dict[int, str]) -> list[str]:
    return [_one(random, str(op), argument, flags, groups) for op, argument in nodes]


def _one(random: Random, op: str, argument: Any, flags: int, groups: dict[int, str]) -> str:  # noqa: PLR0911
    match op:
        case "LITERAL":
            return _any_case(random, chr(argument))
        case "IN" | "NOT_LITERAL" | "ANY":
            return _member(random, op, argument)
        case "SUBPATTERN":
            inner = "".join(_walk(random, argument[3], flags, groups))
            groups[argument[0]] = inner
            return inner
        case "ATOMIC_GROUP":
            return "".join(_walk(random, argument, flags, groups))
        case "BRANCH":
            return "".join(_walk(random, random.choice(argument[1]), flags, groups))
        case "GROUPREF":
            return groups.get(argument, "")
        case "GROUPREF_EXISTS":
            return "".join(_walk(random, random.choice(argument[1:]) or (), flags, groups))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            times = random.choice([least, random.randint(least, min(int(most), least + 3))])
            return "".join("".join(_walk(random, inner, flags, groups)) for _ in range(times))
    return ""


def _any_case(random: Random, letter: str) -> str:
    choice = random.random()
    if choice < 0.7:
        return letter
    same = {"k": "\u212a", "s": "\u017f", "i": random.choice("\u0131\u0130")}
    return same.get(letter.lower(), letter) if choice < 0.75 else letter.swapcase()[:1]


def _member(random: Random, op: str, argument: Any) -> str:
    if op == "IN" and str(argument[0][0]) != "NEGATE":
        item, value = random.choice(argument)
        if str(item) == "RANGE":
            return chr(random.randint(*value))
        if str(item) == "LITERAL":
            return chr(value)
        return random.choice({"WORD": "ak_9", "DIGIT": "12", "SPACE": " \n"}.get(str(value)[9:], "-. "))
    return random.choice("aK9-. :\n\u00e9")
