"""Where the MCP server stands: the one repository that its tools ask, and who asks."""

import os

from trailers.assistants.environment import Assistant, at_keyboard
from trailers.assistants.names import UNNAMED, name_of
from trailers.cli.console import git_in
from trailers.errors import UsageError
from trailers.process import Git
from trailers.typed import Mapping, NamedTuple

# How clients call themselves when they connect (`clientInfo.name`), by how that begins. Some start a server
# without the variables by which they are known elsewhere.
_CLIENTS = {
    "claude-code": "claude-code",
    "codex-mcp-client": "codex",
    "gemini-cli-mcp-client": "gemini-cli",
    "cursor": "cursor",
    "windsurf": "windsurf",
    "visual studio code": "vscode-agent",
    "visual-studio-code": "vscode-agent",
    "opencode": "opencode",
    "zed": "zed",
}


class Place(NamedTuple):
    """The repository, as git is asked about it, and the environment that the server was started in."""

    git: Git
    environ: Mapping[str, str]
    client: str = ""

    @property
    def assistant(self) -> Assistant:
        """Who asks, always an assistant: whom the environment tells, else who the client says it is."""
        found = at_keyboard(self.environ, has_terminal=False)
        if found is not None and found.id != UNNAMED:
            return found
        name = self.client.lower()
        known = next((identity for start, identity in _CLIENTS.items() if name.startswith(start)), UNNAMED)
        return Assistant(known, name_of(known), "strong", "the name of the MCP client")


def place_at(directory: str) -> Place:
    """The place for a directory, which has to be there; whether it is in a repository, each tool says.

    The directory is made absolute, so that no GIT_DIR of the caller leads elsewhere.
    """
    if not os.path.isdir(directory):
        raise UsageError(f"no such directory: {directory}", "undersign mcp -C DIRECTORY")
    return Place(git_in(os.path.abspath(directory)), os.environ)
