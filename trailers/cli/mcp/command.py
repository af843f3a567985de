"""`undersign mcp`: an MCP server, through which an assistant asks instead of guessing."""

from trailers.cli.options import Directory


def mcp(
    directory: Directory = ".",
) -> int:
    """Serve assistants over standard input and output (MCP). It writes nothing and approves nothing."""
    from trailers.cli.mcp.place import place_at

    place = place_at(directory)
    try:
        import mcp.server.context  # noqa: F401  # version 1 does not have it
    except ImportError as error:
        from trailers.errors import UsageError

        remedy = "pip install 'undersign[mcp]'   # or: uvx --from 'undersign[mcp]' undersign mcp"
        raise UsageError(f"the MCP server needs a package that is not there: {error.name}", remedy) from error
    from trailers.cli.mcp.server import serve

    return serve(place)
