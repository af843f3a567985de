"""Which CI this is, and what it asks to be judged."""

from trailers.ci import azure, bitbucket, buildkite, circleci, github, gitlab, jenkins
from trailers.ci.environment import is_on, value
from trailers.ci.request import Asked, Environ, Read
from trailers.typed import Callable

# The variable by which each CI says that it runs. Jenkins has none, and is asked for last by the tag of its
# build: another CI's runner can stand on its machines and inherit its variables.
_CIS: tuple[tuple[str, Callable[[Environ, Read], Asked]], ...] = (
    ("GITHUB_ACTIONS", github.ask),
    ("GITLAB_CI", gitlab.ask),
    ("BUILDKITE", buildkite.ask),
    ("TF_BUILD", azure.ask),
    ("BITBUCKET_BUILD_NUMBER", bitbucket.ask),
    ("CIRCLECI", circleci.ask),
)


def detect(environ: Environ, read: Read) -> Asked | None:
    """What the CI of this environment asks to be judged, None where there is no CI.

    `read` gives the bytes of a file that the environment names. RangeError where the CI is known and gives
    no range; its remedy names `--base`.
    """
    for variable, ask in _CIS:
        if is_on(environ, variable):
            return ask(environ, read)
    if (value(environ, "BUILD_TAG") or "").startswith("jenkins-"):
        return jenkins.ask(environ, read)
    return None
