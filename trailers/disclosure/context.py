"""The prompt context, by reference or by digest, never the prompt itself.

session:agent/id      sha256:64HEX      hmac-sha256:keyid:64HEX
https://host/…        issue:ref         note:ref
"""

from trailers.disclosure.disclosure import Context, Flaw
from trailers.disclosure.flaws import flaw_of
from trailers.disclosure.links import has_userinfo
from trailers.disclosure.placeholder import placeholder_in
from trailers.disclosure.words import UNKNOWN, is_agent
from trailers.message.trailer import Trailer

FORMS = "session:AGENT/ID, sha256:DIGEST, hmac-sha256:KEYID:DIGEST, https://…, issue:… or note:…"

# Whose session the bare id under an alias is.
_SESSIONS = {
    "claude-session": "claude-code",
    "agent-logs-url": "copilot",
    "amp-thread-id": "amp",
    "entire-checkpoint": "entire",
    "replit-commit-session-id": "replit",
    "gitvow-session": "gitvow",
}

_HEX = frozenset("0123456789abcdefABCDEF")
# SHA-256 of nothing: what a tool writes that had no prompt to digest.
_DIGEST_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def read_context(trailer: Trailer) -> tuple[Context | None, Flaw | None]:
    """The context of a line under the field's own key, or what is wrong with it."""
    why = fault_of_context(trailer.value)
    if why:
        return None, flaw_of("context", trailer, why, f"Write {trailer.key} with one of {FORMS}")
    return Context(trailer.value.partition(":")[0], trailer.value, trailer.key, trailer.line), None


def read_context_alias(trailer: Trailer) -> Context | None:
    """The context of a line that a tool has written under a key of its own; None where it gives none."""
    value = trailer.value
    if fault_of_context(value):
        if not is_agent(value):
            return None
        value = f"session:{_SESSIONS.get(trailer.key.lower(), UNKNOWN)}/{value}"
        if fault_of_context(value):
            return None
    return Context(value.partition(":")[0], value, trailer.key, trailer.line)


def fault_of_context(value: str) -> str:
    """Why the value is no well-formed context; empty where it is one."""
    why = placeholder_in(value)
    if why:
        return why
    scheme, colon, rest = value.partition(":")
    if not colon or scheme not in _FAULTS:
        return "it is neither a reference nor a digest"
    if not (rest.isascii() and rest.isprintable() and " " not in rest):
        return "a reference is one word of visible ASCII characters"
    return _FAULTS[scheme](rest)


def _fault_of_session(rest: str) -> str:
    agent, slash, session = rest.partition("/")
    if not (slash and is_agent(agent) and session):
        return "a session is written session:AGENT/ID"
    return placeholder_in(session) or ""


def _fault_of_digest(rest: str) -> str:
    if len(rest) != 64 or not _HEX.issuperset(rest):
        return f"a SHA-256 digest has 64 hexadecimal digits; this has {len(rest)} characters"
    if rest.lower() == _DIGEST_OF_NOTHING:
        return "this is the digest of nothing"
    return "this digest is a placeholder" if len(set(rest)) == 1 else ""


def _fault_of_hmac(rest: str) -> str:
    keyid, colon, digest = rest.partition(":")
    if not (colon and is_agent(keyid)):
        return "a keyed digest is written hmac-sha256:KEYID:DIGEST"
    return placeholder_in(keyid) or _fault_of_digest(digest)


def _fault_of_link(rest: str) -> str:
    if has_userinfo("https:" + rest):
        return "the link holds a user name or a password"
    if not rest.startswith("//") or rest[2:3] in ("", "/", ".", ":", "?", "#"):
        return "a link is written https://HOST/…"
    return ""


def _fault_of_reference(rest: str) -> str:
    return placeholder_in(rest) or ""


_FAULTS = {
    "session": _fault_of_session,
    "sha256": _fault_of_digest,
    "hmac-sha256": _fault_of_hmac,
    "https": _fault_of_link,
    "issue": _fault_of_reference,
    "note": _fault_of_reference,
}
