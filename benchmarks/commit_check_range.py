"""commit-check over a range, with its own Python: it has no range mode, and one process a commit is slower.

usage: PYTHON_OF_COMMIT_CHECK commit_check_range.py RANGE
"""

import subprocess
import sys

from commit_check.api import validate_message

CONFIG = {"commit": {"require_signed_off_by": True, "ai_attribution": "disclose"}}

log = ["git", "log", "-z", "--format=%B", sys.argv[1]]
messages = subprocess.run(log, capture_output=True, text=True, check=True).stdout.split("\0")
results = [validate_message(message, config=CONFIG)["status"] for message in messages if message]
sys.exit("fail" in results)
