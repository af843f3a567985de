"""All checks, in the order in which they are told."""

from trailers.adoption.diagnosis.checks import (
    assistants_hooks,
    ci_runs,
    history,
    hook_stages,
    hook_types,
    hooks_configured,
    hooks_installed,
    hooks_isolated,
    hooks_skipped,
    message_settings,
    models_expire,
    moving_rev,
    named_files,
    not_set_up,
    own_environment,
    owners_cover,
    policy_file,
    protection,
    secrets_scanner,
    uncommitted,
    unreadable,
    versions,
)
from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Callable, Iterator

_CHECKS: tuple[Callable[[Seen], Iterator[Diagnosis]], ...] = (
    versions.check,
    uncommitted.check,
    unreadable.check,
    policy_file.check,
    named_files.check,
    models_expire.check,
    hooks_configured.check,
    hooks_installed.check,
    hook_types.check,
    hooks_isolated.check,
    hook_stages.check,
    moving_rev.check,
    hooks_skipped.check,
    ci_runs.check,
    protection.check,
    owners_cover.check,
    own_environment.check,
    history.check,
    message_settings.check,
    assistants_hooks.check,
    secrets_scanner.check,
)


def diagnose(seen: Seen) -> tuple[Diagnosis, ...]:
    """What every check tells; where undersign is not set up, that alone."""
    if not seen.is_set_up:
        return tuple(not_set_up.check(seen))
    return tuple(diagnosis for check in _CHECKS for diagnosis in check(seen))
