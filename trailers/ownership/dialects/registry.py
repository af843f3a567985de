"""The dialects by name and by the place of a file. Each is a module here, imported when it is asked for."""

from trailers.errors import PolicyError
from trailers.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trailers.ownership.dialects.dialect import Dialect

# The module that holds each dialect, as its constant DIALECT.
_MODULES = {
    "github": "github",
    "gitlab": "gitlab.reading",
    "bitbucket": "bitbucket",
    "bitbucket-mibex": "mibex.reading",
    "gitea": "gitea.gitea",
    "forgejo": "gitea.forgejo",
}

# What a file at each place is read as. The folders that name their forge come first, and are sure; at the
# top and in docs/ every forge looks, so that a policy or an option has to name another than the commonest.
_AT = {
    ".github/CODEOWNERS": "github",
    ".gitlab/CODEOWNERS": "gitlab",
    ".bitbucket/CODEOWNERS": "bitbucket",
    ".gitea/CODEOWNERS": "gitea",
    ".forgejo/CODEOWNERS": "forgejo",
    "CODEOWNERS": "github",
    "docs/CODEOWNERS": "github",
}

PLACES: tuple[str, ...] = tuple(_AT)


def dialect_names() -> tuple[str, ...]:
    """Every name that a policy or an option may give."""
    return tuple(_MODULES)


def dialect_named(name: str) -> "Dialect":
    """The dialect of that name. Raises PolicyError, with what may have been meant."""
    from importlib import import_module

    from trailers.ownership.dialects.dialect import Dialect

    if name not in _MODULES:
        raise PolicyError(f'"{name}" is no dialect of CODEOWNERS', _suggestion(name))
    dialect = import_module(f"trailers.ownership.dialects.{_MODULES[name]}").DIALECT
    assert isinstance(dialect, Dialect)
    return dialect


def dialect_at(path: str) -> "Dialect":
    """The dialect of a file by its path in the repository; GitHub's where that does not tell."""
    return dialect_named(_AT.get(path, "github"))


def _suggestion(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name[:64].lower(), _MODULES, n=1)
    meant = f'Did you mean "{near[0]}"? ' if near else ""
    return f"{meant}The dialects are: {', '.join(_MODULES)}"
