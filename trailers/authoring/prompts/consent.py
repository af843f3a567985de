"""Whether a project has agreed that the text of prompts stands in its commits.

The work tree's policy is anybody's to change who works in it, an assistant too: it can say no, and yes only
where the commits say so that the change starts from. Those are HEAD, and where the branch left its upstream
and the remotes' default branches; of a branch that it has nothing in common with, the tip.
"""

from trailers.errors import PolicyError
from trailers.policy.context import ContextPolicy
from trailers.policy.files import load_files
from trailers.policy.policy import DEFAULT
from trailers.policy.presence import POLICY_FILES
from trailers.process import Git
from trailers.typed import Iterator

# Of each line the first that is there: a HEAD is there after a clone, and not after `git remote add`.
_ELSEWHERE = (
    ("@{upstream}",),
    ("refs/remotes/upstream/HEAD", "refs/remotes/upstream/main", "refs/remotes/upstream/master"),
    ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"),
)


def agreed(policy: ContextPolicy, git: Git) -> tuple[ContextPolicy, str]:
    """The work tree's policy, as far as all those commits agree on prompts; and why they do not, or ''."""
    commits = dict.fromkeys(_commits(git))
    if not commits:
        return policy._replace(prompt=False), "there is no commit yet whose policy says so too"
    for commit in commits:
        try:
            committed = _policy_of(commit, git)
        except PolicyError:
            return policy._replace(prompt=False), f"the policy at {commit[:12]} cannot be read"
        if not committed.prompt:
            return policy._replace(prompt=False), f"the policy at {commit[:12]} does not say so"
        policy = policy._replace(prompt_length=min(policy.prompt_length, committed.prompt_length))
    return policy, ""


def _commits(git: Git) -> Iterator[str]:
    head = _commit("HEAD", git)
    if not head:
        return
    yield head
    for names in _ELSEWHERE:
        tip = next(filter(None, (_commit(name, git) for name in names)), "")
        if tip:
            found = git.ask("merge-base", head, tip) or b""
            yield next(iter(found.decode("ascii", "replace").split()), tip)


def _commit(name: str, git: Git) -> str:
    found = git.ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") or b""
    return found.decode("ascii", "replace").strip()


def _policy_of(commit: str, git: Git) -> ContextPolicy:
    files = {name: git.ask("cat-file", "blob", f"{commit}:{name}") for name in POLICY_FILES}
    there = {name: data for name, data in files.items() if data is not None}
    found = load_files(there, place=f" at {commit[:12]}")
    return (found.policy if found else DEFAULT).context
