"""What each page needs around it, where it is not the example as it is."""

import sys
from collections.abc import Callable

from tests.docs.playing import ROOT
from tests.docs.sandbox import DISCLOSED, JANE, Sandbox, example, unapproved
from tests.secret_values import GITHUB


def _with_message(sandbox: Sandbox) -> None:
    example(sandbox)
    sandbox.write("MESSAGE", f"Read names\n\n{DISCLOSED}AI-Assistance: none\n")


def _with_a_token(sandbox: Sandbox) -> None:
    example(sandbox)
    sandbox.write("src/client.py", f'import os\nTOKEN = "{GITHUB}"\n')
    sandbox.repository.git("add", "src/client.py")


def _with_a_past(sandbox: Sandbox) -> None:
    example(sandbox)
    rules = ("*.toml", "/README.md", "/.github/", "/docs/", "/docs/old/*", "/src/app.py", "/tools/run.sh")
    files = {
        ".github/CODEOWNERS": "".join(f"{rule} @jane\n" for rule in rules),
        "src/legacy/a.py": "",
        "src/legacy/b.py": "",
        "tools/build.sh": "",
        "tools/run.sh": "",
    }
    sandbox.repository.commit("Take over what there was\n", files=files, author=JANE, branch="topic")
    sandbox.repository.check_out()


# By the page's path; every other page finds the example.
PREPARED: dict[str, Callable[[Sandbox], None]] = {
    "docs/how-to/approve.md": unapproved,
    "docs/reference/owners.md": _with_a_past,
    "docs/reference/secrets.md": _with_a_token,
    "docs/reference/trailers.md": _with_message,
}

# What stands in a page for what only its reader knows.
FILLED_IN = {
    "<this repository's URL or path>": str(ROOT),
    "<undersign's repository>": str(ROOT),
    "/path/to/venv/bin/python": sys.executable,
}
