"""How a project wants AI help written: what the writing hooks need of its policy."""

from trailers.disclosure.profile import Profile
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.vocabulary import Keys
from trailers.policy.attribution import AttributionPolicy
from trailers.policy.context import ContextPolicy
from trailers.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from trailers.policy.policy import Policy


class Form(NamedTuple):
    """The profile and the keys to write, and what is wanted of contexts and of vendors' own lines."""

    profile: Profile
    keys: Keys
    context: ContextPolicy
    attribution: AttributionPolicy


def form_of(policy: "Policy") -> Form:
    """What a policy says."""
    profile = profile_named(policy.disclosure.profile)
    return Form(profile, profile.keys_with(policy.disclosure.keys), policy.context, policy.attribution)


def plain_form() -> Form:
    """What holds where there is no policy, which need not be loaded for it."""
    profile = profile_named("default")
    return Form(profile, profile.keys, ContextPolicy(), AttributionPolicy())
