"""The repository that every CI clones: one branch, one pull request, and the merge of it."""

from pathlib import Path
from typing import NamedTuple

from tests.repositories import CLAUDE, CONTEXT, DISCLOSED, MODEL, Repository, message

# The last commit's message, and the policy where it is not the defaults'.
KINDS = {
    "clean": message(DISCLOSED, title="Read values"),
    "findings": message(f"Co-authored-by: {CLAUDE}\n", title="Read values"),
    "unapproved": message(MODEL, CONTEXT, title="Read values"),
    "warned": message(MODEL, CONTEXT, title="Read values"),
}
_POLICIES = {"unapproved": '[approver]\ndue = "merge"\n', "warned": '[severity]\nUS103 = "warning"\n'}
NUMBER = "7"


class Origin(NamedTuple):
    """A bare repository. `fork` is where `topic` left `main`, `target` is main's tip, `merge` joins the two.

    Where the pull request is `merged`, `main` is the merge, and `topic` is gone.
    """

    path: Path
    fork: str
    target: str
    head: str
    merge: str

    @property
    def url(self) -> str:
        """An address that git clones over its protocol, so that depth and filters count."""
        return self.path.as_uri()


def make_origin(path: Path, kind: str, *, merged: bool) -> Origin:
    """Three commits on `topic`, the last one of the kind; `main` has gone on meanwhile."""
    made = Repository(path, bare=True)
    fork = made.commit("The beginning\n", files={"undersign.toml": _POLICIES.get(kind, "")})
    made.branch("topic")
    made.commit("Read keys\n", files={"keys": "1\n"}, branch="topic")
    made.commit(message(DISCLOSED, title="Read lists"), files={"lists": "1\n"}, branch="topic")
    head = made.commit(KINDS[kind], files={"values": "1\n"}, branch="topic")
    target = made.commit("Meanwhile\n", files={"meanwhile": "1\n"})
    made.branch("refs/pull/7/merge", at="main")
    merge = made.merge("Merge branch 'topic'\n", "topic", branch="refs/pull/7/merge")
    made.move(f"refs/pull/{NUMBER}/head", head)
    made.move(f"refs/merge-requests/{NUMBER}/merge", merge)
    if merged:
        made.move("main", merge)
        (path / "refs" / "heads" / "topic").unlink()
    made.git("config", "uploadpack.allowFilter", "true")
    made.git("config", "uploadpack.allowReachableSHA1InWant", "true")
    return Origin(path, fork, target, head, merge)
