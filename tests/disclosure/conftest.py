from collections.abc import Callable

import pytest

from trailers.disclosure.disclosure import Disclosure
from trailers.disclosure.profiles import profile_named
from trailers.disclosure.reading import read_disclosure
from trailers.disclosure.vocabulary import Keys
from trailers.message.trailer import Trailer

Read = Callable[..., Disclosure]


def _trailers(lines):
    for number, line in enumerate(lines, 1):
        key, _, value = line.partition(":")
        yield Trailer(key, value.strip(" "), number)


@pytest.fixture(scope="session")
def read() -> Read:
    """Read lines, `Key: value`, by a profile; lines count from 1."""

    def reader(*lines: str, profile: str = "default", keys: Keys | None = None) -> Disclosure:
        return read_disclosure(_trailers(lines), profile_named(profile), keys)

    return reader
