"""Who a word names to Mibex' app: `@user`, `@"Paul Guru"`, `@@group`, an e-mail address.

https://docs.mibexsoftware.com/codeowners/owner-rules. A group is one of Bitbucket's, or one that the file
defines itself, `@@@group`. Bitbucket's user names may be e-mail addresses: `@jane@example.com`.
"""

from trailers.ownership.dialects.mibex.words import without_quotes
from trailers.ownership.dialects.owners import is_email
from trailers.ownership.owner import Owner

_MARKS = frozenset('"\\(){}[]<>&|,;#*')


def owner_of(word: str) -> Owner | None:
    """The owner that a word names; None where it names none. Its text is as written, with quotes."""
    name = without_quotes(word)
    bare = name.lstrip("@")
    ats = len(name) - len(bare)
    if not ats:
        return Owner(word, "email") if is_email(word) else None
    if not bare.strip() or ats > len("@@") or (name == word and not _MARKS.isdisjoint(bare)):
        return None
    return Owner(word, "user" if ats == 1 else "group")


def group_name(text: str) -> str:
    """The name without at signs and quotes: that of `@@@MyDevs` and `@@"MyDevs"` is `MyDevs`."""
    return without_quotes(text).lstrip("@")
