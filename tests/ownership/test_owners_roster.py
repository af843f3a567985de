"""The roster: who is known, whose address speaks for whom, and every way in which the file can be wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.errors import PolicyError
from trailers.ownership.owner import Owner
from trailers.ownership.roster import EMPTY, parse_roster

TEXT = """
[teams]
"@Org/Docs" = ["@jane", "@Joe", "@gone"]
"@org/empty" = []
"@group" = ["@joe"]
"@a/b/c" = ["@jane"]
"@@maintainer" = ["@joe"]
"@@Devs" = ["@jane", '@"Paul Guru"']
'@@"Dev Ops"' = ["@joe"]

[people]
"@Jane" = ["Jane Roe <Jane@Example.com>", "jane@old.example.com"]
"@joe" = ["joe@example.com"]
'@"Paul Guru"' = ["paul@example.com"]
"@silent" = []
"""
ROSTER = parse_roster(TEXT, "people.toml")

JANE = {"jane@example.com", "jane@old.example.com"}
JOE = {"joe@example.com"}
PAUL = {"paul@example.com"}

RESOLVED = {
    "a person": (Owner("@jane", "user"), JANE),
    "in another case": (Owner("@JANE", "user"), JANE),
    "a quoted name": (Owner('@"paul guru"', "user"), PAUL),
    "a team": (Owner("@org/docs", "team"), JANE | JOE),
    "a team in another case": (Owner("@ORG/Docs", "team"), JANE | JOE),
    "a group that looks like a person": (Owner("@group", "user"), JOE),
    "a group in a group": (Owner("@a/b/c", "team"), JANE),
    "some of a team's (Bitbucket)": (Owner("@org/docs:random(2)", "team"), JANE | JOE),
    "a role": (Owner("@@maintainer", "role"), JOE),
    "a group of Mibex": (Owner("@@devs", "group"), JANE | PAUL),
    "a quoted group": (Owner('@@"Dev Ops"', "group"), JOE),
    "an address": (Owner("JOE@example.com", "email"), JOE),
    "one of several addresses": (Owner("jane@old.example.com", "email"), JANE),
}


@pytest.mark.parametrize(("owner", "people"), RESOLVED.values(), ids=RESOLVED)
def test_who_speaks_for_an_owner(owner, people):
    assert ROSTER.people_of(owner) == people
    assert ROSTER.knows(owner)


CANNOT = {
    "a stranger": (Owner("@nobody", "user"), False),
    "an unknown team": (Owner("@org/other", "team"), False),
    "a role without people": (Owner("@@owner", "role"), True),
    "a group that is a person's name": (Owner("@@jane", "group"), False),
    "no owner": (Owner("@jane", "other"), False),
    "a person without an address": (Owner("@silent", "user"), True),
    "a team without people": (Owner("@org/empty", "team"), True),
    "only named by a team": (Owner("@gone", "user"), True),
    "a look-alike: the Kelvin sign": (Owner("@\u212aane", "user"), False),
    "a name that is a handle": (Owner("jane", "user"), False),
}


@pytest.mark.parametrize(("owner", "known"), CANNOT.values(), ids=CANNOT)
def test_who_cannot_approve(owner, known):
    assert ROSTER.people_of(owner) == frozenset()
    assert ROSTER.knows(owner) == known


def test_an_address_stands_for_itself_though_it_is_not_listed():
    stranger = Owner("Stranger@Example.com", "email")
    assert ROSTER.people_of(stranger) == EMPTY.people_of(stranger) == {"stranger@example.com"}
    assert not ROSTER.knows(stranger)


def test_a_handle_is_no_address():
    assert EMPTY.addresses_of("@jane") == frozenset()
    assert EMPTY.people_of(Owner("@jane", "email")) == frozenset()


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "[teams]\n[people]\n", "[people]\r\n'@a' = []\r\n"])
def test_little_is_fine(text):
    assert not parse_roster(text, "people.toml").people_of(Owner("@a", "user"))


LONG = "a" * 330

WRONG = {
    "not TOML": ("[teams\n", "people.toml:1: not TOML: "),
    "no end of arrays": ("a = " + "[" * 100_000, "people.toml: not TOML: "),
    "a number without end": ("a = " + "9" * 5000, "people.toml: not TOML: "),
    "too long": ("#" * 1_048_577, "people.toml: longer than 1048576 characters"),
    "another table": (
        "[people]\n[team]\n'@a/b' = []\n",
        "people.toml:2: team: unknown key; did you mean [teams]?",
    ),
    "another key": ("\nversion = 1\n", "people.toml:2: version: unknown key; known: people, teams"),
    "a strange key": ("'x\\u001b' = 1\n", r'people.toml:1: "x\\u001b": unknown key; known: people, teams'),
    "no table": ("teams = []\n", "people.toml:1: teams: expected a table, such as [teams]"),
    "an array of tables": ("[[people]]\n", "people.toml:1: people: expected a table, such as [people]"),
    "no array": (
        "[people]\n'@jane' = 'jane@example.com'\n",
        'people.toml:2: people."@jane": expected an array, such as ["Jane Roe <jane@example.com>"]',
    ),
    "no string": (
        "[teams]\n'@org/a' = [\n  '@jane',\n  1,\n]\n",
        'people.toml:2: teams."@org/a"[1]: expected a string, such as "@jane"',
    ),
    "no handle": (
        "[people]\njane = []\n",
        'people.toml:2: people.jane: "jane" is no handle: it begins with @',
    ),
    "only the sign": (
        "[people]\n'@' = []\n",
        'people.toml:2: people."@": "@" is no handle: it begins with @',
    ),
    "only two signs": (
        "[teams]\n'@@' = []\n",
        'people.toml:2: teams."@@": "@@" is no handle: it begins with @',
    ),
    "a team among the people": (
        "[people]\n'@org/docs' = []\n",
        'people.toml:2: people."@org/docs": "@org/docs" is a team: it belongs into [teams]',
    ),
    "a group among the people": (
        "[people]\n'@@devs' = []\n",
        'people.toml:2: people."@@devs": "@@devs" is a team: it belongs into [teams]',
    ),
    "a blank": (
        "[people]\n'@jane roe' = []\n",
        'people.toml:2: people."@jane roe": "@jane roe" holds a blank: no handle does, but in quotes',
    ),
    "a tab in quotes": (
        "[people]\n'@\"a\tb\"' = []\n",
        'people.toml:2: people."@\\"a\\tb\\"": "@\\"a\\tb\\"" holds a blank: no handle does, but in quotes',
    ),
    "a hidden character": (
        '[people]\n"@jane\\u200b" = []\n',
        (
            'people.toml:1: people."@jane\\u200b": "@jane\\u200b" holds a character that is not seen: '
            "ZERO WIDTH SPACE"
        ),
    ),
    "a long handle": (f"[people]\n'@{LONG}' = []\n", "longer than 320 characters"),
    "the same handle": (
        "[people]\n'@jane' = []\n'@Jane' = []\n",
        'people.toml:3: people."@Jane": the same handle as "@jane": case makes no other',
    ),
    "a person and a team": (
        "[teams]\n'@a' = []\n[people]\n'@A' = []\n",
        'people.toml:4: people."@A": "@A" is in [teams] too: which is it?',
    ),
    "a team in a team": (
        "[teams]\n'@org/a' = ['@org/b']\n",
        'people.toml:2: teams."@org/a"[0]: "@org/b" is a team: a team holds people, so list these',
    ),
    "a group in a team": (
        "[teams]\n'@@a' = ['@@b']\n",
        'people.toml:2: teams."@@a"[0]: "@@b" is a team: a team holds people, so list these',
    ),
    "a team that looks like a person in a team": (
        "[teams]\n'@a' = []\n'@org/b' = ['@A']\n",
        'people.toml:3: teams."@org/b": "@A" is a team: a team holds people, so list these',
    ),
    "an address in a team": (
        "[teams]\n'@org/a' = ['jane@example.com']\n",
        (
            'people.toml:2: teams."@org/a"[0]: "jane@example.com" is an address: name the person by a '
            "handle, whose addresses are in [people]"
        ),
    ),
    "a name in a team": (
        "[teams]\n'@org/a' = ['jane']\n",
        'people.toml:2: teams."@org/a"[0]: "jane" is no handle: it begins with @',
    ),
    "a member twice": (
        "[teams]\n'@org/a' = ['@jane', '@JANE']\n",
        'people.toml:2: teams."@org/a"[1]: "@JANE" is given twice',
    ),
    "no address": (
        "[people]\n'@jane' = ['Jane Roe']\n",
        (
            'people.toml:2: people."@jane"[0]: "Jane Roe" is neither an e-mail address nor a name with one: '
            "Jane Roe <jane@example.com>"
        ),
    ),
    "no domain": ("[people]\n'@jane' = ['jane@']\n", '"jane@" is neither an e-mail address'),
    "two at signs": ("[people]\n'@jane' = ['a@b@c']\n", '"a@b@c" is neither an e-mail address'),
    "half a bracket": ("[people]\n'@jane' = ['Jane <jane@example.com']\n", "is neither an e-mail address"),
    "a hidden character in an address": (
        "[people]\n'@jane' = ['jane\u202e@example.com']\n",
        "holds a character that is not seen: RIGHT-TO-LEFT OVERRIDE",
    ),
    "an address twice": (
        "[people]\n'@jane' = ['jane@example.com', 'Jane <JANE@example.com>']\n",
        'people.toml:2: people."@jane"[1]: "JANE@example.com" is given twice',
    ),
    "an address of two": (
        "[people]\n'@jane' = ['a@example.com']\n'@joe' = ['A@example.com']\n",
        'people.toml:3: people."@joe": "A@example.com" is "@jane"\'s: an address is one person\'s',
    ),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told(text, message):
    with pytest.raises(PolicyError) as refused:
        parse_roster(text, "people.toml")
    assert message in refused.value.message
    assert refused.value.remedy
    assert len(refused.value.message) < 600


def test_every_mistake_is_told_in_the_order_of_the_file():
    text = "[people]\n'@a' = [1]\njoe = []\n[teams]\n'@b/c' = 2\n[x]\n"
    with pytest.raises(PolicyError) as refused:
        parse_roster(text, "p")
    assert [line.split(": ")[0] for line in refused.value.message.split("\n")] == ["p:2", "p:3", "p:5", "p:6"]


def test_not_more_mistakes_than_somebody_reads():
    text = "[people]\n" + "".join(f"joe{number} = []\n" for number in range(200))
    with pytest.raises(PolicyError) as refused:
        parse_roster(text, "p")
    lines = refused.value.message.split("\n")
    assert len(lines) == 101
    assert lines[-1] == "p: and 100 more mistakes"


@given(st.text(max_size=60) | st.text("[]teamspol\"'@/=,a<> \n", max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_roster_or_a_policy_error(text):
    try:
        roster = parse_roster(text, "p")
    except PolicyError as error:
        assert error.message.startswith("p:")  # noqa: PT017
    else:
        assert all(held <= roster.holders.keys() for held in roster.people.values())


def test_reading_grows_with_the_file():
    def prepare(size):
        people = "".join(f'"@p{number}" = ["p{number}@example.com"]\n' for number in range(size // 40))
        text = f'[teams]\n"@org/all" = [{", ".join(f"{chr(34)}@p{n}{chr(34)}" for n in range(size // 40))}]\n'
        return lambda: parse_roster(text + "[people]\n" + people, "p")

    assert growth(prepare) < LINEAR
