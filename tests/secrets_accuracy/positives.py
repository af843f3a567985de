"""All secrets of the set: some of every kind, each in another carrier."""

from collections.abc import Iterator

from tests.secrets_accuracy.carriers import ANY
from tests.secrets_accuracy.cases import Case, Kind, secret_case
from tests.secrets_accuracy.drawing import Draw
from tests.secrets_accuracy.kinds_clouds import CLOUDS
from tests.secrets_accuracy.kinds_forges import FORGES
from tests.secrets_accuracy.kinds_keys import ADDRESSES, GENERIC, KEYS
from tests.secrets_accuracy.kinds_models import MODELS
from tests.secrets_accuracy.kinds_services import SERVICES

KINDS: tuple[Kind, ...] = (*MODELS, *CLOUDS, *FORGES, *SERVICES, *KEYS, *ADDRESSES, *GENERIC)


def positives(seed: int, each: int) -> Iterator[Case]:
    """So many secrets of each kind, in carriers that are drawn without repeating while there are others."""
    draw = Draw(seed)
    for place, kind in enumerate(KINDS):
        carriers = list(kind.carriers or ANY)
        draw.shuffle(carriers)
        for turn in range(each):
            yield secret_case(kind, carriers[turn % len(carriers)], draw, place * each + turn)
