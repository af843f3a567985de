"""The names that are taken from session files: models and ids, which anybody may have written there."""

LONGEST = 128

# What stands where a model's name would: the vendor's choice of a model, or an answer of the tool itself.
_NO_NAMES = frozenset(("", "<synthetic>", "auto", "copilot/auto", "default", "none", "null", "unknown"))
_ALNUM = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_MODEL = _ALNUM | frozenset("._+/@:-")
_ID = _ALNUM | frozenset("._-")
_JOINED = str.maketrans(dict.fromkeys(" ()[],", " "))


def model_name(raw: object) -> str | None:
    """The model's name as a trailer can carry it; '' where it names none, None where it is refused.

    A name that is written for people, `Claude Opus 4.5 (Thinking)`, has its words joined by hyphens, since
    the words after a model in a trailer are tools.
    """
    if raw is None:
        return ""
    if not isinstance(raw, str) or len(raw) > LONGEST:
        return None
    text = raw.strip(" ")
    if text.lower() in _NO_NAMES:
        return ""
    if text[0] not in _ALNUM or ": " in text:  # the latter reads as a trailer
        return None
    name = "-".join(word for word in text.translate(_JOINED).split(" ") if word)
    return name if _MODEL.issuperset(name) else None


def is_id(text: object) -> bool:
    """Whether it can be the id of a session: one name of a file, with nothing in it that leads elsewhere."""
    return (
        isinstance(text, str)
        and 0 < len(text) <= LONGEST
        and text[0] in _ALNUM
        and ".." not in text
        and _ID.issuperset(text)
    )


def shown(text: str) -> str:
    """The text for a warning: one line without control characters, not too long."""
    visible = "".join(letter if letter.isprintable() else "?" for letter in text[:300])
    return visible + ("…" if len(text) > 300 else "")
