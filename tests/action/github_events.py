"""GitHub's events, as far as they are read, in the shape of its webhooks.

https://docs.github.com/en/webhooks/webhook-events-and-payloads
"""

from typing import Any

Event = dict[str, Any]
ZERO = "0" * 40
_OWNER = {"login": "austen", "type": "User"}
_REPOSITORY = {"full_name": "austen/emma", "default_branch": "main", "owner": _OWNER, "fork": False}


def pull_request(
    base: str, head: str, *, action: str = "opened", body: str | None = None, fork: bool = False
) -> Event:
    """`pull_request` and `pull_request_target`; `synchronize` names the tips before and after too."""
    theirs = _REPOSITORY | {"full_name": "keats/emma", "fork": True} if fork else _REPOSITORY
    more = {"before": base, "after": head} if action == "synchronize" else {}
    return more | {
        "action": action,
        "number": 7,
        "pull_request": {
            "number": 7,
            "title": "A change; $(touch owned) ::error::x",
            "body": body,
            "user": _OWNER,
            "base": {"ref": "main", "sha": base, "repo": _REPOSITORY},
            "head": {"ref": "topic", "sha": head, "repo": theirs},
        },
        "repository": _REPOSITORY,
    }


def push(before: str, after: str, *, ref: str = "refs/heads/topic", forced: bool = False) -> Event:
    """`push`; the zero id stands for a branch that is not there."""
    return {
        "ref": ref,
        "before": before,
        "after": after,
        "created": before == ZERO,
        "deleted": after == ZERO,
        "forced": forced,
        "repository": _REPOSITORY,
        "pusher": {"name": "austen"},
    }


def merge_group(base: str, head: str) -> Event:
    """`merge_group`."""
    return {
        "action": "checks_requested",
        "merge_group": {
            "base_sha": base,
            "base_ref": "refs/heads/main",
            "head_sha": head,
            "head_ref": f"refs/heads/gh-readonly-queue/main/pr-7-{base}",
        },
        "repository": _REPOSITORY,
    }


def without_a_range() -> Event:
    """`schedule` and `workflow_dispatch`."""
    return {"inputs": None, "ref": "refs/heads/main", "repository": _REPOSITORY}
