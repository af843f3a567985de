"""Whether a work tree can have a policy: who has none need not load what reads one, which takes 5 ms."""

import os

OWN_FILE = "undersign.toml"
PYPROJECT = "pyproject.toml"
POLICY_FILES = (OWN_FILE, PYPROJECT)


def can_have_policy(top: str) -> bool:
    """Whether there is a file at the top of the work tree that can hold one."""
    return any(os.path.lexists(os.path.join(top, name)) for name in POLICY_FILES)
