"""GitHub's REST interface for a pull request's comments, played by a server on this machine.

https://docs.github.com/en/rest/issues/comments
"""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

COMMENTS = "/repos/austen/emma/issues/7/comments"
BOT = "github-actions[bot]"


class CommentsApi:
    """Keeps comments, remembers every call, and answers with `refusal` where that is set."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.calls: list[str] = []
        self.tokens: set[str] = set()
        self.author = BOT
        self.refusal: tuple[int, dict[str, str]] | None = None
        self.refused_methods: tuple[str, ...] = ("GET", "POST", "PATCH")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def add(self, body: str, author: str = BOT) -> dict[str, Any]:
        comment = {"id": 1000 + len(self.comments), "body": body, "user": {"login": author}}
        self.comments.append(comment)
        return comment

    def answer(self, method: str, path: str, body: dict[str, str]) -> tuple[int, dict[str, str], object]:
        if self.refusal and method in self.refused_methods:
            return *self.refusal, {"message": "no\n::error::injected"}
        where, query = urlsplit(path).path, parse_qs(urlsplit(path).query)
        if method == "GET" and where == COMMENTS:
            size, page = int(query["per_page"][0]), int(query["page"][0])
            return 200, {}, self.comments[(page - 1) * size : page * size]
        if method == "POST" and where == COMMENTS:
            return 201, {}, self.add(body["body"], self.author)
        for comment in self.comments:
            if method == "PATCH" and where == f"/repos/austen/emma/issues/comments/{comment['id']}":
                comment["body"] = body["body"]
                return 200, {}, comment
        return 404, {}, {"message": "Not Found"}


def _handler(api: CommentsApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else {}
            api.calls.append(f"{self.command} {self.path}")
            api.tokens.add(self.headers.get("Authorization", ""))
            status, headers, answer = api.answer(self.command, self.path, body)
            data = json.dumps(answer).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = _serve  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    return Handler
