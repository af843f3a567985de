"""The lines that a profile does not allow: some keys at all, and some with an assistant as the person."""

from trailers.disclosure.disclosure import Flaw
from trailers.disclosure.flaws import flaw_of
from trailers.disclosure.profile import Profile
from trailers.message.person import parse_person
from trailers.message.trailer import Trailer
from trailers.typed import Iterable

_IN_PULL_REQUEST = "Remove the line; the disclosure stands in the pull request's text"


def forbidden_lines(trailers: Iterable[Trailer], profile: Profile) -> tuple[Flaw, ...]:
    """The lines that the profile does not allow, as flaws of the field "forbidden".

    Removing the line mends each.
    """
    flaws = []
    for trailer in trailers:
        key = trailer.key.lower()
        if key in profile.forbidden_keys:
            why = f"the profile {profile.name} allows no {trailer.key} in a message"
            flaws.append(flaw_of("forbidden", trailer, why, _IN_PULL_REQUEST))
        elif key in profile.refused_to_assistants and _is_assistant(trailer.value):
            why = f"an assistant cannot stand under {trailer.key}"
            if key == "signed-off-by":
                why += ": only a person can certify the Developer Certificate of Origin"
                remedy = (
                    f"Remove the line; the person who answers for the change adds their own {trailer.key}"
                )
            else:
                why += f" in the profile {profile.name}"
                remedy = _IN_PULL_REQUEST
            flaws.append(flaw_of("forbidden", trailer, why, remedy))
    return tuple(flaws)


def _is_assistant(value: str) -> bool:
    from trailers.assistants.identity import assistant_of

    person = parse_person(value)
    return person is not None and assistant_of(person) is not None
