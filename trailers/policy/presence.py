"""Whether a work tree can have a policy: who has none need not load what reads one, which takes 5 ms."""

import os

# As `files.POLICY_FILES`, which is part of what need not be loaded.
_NAMES = ("undersign.toml", "pyproject.toml")


def can_have_policy(top: str) -> bool:
    """Whether there is a file at the top of the work tree that can hold one."""
    return any(os.path.lexists(os.path.join(top, name)) for name in _NAMES)
