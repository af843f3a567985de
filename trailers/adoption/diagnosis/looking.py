"""Look at a repository: git and its files are read, and nothing of it is run."""

from trailers.adoption.diagnosis.ci.running import running_in
from trailers.adoption.diagnosis.clone import clone_of
from trailers.adoption.diagnosis.hook_folder import HookFolder, hook_folder
from trailers.adoption.diagnosis.hooks.frameworks import frameworks_in
from trailers.adoption.diagnosis.hooks.scripts import configured_entries, script_entries
from trailers.adoption.diagnosis.machine import Machine
from trailers.adoption.diagnosis.policy_seen import policy_seen
from trailers.adoption.diagnosis.seen import Seen
from trailers.adoption.facts.facts import facts_of
from trailers.adoption.facts.tree import Tree
from trailers.process import Git
from trailers.repository.listing import begin_tree_files, tree_paths
from trailers.repository.opening import Repository

_LARGEST = 1 << 20  # bytes of a file that is looked into


def look(repository: Repository, tree: Tree, top: str, machine: Machine) -> Seen:
    """What there is to see. GitError where git does not tell."""
    git = repository.git
    clone = clone_of(repository, top)
    facts = facts_of(tree)
    folder = HookFolder("", {}) if clone.bare else hook_folder(git)
    frameworks = tuple(frameworks_in(tree))
    entries = [entry for framework in frameworks for entry in framework.entries]
    entries += script_entries(tree, folder)
    entries += configured_entries(clone.config)
    running = running_in(tree, facts.cis)
    seen = Seen(
        machine,
        clone,
        tree,
        facts,
        policy_seen(repository, clone),
        folder,
        frameworks,
        tuple(entries),
        running,
    )
    return _compared(seen, git)


def committed_tree(repository: Repository, head: str) -> Tree:
    """The tree of a commit, where there is no work tree; empty where there is no commit."""
    git = repository.git
    paths = tuple(tree_paths(git, head)) if head else ()

    def read(path: str) -> str | None:
        data = git.ask("cat-file", "blob", f"{head}:{path}") if path in paths else None
        try:
            return None if data is None or len(data) > _LARGEST else data.decode()
        except UnicodeDecodeError:
            return None

    return Tree(paths, read, frozenset(path.partition("/")[0] for path in paths))


def _compared(seen: Seen, git: Git) -> Seen:
    """With what HEAD has of the set-up; line ends are not told apart, which a checkout may change."""
    if not seen.clone.head or not seen.set_up:
        return seen
    stored = begin_tree_files(git, seen.clone.head, seen.set_up)()
    changed = set()
    for path, tracked in stored.items():
        here = seen.tree.read(path)
        there = git.ask("cat-file", "blob", tracked.id)
        if here is None or there is None:  # it cannot be read, which is told
            continue
        if there.replace(b"\r\n", b"\n") != here.encode().replace(b"\r\n", b"\n"):
            changed.add(path)
    return seen._replace(committed=frozenset(stored), changed=frozenset(changed))
