"""What a scan finds where it cannot go on: a limit was hit, and nobody knows what else the text has."""

from trailers.secrets.found import Found

UNCHECKED = "US200"

TOO_MANY = "it has too many places that look like secrets and are none"


def unchecked(why: str) -> Found:
    """Stands among the findings of a text; `why` goes on from "it could not be checked: "."""
    return Found(UNCHECKED, "", 1, 1, "", why)
