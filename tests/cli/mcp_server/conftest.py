"""A server at a repository, and the client of the official package that asks it."""

import json
import os
import sys

import pytest

from tests.owned import make_owned
from tests.repositories import CLAUDE, CONTEXT, DISCLOSED, MODEL, Repository, message


class Asking:
    """A server at a repository, and the client that asks it."""

    def __init__(self, portal, client):
        self.portal = portal
        self.client = client

    def list(self):
        return self.portal.call(self.client.list_tools).tools

    def result(self, name, **arguments):
        return self.portal.call(self.client.call_tool, name, arguments)

    def __call__(self, name, **arguments):
        """The structured answer, which the client has compared with the tool's schema."""
        result = self.result(name, **arguments)
        assert not result.is_error, result.content[0].text
        assert json.loads(result.content[0].text) == result.structured_content
        return result.structured_content

    def refused(self, name, **arguments):
        result = self.result(name, **arguments)
        assert result.is_error
        assert result.structured_content is None
        return result.content[0].text


@pytest.fixture(scope="module")
def portal():
    from_thread = pytest.importorskip("anyio.from_thread", reason="the extra `mcp` is not installed")
    with from_thread.start_blocking_portal() as portal:
        yield portal


@pytest.fixture(scope="module")
def serving(portal, tmp_path_factory):
    """Start a server in a directory, with more in its environment."""
    mcp = pytest.importorskip("mcp")
    opened = []

    def start(directory, *, mode="auto", name="test", **environ):
        home = str(tmp_path_factory.mktemp("home"))
        parameters = mcp.StdioServerParameters(
            command=sys.executable,
            args=["-I", "-m", "trailers", "mcp", "-C", str(directory)],
            env={**os.environ, "HOME": home, **environ},
            cwd=home,
        )
        info = mcp.types.Implementation(name=name, version="1")
        manager = portal.wrap_async_context_manager(mcp.Client(parameters, mode=mode, client_info=info))
        opened.append(manager)
        return Asking(portal, manager.__enter__())

    yield start
    for manager in reversed(opened):
        manager.__exit__(None, None, None)


@pytest.fixture(scope="module")
def within(portal):
    """A server for a directory in this process, spoken to without a transport: a tenth of the time."""
    mcp = pytest.importorskip("mcp")
    from trailers.cli.mcp.place import place_at
    from trailers.cli.mcp.server import server_for

    opened = []

    def start(directory, *, name="test", **environ):
        place = place_at(str(directory))
        server = server_for(place._replace(environ={**os.environ, "HOME": "", **environ}))
        info = mcp.types.Implementation(name=name, version="1")
        manager = portal.wrap_async_context_manager(mcp.Client(server, client_info=info))
        opened.append(manager)
        return Asking(portal, manager.__enter__())

    yield start
    for manager in reversed(opened):
        manager.__exit__(None, None, None)


@pytest.fixture(scope="module")
def history(tmp_path_factory):
    """A history with owners: the base, then what an assistant has disclosed, and what it has not."""
    repository = make_owned(Repository(tmp_path_factory.mktemp("mcp") / "repository"))
    repository.branch("base")
    repository.disclosed = repository.commit(message(MODEL, CONTEXT), files={"docs/a": "changed\n"})
    repository.silent = repository.commit("Undisclosed\n", author=CLAUDE, files={"src/new": "1\n"})
    repository.branch("approved", at="base")
    repository.commit(message(DISCLOSED), files={"docs/b": "1\n"}, branch="approved")
    repository.check_out()
    return repository


@pytest.fixture(scope="module")
def ask(within, history):
    return within(history.path)
