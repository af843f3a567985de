"""The MCP server over standard input and output: the tools, spoken in the protocol.

The package keeps standard output for the protocol: while it serves, everything else that is printed goes
to standard error.
"""

import gc
import json
import sys
import traceback
from functools import partial

import anyio
import anyio.to_thread
from mcp import types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from trailers.cli.mcp.arguments import Arguments, schema_of
from trailers.cli.mcp.place import Place
from trailers.cli.mcp.tools import TOOLS, Tool, call
from trailers.errors import UndersignError
from trailers.output.printable import printable_lines
from trailers.typed import Any, Awaitable, Callable
from trailers.version import VERSION

INSTRUCTIONS = (
    "undersign keeps the record of AI help in git commits: which model, which conversation, and which person "
    "answers for it. Before you commit, call suggest_trailers and then check_message; before you push, "
    "verify_range. Only a person approves: never write an Approved-by yourself."
)
_BY_NAME = {tool.name: tool for tool in TOOLS}
_NO_EFFECT = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_Context = ServerRequestContext[Any, Any]


def serve(place: Place) -> int:
    """Serve until standard input ends."""
    gc.enable()  # the command turns it off, which a process that stays cannot afford
    code = 0
    try:
        anyio.run(_serve, place)
    except* OSError:  # the client has gone
        code = 2
    return code


async def _serve(place: Place) -> None:
    server = server_for(place)
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


def server_for(place: Place) -> Server[Any]:
    """The server for one repository, to be run over any transport."""
    return Server(
        "undersign",
        version=VERSION,
        title="undersign",
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=_calling(place),
    )


async def _list_tools(_: _Context, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
    return types.ListToolsResult(tools=list(map(_described, TOOLS)))


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=schema_of(tool.parameters),
        output_schema=tool.output,
        annotations=_NO_EFFECT,
    )


def _calling(
    place: Place,
) -> Callable[[_Context, types.CallToolRequestParams], Awaitable[types.CallToolResult]]:
    """What answers a call, in a thread of its own: the server goes on listening."""
    one_at_a_time = anyio.CapacityLimiter(1)

    async def call_tool(context: _Context, asked: types.CallToolRequestParams) -> types.CallToolResult:
        client = context.session.client_params
        here = place._replace(client=client.client_info.name if client else "")
        work = partial(_answer, here, asked.name, asked.arguments or {})
        return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=one_at_a_time)

    return call_tool


def _answer(place: Place, name: str, given: Arguments) -> types.CallToolResult:
    """The tool's result; what could not be done is an error result, which the assistant can read."""
    tool = _BY_NAME.get(name)
    if tool is None:
        return _failed(f"there is no such tool\nfix: the tools are {', '.join(_BY_NAME)}")
    try:
        answer = call(tool, place, given)
    except UndersignError as error:
        told = printable_lines(error.message)
        return _failed(f"{told}\nfix: {printable_lines(error.remedy)}" if error.remedy else told)
    except Exception:  # noqa: BLE001  # an edge: one broken call must not end the server
        traceback.print_exc(file=sys.stderr)
        return _failed(f"undersign {VERSION} failed: this is a defect; nothing was checked")
    text = json.dumps(answer, ensure_ascii=True)
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=text)], structured_content=answer
    )


def _failed(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=True)
