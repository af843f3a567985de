"""Loading a policy: what each key means, and every way in which a policy can be wrong."""

from datetime import date

import pytest

from trailers.disclosure.vocabulary import Keys
from trailers.errors import PolicyError
from trailers.policy.bots import Bot
from trailers.policy.loading import load, load_pyproject
from trailers.policy.models import Approved, Denied, Models
from trailers.policy.owners import OwnersPolicy
from trailers.policy.policy import DEFAULT, ApproverPolicy, DisclosurePolicy, Limits
from trailers.rule import Rule
from trailers.version import VERSION

A = "a" * 40
RULES = {"US101": "undisclosed", "US102": "missing-context"}

GOOD = {
    "nothing": ("", {}),
    "a comment": ("# nothing yet\n", {}),
    "empty tables": ("[disclosure]\n[disclosure.keys]\n[models]\n[severity]\n", {}),
    "windows lines": ("[disclosure]\r\nmode = 'forbid'\r\n", {"disclosure": DisclosurePolicy("forbid")}),
    "requires": ('requires = ">=0.2"', {"requires": ">=0.2"}),
    "mode": ("[disclosure]\nmode = 'explicit'", {"disclosure": DisclosurePolicy("explicit")}),
    "profile": ("disclosure.profile = 'apache'", {"disclosure": DisclosurePolicy(profile="apache")}),
    "required": (
        "disclosure.required = ['context', 'model']",
        {"disclosure": DisclosurePolicy(required=("context", "model"))},
    ),
    "unknown models": (
        "disclosure.allow_unknown_model = true",
        {"disclosure": DisclosurePolicy(allow_unknown_model=True)},
    ),
    "keys": (
        "[disclosure.keys]\nmodel = ['Model-Used', 'Assisted-by']\nnone = 'No-AI'",
        {"disclosure": DisclosurePolicy(keys=Keys(model=("Model-Used", "Assisted-by"), none="No-AI"))},
    ),
    "approved": (
        (
            "[models]\napproved = ['claude-*', "
            "{ model = 'x', until = 2027-01-31, paths = ['src/**'], reason = 'trial' }]"
        ),
        {
            "models": Models(
                (Approved("claude-*"), Approved("x", date(2027, 1, 31), ("src/**",), "trial")),
            )
        },
    ),
    "approved, one table each": (
        "[[models.approved]]\nmodel = 'a'\n[[models.approved]]\nmodel = 'b'\nuntil = '2027-01-31'\n",
        {"models": Models((Approved("a"), Approved("b", date(2027, 1, 31))))},
    ),
    "denied": (
        "models.denied = ['Cursor:*', { model = 'y', since = 2026-06-01 }]",
        {"models": Models(denied=(Denied("Cursor:*"), Denied("y", date(2026, 6, 1))))},
    ),
    "approver": ("approver.rule = 'human'", {"approver": ApproverPolicy("human", "commit")}),
    "owners": (
        "[owners]\nfile = '.github/CODEOWNERS'\ndialect = 'gitlab'\npeople = 'people.toml'\nbaseline = 'x'",
        {"owners": OwnersPolicy(".github/CODEOWNERS", "gitlab", "people.toml", "x")},
    ),
    "an owner approves": ("approver.rule = 'owner'", {"approver": ApproverPolicy("owner", "merge")}),
    "another approver": ("approver.rule = 'other'", {"approver": ApproverPolicy("other", "merge")}),
    "another approver, due at once": (
        "approver = { rule = 'other', due = 'commit' }",
        {"approver": ApproverPolicy("other", "commit")},
    ),
    "a human approver, due later": ("approver.due = 'merge'", {"approver": ApproverPolicy("human", "merge")}),
    "bots": (
        "[[bots]]\nid = 49699333\nname = 'Dependabot'\n[[bots]]\nid = 'bot@example.com'\ncommitters = []\n",
        {"bots": (Bot("49699333", "Dependabot"), Bot("bot@example.com", "", ()))},
    ),
    "grandfather": (f"history.grandfather = '{A}'", {"grandfather": A}),
    "grandfather, SHA-256": (f"history.grandfather = '{'b' * 64}'", {"grandfather": "b" * 64}),
    "severity": (
        "[severity]\nUS101 = 'note'\nmissing-context = 'off'",
        {"severity": {"US101": "note", "missing-context": "off"}},
    ),
    "limits": ("limits.message_bytes = 4096", {"limits": Limits(4096)}),
}


@pytest.mark.parametrize(("text", "changed"), GOOD.values(), ids=GOOD)
def test_a_good_policy(text, changed):
    assert load(text, "undersign.toml", RULES) == DEFAULT._replace(source="undersign.toml", **changed)


@pytest.mark.parametrize(("text", "changed"), GOOD.values(), ids=GOOD)
def test_the_same_in_pyproject(text, changed):
    lines = []
    for line in text.split("\n"):
        if line.startswith("["):
            cut = len(line) - len(line.lstrip("["))
            line = f"{'[' * cut}tool.undersign.{line[cut:]}"  # noqa: PLW2901
        lines.append(line)
    text = "\n".join(["[project]", "name = 'x'", "[tool.undersign]", *lines])
    policy = load_pyproject(text, "pyproject.toml", RULES)
    assert policy == DEFAULT._replace(source="pyproject.toml", **changed)


@pytest.mark.parametrize(
    "text", ["", "[tool]", "[tool.ruff]", "[undersign]", "tool = 1", "[tool.undersigned]"], ids=ascii
)
def test_a_pyproject_without_a_policy(text):
    assert load_pyproject(text, "pyproject.toml") is None


# name: text, the whole message
BAD = {
    "not TOML": ("a = = 1", "p:1: not TOML: "),
    "not TOML, further down": ("[x]\n\n[x]\n", "p:3: not TOML: "),
    "arrays without end": (
        "a = " + "[" * 9999,
        "p: not TOML: ",
    ),
    "a number without end": ("a = " + "9" * 9999, "p: not TOML: "),
    "a byte order mark": ("\ufeffrequires = '>=0.2'", "p:1: not TOML: "),
    "unknown, near": (
        "[disclosure]\nprofil = 'x'",
        'p:2: disclosure.profil: unknown key; did you mean "profile"?',
    ),
    "unknown, elsewhere": ("mode = 'forbid'", "p:1: mode: unknown key; did you mean disclosure.mode?"),
    "unknown, a table of ours in a file of ours": (
        "[tool.undersign]\n",
        "p:1: tool: unknown key; known: approver, attribution, bots, context, disclosure, history, ",
    ),
    "unknown, with a hostile name": (
        '"\\u001b[2J\\u202e" = 1',
        'p: "\\u001b[2J\\u202e": unknown key; known: approver, attribution, bots, ',
    ),
    "unknown table": ("[disclosur]", 'p:1: disclosur: unknown key; did you mean "disclosure"?'),
    "unknown, in an array of tables": (
        "[[bots]]\nid = 1\n[[bots]]\nid = 2\nnam = 'x'\n",
        'p:5: bots[1].nam: unknown key; did you mean "name"?',
    ),
    "unknown, in an inline table": (
        "[models]\napproved = [\n  'a',\n  { model = 'b', untill = 2027-01-01 },\n]",
        'p:2: models.approved[1].untill: unknown key; did you mean "until"?',
    ),
    "a table for a string": ("[requires]", "p:1: requires: expected a version requirement such as "),
    "a string for a table": ("disclosure = 'x'", 'p:1: disclosure: expected a table, found "x"'),
    "an array for a table": ("[[disclosure]]", "p:1: disclosure: expected a table, found an array"),
    "a string for a severity table": ("severity = 'off'", 'p:1: severity: expected a table, found "off"'),
    "a table for an array": ("[bots]\nid = 1", "p:1: bots: expected an array, found a table"),
    "a string for an array": (
        "[disclosure]\nrequired = 'model'",
        'p:2: disclosure.required: expected an array, found "model"',
    ),
    "a number for a choice": (
        "disclosure.mode = 1",
        "p:1: disclosure.mode: expected one of detected, explicit, forbid, found 1",
    ),
    "a number for a choice of many": (
        "disclosure.profile = 1.5",
        "p:1: disclosure.profile: expected a string, found 1.5",
    ),
    "a string for a flag": (
        "disclosure.allow_unknown_model = 'yes'",
        'p:1: disclosure.allow_unknown_model: expected true or false, found "yes"',
    ),
    "a number for a flag": (
        "disclosure.allow_unknown_model = 1",
        "p:1: disclosure.allow_unknown_model: expected true or false, found 1",
    ),
    "a flag for a number": (
        "limits.message_bytes = true",
        "p:1: limits.message_bytes: expected a whole number, found true",
    ),
    "a fraction for a number": (
        "limits.message_bytes = 2048.0",
        "p:1: limits.message_bytes: expected a whole number, found 2048.0",
    ),
    "a number that is too small": (
        "limits.message_bytes = 0",
        "p:1: limits.message_bytes: expected 1024 to 67108864, found 0",
    ),
    "a number that is too large": (
        "limits.message_bytes = 99999999999999999999",
        "p:1: limits.message_bytes: expected 1024 to 67108864, found 99999999999999999999",
    ),
    "a word that is near": (
        "disclosure.mode = 'Detect'",
        'p:1: disclosure.mode: "Detect" is not known; did you mean "detected"?',
    ),
    "a word that is not near": (
        "disclosure.mode = 'on'",
        'p:1: disclosure.mode: "on" is not known; known: detected, explicit, forbid',
    ),
    "a profile": (
        "disclosure.profile = 'linux-kernel'",
        'p:1: disclosure.profile: "linux-kernel" is not known; did you mean "kernel"?',
    ),
    "an empty array": (
        "disclosure.required = []",
        "p:1: disclosure.required: an empty array says nothing: leave the key out",
    ),
    "nothing approved": (
        "models.approved = []",
        "p:1: models.approved: an empty array says nothing: leave the key out",
    ),
    "an empty string": ("models.approved = ['']", "p:1: models.approved[0]: an empty string says nothing"),
    "a string that is too long": (
        f"models.approved = ['{'x' * 257}']",
        "p:1: models.approved[0]: longer than 256 characters",
    ),
    "twice": (
        "disclosure.required = ['model', 'context', 'model']",
        'p:1: disclosure.required[2]: "model" is given twice',
    ),
    "a number among words": (
        "disclosure.required = ['model', 1]",
        "p:1: disclosure.required[1]: expected one of model, context, approver, found 1",
    ),
    "a number beyond numbers": (
        "limits.message_bytes = inf",
        "p:1: limits.message_bytes: expected a whole number, found Infinity",
    ),
    "a pattern with a space": (
        "models.approved = ['claude opus']",
        (
            'p:1: models.approved[0]: expected a model pattern such as "claude-*" or "Claude-Code:*", '
            'found "claude opus"'
        ),
    ),
    "a number for a pattern": (
        "models.denied = [4]",
        (
            'p:1: models.denied[0]: expected a model pattern such as "claude-*" or "Claude-Code:*", '
            "or a table, found 4"
        ),
    ),
    "a table without its pattern": (
        "models.denied = [{ since = 2026-01-01 }]",
        'p:1: models.denied[0]: the key "model" is missing',
    ),
    "until, among the denied": (
        "models.denied = [{ model = 'x', until = 2026-01-01 }]",
        "p:1: models.denied[0].until: unknown key; known: model, paths, reason, since",
    ),
    "a day that there is not": (
        "models.approved = [{ model = 'x', until = '2026-02-30' }]",
        "p:1: models.approved[0].until: there is no day 2026-02-30",
    ),
    "a day that TOML knows there is not": (
        "models.approved = [{ model = 'x', until = 2026-02-30 }]",
        "p:1: not TOML: ",
    ),
    "a time for a day": (
        "models.approved = [{ model = 'x', until = 2026-02-01T10:00:00Z }]",
        "p:1: models.approved[0].until: expected a date such as 2027-01-31, found a date with a time",
    ),
    "an hour for a day": (
        "models.approved = [{ model = 'x', until = 10:00:00 }]",
        "p:1: models.approved[0].until: expected a date such as 2027-01-31, found a time",
    ),
    "another calendar": (
        "models.approved = [{ model = 'x', until = '2026-W05' }]",
        'p:1: models.approved[0].until: expected a date such as 2027-01-31, found "2026-W05"',
    ),
    "Arabic digits": (
        "models.approved = [{ model = 'x', until = '٢٠٢٦-٠١-٠١' }]",
        "p:1: models.approved[0].until: expected a date such as 2027-01-31, found ",
    ),
    "owners of another forge": (
        "[owners]\ndialect = 'gerrit'",
        'p:2: owners.dialect: "gerrit" is not known',
    ),
    "owners from elsewhere": (
        "[owners]\nfile = '/etc/CODEOWNERS'",
        'p:2: owners.file: expected a path from the top of the repository, found "/etc/CODEOWNERS"',
    ),
    "a bot without an id": ("[[bots]]\nname = 'Dependabot'", 'p:1: bots[0]: the key "id" is missing'),
    "a bot by its name": (
        "[[bots]]\nid = 'dependabot[bot]'",
        (
            "p:2: bots[0].id: expected an e-mail address, or GitHub's number of the account, "
            'found "dependabot[bot]"'
        ),
    ),
    "a bot by nothing": (
        "[[bots]]\nid = true",
        "p:2: bots[0].id: expected a whole number, found true",
    ),
    "an abbreviated commit": (
        "[history]\ngrandfather = 'abc1234'",
        'p:2: history.grandfather: expected a whole commit id, 40 or 64 hexadecimal digits, found "abc1234"',
    ),
    "a branch for a commit": (
        "history.grandfather = 'main'",
        'p:1: history.grandfather: expected a whole commit id, 40 or 64 hexadecimal digits, found "main"',
    ),
    "an upper-case commit": (
        f"history.grandfather = '{'A' * 40}'",
        "p:1: history.grandfather: expected a whole commit id",
    ),
    "a rule's form": ("[severity]\nUS1 = 'off'", "p:2: severity.US1: this is not a rule's id or name"),
    "a rule that there is not": (
        "[severity]\nundisclose = 'off'",
        'p:2: severity.undisclose: there is no such rule; did you mean "undisclosed"?',
    ),
    "a rule's id in the name's place": (
        "[severity]\nUS999 = 'off'",
        "p:2: severity.US999: there is no such rule",
    ),
    "a rule under both names": (
        "[severity]\nUS101 = 'off'\nundisclosed = 'error'",
        "p:2: severity.US101: undisclosed is the same rule, and given too",
    ),
    "a severity": (
        "[severity]\nUS101 = 'fatal'",
        'p:2: severity.US101: "fatal" is not known; known: error, note, off, warning',
    ),
    "a severity that is no string": (
        "[severity]\nUS101 = false",
        "p:2: severity.US101: expected one of error, warning, note, off, found false",
    ),
    "no trailer key": (
        "[disclosure.keys]\nnone = 'No AI'",
        'p:2: disclosure.keys.none: expected a trailer key, found "No AI"',
    ),
    "trailer keys that clash": (
        "[disclosure.keys]\nmodel = ['AI']\nnone = 'No-AI'",
        'p:1: disclosure.keys.context: "AI-Context" begins with "AI" (a key of model): git would',
    ),
    "no requirement": (
        "requires = '0.2'",
        'p:1: requires: expected a version requirement such as ">=0.2" or ">=0.2, <1", found "0.2"',
    ),
    "no requirement, and long": (f"requires = '{'>=1,' * 100}'", "p:1: requires: longer than 256 characters"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_a_bad_policy(text, message):
    with pytest.raises(PolicyError) as caught:
        load(text, "p", RULES)
    found = caught.value.message
    assert found.startswith(message)
    assert "\n" not in found
    assert found.isprintable()
    assert caught.value.remedy


def test_every_mistake_is_told_at_once_in_the_order_of_the_file():
    text = "[disclosure]\nmode = 'on'\nprofil = 'x'\nkeys = { model = 'M' }\n"
    text += "[limits]\nmessage_bytes = 1\nbytes = 1\n"
    with pytest.raises(PolicyError) as caught:
        load(text, "undersign.toml")
    assert [line.split(": ")[:2] for line in caught.value.message.split("\n")] == [
        ["undersign.toml:2", "disclosure.mode"],
        ["undersign.toml:3", "disclosure.profil"],
        ["undersign.toml:4", "disclosure.keys.model"],
        ["undersign.toml:6", "limits.message_bytes"],
        ["undersign.toml:7", "limits.bytes"],
    ]
    assert caught.value.remedy == "undersign policy schema"


def test_very_many_mistakes_are_counted():
    text = "".join(f"x{number} = 1\n" for number in range(19_000))
    text += "[severity]\n" + "".join(f"y{number} = 'x'\n" for number in range(1_000))
    with pytest.raises(PolicyError) as caught:
        load(text, "p", RULES)
    lines = caught.value.message.split("\n")
    assert len(lines) == 101
    assert lines[-1] == "p: and 20900 more mistakes"  # a severity is wrong twice: no such rule, no such word


@pytest.mark.parametrize("requires", [">=99", "<0.1", "==0.1", ">99", "<=0.1.9", ">=0.2, <0.2", ">=99,<100"])
def test_a_policy_for_another_version_says_so_and_nothing_else(requires):
    text = f"requires = '{requires}'\nnew_key = 1\n[disclosure]\nmode = 'new-mode'\n"
    with pytest.raises(PolicyError) as caught:
        load(text, "undersign.toml")
    message = f"undersign.toml:1: requires: this policy needs undersign {requires}, and this is {VERSION}"
    assert caught.value.message == message
    assert f"'undersign{requires}'" in caught.value.remedy


def test_a_policy_for_this_version_is_judged_as_a_whole():
    with pytest.raises(PolicyError, match="p:2: new_key: unknown key"):
        load("requires = '>=0.2'\nnew_key = 1\n", "p")


def test_in_pyproject_lines_are_those_of_the_file():
    text = (
        "[project]\nname = 'x'\n\n[tool.undersign]\nmodes = 1\n\n[tool.undersign.disclosure]\nmode = 'on'\n"
    )
    with pytest.raises(PolicyError) as caught:
        load_pyproject(text, "pyproject.toml")
    assert [line.partition(": ")[0] for line in caught.value.message.split("\n")] == [
        "pyproject.toml:5",
        "pyproject.toml:8",
    ]


@pytest.mark.parametrize("text", ["[tool]\nundersign = 3", "tool.undersign = []"])
def test_a_pyproject_whose_policy_is_no_table(text):
    with pytest.raises(PolicyError, match="expected a table"):
        load_pyproject(text, "pyproject.toml")


def test_without_the_rules_any_rule_will_do():
    assert load("severity.US999 = 'off'", "p").severity == {"US999": "off"}


RULE = Rule("US101", "undisclosed", "error", "verify", "")


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ({}, "error"),
        ({"US102": "off"}, "error"),
        ({"US101": "note"}, "note"),
        ({"undisclosed": "warning"}, "warning"),
        ({"US101": "off"}, None),
        ({"undisclosed": "off"}, None),
        ({"US101": "error", "undisclosed": "off"}, "error"),
    ],
)
def test_the_severity_of_a_rule(severity, expected):
    assert DEFAULT._replace(severity=severity).severity_of(RULE) == expected
