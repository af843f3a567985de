"""The profiles by name. Each family of dialects is a module here, imported when one of it is asked for."""

from trailers.disclosure.profile import Profile
from trailers.errors import PolicyError

# The module that holds each profile, as its upper-case constant.
_MODULES = {
    "default": "colon",
    "kernel": "kernel",
    "openssf": "colon",
    "apache": "tool_model",
    "openinfra": "tool_model",
    "fedora": "any_text",
    "llvm": "any_text",
    "slash": "slash",
    "netbeans": "netbeans",
    "open-liberty": "open_liberty",
    "co-authored-by": "co_authored_by",
    "pr-body": "pr_body",
}
# The kernel's rule until 7.2 is what the OpenSSF's projects kept.
_OTHER_NAMES = {"kernel-7.2": "openssf"}


def profile_names() -> tuple[str, ...]:
    """Every name that a policy may give, other names for the same profile included."""
    return (*_MODULES, *_OTHER_NAMES)


def profile_named(name: str) -> Profile:
    """The profile of that name. Raises PolicyError, with what may have been meant."""
    from importlib import import_module

    own = _OTHER_NAMES.get(name, name)
    if own not in _MODULES:
        raise PolicyError(f'"{name}" is no profile', _suggestion(name))
    # One family of twelve is used in a run, and the message hook pays for each module that it loads.
    module = import_module(f"trailers.disclosure.profiles.{_MODULES[own]}")
    profile = getattr(module, own.upper().replace("-", "_"))
    assert isinstance(profile, Profile)
    return profile


def _suggestion(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), profile_names(), n=1)
    meant = f'Did you mean "{near[0]}"? ' if near else ""
    return f"{meant}The profiles are: {', '.join(profile_names())}"
