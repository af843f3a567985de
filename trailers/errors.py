"""What could not be checked, and what the user does about it.

UndersignError          exit code 2, never 1 and never 0
├── UsageError          the command line or its combination of options
├── MessageError        a message that cannot be read or written
├── GitError            git is missing, too old, failed or took too long
├── RangeError          a range that does not exist, is empty, or is cut off
└── PolicyError         a policy that cannot be read, or that asks for another version
"""


class UndersignError(Exception):
    """Something could not be checked.

    `remedy` is what the user does or types next; it is printed on a line of its own.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageError(UndersignError):
    """The command line asks for something that does not go together."""


class MessageError(UndersignError):
    """A commit message that cannot be read or written."""


class GitError(UndersignError):
    """git is missing, too old, failed or took too long."""


class RangeError(UndersignError):
    """A range that does not exist, is empty, or is cut off by a shallow clone."""


class PolicyError(UndersignError):
    """A policy that cannot be read, or that asks for another version of undersign."""
