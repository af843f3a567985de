"""When each part of a disclosure is due: DESIGN's table "When each is due", in code."""

from trailers.disclosure.vocabulary import Field
from trailers.verify.setting import Setting


def is_due(field: Field, setting: Setting) -> bool:
    """Whether the policy asks for the field and the destination's profile carries it in the message.

    A project that takes no AI-assisted commits asks for nothing more.
    """
    if setting.profile.place != "message" or setting.policy.disclosure.mode == "forbid":
        return False
    return field in setting.policy.disclosure.required and field in setting.profile.carries


def approver_is_pending(setting: Setting) -> bool:
    """Whether an approval that is missing may still come: it is due at the merge, and this is before it."""
    return setting.policy.approver.due == "merge" and setting.stage != "merge"
