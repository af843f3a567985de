"""Play pages and show what each step prints: `python -m tests.docs docs/how-to/approve.md …`."""

import sys
import tempfile
from pathlib import Path

from tests.docs.played_page import play_page


def main() -> int:
    mistakes = 0
    for page in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            for played in play_page(page, Path(folder)):
                print(f"--- {page}:{played.step.line}\n{played.step.text}+++ exit code {played.code}")
                print(played.printed + (f"*** {played.mistake}" if played.mistake else ""))
                mistakes += bool(played.mistake)
    return 1 if mistakes else 0


if __name__ == "__main__":
    raise SystemExit(main())
