"""What the job's token may do. docs.github.com/actions/reference/workflow-syntax#permissions."""

from trailers.adoption.diagnosis.ci.github.step import Step
from trailers.adoption.diagnosis.ci.trouble import Trouble
from trailers.typed import Iterator


def check(step: Step) -> Iterator[Trouble]:
    """The job's permissions, else the workflow's."""
    node = step.job if step.job.has("permissions") else step.workflow
    said = node.get("permissions")
    if not node.has("permissions"):
        what = f"job {step.job_name}: permissions are not said, so the repository's default counts"
    elif said.text == "write-all":
        what = f"job {step.job_name}: permissions: write-all"
    elif said.get("contents").text == "write":
        what = f"job {step.job_name}: permissions: contents: write"
    else:
        return
    why = "judging needs to read only; with more, an action that is taken over can write"
    line = said.line or step.job.line or None
    yield Trouble("permissions", "warning", what, why, "permissions: {contents: read}", line)
