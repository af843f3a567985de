"""The key of keyed digests. It is somebody's secret: the policy names it, and never holds it.

It is looked for in UNDERSIGN_HMAC, as `ID:KEY`, and in the file `undersign/hmac/ID` of the user's
configuration (`$XDG_CONFIG_HOME`, else `~/.config`). Whoever knows it can try what a short prompt was, so
one that could itself be guessed is refused. RFC 2104, section 3: a key shorter than the digest is weaker.
Codex takes variables with KEY, SECRET or TOKEN in their name away: the name has none of these.
"""

import os
import stat
from itertools import pairwise

from trailers.assistants.sessions.places import inside, opened
from trailers.typed import Mapping

VARIABLE = "UNDERSIGN_HMAC"
FOLDER = os.path.join("undersign", "hmac")
LEAST = 32  # bytes: as many as the digest has
_LONGEST = 4096
_FEWEST = 10  # different bytes
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:!?'_-")


class KeyRefusedError(Exception):
    """There is no key that can be used; the text says why, and never what is in it."""


def read_key(key_id: str, environ: Mapping[str, str], home: str, directory: str) -> bytes:
    """The key of that id, without the line end that an editor adds; KeyRefusedError says why there is none.

    `home` is '' where it is not known; `directory` is the top of the work tree, in which no key may lie.
    """
    name, colon, value = environ.get(VARIABLE, "").partition(":")
    if colon and name == key_id:
        key, where = os.fsencode(value), VARIABLE
    else:
        where = _path(key_id, environ, home)
        key = _in_file(where, key_id, directory)
    key = key.removesuffix(b"\n").removesuffix(b"\r")
    fault = fault_of_key(key)
    if fault:
        raise KeyRefusedError(f"the key {key_id} in {where} is not used: {fault}")
    return key


def fault_of_key(key: bytes) -> str:
    """Why a key could be guessed; '' where it could not. It is meant to come from a random generator."""
    if len(key) < LEAST:
        return f"it has {len(key)} bytes, and needs {LEAST}"
    if len(set(key)) < _FEWEST:
        return f"it has fewer than {_FEWEST} different bytes"
    if any(key[length:] == key[:-length] for length in range(1, len(key) // 2 + 1)):
        return "it repeats itself"
    if len({(later - one) % 256 for one, later in pairwise(key)}) < _FEWEST // 2:
        return "it is a row of bytes"
    if _LETTERS.issuperset(key):
        return "it reads like words: a random one has digits too"
    return ""


def _path(key_id: str, environ: Mapping[str, str], home: str) -> str:
    given = environ.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(given):
        return os.path.join(given, FOLDER, key_id)
    if os.path.isabs(home):
        return os.path.join(home, ".config", FOLDER, key_id)
    raise KeyRefusedError(f"there is no key {key_id}: {VARIABLE} does not hold it, and HOME is not set")


def _in_file(path: str, key_id: str, directory: str) -> bytes:
    real = os.path.realpath(path)
    if inside(real, os.path.realpath(directory)):
        raise KeyRefusedError(f"the key {key_id} in {path} is not used: it lies in the repository")
    try:
        handle, _ = opened(os.path.dirname(real), real)
        with os.fdopen(handle, "rb") as file:
            mode = os.fstat(handle).st_mode
            key = file.read(_LONGEST + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise KeyRefusedError(
            f"there is no key {key_id}: {VARIABLE} does not hold it, and {path} cannot be read: {why}"
        ) from error
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise KeyRefusedError(f"the key {key_id} is not used: others can read it; chmod 600 {path}")
    if len(key) > _LONGEST:
        raise KeyRefusedError(f"the key {key_id} in {path} is not used: it has more than {_LONGEST:,} bytes")
    return key
