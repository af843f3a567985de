"""The workflow of GitHub Actions that verifies pull requests, merge queues and pushes to the default branch.

https://docs.github.com/actions/writing-workflows/workflow-syntax-for-github-actions. undersign gets an
environment of its own outside of the checkout, and runs isolated: nothing of the repository is imported.
"""

import json
import re

from trailers.version import VERSION

FILE = ".github/workflows/undersign.yml"
_CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
_TEXT = """\
# Verifies what the commits say of AI help: which model, in which context, and who approved it.
# Make its job a required check of the branch, and let CODEOWNERS protect this file.
name: undersign

on:
  pull_request:
  merge_group:
  push:
    branches: [{branch}]

permissions: {{}}

# A new push to a pull request ends the run before it. Other events bring commits of their own, and all run.
concurrency:
  group: undersign-${{{{ github.event.pull_request.number || github.run_id }}}}
  cancel-in-progress: true

jobs:
  undersign:
    name: undersign
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: {checkout}
        with:
          fetch-depth: 0 # the whole range, and its base
          persist-credentials: false
      - name: Install undersign
        run: |
          python3 -I -m venv "$RUNNER_TEMP/undersign"
          "$RUNNER_TEMP/undersign/bin/python" -I -m pip install --quiet undersign=={version}
      - name: Verify
        run: >-
          "$RUNNER_TEMP/undersign/bin/python" -I -m trailers verify
          --format github --output "github-summary:$GITHUB_STEP_SUMMARY"
"""
# Also where the trailers are not in order: whoever mends them learns of the secret then.
_SECRETS = """\
      - name: Look for secrets
        if: ${{ !cancelled() }}
        run: >-
          "$RUNNER_TEMP/undersign/bin/python" -I -m trailers secrets scan --ci
          --format github --output "github-summary:$GITHUB_STEP_SUMMARY"
"""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*\Z")


def workflow_text(branch: str, *, secrets: bool = False) -> str:
    """The text of the workflow; `branch` is the default branch. `secrets` looks for them, too."""
    text = _TEXT.format(branch=_pattern(branch), checkout=_CHECKOUT, version=VERSION)
    return text + _SECRETS if secrets else text


def _pattern(branch: str) -> str:
    """The branch as a filter pattern that means it alone, as a YAML scalar."""
    if _PLAIN.match(branch):
        return branch
    return json.dumps(re.sub(r"([*?+!\[\]\\])", r"\\\1", branch))
