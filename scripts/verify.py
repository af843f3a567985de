"""Verify a range of any repository with this checkout: the first run sets up an environment for it.

usage: python3 scripts/verify.py REPOSITORY [RANGE] [OPTION…]

REPOSITORY is a folder in a git repository, RANGE is BASE..HEAD, and the options are those of
`undersign verify`: `python3 scripts/verify.py . --help` tells them. Exit code 0: clean, 1: findings,
2: could not check.
"""

import os
import subprocess
import sys

from environment import SetupError, clean_environ, environment
from pythons import go_on_under_a_new_one


def main(argv: "list[str]") -> int:
    if not argv or argv[0] in ("-h", "--help"):
        print(__doc__, file=sys.stdout if argv else sys.stderr)
        return 0 if argv else 2
    repository = argv[0]
    if not os.path.isdir(repository):
        print(f"undersign: {repository} is not a folder", file=sys.stderr)
        print("  fix: name the repository first: verify.py REPOSITORY [RANGE]", file=sys.stderr)
        return 2
    try:
        python = environment()
    except (SetupError, OSError) as error:
        print(f"undersign: {error}", file=sys.stderr)
        return 2
    command = [python, "-I", "-m", "trailers", "verify", "-C", repository, *argv[1:]]
    if os.name == "posix":
        os.execve(python, command, clean_environ())  # ^C and the exit code are then undersign's own
    return subprocess.call(command, env=clean_environ())


if __name__ == "__main__":
    go_on_under_a_new_one()
    sys.exit(main(sys.argv[1:]))
