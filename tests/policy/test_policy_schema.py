"""The JSON Schema: it is one, and it says yes and no where the loader does."""

import json
from datetime import date, datetime, time

import pytest
import tomli
from jsonschema import Draft7Validator

from trailers.disclosure.profiles import profile_names
from trailers.errors import PolicyError
from trailers.policy.description import POLICY, PROFILES
from trailers.policy.kinds import Choice, Either, Flag, Key, Listing, Table, Text
from trailers.policy.loading import load
from trailers.policy.policy import DEFAULT
from trailers.policy.schema import schema
from trailers.policy.showing import as_table
from trailers.version import VERSION

RULES = {"US101": "undisclosed", "US102": "missing-context"}
A = "a" * 40

GOOD = [
    "",
    "requires = '>=0.2'",
    "requires = ' >= 0.2 , < 99.0.0 '",
    f"requires = '>0, >=0.2, <99, <=98.0.0, =={VERSION}'",
    "disclosure.mode = 'detected'",
    "disclosure.mode = 'forbid'",
    *(f"disclosure.profile = '{name}'" for name in PROFILES.values),
    "disclosure.required = ['model']",
    "disclosure.allow_unknown_model = true",
    "disclosure.keys.model = ['Model']",
    "disclosure.keys.none = 'No-AI'",
    "models.approved = ['claude-*', 'Claude-Code:*', '?', '*']",
    "models.approved = [{ model = 'x' }, 'y', { model = 'z', until = '2026-12-31', reason = 'ü' }]",
    "models.approved = [{ model = 'x', until = 2026-12-31, paths = ['a b/**', 'ü'] }]",
    "models.denied = [{ model = 'x', since = 2024-02-29 }]",
    "approver = { rule = 'human', due = 'merge' }",
    "approver = { rule = 'other' }",
    "bots = []",
    "[[bots]]\nid = 1\nname = 'ü'\ncommitters = []",
    "[[bots]]\nid = 'a@b'\ncommitters = ['noreply@github.com', 'x@y']",
    f"history.grandfather = '{A}'",
    f"history.grandfather = '{'0' * 64}'",
    "severity = { US101 = 'off', missing-context = 'note' }",
    "limits.message_bytes = 1024",
    "limits.message_bytes = 67108864",
]

BAD = [
    "unknown = 1",
    "[disclosure]\nmodel = ['x']",
    "[disclosure.keys]\nmodels = ['x']",
    "requires = '0.2'",
    "requires = '>=0.2,'",
    "requires = '>=0.2 <1'",
    "requires = '~=0.2'",
    "requires = '>=0.2rc1'",
    "requires = ''",
    "requires = 0.2",
    "disclosure = []",
    "disclosure.mode = 'off'",
    "disclosure.mode = true",
    "disclosure.profile = 'Kernel'",
    "disclosure.required = []",
    "disclosure.required = 'model'",
    "disclosure.required = ['none']",
    "disclosure.required = ['model', 'model']",
    "disclosure.allow_unknown_model = 0",
    "disclosure.keys.model = 'Model'",
    "disclosure.keys.model = []",
    "disclosure.keys.model = ['Model:']",
    "disclosure.keys.none = ['No-AI']",
    "disclosure.keys.none = 'Nö-AI'",
    f"disclosure.keys.none = '{'x' * 65}'",
    "models.approved = []",
    "models.approved = 'x'",
    "models.approved = ['']",
    "models.approved = ['a b']",
    "models.approved = ['ü']",
    "models.approved = [1]",
    "models.approved = [['x']]",
    f"models.approved = ['{'x' * 257}']",
    "models.approved = [{ until = 2026-12-31 }]",
    "models.approved = [{ model = 'x', until = '2026-12-32' }]",
    "models.approved = [{ model = 'x', until = '2026-2-3' }]",
    "models.approved = [{ model = 'x', until = '20261231' }]",
    "models.approved = [{ model = 'x', until = 2026-12-31T00:00:00 }]",
    "models.approved = [{ model = 'x', until = 2026 }]",
    "models.approved = [{ model = 'x', since = 2026-12-31 }]",
    "models.approved = [{ model = 'x', paths = [] }]",
    "models.approved = [{ model = 'x', paths = ['a', 'a'] }]",
    'models.approved = [{ model = "x", paths = ["a\\tb"] }]',
    "models.denied = [{ model = 'x', until = 2026-12-31 }]",
    "owners.dialect = 'gerrit'",
    "owners.file = '/CODEOWNERS'",
    "owners.people = ''",
    "approver.rule = 'anybody'",
    "approver.due = 'push'",
    "[bots]\nid = 1",
    "[[bots]]\nname = 'x'",
    "[[bots]]\nid = 0",
    "[[bots]]\nid = 1.5",
    "[[bots]]\nid = true",
    "[[bots]]\nid = '49699333'",
    "[[bots]]\nid = 'dependabot[bot]'",
    "[[bots]]\nid = 'a@b@c'",
    "[[bots]]\nid = 'a b@c'",
    "[[bots]]\nid = '<a@b>'",
    "[[bots]]\nid = 1\nname = ''",
    "[[bots]]\nid = 1\ncommitters = 'a@b'",
    "[[bots]]\nid = 1\ncommitters = ['a@b', 'a@b']",
    "history.grandfather = 'abc1234'",
    f"history.grandfather = '{'A' * 40}'",
    f"history.grandfather = '{'a' * 50}'",
    "history.grandfather = 2026-01-01",
    "severity = 'off'",
    "severity.US101 = 'fatal'",
    "severity.US101 = false",
    "severity.US1 = 'off'",
    "severity.nothing = 'off'",
    "severity.US999 = 'off'",
    "limits.message_bytes = 1023",
    "limits.message_bytes = 67108865",
    "limits.message_bytes = '1 MiB'",
    "limits.message_bytes = true",
    "limits.bytes = 1",
]

VALIDATOR = Draft7Validator(schema([*RULES, *RULES.values()]), format_checker=Draft7Validator.FORMAT_CHECKER)


def as_json(text):
    def plain(value):
        assert isinstance(value, date | datetime | time)
        return value.isoformat()

    return json.loads(json.dumps(tomli.loads(text), default=plain))


def loads(text):
    try:
        load(text, "p", RULES)
    except PolicyError:
        return False
    return True


def test_it_is_a_schema():
    Draft7Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


@pytest.mark.parametrize("text", GOOD, ids=ascii)
def test_both_say_yes(text):
    VALIDATOR.validate(as_json(text))
    assert loads(text)


@pytest.mark.parametrize("text", BAD, ids=ascii)
def test_both_say_no(text):
    assert not VALIDATOR.is_valid(as_json(text))
    assert not loads(text)


def keys(kind, above=""):
    if isinstance(kind, Table):
        for key in kind.keys:
            yield f"{above}.{key.name}", key
            yield from keys(key.kind, f"{above}.{key.name}")
    elif isinstance(kind, Listing):
        yield from keys(kind.item, above)
    elif isinstance(kind, Either):
        yield from keys(kind.long, above)


KEYS = dict(keys(POLICY))


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_every_key_is_described(key: Key):
    assert key.help.endswith(".")
    assert key.help[0].isupper() or key.help[0] == "`"
    if isinstance(key.kind, Choice | Flag | Text) and key.default is not None:
        made = schema()
        assert json.dumps(key.default) in json.dumps(made)


def test_without_rules_any_id_or_name_will_do():
    loose = Draft7Validator(schema())
    assert loose.is_valid({"severity": {"US999": "off", "some-rule": "note"}})
    assert not loose.is_valid({"severity": {"us 101": "off"}})


def test_the_defaults_of_the_description_are_those_of_the_policy():
    def defaults(table):
        found = {}
        for key in table.keys:
            if isinstance(key.kind, Table):
                found[key.name] = defaults(key.kind)
            elif key.default is not None:
                found[key.name] = list(key.default) if isinstance(key.default, tuple) else key.default
        return {name: held for name, held in found.items() if held != {}}

    shown = as_table(DEFAULT)
    assert shown["approver"].pop("due") == "commit"  # it depends on the rule, so it is described in words
    assert defaults(POLICY) == shown


def test_the_profiles_are_those_that_there_are():
    assert set(PROFILES.values) == set(profile_names())
