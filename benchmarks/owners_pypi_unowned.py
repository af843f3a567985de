"""The tracked files without an owner by PyPI's codeowners, with its own Python: it is a library only.

usage: PYTHON_OF_CODEOWNERS owners_pypi_unowned.py CODEOWNERS
"""

import subprocess
import sys

from codeowners import CodeOwners

with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as file:
    owners = CodeOwners(file.read())
tracked = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True).stdout
for path in tracked.decode("utf-8", "surrogateescape").split("\0"):
    if path and not owners.of(path):
        print(path)
