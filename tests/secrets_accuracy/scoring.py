"""How right a tool is: what it found of the secrets, and of what is none."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tests.secrets_accuracy.cases import Case
from tests.secrets_accuracy.tools import Spot


class Score(NamedTuple):
    """Counts over the set, and by kind what was missed of the secrets and told of the others."""

    secrets: int
    recalled: int
    others: int
    told: int
    missed: Counter[str]
    wrong: Counter[str]

    @property
    def recall(self) -> float:
        return self.recalled / self.secrets

    @property
    def false_positive_rate(self) -> float:
        return self.told / self.others

    @property
    def f1(self) -> float:
        return 2 * self.recalled / (self.secrets + self.recalled + self.told)


def score(cases: Sequence[Case], spots: Iterable[Spot]) -> Score:
    """A secret is recalled by a finding on one of its lines; a file without a secret is told by any."""
    by_path: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_path[spot.path].append(spot)
    secrets = [case for case in cases if case.first]
    others = [case for case in cases if not case.first]
    missed = [case for case in secrets if not _touched(case, by_path[case.path])]
    wrong = [case for case in others if by_path[case.path]]
    return Score(
        len(secrets),
        len(secrets) - len(missed),
        len(others),
        len(wrong),
        Counter(case.kind for case in missed),
        Counter(case.kind for case in wrong),
    )


def _touched(case: Case, spots: Iterable[Spot]) -> bool:
    return any(spot.first <= case.last and spot.last >= case.first for spot in spots)
