"""Who must approve: what each forge's rules ask for, and whether given approvals are enough."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import LINEAR, growth
from trailers.ownership.codeowners import Check, CodeOwners, Entry, Section
from trailers.ownership.decision import Decision
from trailers.ownership.dialects.mibex.checks import EVERYBODY
from trailers.ownership.dialects.registry import dialect_named
from trailers.ownership.matching.decide import decide
from trailers.ownership.owner import Owner
from trailers.ownership.requirement import EVERYONE, Requirement, Unmet
from trailers.ownership.requirements import met, required, unmet
from trailers.ownership.roster import EMPTY, parse_roster
from trailers.ownership.shape import Shape

ROSTER = parse_roster(
    """
[teams]
"@org/docs" = ["@jane", "@joe"]
"@org/ghosts" = ["@ghost"]
"@@devs" = ["@jane", "@joe", "@ann"]
"@@leads" = ["@lea"]
"@@mixed" = ["@jane", "@ghost"]

[people]
"@jane" = ["jane@example.com", "jane@old.example.com"]
"@joe" = ["joe@example.com"]
"@ann" = ["ann@example.com"]
"@lea" = ["lea@example.com"]
""",
    "people.toml",
)
JANE, JOE, ANN, LEA = (f"{name}@example.com" for name in ("jane", "joe", "ann", "lea"))


def owner(text):
    if text.startswith("@@"):
        return Owner(text, "group")
    if text.startswith("@"):
        return Owner(text, "team" if "/" in text else "user")
    return Owner(text, "email")


def owners(text):
    return tuple(map(owner, text.split()))


def entry(line, text, section=0, excludes=False):
    return Entry(line, "x", owners(text), Shape("", (), "inside"), section, excludes)


def file(*entries, **more):
    return CodeOwners("CODEOWNERS", "x", (), entries, **more)


def decided(**deciding):
    paths = sorted(deciding, key=os.fsencode)
    return Decision(paths, [deciding[path] for path in paths], [])


def shown(requirement):
    """A requirement in a word: its paths, its owners, how many, section, line."""
    text = " ".join(one.text for one in requirement.owners)
    return ("".join(requirement.paths), text, requirement.approvals, requirement.section, requirement.line)


LAST = {
    "nothing changed": (file(), {}, []),
    "nobody owns it": (file(entry(1, "@a")), {"p": ()}, []),
    "cleared": (file(entry(1, "@a"), entry(2, "")), {"p": (1,)}, []),
    "any one of a line": (file(entry(1, "@a @b")), {"p": (0,)}, [("p", "@a @b", 1, "", 1)]),
    "each of two lines": (
        file(entry(1, "@a"), entry(2, "@b")),
        {"p": (1,), "q": (0,)},
        [("q", "@a", 1, "", 1), ("p", "@b", 1, "", 2)],
    ),
    "the same owners are one": (
        file(entry(4, "@a b@c.d"), entry(9, "B@c.d @A @a")),
        {"p": (1,), "q": (0,)},
        [("pq", "@a b@c.d", 1, "", 4)],
    ),
    "some of the same owners are two": (
        file(entry(1, "@a @b"), entry(2, "@a")),
        {"p": (0,), "q": (1,)},
        [("p", "@a @b", 1, "", 1), ("q", "@a", 1, "", 2)],
    ),
}


@pytest.mark.parametrize(("codeowners", "deciding", "expected"), LAST.values(), ids=LAST)
def test_where_the_last_match_decides(codeowners, deciding, expected):
    assert [shown(one) for one in required(codeowners, decided(**deciding), "last")] == expected


SECTIONS = (Section(), Section("Docs", 3, 2), Section("Data", 6, 0))

GITLAB = {
    "a section's count": (
        [entry(4, "@a @b", 1)],
        {"p": (0,)},
        [("p", "@a @b", 2, "Docs", 4)],
        [False],
    ),
    "an optional section": ([entry(7, "@a", 2)], {"p": (0,)}, [("p", "@a", 0, "Data", 7)], [True]),
    "every section asks, and before any": (
        [entry(1, "@a"), entry(4, "@a", 1), entry(7, "@a", 2)],
        {"p": (0, 1, 2)},
        [("p", "@a", 1, "", 1), ("p", "@a", 2, "Docs", 4), ("p", "@a", 0, "Data", 7)],
        [False, False, True],
    ),
    "nobody left of a section": ([entry(4, "", 1)], {"p": (0,)}, [], []),
    "taken out again": ([entry(4, "@a", 1, excludes=True)], {"p": (0,)}, [], []),
}


@pytest.mark.parametrize(("entries", "deciding", "expected", "optional"), GITLAB.values(), ids=GITLAB)
def test_sections(entries, deciding, expected, optional):
    needs = required(file(*entries, sections=SECTIONS), decided(**deciding), "sections")
    assert [shown(one) for one in needs] == expected
    assert [one.optional for one in needs] == optional


def test_every_line_that_matches_asks_on_gitea():
    codeowners = file(entry(1, "@all"), entry(2, "@ops @sec"), entry(3, "@all"))
    needs = required(codeowners, decided(p=(0, 1, 2), q=(0,)), "union")
    assert [shown(one) for one in needs] == [("pq", "@all", 1, "", 1), ("p", "@ops @sec", 1, "", 2)]


GROUPS = {"Team": owners("@jane @@inner"), "inner": owners("@joe @@Team"), "none": ()}

CHECKS = {
    "no check": ((), "@@devs", [("p", "@@devs", 1, "", 5)]),
    "a count": ((Check(9, (("devs", 2),)),), "@@devs @ann", [("p", "@@devs", 2, "", 9)]),
    "in other words": ((Check(9, (('@@"Devs"', 2),)),), "@@devs", [("p", "@@Devs", 2, "", 9)]),
    "everyone": ((Check(9, (("devs", EVERYONE),)),), "@@devs", [("p", "@@devs", EVERYONE, "", 9)]),
    "of nobody who owns it": ((Check(9, (("leads", 2),)),), "@@devs", [("p", "@@devs", 1, "", 5)]),
    "two checks": (
        (Check(8, (("devs", 1),)), Check(9, (("leads", 1),))),
        "@@devs @@leads",
        [("p", "@@devs", 1, "", 8), ("p", "@@leads", 1, "", 9)],
    ),
    "overall": ((Check(9, (("", 2),)),), "@jane @@devs", [("p", "@jane @@devs", 2, "", 9)]),
    "a group of the file": ((Check(9, (("team", 2),)),), "@@team", [("p", "@jane @joe", 2, "", 9)]),
    "a group within one": ((Check(9, (("inner", 1),)),), "@@team", [("p", "@joe @jane", 1, "", 9)]),
    "a group of nobody": ((), "@@none", [("p", "@@none", 1, "", 5)]),
    "a group of the file, no check": ((), "@@TEAM @ann", [("p", "@jane @joe @ann", 1, "", 5)]),
}


@pytest.mark.parametrize(("checks", "owned_by", "expected"), CHECKS.values(), ids=CHECKS)
def test_checks_of_mibex(checks, owned_by, expected):
    codeowners = file(entry(5, owned_by), checks=checks, groups=GROUPS)
    assert [shown(one) for one in required(codeowners, decided(p=(0,)), "last")] == expected


def test_everyone_is_what_a_star_is_read_as():
    assert EVERYBODY == EVERYONE


def test_one_check_or_the_other():
    check = Check(9, (("devs", 2), ("leads", 1), ("absent", 1)))
    codeowners = file(entry(1, "@@devs"), entry(2, "@@leads"), entry(3, "@joe"), checks=(check,))
    needs = required(codeowners, decided(p=(0,), q=(1,), r=(2,)), "last")
    assert [shown(one) for one in needs] == [("r", "@joe", 1, "", 3), ("pq", "@@devs", 2, "", 9)]
    assert [(way.owners[0].text, way.approvals) for way in needs[1].ways] == [("@@devs", 2), ("@@leads", 1)]
    assert met(needs[1], [LEA], ROSTER)
    assert met(needs[1], [JANE, ANN], ROSTER)
    assert unmet(needs, [JANE, JOE.upper()], ROSTER) == ()
    (still_open,) = unmet(needs, [JOE], ROSTER)
    assert still_open == Unmet(needs[1], 1, ("@ann", "@jane", "@lea"), ())


def test_a_group_with_a_blank_in_its_name():
    line = entry(1, "")._replace(owners=(Owner('@@"Dev Ops"', "group"),))
    codeowners = file(line, checks=(Check(9, (("dev ops", 2),)),))
    (need,) = required(codeowners, decided(p=(0,)), "last")
    assert need.ways == (((Owner('@@"dev ops"', "group"),), 2),)


def test_who_is_not_active_cannot_do_instead():
    check = Check(9, (("devs", 2), ("leads", 1)))
    (need,) = required(file(entry(1, "@@devs"), checks=(check,)), decided(p=(0,)), "last")
    assert need.ways == ((owners("@@devs"), 2),)


MET = {
    "one of a team": ("@org/docs", 1, [JOE]),
    "in another case": ("@org/docs", 1, ["JOE@Example.com"]),
    "an older address": ("@jane", 1, ["jane@old.example.com"]),
    "an address in the file": ("stranger@example.com", 1, ["stranger@example.com"]),
    "another address of its holder": (JANE, 1, ["jane@old.example.com"]),
    "two of a team": ("@org/docs", 2, [JANE, JOE]),
    "two of two owners": ("@jane @joe", 2, [JANE, JOE]),
    "and somebody else": ("@jane", 1, ["eve@example.com", JANE]),
    "each of a group": ("@@devs", EVERYONE, [JANE, JOE, ANN]),
    "some cannot, one can": ("@nobody @org/ghosts @joe", 1, [JOE]),
}


@pytest.mark.parametrize(("owned_by", "approvals", "approvers"), MET.values(), ids=MET)
def test_enough(owned_by, approvals, approvers):
    assert met(Requirement(("p",), owners(owned_by), approvals), approvers, ROSTER)


NOT_MET = {
    "nobody": ("@jane @joe", 1, [], (1, ("@jane", "@joe"), ())),
    "somebody else": ("@org/docs", 1, [ANN], (1, ("@jane", "@joe"), ())),
    "one person twice": ("@org/docs", 2, [JANE, "jane@old.example.com"], (1, ("@joe",), ())),
    "one person in two teams": ("@org/docs @@devs", 2, [JANE], (1, ("@ann", "@joe"), ())),
    "one person as two owners": (f"@jane {JANE}", 2, [JANE], (1, (), ())),
    "an unknown owner": ("@nobody", 1, ["nobody@example.com"], (1, (), ("@nobody",))),
    "its handle as an address": ("@jane", 1, ["@jane"], (1, ("@jane",), ())),
    "an unknown owner's handle": ("@nobody", 1, ["@nobody"], (1, (), ("@nobody",))),
    "a team whose people have no address": ("@org/ghosts", 1, ["@ghost"], (1, (), ("@ghost",))),
    "a part of everyone": ("@@devs", EVERYONE, [JANE, JOE], (1, ("@ann",), ())),
    "everyone, and one cannot": ("@@mixed", EVERYONE, [JANE], (1, (), ("@ghost",))),
    "everyone, and one owner is unknown": ("@jane @nobody", EVERYONE, [JANE], (1, (), ("@nobody",))),
    "more than there are": ("@org/docs", 3, [JANE, JOE], (1, (), ())),
    "a tag makes another address": ("joe@example.com", 1, ["joe+x@example.com"], (1, ("@joe",), ())),
    "a look-alike: the Kelvin sign": (
        "k@example.com",
        1,
        ["\u212a@example.com"],
        (1, ("k@example.com",), ()),
    ),
}


@pytest.mark.parametrize(("owned_by", "approvals", "approvers", "why"), NOT_MET.values(), ids=NOT_MET)
def test_not_enough(owned_by, approvals, approvers, why):
    need = Requirement(("p",), owners(owned_by), approvals)
    assert not met(need, approvers, ROSTER)
    (still_open,) = unmet([need], approvers, ROSTER)
    assert still_open == Unmet(need, *why)


def test_an_optional_requirement_is_never_open():
    need = Requirement(("p",), owners("@nobody"), 0, optional=True)
    assert met(need, [], EMPTY)
    assert unmet([need], [], EMPTY) == ()


def test_without_a_roster_only_addresses_approve():
    need = Requirement(("p",), owners("@jane jane@example.com"))
    assert met(need, [JANE], EMPTY)
    assert not met(need._replace(owners=owners("@jane @org/docs")), [JANE], EMPTY)


FORGES = {
    "github": (
        "github",
        "* @all\n*.js @js @all # why\n/docs/ @org/docs\n/docs/old\n",
        ["a.js", "b.js", "c", "docs/a.js", "docs/old", "docs/x"],
        [
            ("c", "@all", 1, "", 1),
            ("a.jsb.js", "@js @all", 1, "", 2),
            ("docs/a.jsdocs/x", "@org/docs", 1, "", 3),
        ],
    ),
    "gitlab": (
        "gitlab",
        "* @all\n[Docs][2] @w @v @u\ndocs/\n*.md @w\n!docs/gen/\n^[Data]\n*.sql @dba\n[None]\n*.sql\n",
        ["README.md", "docs/a.md", "docs/gen/x", "docs/x", "x.sql"],
        [
            ("README.mddocs/a.mddocs/gen/xdocs/xx.sql", "@all", 1, "", 1),
            ("docs/x", "@w @v @u", 2, "Docs", 3),
            ("README.mddocs/a.md", "@w", 2, "Docs", 4),
            ("x.sql", "@dba", 0, "Data", 7),
        ],
    ),
    "bitbucket": (
        "bitbucket",
        "* @all\n*.js @w/g:random(2)\n",
        ["a.js", "b"],
        [("b", "@all", 1, "", 1), ("a.js", "@w/g:random(2)", 1, "", 2)],
    ),
    "gitea": (
        "gitea",
        ".* @all\n.*\\.go @go @all\n!docs/.* @code\n",
        ["a.go", "docs/x"],
        [("a.godocs/x", "@all", 1, "", 1), ("a.go", "@go @all", 1, "", 2), ("a.go", "@code", 1, "", 3)],
    ),
    "bitbucket-mibex": (
        "bitbucket-mibex",
        (
            '* @all\n*.js @@Devs\n"a b/*" @@"Dev Ops" @x\n!gen.js\n@@@Devs @jane @@Inner\n@@@Inner @joe\n'
            "Check(@@Devs >= 2)\nCheck(@@Absent >= 1)\n"
        ),
        ["a b/x", "a.js", "gen.js", "y"],
        [("y", "@all", 1, "", 1), ("a b/x", '@@"Dev Ops" @x', 1, "", 3), ("a.js", "@jane @joe", 2, "", 7)],
    ),
    "everyone on Mibex": (
        "bitbucket-mibex",
        "*.js @@devs\nCheck(@@Devs >= *) | Check(@@leads >= 1)\n",
        ["a.js"],
        [("a.js", "@@Devs", EVERYONE, "", 2)],
    ),
    "overall on Mibex": (
        "bitbucket-mibex",
        "*.js @@devs\n* @x\nOverallCheck(2)\n",
        ["a.js", "b"],
        [("a.jsb", "@x", 2, "", 3)],
    ),
}


@pytest.mark.parametrize(("name", "text", "paths", "expected"), FORGES.values(), ids=FORGES)
def test_a_file_as_its_forge_reads_it(name, text, paths, expected):
    dialect = dialect_named(name)
    codeowners = dialect.parse(text, "CODEOWNERS")
    needs = required(codeowners, decide(codeowners, paths, dialect.combines), dialect.combines)
    assert [shown(one) for one in needs] == expected


NAMES = st.lists(st.sampled_from(["@jane", "@joe", "@ann", "@nobody", "@org/docs", JANE]), max_size=3)


@given(
    st.lists(NAMES, max_size=6),
    st.lists(st.sets(st.integers(0, 5), max_size=3), max_size=6),
    st.sampled_from(["last", "sections", "union"]),
    st.sets(st.sampled_from([JANE, JOE, ANN, "jane@old.example.com"])),
)
@settings(deadline=None)
def test_every_owned_path_needs_somebody_and_more_approvals_never_open_one(lines, deciding, combines, given_):
    codeowners = file(*(entry(at + 1, " ".join(names)) for at, names in enumerate(lines)))
    places = [tuple(sorted(place for place in held if place < len(lines))) for held in deciding]
    places = [held[-1:] if combines != "union" else held for held in places]
    decision = Decision([f"p{at}" for at in range(len(places))], places, [])
    needs = required(codeowners, decision, combines)
    asked = {(path, frozenset(one.owners)) for one in needs for path in one.paths}
    assert asked == {
        (path, frozenset(codeowners.entries[place].owners))
        for path, held in zip(decision.paths, places, strict=True)
        for place in held
        if codeowners.entries[place].owners
    }
    still_open = {one.requirement for one in unmet(needs, given_, ROSTER)}
    assert still_open <= {one.requirement for one in unmet(needs, [], ROSTER)}
    assert {one for one in needs if not met(one, given_, ROSTER)} == still_open


def test_requiring_grows_with_the_change():
    def prepare(size):
        lines = [entry(at + 1, f"@o{at}") for at in range(size // 8)]
        deciding = {f"p{at}": (at % len(lines),) for at in range(size)}
        codeowners, decision = file(*lines), decided(**deciding)
        return lambda: required(codeowners, decision, "last")

    assert growth(prepare, 4_000) < LINEAR


def test_a_chain_of_groups_grows_with_its_length():
    def prepare(size):
        groups = {f"g{at}": owners(f"@@g{at + 1}") for at in range(size)}
        codeowners = file(entry(1, "@@g0"), groups=groups)
        decision = decided(p=(0,))
        return lambda: required(codeowners, decision, "last")

    assert growth(prepare, 1_000) < LINEAR
