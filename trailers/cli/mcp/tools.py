"""The tools of the MCP server: what each is called, what an assistant reads about it, and what it runs.

No tool writes anything, takes a path, or can give an approval.
"""

from trailers.cli.asking import STAGES
from trailers.cli.mcp import messages, ranges, reports, rules, suggesting
from trailers.cli.mcp.arguments import Arguments, Parameter, checked
from trailers.cli.mcp.place import Place
from trailers.typed import Any, Callable, NamedTuple

LONGEST_MESSAGE = 1_000_000  # characters

_RANGE = Parameter(
    "range",
    "string",
    "Which commits, in git's words: BASE..HEAD, BASE...HEAD, or one commit. "
    "Left out: what this branch has and its upstream has not.",
    default="",
)


class Tool(NamedTuple):
    """One tool. `output` is the JSON Schema of what `run` gives; `run` raises UndersignError."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    output: dict[str, Any]
    run: Callable[[Place, Arguments], dict[str, Any]]


def call(tool: Tool, place: Place, given: Arguments) -> dict[str, Any]:
    """What the tool answers to these arguments; UndersignError says why it cannot."""
    return tool.run(place, checked(tool.parameters, given))


TOOLS = (
    Tool(
        "suggest_trailers",
        "Trailers for a commit made now",
        "The git trailers that disclose your help in a commit that you make now in this repository: which "
        "model (Assisted-by) and which conversation (AI-Context), found in your environment and session "
        "files, in the form that this project asks for. Call it before you write a commit message, and put "
        "these lines, unchanged, into its last paragraph, which holds trailers only. Where one says "
        "`unknown`, write your own name and the exact id of your model if you know them; never guess. There "
        "is no Approved-by among them, and you must not add one: only a person approves.",
        (),
        suggesting.SUGGESTED,
        suggesting.suggest_trailers,
    ),
    Tool(
        "check_message",
        "Check a commit message",
        "Judges a whole commit message before you commit with it, as this repository's commit-msg hook "
        "would judge it, with you as the one who commits. Answers a report: `verdict` is `clean` or "
        "`findings`, and each finding has the rule, what is wrong, and a `remedy` to apply. `mended` is the "
        "message with everything mended that needs no guess, or null. An Approved-by that you add is an "
        "error: only a person approves.",
        (
            Parameter(
                "message", "string", "The whole message: title, body, trailers.", longest=LONGEST_MESSAGE
            ),
        ),
        reports.reported_schema(mended=messages.MENDED),
        messages.check_message,
    ),
    Tool(
        "explain_rule",
        "Explain a rule",
        "The page of one rule that a finding names, such as US101: what it checks, why, an example, how to "
        "fix it, and the policy's options. `severity` is what this repository's policy makes of it.",
        (Parameter("rule", "string", "The rule's id or name: US101, undisclosed.", longest=80),),
        rules.EXPLAINED,
        rules.explain_rule,
    ),
    Tool(
        "verify_range",
        "Verify a range of commits",
        "Judges commits that are made already, each by the policy of the range's base, as CI will: are the "
        "model, the conversation and the approver of AI-assisted commits disclosed? Call it before you push "
        "or open a pull request. Answers a report: `verdict` is `clean`, `findings`, or `unchecked` where "
        "something could not be checked, which is no success.",
        (
            _RANGE,
            Parameter(
                "stage",
                "string",
                "What is due: `commit` and `review` ask less than `push` and `merge`. Left out: `merge`, or "
                "`push` where no range is named.",
                default="",
                choices=STAGES,
            ),
            Parameter(
                "max_findings",
                "integer",
                "How many findings, and commits, to show; `left_out` counts the others.",
                default=100,
                least=1,
                most=reports.MOST_FINDINGS,
            ),
        ),
        reports.reported_schema(),
        ranges.verify_range,
    ),
    Tool(
        "required_approvals",
        "What approvals a range needs",
        "Whose approval commits still need before they can be merged: `waiting` has a finding for each that "
        "lacks one, and `codeowners` says whose approval the changed files need by the base's CODEOWNERS "
        "(null where there is no such file). You cannot give an approval: tell the person what is waiting. "
        "They run `undersign approve` at a terminal of their own.",
        (_RANGE,),
        ranges.APPROVALS,
        ranges.required_approvals,
    ),
)
