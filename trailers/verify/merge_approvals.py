"""Which commits an approved merge covers: those that it alone brings in.

A merge brings in what its other parents reach and its first parent does not, as in
`git rev-list MERGE^2 ^MERGE^1`. The walk goes by generation, as git's own does, so that it costs what
the branch is long and not what the history is.
"""

from heapq import heapify, heappop, heappush

from trailers.typed import Iterable, Mapping

# Commits that merges may bring in before the search ends: branches that bring in the same history again and
# again are no history that people make. What is not found covered stays without an approval.
MOST_STEPS = 2_000_000

Graph = Mapping[str, tuple[str, ...]]


def covering_merges(graph: Graph, merges: Iterable[str], wanted: Iterable[str]) -> dict[str, list[str]]:
    """For each wanted commit, the merges of `merges` that bring it in."""
    covered: dict[str, list[str]] = {commit: [] for commit in wanted}
    merges = tuple(merges) if covered else ()
    generations = _generations(graph) if merges else {}
    steps = 0
    for merge in merges:
        brought = _brought_in(graph, generations, merge)
        for commit in brought:
            if commit in covered:
                covered[commit].append(merge)
        steps += len(brought)
        if steps > MOST_STEPS:
            break
    return {commit: found for commit, found in covered.items() if found}


def _brought_in(graph: Graph, generations: Mapping[str, int], merge: str) -> list[str]:
    first, *others = graph[merge]
    mainline = {first}
    seen = {first, *others}
    queue = [(-generations.get(commit, 0), commit) for commit in seen]
    heapify(queue)
    open_branch = sum(commit != first for commit in seen)
    brought = []
    while open_branch:
        _, commit = heappop(queue)
        on_mainline = commit in mainline
        if not on_mainline:
            open_branch -= 1
            if commit in graph:
                brought.append(commit)
        for parent in graph.get(commit, ()):
            if on_mainline and parent not in mainline:
                mainline.add(parent)
                open_branch -= parent in seen
            if parent not in seen:
                seen.add(parent)
                heappush(queue, (-generations.get(parent, 0), parent))
                open_branch += not on_mainline
    return brought


def _generations(graph: Graph) -> dict[str, int]:
    """For each commit, one more than the highest of its parents; 0 outside the graph."""
    generations: dict[str, int] = {}
    # git lists children first, but where clocks were wrong: then a parent is done when it is asked for.
    for commit in reversed(list(graph)):
        waiting = [commit]
        while waiting:
            parents = graph[waiting[-1]]
            unknown = [parent for parent in parents if parent not in generations and parent in graph]
            if unknown:
                waiting += unknown
            else:
                highest = max([generations.get(parent, 0) for parent in parents], default=0)
                generations[waiting.pop()] = highest + 1
    return generations
