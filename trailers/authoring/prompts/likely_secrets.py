"""What may be a secret in a sentence. The scanner looks for what is one, in code, and hardly ever errs.

A prompt is prose: "the token is …" names no variable that it could look for. What is taken out of a prompt
too much costs nothing, so here a long word with letters and digits is gone, a commit's id too, and what
follows a word such as "password".
"""

from trailers.authoring.redacting import GONE

_LONG_CUE = 5  # letters of a cue that can end another word, as in PGPASSWORD
_CUES = frozenset(
    (
        "apikey",
        "auth",
        "bearer",
        "credential",
        "credentials",
        "key",
        "keys",
        "login",
        "pass",
        "passcode",
        "passphrase",
        "passwd",
        "password",
        "passwords",
        "passwort",
        "pat",
        "pin",
        "pwd",
        "secret",
        "secrets",
        "token",
        "tokens",
    )
)
_BETWEEN = frozenset(("", "is", "are", "was", "set", "to", "this", "the", "as", "for", "ist", "lautet"))
_ASSIGNING = "=:："  # noqa: RUF001
_MARKS = "=:：-–—>.,"  # noqa: RUF001
_ENDS = tuple(sorted(cue for cue in _CUES if len(cue) >= _LONG_CUE))
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
_RUN = _LETTERS | _DIGITS | frozenset("_-+=~")
_LONG = 16  # characters of a run that has letters and digits
_SHORT = 6  # characters after a cue
_FAR = 4  # words after a cue
_LONGEST = 40  # characters before a mark that can be one


def without_likely_secrets(text: str) -> str:
    """The words of the text, one blank between them, without those that may be a secret."""
    kept = []
    since_cue = _FAR
    for word in text.split():
        is_cue, shown = _shown(word, is_told=since_cue < _FAR)
        since_cue = 0 if is_cue else since_cue + 1 if word.strip(_MARKS).lower() in _BETWEEN else _FAR
        kept.append(shown)
    return " ".join(kept)


def _shown(word: str, *, is_told: bool) -> tuple[bool, str]:
    """Whether the word tells that a secret follows, and what is left of it. `is_told`: one does."""
    word = _without_login(word)
    name, mark, value = _assigned(word)
    if mark:
        return False, f"{name}{mark}{GONE}" if value else word
    if is_told and _is_no_word(word):
        return False, GONE
    return _is_cue(word.rstrip(_MARKS)), GONE if _is_random(word) else word


def _without_login(word: str) -> str:
    """An address without the name and the password that stand before its @."""
    scheme, mark, rest = word.partition("://")
    login, at, host = rest.rpartition("@")
    return f"{scheme}{mark}{GONE}{at}{host}" if mark and ":" in login else word


def _assigned(word: str) -> tuple[str, str, str]:
    """`password=x` in its three parts; no mark where it is no such word."""
    for at, letter in enumerate(word):
        if letter in _ASSIGNING and _is_cue(word[max(0, at - _LONGEST) : at]) and at + 1 < len(word):
            return word[:at], letter, word[at + 1 :]
    return word, "", ""


def _is_cue(word: str) -> bool:
    parts = "".join(letter if letter in _LETTERS else " " for letter in word).lower().split()
    return bool(parts) and (parts[-1] in _CUES or parts[-1].endswith(_ENDS) or "".join(parts[-2:]) in _CUES)


def _is_no_word(word: str) -> bool:
    """Whether it is long enough, and has more than letters within it."""
    inner = word.strip(".,;:!?'\"()[]{}<>`")
    return len(inner) >= _SHORT and any(letter not in _LETTERS and letter.isascii() for letter in inner)


def _is_random(word: str) -> bool:
    runs = "".join(letter if letter in _RUN else " " for letter in word).split()
    if any(len(run) >= _LONG and _LETTERS & set(run) and _DIGITS & set(run) for run in runs):
        return True
    # Base64 has slashes, and a path has few digits: one with capitals may be gone with it.
    joined = word.replace("/", "")
    letters = set(joined)
    mixed = _DIGITS & letters and not joined.islower() and not joined.isupper()
    return bool(mixed) and "/" in word and len(joined) >= 24 and _RUN.issuperset(joined)
