"""The explicit negative: `AI-Assistance: none`."""

from trailers.disclosure.disclosure import Flaw
from trailers.disclosure.flaws import flaw_of
from trailers.message.trailer import Trailer


def read_denial(trailer: Trailer) -> tuple[Trailer | None, Flaw | None]:
    """The line where it says that there was no AI help, or what is wrong with it."""
    if trailer.value.lower() == "none":
        return trailer, None
    why = 'only "none" can stand here' if trailer.value else "the value is empty"
    advice = (
        f"Write {trailer.key}: none where no AI helped; where one did, remove the line and name the model"
    )
    return None, flaw_of("none", trailer, why, advice)
