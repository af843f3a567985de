"""No trailers at all: Kubernetes, GTK, Strimzi. What is to be said stands in the pull request's text.

kubernetes.dev/docs/guide/pull-requests/#ai-guidance forbids `Assisted-by`, `Co-developed-by` and
co-authors that are AI.
"""

from trailers.disclosure.profile import Profile
from trailers.disclosure.profiles.colon import DEFAULT

PR_BODY = Profile(
    "pr-body",
    "nothing in the message; a block in the pull request's text, as Kubernetes, GTK and Strimzi ask",
    DEFAULT.carries,
    DEFAULT.dialect,
    aliases="accepted",
    place="pull-request",
    forbidden_keys=frozenset(
        (
            "assisted-by",
            "generated-by",
            "co-developed-by",
            "co-authored-by-ai",
            "ai-model",
            "commit-generated-by",
        )
    ),
    refused_to_assistants=frozenset(("signed-off-by", "co-authored-by", "authored-by")),
)
