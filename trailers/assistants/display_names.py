"""The names that betray an assistant by themselves: those that a tool writes and that no person has."""

from trailers.assistants.marker import Sign

# What aider appends to the name of its user (`--attribute-author`, on by default).
SUFFIXES: dict[str, Sign] = {" (aider)": Sign("aider", "certain", "aider")}

NAMES_ALONE: dict[str, Sign] = {
    "copilot-swe-agent[bot]": Sign("github-copilot", "strong", "cchk"),
    "Copilot Autofix powered by AI": Sign("github-copilot", "medium", "observed"),
    "openhands": Sign("openhands", "medium", "oh"),
}


def sign_of_name(name: str) -> Sign | None:
    """The sign that a name alone is; only an author or committer is judged by it."""
    for suffix, sign in SUFFIXES.items():
        if name.endswith(suffix) and len(name) > len(suffix):
            return sign
    return NAMES_ALONE.get(name)
