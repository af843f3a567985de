"""Every sieve by its name; a module is imported when the first place needs it.

A sieve is asked about a place that a prefilter gives: an offset in `data` at which a match of at most `width`
bytes may begin, lie or end, in the file `path`. It says no only where no match there could be a secret.
"""

from importlib import import_module

from trailers.typed import Callable, Mapping

Sieve = Callable[[str, bytes, int, int], bool]

# name → module under this package; the module's function of the same name is the sieve.
SIEVES: Mapping[str, str] = {"in_text": "in_text", "varied": "varied"}


def sieve_named(name: str) -> Sieve:
    """The sieve of this name.

    Raises:
        KeyError: no such sieve; a table with one is stale.

    """
    sieve: Sieve = getattr(import_module(f"trailers.secrets.sieves.{SIEVES[name]}"), name)
    return sieve
