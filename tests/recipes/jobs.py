"""The recipes, taken out of their pages and prepared as their CI prepares them.

What a CI puts into the text of a script before a shell sees it is done here too, so that a recipe that
leans on it, or is hurt by it, shows.
"""

import re
import textwrap
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from scripts.docs.fences import fences
from tests.acceptance.making import ROOT
from tests.recipes.component import interpolated
from tests.recipes.rules import chosen

CI_PAGES = ROOT / "docs" / "how-to" / "ci"


class Job(NamedTuple):
    """A script, the shell that runs it, what the file sets, and where reports go.

    `reports` are by format; a path may begin with a variable. `arguments` are the script's.
    """

    shell: tuple[str, ...]
    script: str
    environ: Mapping[str, str]
    reports: Mapping[str, str]
    arguments: tuple[str, ...] = ()


def recipe(page: str) -> str:
    """The one file of a page."""
    (found,) = [f.text for f in fences((CI_PAGES / page).read_text()) if "title" in f.options]
    return found


def gitlab(environ: Mapping[str, str]) -> Job:
    """The job that the page shows."""
    return _gitlab(yaml.safe_load(recipe("gitlab.md"))["undersign"], environ)


def component(environ: Mapping[str, str], **inputs: object) -> Job:
    """The job of the component."""
    (job,) = interpolated(inputs).values()
    return _gitlab(job, environ)


def _gitlab(job: dict[str, Any], environ: Mapping[str, str]) -> Job:
    rule = chosen(job["rules"], environ)
    assert rule is not None, "no job in this pipeline"
    reports = job["artifacts"]["reports"]
    return Job(
        ("bash", "-eo", "pipefail", "-c"),
        "\n".join(job["script"]),
        {**job["variables"], **rule.get("variables", {})},
        {"gitlab": reports["codequality"], "junit": reports["junit"]},
    )


def jenkins(_environ: Mapping[str, str]) -> Job:
    """The `sh` step: in Groovy's ''' only a backslash is special."""
    (script,) = re.findall(r"sh '''\n(.*?)'''", recipe("jenkins.md"), re.DOTALL)
    assert "\\" not in script
    return Job(("sh", "-xe", "-c"), textwrap.dedent(script), {}, {"junit": "undersign.xml"})


def buildkite(_environ: Mapping[str, str]) -> Job:
    """The step's command after `pipeline upload`, which makes `$` of `$$` and fills in what has one `$`."""
    (step,) = yaml.safe_load(recipe("buildkite.md"))["steps"]
    assert "$" not in step["command"].replace("$$", "")
    command = step["command"].replace("$$", "$")
    return Job(("/bin/bash", "-e", "-c"), command, {}, {"junit": step["artifact_paths"]})


def azure(_environ: Mapping[str, str]) -> Job:
    """The `bash` step, which stops at no error by itself; `$(Name)` would be filled in."""
    _checkout, step, publish = yaml.safe_load(recipe("azure-pipelines.md"))["steps"]
    assert not re.search(r"\$\([A-Za-z][\w.]*\)", step["bash"])
    inputs = publish["inputs"]
    folder = inputs["searchFolder"].replace("$(Agent.TempDirectory)", "$AGENT_TEMPDIRECTORY")
    reports = {"junit": f"{folder}/{inputs['testResultsFiles']}"}
    return Job(("bash", "--noprofile", "--norc", "-c"), step["bash"], {}, reports)


def bitbucket(_environ: Mapping[str, str]) -> Job:
    """The step, which is the same one in each pipeline."""
    pipelines = yaml.safe_load(recipe("bitbucket.md"))["pipelines"]
    (step,) = pipelines["default"]
    assert pipelines["pull-requests"] == {"**": [step]}
    reports = {"junit": "test-reports/undersign.xml"}
    return Job(("bash", "-e", "-c"), "\n".join(step["step"]["script"]), {}, reports)


def circleci(environ: Mapping[str, str]) -> Job:
    """The `run` step; a value of the pipeline that is not there is `<nil>` in an environment."""
    job = yaml.safe_load(recipe("circleci.md"))["jobs"]["undersign"]
    _checkout, run, store = job["steps"]
    before = environ.get("pipeline.git.base_revision", "<nil>")
    own = {
        name: text.replace("<< pipeline.git.base_revision >>", before)
        for name, text in job["environment"].items()
    }
    assert "<<" not in run["run"]["command"] + "".join(own.values())
    reports = {"junit": f"{store['store_test_results']['path']}/undersign.xml"}
    return Job(("bash", "-eo", "pipefail", "-c"), run["run"]["command"], own, reports)


def other(environ: Mapping[str, str]) -> Job:
    """The script, with the arguments of the page's table."""
    called = tuple(environ["the call"].split(" "))
    return Job(("sh", "-c"), recipe("other.md"), {}, {"junit": "undersign.xml"}, called)
