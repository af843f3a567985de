"""The schema in an editor: taplo judges policies as the loader does, wherever a schema can tell."""

import json
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import tomli
from jsonschema import Draft7Validator

from tests.policy.test_policy_schema import BAD, GOOD, as_json, keys
from trailers.errors import PolicyError
from trailers.policy.description import POLICY
from trailers.policy.loading import load
from trailers.policy.schema import schema, tool_schema
from trailers.verify.registry import RULE_NAMES

# What SchemaStore keeps beside a schema, in src/test/undersign and src/negative_test/undersign.
EXAMPLES = Path(__file__).parent / "schemastore"
POSITIVE = sorted((EXAMPLES / "positive").glob("*.toml"))
NEGATIVE = sorted((EXAMPLES / "negative").glob("*.toml"))
SCHEMA = schema([*RULE_NAMES, *RULE_NAMES.values()])
TAPLO = shutil.which("taplo", path=sysconfig.get_path("scripts")) or shutil.which("taplo")

# Each alone is well formed; only the loader sees what is wrong with it.
BEYOND = {
    "requires = '>=99'": "another version has to read it",
    "disclosure.keys = { model = ['AI'], context = ['AI'] }": "two trailers under one key",
}


def loads(text):
    try:
        load(text, "undersign.toml", RULE_NAMES)
    except PolicyError:
        return False
    return True


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """Judge policies in one run of taplo: the numbers of those that it finds fault with."""
    folder = tmp_path_factory.mktemp("taplo")

    def judge(texts):
        (folder / "schema.json").write_text(json.dumps(SCHEMA))
        files = [folder / f"{number}.toml" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text + "\n", encoding="utf-8")
        asked = [TAPLO, "check", "--no-auto-config", "--schema", (folder / "schema.json").as_uri(), *files]
        done = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)
        told = {int(number) for number in re.findall(r"(\d+)\.toml:\d", done.stdout + done.stderr)}
        assert bool(told) == bool(done.returncode), done.stderr
        return told

    return judge


@pytest.mark.skipif(TAPLO is None, reason="taplo is not here (group `test`)")
def test_taplo_and_the_loader_say_the_same(refused):
    texts = [*GOOD, *BAD, *(file.read_text() for file in [*POSITIVE, *NEGATIVE])]
    told = refused(texts)
    differ = [text for number, text in enumerate(texts) if loads(text) == (number in told)]
    assert differ == []


@pytest.mark.skipif(TAPLO is None, reason="taplo is not here (group `test`)")
def test_what_no_schema_can_tell(refused):
    assert refused(list(BEYOND)) == set()
    assert not any(map(loads, BEYOND))


@pytest.mark.parametrize("file", POSITIVE, ids=lambda file: file.stem)
def test_a_good_example(file):
    assert loads(file.read_text())
    Draft7Validator(SCHEMA).validate(as_json(file.read_text()))


@pytest.mark.parametrize("file", NEGATIVE, ids=lambda file: file.stem)
def test_a_bad_example_has_one_mistake(file):
    errors = list(
        Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER).iter_errors(
            as_json(file.read_text())
        )
    )
    assert len(errors) == 1
    assert not loads(file.read_text())


def test_an_example_has_every_key():
    held = tomli.loads((EXAMPLES / "positive" / "all-keys.toml").read_text())
    for name in dict(keys(POLICY)):
        at = [held]
        for part in name.strip(".").split("."):
            at = [one[part] for one in at if isinstance(one, dict) and part in one]
            at = [item for one in at for item in (one if isinstance(one, list) else [one])]
        assert at, name


def test_it_needs_nothing_from_elsewhere():
    """SchemaStore's editors are offline too: no reference leads out, and every key is described."""
    text = json.dumps(SCHEMA)
    assert '"$ref"' not in text
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"] == "https://www.schemastore.org/undersign.json"
    Draft7Validator.check_schema(SCHEMA)


def test_the_schema_for_validate_pyproject():
    made = tool_schema("undersign")
    assert made["title"] == "[tool.undersign]"
    assert {**made, "title": ""} == {**schema(), "title": ""}
