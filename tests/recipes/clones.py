"""Clones as each CI makes them, with its own git commands; `depth` is what its setting for that adds.

The commands are those of the runners' logs and sources:
- GitLab: app/presenters/ci/build_runner_presenter.rb (refspecs) in gitlab-org/gitlab
- Jenkins: GitHubSCMBuilder (github-branch-source), GitSCMSourceDefaults and MergeWithGitSCMExtension (git)
- Buildkite: https://buildkite.com/docs/pipelines/configure/git-checkout
- Azure: GitSourceProvider in microsoft/azure-pipelines-agent
- Bitbucket: https://support.atlassian.com/bitbucket-cloud/docs/git-clone-behavior/
- CircleCI: https://circleci.com/docs/reference/configuration-reference/#checkout
"""

from pathlib import Path

from tests.recipes.origin import Origin
from tests.repositories import run_git

HEADS = "+refs/heads/*:refs/remotes/origin/*"


def fetched(origin: Origin, folder: Path, checkout: str, *fetch: str) -> None:
    """An empty repository, one fetch into it, and a detached head."""
    folder.mkdir(parents=True)
    run_git(folder, "init", "-q")
    run_git(folder, "remote", "add", "origin", origin.url)
    run_git(folder, "fetch", "-q", *fetch)
    run_git(folder, "checkout", "-q", "--force", "--detach", checkout)


def deep(depth: int) -> list[str]:
    """The option of a shallow clone or fetch; none for 0."""
    return [f"--depth={depth}"] if depth else []


def gitlab(origin: Origin, folder: Path, commit: str, depth: int) -> None:
    """The runner fetches the pipeline's own ref, and with depth 0 all branches and tags."""
    run_git(origin.path, "update-ref", "refs/pipelines/42", commit)
    every = [] if depth else [HEADS, "+refs/tags/*:refs/tags/*"]
    specs = ["+refs/pipelines/42:refs/pipelines/42", *every]
    fetched(origin, folder, commit, "--prune", *deep(depth), "origin", *specs)


def jenkins(origin: Origin, folder: Path, commit: str, depth: int) -> None:
    """With "Specify ref specs" set as the page says."""
    specs = ["+refs/pull/7/head:refs/remotes/origin/PR-7", HEADS]
    fetched(origin, folder, commit, "--no-tags", "--force", *deep(depth), "origin", *specs)


def jenkins_merged(origin: Origin, folder: Path, depth: int) -> str:
    """A pull request that Jenkins merges with its target; the merge's id, which is GIT_COMMIT."""
    jenkins(origin, folder, origin.head, depth)
    people = {
        f"GIT_{who}_{what}": text
        for who in ("AUTHOR", "COMMITTER")
        for what, text in (("NAME", "Jenkins"), ("EMAIL", "nobody@nowhere"))
    }
    if not depth:  # that merge permits no shallow clone
        run_git(folder, "merge", "-q", origin.target, **people)
    return run_git(folder, "rev-parse", "HEAD")


def buildkite(origin: Origin, folder: Path, ref: str, commit: str, depth: int) -> None:
    """A clone, then the build's ref."""
    run_git(origin.path, "clone", "-q", *deep(depth), "--", origin.url, str(folder))
    run_git(folder, "fetch", "-q", "--prune", *deep(depth), "--", "origin", ref)
    run_git(folder, "checkout", "-q", "--force", commit)


def azure(origin: Origin, folder: Path, commit: str, depth: int) -> None:
    """All branches, and the merge of a pull request."""
    options = ["--force", "--tags", "--prune", "--prune-tags", "--no-recurse-submodules", *deep(depth)]
    specs = [HEADS, "+refs/pull/7/merge:refs/remotes/pull/7/merge"]
    fetched(origin, folder, commit, *options, "origin", *specs)


def bitbucket(origin: Origin, folder: Path, branch: str, depth: int, *, merge: bool = False) -> None:
    """A clone of the branch; for a pull request, with its destination merged into it."""
    run_git(origin.path, "clone", "-q", f"--branch={branch}", *deep(depth), origin.url, str(folder))
    run_git(folder, "reset", "-q", "--hard", "HEAD")
    if merge:
        run_git(folder, "fetch", "-q", "origin", "main")
        if not depth:
            run_git(folder, "merge", "-q", "-m", "Merged main into topic", origin.target)


def circleci(origin: Origin, folder: Path, ref: str, commit: str, depth: int) -> None:
    """A full clone, the ref of the pipeline, and a local branch."""
    run_git(origin.path, "clone", "-q", *deep(depth), origin.url, str(folder))
    run_git(folder, "fetch", "-q", "--force", *deep(depth), "origin", f"{ref}:refs/remotes/origin/built")
    run_git(folder, "checkout", "-q", "--force", "-B", "built", commit)


def plain(origin: Origin, folder: Path, commit: str, depth: int) -> None:
    """git clone and the commit."""
    run_git(origin.path, "clone", "-q", *deep(depth), origin.url, str(folder))
    run_git(folder, "fetch", "-q", *deep(depth), "origin", commit)
    run_git(folder, "checkout", "-q", "--detach", commit)
