"""CircleCI.

Variables: https://circleci.com/docs/reference/variables/

Its environment names no base: CIRCLE_PULL_REQUEST is an address without a target branch, and
`pipeline.git.base_revision` is a value of the configuration, not a variable. It can be handed on:
`undersign verify --base << pipeline.git.base_revision >>`; it is empty in a branch's first pipeline.
"""

from trailers.ci.environment import no_base
from trailers.ci.request import Asked, Environ, Read


def ask(_environ: Environ, _read: Read) -> Asked:
    """RangeError, always: `--base` is the way."""
    raise no_base("CircleCI", "its environment names none")
