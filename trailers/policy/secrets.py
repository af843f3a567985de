"""The policy's table `[secrets]`, which the secrets hook has defaults of without the rest of a policy."""

from trailers.typed import Literal, NamedTuple

Mode = Literal["default", "compat"]


class SecretsPolicy(NamedTuple):
    """How secrets are looked for.

    `baseline` and `rules` are paths of files in the repository, empty where there is none; `exclude` are path
    patterns of what is not looked at.
    """

    mode: Mode = "default"
    baseline: str = ""
    rules: str = ""
    exclude: tuple[str, ...] = ()
    decode: bool = False
    archives: bool = False
