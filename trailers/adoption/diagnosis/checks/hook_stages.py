"""Entries at stages where they cannot work, or behind a filter that their file never passes."""

from trailers.adoption.diagnosis.diagnosis import Diagnosis
from trailers.adoption.diagnosis.hooks.entry import STAGES
from trailers.adoption.diagnosis.seen import Seen
from trailers.typed import Iterator

_MESSAGE = ("commit-msg", "prepare-commit-msg")


def check(seen: Seen) -> Iterator[Diagnosis]:
    """Each entry of which a stage is wrong."""
    for entry in seen.entries:
        wanted = STAGES[entry.id]
        wrong = [stage for stage in entry.stages if stage not in (*wanted, "manual")]
        if wrong and not (
            entry.id in ("secrets", "codeowners") and set(wrong) <= {"pre-push", "pre-merge-commit"}
        ):
            yield Diagnosis(
                "hooks",
                "hook-stages",
                "problem",
                f"{entry.id} runs at {', '.join(entry.stages)}",
                f"it is made for {', '.join(wanted)}, and elsewhere is not handed what it judges",
                f"stages: [{', '.join(wanted)}]",
                entry.path,
                entry.line,
            )
        # pre-commit filters the message's file as any other: its path is .git/COMMIT_EDITMSG.
        if set(wanted) & set(_MESSAGE) and entry.files and "COMMIT_EDITMSG" not in entry.files:
            yield Diagnosis(
                "hooks",
                "hook-filter",
                "warning",
                f"{entry.id} stands behind the filter files: {entry.files}",
                "where .git/COMMIT_EDITMSG does not match it, the message is not judged",
                "set files on the hooks that need it, or: files: ''",
                entry.path,
                entry.line,
            )
