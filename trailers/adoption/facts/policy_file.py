"""Which files hold a policy of undersign's, right or wrong."""

import tomllib

from trailers.adoption.facts.tree import Tree
from trailers.policy.presence import OWN_FILE, PYPROJECT


def policies_of(tree: Tree) -> tuple[str, ...]:
    """The files, by name: none, one, or both, which `undersign policy check` refuses."""
    own = (OWN_FILE,) if OWN_FILE in tree.paths else ()
    return (*own, PYPROJECT) if _has_section(tree.read(PYPROJECT) or "") else own


def _has_section(pyproject: str) -> bool:
    try:
        tool = tomllib.loads(pyproject).get("tool")
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
    return isinstance(tool, dict) and "undersign" in tool
