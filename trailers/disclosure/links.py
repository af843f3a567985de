"""Links in values: whether one carries a user name or a password, which must never be shown."""


def has_userinfo(value: str) -> bool:
    """Whether the authority of a link has a part before an `@` (RFC 3986, 3.2.1)."""
    _, mark, authority = value.partition("://")
    for end in "/?#":
        authority = authority.partition(end)[0]
    return bool(mark) and "@" in authority


def without_userinfo(value: str) -> str:
    """The value as it can be shown."""
    return value.partition("://")[0] + "://…" if has_userinfo(value) else value
