"""Who a word names on GitLab: `@user`, `@group/subgroup`, an e-mail address, or a role, `@@maintainer`.

https://docs.gitlab.com/user/project/codeowners/reference/. GitLab looks for owners anywhere in the text
behind a pattern (`ReferenceExtractor`, ee/lib/gitlab/code_owners): it finds `@jane` in `(@jane)` too.
"""

from trailers.ownership.owner import Owner
from trailers.typed import Iterator

_ROLES = frozenset(("developer", "developers", "maintainer", "maintainers", "owner", "owners"))
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_NAME = _WORD | {"-", "."}
_NEVER_IN_EMAIL = frozenset('()<>[],;:\\"#')
_LOCAL, _DOMAIN = 100, 255  # characters before and behind the at sign


def owner_of(word: str) -> Owner | None:
    """The owner that a word is; None where it is none, or has more around it."""
    if word.startswith("@@"):
        return Owner(word, "role") if word[2:].lower() in _ROLES else None
    if word.startswith("@"):
        if not all(map(_is_name, word[1:].split("/"))):
            return None
        return Owner(word, "team" if "/" in word else "user")
    local, _, domain = word.partition("@")
    if _WORD.isdisjoint(local) or not _NEVER_IN_EMAIL.isdisjoint(local):
        return None
    fits = len(local) <= _LOCAL and 0 < len(domain) <= _DOMAIN and "@" not in domain
    return Owner(word, "email") if fits and domain[-1] in _WORD else None


def owners_within(word: str) -> tuple[Owner, ...]:
    """The owners that GitLab finds in a word that is none itself."""
    return (*_names_within(word), *_emails_within(word))


def _names_within(word: str) -> Iterator[Owner]:
    before, *pieces = word.split("@")
    for piece in pieces:
        if before[-1:] not in _WORD and (before or piece is pieces[0]):
            name = _path_at_start(piece)
            if name:
                yield Owner("@" + name, "team" if "/" in name else "user")
        before = piece


def _emails_within(word: str) -> Iterator[Owner]:
    local, *domains = word.split("@")
    for domain in domains:
        kept = domain[:_DOMAIN]
        while kept and kept[-1] not in _WORD:
            kept = kept[:-1]
        if kept and not _WORD.isdisjoint(local):
            yield Owner(f"{local[-_LOCAL:]}@{kept}", "email")
            local = domain[len(kept) :]
        else:
            local = domain


def _path_at_start(text: str) -> str:
    """The longest `group/subgroup` that a text begins with."""
    end = next((at for at, one in enumerate(text) if one not in _NAME and one != "/"), len(text))
    names: list[str] = []
    for name in text[:end].split("/"):
        kept = name.rstrip(".")
        if not _is_name(kept):
            break
        names.append(kept)
        if kept != name:
            break
    return "/".join(names)


def _is_name(name: str) -> bool:
    """Whether a user or a group can be called so: letters, digits, `_`, and `-` and `.` further in."""
    if not name or not _NAME.issuperset(name) or name.endswith((".git", ".atom")):
        return False
    return name[0] != "-" and name[-1] != "." and name != "."
