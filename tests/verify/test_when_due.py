"""DESIGN's table "When each is due", cell by cell: for the message hook, and for ranges at each stage."""

import itertools

import pytest

from hooks.disclosure import main as hook
from tests.repositories import APPROVED, CLAUDE, CONTEXT, MODEL, NONE, Repository, message, rules

ASSISTANT = {"CLAUDECODE": "1"}
BY_CLAUDE = f"Co-authored-by: {CLAUDE}\n"
DUE_AT_MERGE = '[approver]\ndue = "merge"\n'
GIVEN = {
    "": (),
    "m": (MODEL,),
    "c": (CONTEXT,),
    "a": (APPROVED,),
    "mc": (MODEL, CONTEXT),
    "ma": (MODEL, APPROVED),
    "ca": (CONTEXT, APPROVED),
    "mca": (MODEL, CONTEXT, APPROVED),
}


@pytest.fixture
def hooked(tmp_path, monkeypatch, capsys):
    """Run the message hook in a work tree: its exit code, and the rules that it tells."""
    repository = Repository(tmp_path)
    monkeypatch.chdir(tmp_path)

    def run(text, *, policy="", environ=None, arguments=()):
        for name, value in (environ or {}).items():
            monkeypatch.setenv(name, value)
        (tmp_path / "undersign.toml").write_text(policy)
        file = repository.git_directory / "COMMIT_EDITMSG"
        file.write_text(text)
        code = hook([*arguments, str(file)])
        output = capsys.readouterr().out
        told = [
            line.split(":")[0] for line in output.split("\n") if line.startswith(("error", "warning", "note"))
        ]
        return code, [
            f"{rule}" if word == "error" else f"{rule} {word}" for word, rule in map(str.split, told)
        ]

    run.repository = repository
    return run


# What the hook tells an assistant that commits: an approver is noted while it is missing, and refused
# where the assistant adds it.
ASSISTANT_COMMITS = {
    "": ["US101", "US102", "US103 note"],
    "m": ["US102", "US103 note"],
    "c": ["US101", "US103 note"],
    "a": ["US101", "US102", "US501"],
    "mc": ["US103 note"],
    "ma": ["US102", "US501"],
    "ca": ["US101", "US501"],
    "mca": ["US501"],
}

# What it tells a person; nothing betrays the help where the person does not say so.
PERSON_COMMITS = {
    "": [],
    "m": ["US102", "US103"],
    "c": ["US101", "US103"],
    "a": [],
    "mc": ["US103"],
    "ma": ["US102"],
    "ca": ["US101"],
    "mca": [],
}


def at_merge(expected):
    return [f"{rule} note" if rule == "US103" else rule for rule in expected]


@pytest.mark.parametrize("given", list(GIVEN))
@pytest.mark.parametrize(
    "policy", [pytest.param("", id="due at commit"), pytest.param(DUE_AT_MERGE, id="due at merge")]
)
class TestMessageHook:
    def test_an_assistant_commits(self, hooked, given, policy):
        code, told = hooked(message(*GIVEN[given]), policy=policy, environ=ASSISTANT)
        assert told == ASSISTANT_COMMITS[given]
        assert code == (1 if any(len(rule) == 5 for rule in told) else 0)

    def test_a_person_commits(self, hooked, given, policy):
        code, told = hooked(message(*GIVEN[given]), policy=policy)
        assert told == (at_merge(PERSON_COMMITS[given]) if policy else PERSON_COMMITS[given])
        assert code == (1 if any(len(rule) == 5 for rule in told) else 0)

    def test_a_person_commits_what_a_marker_shows(self, hooked, given, policy):
        code, told = hooked(message(*GIVEN[given], BY_CLAUDE), policy=policy)
        missing = [f"US10{number}" for number, field in enumerate("mca", 1) if field not in given]
        assert told == (at_merge(missing) if policy else missing)
        assert code == (1 if any(len(rule) == 5 for rule in told) else 0)


@pytest.fixture(scope="module")
def commits(tmp_path_factory):
    """A commit for each of GIVEN, by who shows: an assistant (as co-author), or nobody; by `approver.due`."""
    made = {}
    for policy in ("", DUE_AT_MERGE):
        repository = Repository(tmp_path_factory.mktemp("due"))
        repository.commit("base\n", files={"undersign.toml": policy})
        repository.branch("base")
        names = {
            (given, shows): repository.commit(message(*GIVEN[given], *([BY_CLAUDE] if shows else [])))
            for given, shows in itertools.product(GIVEN, (False, True))
        }
        for stage in ("commit", "push", "review", "merge"):
            report = repository.verify("base..main", stage=stage)
            for (given, shows), name in names.items():
                made[policy, stage, given, shows] = rules(report, commit=name)
    return made


@pytest.mark.parametrize("given", list(GIVEN))
@pytest.mark.parametrize(
    "shows", [pytest.param(False, id="says so"), pytest.param(True, id="a marker shows it")]
)
@pytest.mark.parametrize("stage", ["commit", "push", "review", "merge"])
class TestRange:
    """A range is judged alike whoever committed: all three, and under `due = "merge"` a note before it."""

    def test_due_at_commit(self, commits, stage, given, shows):
        missing = [f"US10{number}" for number, field in enumerate("mca", 1) if field not in given]
        expected = missing if shows else PERSON_COMMITS[given]
        assert commits["", stage, given, shows] == expected

    def test_due_at_merge(self, commits, stage, given, shows):
        missing = [f"US10{number}" for number, field in enumerate("mca", 1) if field not in given]
        expected = missing if shows else PERSON_COMMITS[given]
        assert commits[DUE_AT_MERGE, stage, given, shows] == (
            expected if stage == "merge" else at_merge(expected)
        )


class TestRules:
    """`approver.rule = "other"` makes the approver due at the merge; `required` says what is due at all."""

    def test_other_is_due_at_the_merge(self, started):
        started.commit("policy\n", files={"undersign.toml": '[approver]\nrule = "other"\n'})
        started.commit(message(MODEL, CONTEXT))
        assert rules(started.verify("main^..main", stage="review")) == ["US103 note"]
        assert rules(started.verify("main^..main", stage="merge")) == ["US103"]

    def test_ones_own_approval_under_other(self, started):
        started.commit("policy\n", files={"undersign.toml": '[approver]\nrule = "other"\n'})
        started.commit(message(MODEL, CONTEXT, APPROVED))
        assert rules(started.verify("main^..main", stage="review")) == ["US502 note"]
        assert rules(started.verify("main^..main", stage="merge")) == ["US502"]

    @pytest.mark.parametrize("required", list(itertools.permutations(("model", "context", "approver"), 2)))
    def test_what_is_not_required(self, started, required):
        listed = ", ".join(f'"{field}"' for field in required)
        started.commit("policy\n", files={"undersign.toml": f"[disclosure]\nrequired = [{listed}]\n"})
        started.commit(message(BY_CLAUDE))
        numbers = {"model": "US101", "context": "US102", "approver": "US103"}
        assert rules(started.verify("main^..main")) == sorted(numbers[field] for field in required)

    @pytest.mark.parametrize(
        ("profile", "trailers", "expected"),
        [
            pytest.param("kernel", "Assisted-by: LLM ruff\n", [], id="kernel"),
            pytest.param("openssf", MODEL, [], id="openssf"),
            pytest.param("apache", "Generated-by: Claude Code\n", [], id="apache"),
            pytest.param("fedora", "Assisted-by: ChatGPTv5\n", [], id="fedora"),
            pytest.param("default", MODEL, ["US102", "US103"], id="default"),
        ],
    )
    def test_a_profile_makes_due_what_it_carries(self, started, profile, trailers, expected):
        started.commit("policy\n", files={"undersign.toml": f'[disclosure]\nprofile = "{profile}"\n'})
        started.commit(message(trailers))
        assert rules(started.verify("main^..main")) == expected


class TestForbid:
    """Where no AI help is taken, the hook says that and nothing else."""

    POLICY = '[disclosure]\nmode = "forbid"\n'

    @pytest.mark.parametrize(
        ("text", "environ", "expected"),
        [
            pytest.param("A change\n", {}, (0, []), id="noop"),
            pytest.param("A change\n", ASSISTANT, (1, ["US108"]), id="an assistant commits"),
            pytest.param(message(MODEL), {}, (1, ["US108"]), id="a model is named"),
            pytest.param(
                message("Assisted-by: TODO\n"), {}, (1, ["US108", "US104"]), id="none is, and was to be"
            ),
            pytest.param(message(BY_CLAUDE), {}, (1, ["US108"]), id="a marker"),
            pytest.param(
                message(NONE), ASSISTANT, (0, ["US105 warning"]), id="an assistant commits for a person"
            ),
        ],
    )
    def test_the_hook(self, hooked, text, environ, expected):
        assert hooked(text, policy=self.POLICY, environ=environ) == expected


class TestAssistantAndApproval:
    """An assistant cannot approve; it may keep what the commits have that it works on."""

    def test_it_says_how_a_person_approves(self, hooked, capsys):
        code, told = hooked(message(MODEL, CONTEXT), environ=ASSISTANT)
        assert (code, told) == (0, ["US103 note"])

    def test_no_help_in_the_words_of_a_person(self, hooked):
        """An assistant may run git for a person: the statement stands, with a warning."""
        assert hooked(message(NONE), environ=ASSISTANT) == (0, ["US105 warning"])

    def test_a_weak_mark_is_no_assistant(self, hooked):
        assert hooked(message(MODEL, CONTEXT, APPROVED), environ={"REPL_ID": "x"}) == (0, [])

    @pytest.mark.parametrize("alias", ["Reviewed-by", "Acked-by"])
    def test_aliases_are_refused_as_well(self, hooked, alias):
        line = APPROVED.replace("Approved-by", alias)
        assert hooked(message(MODEL, CONTEXT, line), environ=ASSISTANT) == (1, ["US501"])
