"""GitLab's inputs: checked against their specification, then put into the text.

https://docs.gitlab.com/ci/inputs/ and lib/gitlab/ci/config/interpolation in gitlab-org/gitlab: a string goes
in as it is, anything else as JSON, before the text is read as YAML. A pattern is RE2's: `$` is the end.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from tests.acceptance.making import ROOT

TEMPLATE = ROOT / "templates" / "verify.yml"
_TYPES = {"string": str, "boolean": bool, "number": (int, float)}
_BLOCK = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")


class InputError(ValueError):
    """GitLab would refuse the pipeline."""


def specification() -> dict[str, dict[str, Any]]:
    """The inputs, from the header."""
    header, _rest = TEMPLATE.read_text().split("\n---\n")
    return dict(yaml.safe_load(header)["spec"]["inputs"])


def interpolated(inputs: Mapping[str, object]) -> dict[str, Any]:
    """The jobs of the template with these inputs; InputError where GitLab would refuse one."""
    known = specification()
    if unknown := set(inputs) - set(known):
        raise InputError(f"unknown inputs: {unknown}")
    given = {
        name: _checked(name, inputs.get(name, spec.get("default")), spec) for name, spec in known.items()
    }
    _header, text = TEMPLATE.read_text().split("\n---\n")

    def put(found: re.Match[str]) -> str:
        value = given[found[1]]
        return value if isinstance(value, str) else json.dumps(value)

    return dict(yaml.safe_load(_BLOCK.sub(put, text)))


def _checked(name: str, value: object, spec: Mapping[str, Any]) -> object:
    if not isinstance(value, _TYPES[spec.get("type", "string")]):
        raise InputError(f"{name} is not a {spec.get('type', 'string')}: {value!r}")
    if "options" in spec and value not in spec["options"]:
        raise InputError(f"{name} is none of its options: {value!r}")
    if "regex" in spec and not re.search(spec["regex"].removesuffix("$") + r"\Z", str(value)):
        raise InputError(f"{name} does not match its pattern: {value!r}")
    return value
