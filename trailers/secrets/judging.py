"""Whether what a pattern matched is a secret: the detector's least entropy and its check."""

from trailers.secrets.detector import Detector
from trailers.secrets.hit import Hit
from trailers.typed import Callable


def judge(detector: Detector) -> Callable[[Hit], bool]:
    """The detector's judgement; its check is imported here.

    Raises:
        KeyError: no such check.

    """
    check: Callable[[Hit], bool] | None = None
    if detector.check:
        from trailers.secrets.checks.registry import check_named

        check = check_named(detector.check)
    least = detector.entropy
    if not least:
        return check or _any

    from trailers.secrets.entropy import entropy

    def random_enough(hit: Hit) -> bool:
        return entropy(hit.value) >= least and (check is None or check(hit))

    return random_enough


def _any(_: Hit) -> bool:
    return True
