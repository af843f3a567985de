"""An owner as a CODEOWNERS file names one."""

from trailers.typed import Literal, NamedTuple

# `group`: Mibex's `@@group` and `@@@definition`; `role`: GitLab's `@@maintainer`; `other`: no owner at all.
Kind = Literal["user", "team", "email", "role", "group", "other"]


class Owner(NamedTuple):
    """One owner: `@user`, `@org/team`, an e-mail address; `text` is as it is written."""

    text: str
    kind: Kind
