"""Who an owner's text can name: `@user`, `@org/team` or an e-mail address, as GitHub writes them.

The reference is https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/\
customizing-your-repository/about-code-owners. Handles that end in a dash are in use (`@tobias-`), and those
that an organization manages have an underscore. Whether somebody has that name is not asked here.
"""

from trailers.ownership.owner import Owner

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_NAME = frozenset(_LETTERS + "-_")
_DOMAIN = frozenset(_LETTERS + "-.")
_NEVER_IN_EMAIL = frozenset(' @<>()[],;:\\"`')


def owner_of(text: str) -> Owner | None:
    """The owner that a word names on GitHub; None where it has none of the three forms."""
    if text[:1] != "@":
        return Owner(text, "email") if is_email(text) else None
    organization, slash, team = text[1:].partition("/")
    if not is_name(organization):
        return None
    if not slash:
        return Owner(text, "user")
    return Owner(text, "team") if is_name(team) else None


def is_name(text: str) -> bool:
    """Whether this can be the name of a user, an organization or a team."""
    return text[:1] not in ("", "-") and _NAME.issuperset(text)


def is_email(text: str) -> bool:
    """Whether this can be an e-mail address: something, an at sign, and a domain with a dot."""
    local, _, domain = text.rpartition("@")
    if not local or not _NEVER_IN_EMAIL.isdisjoint(local) or not _printable(local):
        return False
    return "." in domain and _DOMAIN.issuperset(domain) and all(domain.split("."))


def _printable(text: str) -> bool:
    return text.isprintable() and not any("\ud800" <= char <= "\udfff" for char in text)
