"""Where compiled databases are kept: the user's own cache, never the repository."""

import os

from trailers.typed import Mapping

_NAME = "undersign"


def cache_home(environ: Mapping[str, str], platform: str) -> str:
    """The directory, which need not be there; empty where the environment names none.

    XDG Base Directory Specification: XDG_CACHE_HOME where it is absolute, else ~/.cache.
    """
    if platform == "win32":
        base = environ.get("LOCALAPPDATA", "")
        return os.path.join(base, _NAME, "Cache") if base else ""
    given = environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):
        return os.path.join(given, _NAME)
    home = environ.get("HOME", "")
    if not os.path.isabs(home):
        return ""
    folder = ("Library", "Caches") if platform == "darwin" else (".cache",)
    return os.path.join(home, *folder, _NAME)
