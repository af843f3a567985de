"""All that the checks look at, in one value."""

from trailers.adoption.diagnosis.ci.running import Running
from trailers.adoption.diagnosis.clone import Clone
from trailers.adoption.diagnosis.hook_folder import HookFolder
from trailers.adoption.diagnosis.hooks.entry import HookEntry
from trailers.adoption.diagnosis.hooks.frameworks import Framework
from trailers.adoption.diagnosis.machine import Machine
from trailers.adoption.diagnosis.policy_seen import PolicySeen
from trailers.adoption.facts.facts import Facts
from trailers.adoption.facts.tree import Tree
from trailers.installing import agents_md
from trailers.installing.hooks_file import OURS
from trailers.installing.section import MARKDOWN
from trailers.installing.tools.registry import TOOLS
from trailers.policy.policy import Policy
from trailers.typed import NamedTuple


class Seen(NamedTuple):
    """What was seen. Of the paths of `set_up`, HEAD has the `committed` ones, the `changed` otherwise."""

    machine: Machine
    clone: Clone
    tree: Tree
    facts: Facts
    policy_seen: PolicySeen
    folder: HookFolder
    frameworks: tuple[Framework, ...]
    entries: tuple[HookEntry, ...]
    running: Running
    committed: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()

    @property
    def policy(self) -> Policy:
        """The policy that judges, or will."""
        return self.policy_seen.policy

    @property
    def set_up(self) -> tuple[str, ...]:
        """The files of the set-up that change how changes are judged."""
        return set_up_files(self)

    @property
    def is_set_up(self) -> bool:
        """Whether anything of undersign's is here."""
        reads = self.policy_seen
        policies = any(read.is_ours for read in (reads.here, reads.committed, reads.base))
        return bool(policies or self.entries or self.running.files or self.running.scripts or self._assisted)

    @property
    def _assisted(self) -> bool:
        """Whether an assistant's settings name undersign."""
        places = [*(tool.file for tool in TOOLS.values()), agents_md.FILE]
        return any(
            sign in (self.tree.read(path) or "") for path in places for sign in (*OURS, MARKDOWN.begin)
        )


def set_up_files(seen: Seen) -> tuple[str, ...]:
    """Policy, hooks' configuration, what of CI runs undersign, and CODEOWNERS; each once."""
    here = seen.policy_seen.here.file
    named = [here.name] if here else []
    named += [framework.path for framework in seen.frameworks if framework.entries]
    named += [entry.path for entry in seen.entries if entry.path in seen.tree.paths]
    named += [file.path for file in seen.running.files]
    named += [*seen.running.scripts, *seen.facts.codeowners[:1]]
    return tuple(dict.fromkeys(named))
