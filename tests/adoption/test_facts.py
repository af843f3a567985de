"""What a repository shows of itself: tables of files and URLs, with those that show nothing."""

import pytest

from trailers.adoption.facts.facts import facts_of
from trailers.adoption.facts.forge import Address, address_of
from trailers.adoption.facts.tree import Tree


def tree(files=(), remote="", **more):
    """A tree of these files; a dictionary gives their texts."""
    texts = files if isinstance(files, dict) else dict.fromkeys(files, "")
    top = frozenset(path.partition("/")[0] for path in texts)
    return Tree(tuple(sorted(texts)), texts.get, top, remote, **more)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://github.com/a/b.git", Address("github.com", "a/b"), id="https"),
        pytest.param("https://user:" + "x@gitlab.com/g/s/p", Address("gitlab.com", "g/s/p"), id="password"),
        pytest.param(
            "https://u:" + "x@y:z@github.com/a/b", Address("github.com", "a/b"), id="@ in a password"
        ),
        pytest.param("https://github.com/a/b.git?" + "token=x", Address("github.com", "a/b"), id="a token"),
        pytest.param("x@y@github.com:a/b", Address("github.com", "a/b"), id="scp, @ in a name"),
        pytest.param("git@github.com:a@b:c/d", Address("github.com", "a@b:c/d"), id="scp, @ in the path"),
        pytest.param("ssh://git@GitHub.com:22/a/b/", Address("github.com", "a/b"), id="ssh, port, case"),
        pytest.param("git@github.com:a/b.git", Address("github.com", "a/b"), id="scp"),
        pytest.param("git@[::1]:a", Address("[::1]", "a"), id="scp, IPv6"),
        pytest.param("git://host", Address("host", ""), id="no path"),
        pytest.param("/srv/git/a.git", None, id="path"),
        pytest.param("../a:b", None, id="a path with a colon"),
        pytest.param("C:\\git\\a", None, id="a drive"),
        pytest.param("file:///srv/a", None, id="file"),
        pytest.param("", None, id="none"),
    ],
)
def test_address(url, expected):
    assert address_of(url) == expected


@pytest.mark.parametrize(
    ("remote", "files", "expected"),
    [
        pytest.param("git@github.com:a/b", (), "github", id="GitHub"),
        pytest.param("https://github.corp.test/a/b", (), "github", id="GitHub Enterprise"),
        pytest.param("https://gitlab.gnome.org/a/b", (), "gitlab", id="a GitLab"),
        pytest.param("https://salsa.debian.org/a/b", (".github/x",), "gitlab", id="the host counts more"),
        pytest.param("https://codeberg.org/a/b", (), "forgejo", id="Codeberg"),
        pytest.param("https://x@dev.azure.com/x/y/_git/z", (), "azure", id="Azure"),
        pytest.param("https://x.visualstudio.com/y", (), "azure", id="Azure, old"),
        pytest.param("https://git.corp.test/a", (".gitlab-ci.yml",), "gitlab", id="by a file"),
        pytest.param(
            "", (".github/workflows/a.yml", ".forgejo/x"), "forgejo", id="the particular file first"
        ),
        pytest.param("", ("bitbucket-pipelines.yml",), "bitbucket", id="no remote"),
        pytest.param("/srv/a.git", ("README",), None, id="nothing"),
        pytest.param("", (".githubs/a", "docs/.github/b"), None, id="nearly"),
    ],
)
def test_forge(remote, files, expected):
    forge = facts_of(tree(files, remote)).forge
    assert (forge and forge.name) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ((".github/workflows/a.yml", ".github/workflows/b.yaml"), {"github-actions": 2}),
        ((".gitlab-ci.yml", ".circleci/config.yml"), {"gitlab": 1, "circleci": 1}),
        (
            ("azure-pipelines.yml", ".azure-pipelines/a.yml", "azure-pipelines-nightly.yml"),
            {"azure-pipelines": 3},
        ),
        (("Jenkinsfile", "ci/Jenkinsfile"), {"jenkins": 2}),
        ((".buildkite/pipeline.yml", ".travis.yml"), {"buildkite": 1, "travis": 1}),
        ((".github/workflows/a.txt", ".github/workflows/a/b.yml", "x/.gitlab-ci.yml", "Jenkinsfile.md"), {}),
    ],
)
def test_ci(files, expected):
    assert {ci.name: len(ci.files) for ci in facts_of(tree(files)).cis} == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({".pre-commit-config.yaml": "repos: []"}, ["pre-commit"]),
        ({".pre-commit-config.yml": ""}, ["prek"]),
        ({".husky/commit-msg": "npx x"}, ["husky"]),
        ({"package.json": '{"husky": {}, "devDependencies": {"simple-git-hooks": "1"}}'}, ["husky"]),
        ({"package.json": '{"simple-git-hooks": {}}'}, ["simple-git-hooks"]),
        ({"lefthook.yml": "", ".lefthook-local.toml": ""}, ["lefthook"]),
        ({".githooks/pre-commit": ""}, ["a folder of scripts"]),
        ({"package.json": "{", "x/.pre-commit-config.yaml": "", "lefthook.md": ""}, []),
        ({"package.json": "[1]"}, []),
        ({"package.json": "[" * 100_000}, []),
    ],
)
def test_hook_managers(files, expected):
    assert [manager.name for manager in facts_of(tree(files)).hook_managers] == expected


def test_hooks_path_is_a_manager():
    managers = facts_of(tree((".githooks/a",), hooks_path=".githooks")).hook_managers
    assert [manager.name for manager in managers] == ["a folder of scripts", "core.hooksPath"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"commitlint.config.mjs": ""}, ["commitlint"]),
        ({"package.json": '{"commitlint": {}}'}, ["commitlint"]),
        ({".husky/commit-msg": "npx --no -- commitlint --edit"}, ["commitlint"]),
        ({".github/dco.yml": "x"}, ["DCO"]),
        ({".secrets.baseline": "{}", ".gitleaks.toml": ""}, ["detect-secrets", "gitleaks"]),
        ({".pre-commit-config.yaml": "- repo: https://github.com/Yelp/detect-secrets"}, ["detect-secrets"]),
        ({".github/workflows/a.yml": "uses: mszostok/codeowners-validator@v0"}, ["codeowners-validator"]),
        ({".github/workflows/a.yml": "# uses: gitleaks/gitleaks-action"}, []),
        ({"src/gitleaks.toml": "", "README": "commitlint"}, []),
    ],
)
def test_other_tools(files, expected):
    assert [tool.name for tool in facts_of(tree(files)).other_tools] == expected


def test_the_rest():
    files = {
        "a.py": "",
        "b.py": "",
        "c.go": "",
        "README": "",
        "go.mod": "",
        "x/pyproject.toml": "",
        "pyproject.toml": "[tool.undersign]\n",
        "CLAUDE.md": "",
        "AGENTS.md": "",
        "docs/CODEOWNERS": "",
        "x/CODEOWNERS": "",
    }
    facts = facts_of(tree(files, default_branch="trunk"))
    assert [tuple(language) for language in facts.languages] == [("Python", 2), ("Go", 1)]
    assert facts.manifests == ("go.mod", "pyproject.toml", "x/pyproject.toml")
    assert [assistant.name for assistant in facts.assistants] == ["claude-code", "agents-md"]
    assert facts.codeowners == ("docs/CODEOWNERS",)
    assert facts.policies == ("pyproject.toml",)
    assert facts.default_branch == "trunk"


@pytest.mark.parametrize("text", ["", "[tool.other]", "tool = 1", "[tool", 'x = "undersign"'])
def test_no_policy(text):
    assert facts_of(tree({"pyproject.toml": text})).policies == ()


def test_an_ignored_folder_at_the_top_shows_its_assistant():
    shown = Tree((), lambda _path: None, frozenset({".cursor"}))
    assert [assistant.name for assistant in facts_of(shown).assistants] == ["cursor"]
