"""Whether a work tree can have a policy: who has none need not load what reads one, which takes 5 ms."""

import os

OWN_FILE = "undersign.toml"
PYPROJECT = "pyproject.toml"
POLICY_FILES = (OWN_FILE, PYPROJECT)


def may_have_policy(top: str) -> bool:
    """Whether a file at the top may hold one; most have a pyproject.toml for other tools alone."""
    if os.path.lexists(os.path.join(top, OWN_FILE)):
        return True
    try:
        with open(os.path.join(top, PYPROJECT), "rb", buffering=0) as file:
            return could_hold_policy(file.read())
    except FileNotFoundError:
        return False
    except OSError:
        return True  # whoever reads the policy says why it cannot be read


def could_hold_policy(pyproject: bytes) -> bool:
    """Whether it is worth parsing: the table's name is in it, or an escape that could spell part of it."""
    return any(sign in pyproject for sign in (b"undersign", b"\\u", b"\\U", b"\\x"))
