"""The policy of a work tree: for hooks and for `undersign policy`, which are conveniences."""

import os

from trailers.errors import PolicyError
from trailers.policy.files import PolicyFile, load_files
from trailers.policy.policy import DEFAULT, Policy, RuleNames
from trailers.policy.presence import POLICY_FILES


def policy_at(top: str, rules: RuleNames | None = None) -> Policy:
    """The policy in the files at the top of a work tree, the defaults where there is none."""
    found = policy_file_at(top, rules)
    return found.policy if found else DEFAULT


def policy_file_at(top: str, rules: RuleNames | None = None) -> PolicyFile | None:
    """As `policy_at`, with the file that holds the policy; None where there is none."""
    files = {}
    for name in POLICY_FILES:
        try:
            with open(os.path.join(top, name), "rb") as file:
                files[name] = file.read()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise PolicyError(f"{name} cannot be read: {error.strerror}") from error
    return load_files(files, rules)
