"""The policy's table `[attribution]`: what becomes of the lines that assistants write about themselves."""

from trailers.typed import Literal, NamedTuple

Vendor = Literal["normalise", "keep"]


class AttributionPolicy(NamedTuple):
    """Whether a vendor's own lines are said anew in the project's profile, or stay as they are."""

    vendor: Vendor = "normalise"
