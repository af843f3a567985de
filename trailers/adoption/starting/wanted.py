"""What is asked for: which parts, where it is not as the repository shows it."""

from trailers.typed import Literal, NamedTuple

Part = Literal["policy", "hooks", "ci", "codeowners"]
PARTS: tuple[Part, ...] = ("policy", "hooks", "ci", "codeowners")


class Wanted(NamedTuple):
    """The parts; the URL of the hooks' home; the owners of everything; None where the facts decide.

    `exempt` is the commit that the policy exempts with all that it reaches, empty where there is none.
    """

    parts: tuple[Part, ...] = PARTS
    hooks_from: str = ""
    owners: tuple[str, ...] = ()
    secrets_hook: bool | None = None
    owners_hook: bool | None = None
    exempt: str = ""
