"""What a repository has, all in one value."""

from trailers.adoption.facts.assistant import Assistant, assistants_of
from trailers.adoption.facts.ci import Ci, cis_of
from trailers.adoption.facts.forge import Forge, forge_of
from trailers.adoption.facts.hook_manager import HookManager, hook_managers_of
from trailers.adoption.facts.language import Language, languages_of, manifests_of
from trailers.adoption.facts.other_tool import OtherTool, other_tools_of
from trailers.adoption.facts.policy_file import policies_of
from trailers.adoption.facts.tree import Tree
from trailers.ownership.dialects.registry import PLACES
from trailers.typed import NamedTuple


class Facts(NamedTuple):
    """The forge (None where nothing tells it), and what else is found; each tuple is empty where nothing is.

    `codeowners` are the CODEOWNERS files at places where a forge looks, `policies` the files with a policy.
    `default_branch` is empty where it is not known.
    """

    forge: Forge | None
    cis: tuple[Ci, ...]
    languages: tuple[Language, ...]
    manifests: tuple[str, ...]
    hook_managers: tuple[HookManager, ...]
    other_tools: tuple[OtherTool, ...]
    assistants: tuple[Assistant, ...]
    codeowners: tuple[str, ...]
    policies: tuple[str, ...]
    default_branch: str


def facts_of(tree: Tree) -> Facts:
    """What the tree has."""
    return Facts(
        forge_of(tree),
        cis_of(tree),
        languages_of(tree),
        manifests_of(tree),
        hook_managers_of(tree),
        other_tools_of(tree),
        assistants_of(tree),
        tuple(path for path in PLACES if path in tree.paths),
        policies_of(tree),
        tree.default_branch,
    )
