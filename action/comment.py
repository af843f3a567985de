"""The step that comments: one comment on a pull request, made once and then updated.

It is a convenience: what goes wrong here is a warning and never changes the verdict. Only a comment that
begins with our marker and was written under our own login is updated, since others can write the marker too.
"""

import os
import sys
import traceback
from typing import Any

from action.asked import event_here
from action.github_api import Api, ApiError
from action.inputs import InputError, read_author
from action.workflow_commands import annotate, say, stopped
from trailers.errors import UndersignError

LONGEST = 65_536  # characters that GitHub takes
PAGE, PAGES = 100, 100


def main() -> int:
    """Comment. Always 0."""
    try:
        say(f"undersign: {_comment()}")
    except (ApiError, InputError, UndersignError, OSError) as error:
        annotate("warning", f"no comment: {error}")
    except Exception:  # noqa: BLE001  # the edge: the verdict is told already
        with stopped():
            traceback.print_exc(file=sys.stdout)
        annotate("warning", "no comment: this is a defect of undersign's action")
    return 0


def _comment() -> str:
    """What was done."""
    number = event_here().number
    if not number:
        return "no comment, since the event is about no pull request"
    with open(os.environ["COMMENT_FILE"], encoding="utf-8", newline="") as file:
        text = _cut(file.read())
    api = Api(os.environ.get("GITHUB_API_URL", "").rstrip("/"), os.environ["TOKEN"])
    issues = f"/repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    own = _own(api, f"{issues}/{number}/comments", text.partition("\n")[0])
    if own is None:
        return _create(api, f"{issues}/{number}/comments", text)
    if own["body"].replace("\r\n", "\n") == text:
        return "the comment says it already"
    api.ask("PATCH", f"{issues}/comments/{own['id']}", {"body": text})
    return "the comment was updated"


def _create(api: Api, path: str, text: str) -> str:
    if os.environ.get("VERDICT") == "clean":
        return "no comment, since all is well"
    made = api.ask("POST", path, {"body": text})
    author = _login(made)
    if author != read_author(os.environ):
        annotate(
            "warning",
            f"this token writes as {author!a}: say so with the input comment-author, "
            "or the next run writes a second comment",
        )
    return "a comment was made"


def _own(api: Api, path: str, marker: str) -> dict[str, Any] | None:
    """The first comment that is ours."""
    author = read_author(os.environ)
    for page in range(1, PAGES + 1):
        comments = api.ask("GET", f"{path}?per_page={PAGE}&page={page}")
        if not isinstance(comments, list):
            raise ApiError("GitHub's answer is no list of comments")
        for comment in comments:
            if _login(comment) == author and str(comment.get("body")).startswith(marker):
                return dict(comment)
        if len(comments) < PAGE:
            return None
    raise ApiError(f"there are more than {PAGE * PAGES:,} comments")


def _login(comment: Any) -> str:  # noqa: ANN401  # JSON
    user = comment.get("user") if isinstance(comment, dict) else None
    return str(user.get("login", "")) if isinstance(user, dict) else ""


def _cut(text: str) -> str:
    """As much as GitHub takes, with where the rest is."""
    if len(text) <= LONGEST:
        return text
    marker, _, rest = text.partition("\n")
    note = f"{marker}\nCut: the whole report is in the job's summary.\n\n"
    # Within a line it could end in a code span, and what commits hold would come to life.
    return note + rest[: rest.rfind("\n", 0, LONGEST - len(note)) + 1]


if __name__ == "__main__":
    sys.exit(main())
