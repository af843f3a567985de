"""Hooks put into .pre-commit-config.yaml: PyYAML says what it means then, and every old byte is there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from trailers.adoption.starting.pre_commit.config import put_hooks
from trailers.adoption.starting.pre_commit.entries import HOOKS, Hooks
from trailers.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
ALL = Hooks(tuple(hook.id for hook in HOOKS))
ONE = Hooks(("ai-disclosure",))
STAGES = ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-push"]


def after(text, hooks=ALL):
    """The text after, checked: what was there is there, in order, and a second time changes nothing."""
    change = put_hooks(text, hooks).change
    assert change.after is not None
    if text is not None:
        assert change.before == text
        rest = iter(change.after)
        assert all(
            char in rest for char in text.replace("repos: []", "repos: ").replace("repos: [ ]", "repos: ")
        )
    again = put_hooks(change.after, hooks).change
    assert again.after == again.before == change.after
    return change.after


def ids(config):
    return [hook["id"] for repo in config["repos"] for hook in repo["hooks"]]


def test_our_hooks_are_those_of_the_manifest():
    manifest = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    written = yaml.safe_load(after(None))["repos"][0]["hooks"]
    assert {hook["id"] for hook in written} == set(manifest)
    for hook in written:
        told = {key: value for key, value in hook.items() if key not in ("additional_dependencies", "args")}
        kept = ("description", "minimum_pre_commit_version")
        assert told == {key: value for key, value in manifest[hook["id"]].items() if key not in kept}


def test_a_new_file(tmp_path):
    config = yaml.safe_load(after(None))
    assert config["default_install_hook_types"] == STAGES
    assert ids(config) == [hook.id for hook in HOOKS]
    validate(tmp_path, after(None))


def test_hooks_from_a_repository(tmp_path):
    text = after(None, ALL._replace(url="https://forge.test/a/undersign"))
    (repo,) = yaml.safe_load(text)["repos"]
    assert repo["repo"] == "https://forge.test/a/undersign"
    assert repo["hooks"][3] == {"id": "ai-disclosure", "args": ["--fix"]}
    validate(tmp_path, text)


@pytest.mark.parametrize(
    "url", ["a: b", "#x", "x #y", "*a", "- a", "q\"u'o\nte", "true", "12", "~", "a/b", "C:/x", "ünï", "{}"]
)
def test_any_url_is_written_as_text(url):
    assert yaml.safe_load(put_hooks(None, ONE._replace(url=url)).change.after)["repos"][0]["repo"] == url


PLAIN = "repos:\n- repo: local\n  hooks:\n  - id: a\n"


@pytest.mark.parametrize(
    ("text", "contained"),
    [
        pytest.param(PLAIN, "\n- repo: local\n  hooks:\n  - id: ai-disclosure\n    name:", id="not indented"),
        pytest.param(
            "repos:\n-   repo: local\n    hooks:\n    -   id: a\n",
            "\n-   repo: local\n    hooks:\n    -   id: ai-disclosure\n        name:",
            id="pre-commit's own style",
        ),
        pytest.param(
            "repos:\n  - repo: local\n    hooks:\n      - id: a\n",
            "\n  - repo: local\n    hooks:\n      - id: ai-disclosure\n        name:",
            id="indented",
        ),
        pytest.param(PLAIN.replace("\n", "\r\n"), "\r\n- repo: local\r\n  hooks:\r\n", id="CRLF"),
        pytest.param(PLAIN[:-1], "id: a\n- repo: local", id="no line end"),
        pytest.param(
            PLAIN + "    #- id: b\n\n# ci\nci: {}\n", "    #- id: b\n- repo", id="a comment of its own"
        ),
        pytest.param(PLAIN + "# of ci\nci: {}\n", "id: a\n- repo", id="a comment of the next key"),
        pytest.param(PLAIN + "# last\n", "# last\n- repo", id="a comment at the end"),
        pytest.param(PLAIN + "...\n", "id: a\n- repo", id="an end mark"),
        pytest.param("---\n" + PLAIN, "---\ndefault_install_hook_types", id="a start mark"),
        pytest.param("\ufeff" + PLAIN, "\ufeffdefault_install_hook_types", id="BOM"),
        pytest.param("repos: []\n", "repos: \n  - repo: local", id="an empty list"),
        pytest.param("repos: [ ] # none\nci: {}\n", "- id: ai", id="an empty list and a comment"),
        pytest.param("fail_fast: true\n", "fail_fast: true\nrepos:\n  - repo: local", id="no repos"),
        pytest.param("# nothing\n", "# nothing\ndefault_install", id="comments"),
        pytest.param("", "default_install", id="empty"),
        pytest.param(PLAIN + "    args: &x [a]\n  - id: b\n    args: *x\n", "args: *x\n- repo", id="anchors"),
        pytest.param(
            "repos:\n- repo: local\n  hooks: [{id: a, name: 'x # y'}]  # flow\n",
            "# flow\n- repo",
            id="flow hooks",
        ),
        pytest.param(PLAIN + "    entry: |\n      x\n\n      y\n", "y\n- repo", id="a block scalar"),
        pytest.param(
            PLAIN + "    files: |+\n      x\n\n\nci: {}\n", "x\n\n\n- repo", id="a kept block scalar"
        ),
        pytest.param(
            "  repos:\n  - repo: local\n    hooks:\n    - id: a\n", "\n  - repo: local", id="all indented"
        ),
        pytest.param(PLAIN + "  - id: 'b\n\n     c'\n", "c'\n- repo", id="a quoted scalar of lines"),
    ],
)
def test_into_what_is_there(text, contained, tmp_path):
    written = after(text, ONE)
    assert contained in written
    old, new = yaml.safe_load(text) or {}, yaml.safe_load(written)
    repos = old.get("repos") or []
    assert new["repos"][:-1] == repos
    assert [hook["id"] for hook in new["repos"][-1]["hooks"]] == ["ai-disclosure"]
    assert all(new[key] == value for key, value in old.items() if key != "repos")
    if "\r\n" in text:
        assert "\n" not in written.replace("\r\n", "")


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ("[commit-msg]", "[commit-msg, prepare-commit-msg, pre-push, pre-commit]"),
        ("[pre-commit, commit-msg,]", "[pre-commit, commit-msg, prepare-commit-msg, pre-push,]"),
        ("[]", "[pre-commit, prepare-commit-msg, commit-msg, pre-push]"),
        (
            "[\n  pre-commit, # a\n  pre-push\n]",
            "[\n  pre-commit, # a\n  pre-push, prepare-commit-msg, commit-msg\n]",
        ),
        ("\n- commit-msg # x\n", "\n- commit-msg # x\n- pre-commit\n- prepare-commit-msg\n- pre-push\n"),
    ],
)
def test_the_installed_types_are_extended(types, expected):
    written = after(f"default_install_hook_types: {types}\n{PLAIN}")
    found = yaml.safe_load(written)["default_install_hook_types"]
    assert sorted(found) == sorted(STAGES)
    assert sorted(yaml.safe_load(expected)) == sorted(found)


def test_types_that_are_all_there_stay():
    text = f"default_install_hook_types: [{', '.join(STAGES)}]\n{PLAIN}"
    assert after(text).startswith(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PLAIN, ["pre-commit", "pre-merge-commit", "manual"], id="some hook names none"),
        pytest.param(
            "default_install_hook_types: [pre-commit, pre-push]\n" + PLAIN,
            ["pre-commit", "pre-merge-commit", "pre-push", "manual"],
            id="pre-push was installed before",
        ),
        pytest.param(PLAIN + "    stages: [pre-commit]\n", None, id="all name theirs"),
        pytest.param("repos: []\n", None, id="no hooks"),
        pytest.param("default_stages: [manual]\n" + PLAIN, ["manual"], id="they are said"),
    ],
)
def test_old_hooks_stay_at_their_stages(text, expected):
    assert yaml.safe_load(after(text)).get("default_stages") == expected


def test_ours_are_left_where_they_stand():
    text = after(PLAIN, Hooks(("ai-disclosure", "ai-disclosure-write")))
    result = put_hooks(text, ALL)
    assert result.change.after == text
    assert result.standing.ids == ("ai-disclosure-write", "ai-disclosure")
    asked = put_hooks(text, ALL._replace(asked=("codeowners",))).change.after
    assert ids(yaml.safe_load(asked)) == ["a", "ai-disclosure-write", "ai-disclosure", "codeowners"]


def test_a_hook_of_the_same_name_is_not_ours():
    text = "repos:\n- repo: local\n  hooks:\n  - id: secrets\n    entry: ./mine\n    stages: [manual]\n"
    assert ids(yaml.safe_load(after(text))) == ["secrets", *(hook.id for hook in HOOKS)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("repos:\n\t- repo: x\n", "line 2, column 1: not YAML", id="a tab"),
        pytest.param("repos: [\n", "not YAML", id="not closed"),
        pytest.param("a: 1\n---\nb: 2\n", "more than one YAML document", id="two documents"),
        pytest.param("- repo: x\n", "line 1: the top is no mapping", id="the old list"),
        pytest.param("{repos: []}\n", "line 1: the top is no mapping", id="flow"),
        pytest.param(
            "a: 1\nrepos: [{repo: local, hooks: []}]\n", "line 2: repos is no list", id="flow repos"
        ),
        pytest.param("x: &x []\nrepos: *x\n", "line 2: repos is no list", id="an alias"),
        pytest.param("repos: text\n", "line 1: repos is no list", id="a text"),
        pytest.param("repos: [ # ours\n]\n", "line 1: repos is no list", id="a comment in an empty list"),
        pytest.param("repos: []\nrepos: []\n", "line 1: the top is no mapping", id="twice"),
        pytest.param(
            f"default_install_hook_types: x\n{PLAIN}", "line 1: default_install", id="types of text"
        ),
        pytest.param("a: " + "[" * 60 + "]" * 60, "nested too deep", id="deep"),
        pytest.param("a: " + "[" * 20_000, "nested too deep", id="very deep"),
        pytest.param("#" * 300_000, "longer than", id="long"),
        pytest.param("a: \x07\n", "not YAML", id="a control character"),
        pytest.param(PLAIN + "    entry: |+\n      x\n    \n\n ", "nothing can be added", id="a kept block"),
    ],
)
def test_what_is_not_understood_stays(text, why):
    with pytest.raises(UsageError, match=why):
        put_hooks(text, ALL)


# -- any file ------------------------------------------------------------------------------------------------

names = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=8).filter(lambda text: text.strip("-"))
texts = st.one_of(names, st.text(st.characters(exclude_categories=("C", "Z")), max_size=6))
hook_values = st.fixed_dictionaries(
    {"id": names},
    optional={
        "args": st.lists(texts, max_size=3),
        "files": texts,
        "stages": st.lists(st.sampled_from(STAGES)),
    },
)
repo_values = st.fixed_dictionaries({"repo": names, "hooks": st.lists(hook_values, min_size=1, max_size=3)})
configs = st.fixed_dictionaries(
    {"repos": st.lists(repo_values, max_size=4)},
    optional={
        "fail_fast": st.booleans(),
        "exclude": texts,
        "default_install_hook_types": st.lists(st.sampled_from(STAGES), unique=True),
        "default_stages": st.lists(st.sampled_from(STAGES), min_size=1, unique=True),
        "ci": st.dictionaries(names, texts, max_size=2),
    },
)


class Indented(yaml.SafeDumper):
    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


@st.composite
def written(draw):
    """A configuration as somebody may have written it, comments and blank lines between its lines."""
    config = draw(configs)
    style = draw(st.sampled_from([None, '"', "'"]))
    text = yaml.dump(
        config,
        Dumper=draw(st.sampled_from([yaml.SafeDumper, Indented])),
        default_style=style,
        indent=draw(st.sampled_from([2, 4])),
        allow_unicode=True,
        sort_keys=draw(st.booleans()),
        width=10_000,
    )
    lines = []
    for line in text.splitlines(keepends=True):
        lines.append(line)
        if draw(st.integers(0, 5)) == 0:
            lines.append(draw(st.sampled_from(["\n", "# a comment: [\n", "   # one more\n", "  \n"])))
    text = "".join(lines)
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@settings(max_examples=100, deadline=None)
@given(written())
def test_any_configuration_keeps_all_that_it_has(text):
    old = yaml.safe_load(text)
    new = yaml.safe_load(after(text))
    assert new["repos"][: len(old["repos"])] == old["repos"]
    (ours,) = new["repos"][len(old["repos"]) :]
    assert [hook["id"] for hook in ours["hooks"]] == list(ALL.ids)
    assert set(STAGES) <= set(new["default_install_hook_types"])
    for key, value in old.items():
        if key == "default_install_hook_types":
            assert new[key][: len(value)] == value
        elif key != "repos":
            assert new[key] == value
    assert set(new) - set(old) <= {"default_install_hook_types", "default_stages"}


@settings(max_examples=100, deadline=None)
@given(st.text("ab:-[]{}#&*!|>'\"%\n \t\r", max_size=60))
def test_any_text_is_added_to_or_refused(text):
    try:
        change = put_hooks(text, ONE).change
    except UsageError:
        return
    old, new = yaml.safe_load(text) or {}, yaml.safe_load(change.after)
    assert all(
        json.dumps(new[key], default=str) == json.dumps(value, default=str) for key, value in old.items()
    )


def validate(folder, text):
    """As pre-commit reads it, where it is installed."""
    pytest.importorskip("pre_commit")
    file = folder / "config.yaml"
    file.write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", file], capture_output=True, check=False
    )
    assert not done.returncode, done.stdout.decode()
