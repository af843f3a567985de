"""Ask GitHub's REST interface, at the address that the runner gives.

https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
"""

import json
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any, NamedTuple

VERSION = "2022-11-28"
_SECONDS = 30
_LARGEST = 64 * 1024 * 1024  # bytes of an answer; a hundred comments are at most 26 MB


class ApiError(Exception):
    """GitHub did not do what was asked; the message says why, and what to do."""


class Api(NamedTuple):
    """Where the interface is, without a slash at the end, and the token that it is asked with."""

    url: str
    token: str

    def ask(self, method: str, path: str, body: dict[str, str] | None = None) -> Any:  # noqa: ANN401  # JSON
        """The JSON of the answer; ApiError where there is none."""
        if not self.url.startswith(("https://", "http://")):
            raise ApiError("GITHUB_API_URL is not set: there is nobody to ask")
        # Python's error about such a header has the token in it.
        if not (self.token.isascii() and self.token.isprintable()):
            raise ApiError(
                "the token has characters that no token has, as a line end: look at the input token"
            )
        request = urllib.request.Request(  # noqa: S310  # its scheme was just looked at
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "Content-Type": "application/json",
                "User-Agent": "undersign",
                "X-GitHub-Api-Version": VERSION,
            },
        )
        try:
            with urllib.request.build_opener(_NoRedirects).open(request, timeout=_SECONDS) as answer:
                return json.loads(answer.read(_LARGEST))
        except urllib.error.HTTPError as error:
            raise ApiError(_why(error)) from error
        except (OSError, HTTPException, ValueError) as error:
            raise ApiError(f"GitHub's interface gives no answer: {error}") from error


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A token is for the server that it was given for."""

    def redirect_request(self, *_: object) -> None:
        return None


def _why(error: urllib.error.HTTPError) -> str:
    """What an answer that is not 2xx means here."""
    limited = error.headers.get("retry-after") or error.headers.get("x-ratelimit-remaining") == "0"
    if error.code == 429 or (error.code == 403 and limited):
        return f"GitHub's rate limit is reached{_until(error)}"
    if error.code == 401:
        return "the token is not valid (401): give the input token a valid one, or none"
    if error.code == 403:
        return (
            "the token may not write comments (403). The job needs permissions: pull-requests: write; "
            "a pull request from a fork gets a token that only reads, whatever the workflow says"
        )
    if error.code == 404:
        return "there is no such pull request, or the token may not see it (404)"
    if 300 <= error.code < 400:
        return f"GitHub's interface answers with a redirect ({error.code}), which is not followed"
    return f"GitHub's interface answers {error.code}"


def _until(error: urllib.error.HTTPError) -> str:
    seconds = error.headers.get("retry-after") or ""
    return f"; it says to wait {seconds} s" if seconds.isdigit() else ""
