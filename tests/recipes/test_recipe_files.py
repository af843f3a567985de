"""The recipes' files: what their CI's own schema says, and what no recipe may leave out."""

import re

import pytest
import yaml
from check_jsonschema import main as check_jsonschema

from tests.recipes.component import interpolated, specification
from tests.recipes.jobs import CI_PAGES, recipe
from trailers.ci import detection
from trailers.version import VERSION

# page: the schema of check-jsonschema that its file follows, and what that schema needs
SCHEMAS = {
    "azure-pipelines.md": ("azure-pipelines", "--regex-variant=nonunicode"),
    "bitbucket.md": ("bitbucket-pipelines",),
    "buildkite.md": ("buildkite",),
    "circleci.md": ("circle-ci",),
    "gitlab.md": ("gitlab-ci", "--data-transform=gitlab-ci"),
}
PAGES = [*SCHEMAS, "jenkins.md", "other.md"]
_NO_SHELL = re.compile(r"^ *- if: .*$|<< pipeline.*$|searchFolder.*$", re.MULTILINE)
_QUOTED = re.compile(r'"[^"]*"')
_NOT_SPLIT = re.compile(r"\w+=\$(\w+|\{[^}]*\}|\?|\([^)]*\))|base=\$1 stage=\S+|trap '.*' EXIT")


@pytest.fixture
def problems(tmp_path, capsys):
    """What check-jsonschema says of a file's text; empty where it finds nothing."""

    def found(text, schema, *options):
        path = tmp_path / "file.yml"
        path.write_text(text)
        with pytest.raises(SystemExit) as ended:
            check_jsonschema([f"--builtin-schema=vendor.{schema}", *options, str(path)])
        printed = capsys.readouterr()
        return printed.out + printed.err if ended.value.code else ""

    return found


@pytest.mark.parametrize("page", SCHEMAS)
def test_a_file_follows_its_schema(page, problems):
    assert problems(recipe(page), *SCHEMAS[page]) == ""


def test_the_component_follows_the_schema(problems):
    text = yaml.safe_dump({"spec": {"inputs": specification()}, **interpolated({})})
    assert problems(text, *SCHEMAS["gitlab.md"]) == ""


def test_a_file_that_does_not_follow_its_schema(problems):
    assert "Schema validation errors" in problems("undersign: {script: 1}\n", *SCHEMAS["gitlab.md"])


@pytest.mark.parametrize("page", PAGES)
def test_a_recipe_is_isolated_and_pinned(page):
    text = recipe(page)
    assert len(re.findall(r"python3? -I -m venv |python\" -I -m (?:pip|trailers) ", text)) == 3
    assert len(re.findall(r"\bpython3?\b(?!\S*:)", re.sub(r"image.*", "", text))) == 3
    pinned = re.findall(r"undersign==([^\s\"]+)|UNDERSIGN_VERSION: (\S+)", text)
    assert {one or two for one, two in pinned} - {"$UNDERSIGN_VERSION"} == {VERSION}


@pytest.mark.parametrize("page", PAGES)
def test_every_variable_is_quoted(page):
    """`$name` outside quotes is a word or many; an assignment and `$?` are not split."""
    script = recipe(page).replace("$$", "$")
    for left in _NO_SHELL, _QUOTED, _NOT_SPLIT:
        script = left.sub("", script)
    assert "$" not in script


# page: where its file asks for the whole history, since that is not what its CI does by itself
WHOLE = {
    "azure-pipelines.md": (("steps", 0), {"checkout": "self", "fetchDepth": "0"}),
    "bitbucket.md": (("clone",), {"depth": "full"}),
    "circleci.md": (("jobs", "undersign", "steps", 0), {"checkout": {"method": "full"}}),
    "gitlab.md": (("undersign", "variables", "GIT_DEPTH"), "0"),
}


@pytest.mark.parametrize(("page", "place", "expected"), [(page, *there) for page, there in WHOLE.items()])
def test_a_file_asks_for_the_whole_history(page, place, expected):
    found = yaml.safe_load(recipe(page))
    for key in place:
        found = found[key]
    assert found == expected


def test_every_ci_that_is_known_has_a_page():
    modules = {ask.__module__.rpartition(".")[2] for _variable, ask in detection._CIS} | {"jenkins"}
    names = {"azure": "azure-pipelines", "github": "github-actions"}
    pages = {names.get(module, module) for module in modules} - {"github-actions"}
    assert pages == {page.removesuffix(".md") for page in PAGES} - {"other"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_each_says(page):
    text = (CI_PAGES / page).read_text()
    wanted = ["## Traps"]
    if page != "other.md":
        wanted = ["## What it judges", "## Where the report is", "## Make it required", "## Traps"]
    assert [line for line in text.splitlines() if line in wanted] == wanted
