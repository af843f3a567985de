"""A look with its progress on the terminal."""

from trailers.cli.progress import progress
from trailers.verify.secrets.asked import Asked
from trailers.verify.secrets.edge import Edge, Seen
from trailers.verify.secrets.looking import look


def look_watched(asked: Asked, edge: Edge) -> Seen:
    """Look, and count what was looked at while it takes long."""
    with progress("commits" if asked.range else "files") as show:
        return look(asked, edge._replace(progress=show))
