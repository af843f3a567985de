"""All files of the set that hold no secret and look as if they did."""

from collections.abc import Iterator

from tests.secrets_accuracy import carriers
from tests.secrets_accuracy.cases import Case, named
from tests.secrets_accuracy.drawing import Draw
from tests.secrets_accuracy.negatives_named import NAMED
from tests.secrets_accuracy.negatives_pinned import PINNED
from tests.secrets_accuracy.negatives_written import LINES, PLACEHOLDERS, VARIABLES

# Where each placeholder could stand as it is.
_CARRIERS = (carriers.ENV, carriers.YAML_QUOTED, carriers.JSON, carriers.PYTHON, carriers.TYPESCRIPT)


def negatives(seed: int, each: int) -> Iterator[Case]:
    """So many files for each way to look like a secret; what is written by hand stands in it once."""
    draw = Draw(seed)
    number = 100_000
    for kind, path, make in (*PINNED, *NAMED):
        for _ in range(each):
            number += 1
            yield Case(path.replace("{n}", str(number)), make(draw), kind)
    for path, text in LINES:
        number += 1
        yield Case(path.replace("{n}", str(number)), text.replace("{n}", str(number)), "code")
    for place, value in enumerate(PLACEHOLDERS):
        for turn in range(3):
            number += 1
            yield _placeholder(value, VARIABLES[(place + 5 * turn) % len(VARIABLES)], place + turn, number)


def _placeholder(value: str, variable: str, place: int, number: int) -> Case:
    carrier = _CARRIERS[place % len(_CARRIERS)]
    text = named(carrier.text.replace("{n}", str(number)), variable).replace("{value}", value)
    return Case(carrier.path.replace("{n}", str(number)), text, "placeholder")
