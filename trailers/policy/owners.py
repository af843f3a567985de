"""The policy's table `[owners]`, which the hook `codeowners` has defaults of without the rest of a policy."""

from trailers.typed import NamedTuple


class OwnersPolicy(NamedTuple):
    """Who owns what: paths of files in the repository, and a dialect; each empty where it is not said."""

    file: str = ""
    dialect: str = ""
    people: str = ""
    baseline: str = ""
