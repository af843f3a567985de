"""What a shell completes to, behind an option or a command: words of ours, never what a repository holds."""

import sys

from trailers.typed import Callable, Iterable

Completion = Callable[[str], list[str]]

VARIABLE = "_UNDERSIGN_COMPLETE"  # with which a shell asks


def prepare() -> None:
    """Leave out what typer would import to print help in colour: two thirds of the time of an answer."""
    sys.modules["rich"] = None  # type: ignore[assignment]  # how an import is refused


def one_of(*words: str) -> Completion:
    """Complete to one of these words."""
    return lambda incomplete: _beginning(incomplete, words)


def formats(incomplete: str) -> list[str]:
    """The formats of a report."""
    from trailers.output.formats import FORMATS

    return _beginning(incomplete, FORMATS)


def stages(incomplete: str) -> list[str]:
    """The stages of a judgement."""
    from trailers.cli.asking import STAGES

    return _beginning(incomplete, STAGES)


def dialects(incomplete: str) -> list[str]:
    """The forges whose CODEOWNERS is read."""
    from trailers.ownership.dialects.registry import dialect_names

    return _beginning(incomplete, dialect_names())


def profiles(incomplete: str) -> list[str]:
    """The trailer dialects."""
    from trailers.disclosure.profiles import profile_names

    return _beginning(incomplete, profile_names())


def rules(incomplete: str) -> list[tuple[str, str]]:
    """The rules' ids with their names; their names where that is what was begun. Case does not count."""
    from trailers.verify.registry import RULE_NAMES

    wanted = incomplete.lower()
    ids = [(id_, name) for id_, name in RULE_NAMES.items() if id_.lower().startswith(wanted)]
    return ids or [(name, id_) for id_, name in RULE_NAMES.items() if name.startswith(wanted)]


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]
