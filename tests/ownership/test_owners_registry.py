"""The dialects by name and by place."""

import subprocess
import sys

import pytest

from trailers.errors import PolicyError
from trailers.ownership.dialects.registry import PLACES, dialect_at, dialect_named, dialect_names


@pytest.mark.parametrize("name", dialect_names())
def test_each_dialect_has_its_name_and_known_places(name):
    dialect = dialect_named(name)
    assert dialect.name == name
    assert set(dialect.places) <= set(PLACES)
    assert dialect.parse("", "CODEOWNERS")[:2] == ("CODEOWNERS", name)


AT = {
    ".github/CODEOWNERS": "github",
    ".gitlab/CODEOWNERS": "gitlab",
    ".bitbucket/CODEOWNERS": "bitbucket",
    ".gitea/CODEOWNERS": "gitea",
    ".forgejo/CODEOWNERS": "forgejo",
    "CODEOWNERS": "github",
    "docs/CODEOWNERS": "github",
    "elsewhere/owners": "github",
}


@pytest.mark.parametrize("path", AT)
def test_a_place_tells_the_dialect(path):
    dialect = dialect_at(path)
    assert dialect.name == AT[path]
    assert path in (*dialect.places, "elsewhere/owners")


UNKNOWN = {
    "githb": 'Did you mean "github"? ',
    "GitHub": 'Did you mean "github"? ',
    "bitbucket-mibx": 'Did you mean "bitbucket-mibex"? ',
    "svn": "",
    "": "",
    "g" * 100_000: "",
}


@pytest.mark.parametrize("name", UNKNOWN, ids=range(len(UNKNOWN)))
def test_an_unknown_name_is_told_with_what_may_be_meant(name):
    with pytest.raises(PolicyError) as told:
        dialect_named(name)
    known = "The dialects are: github, gitlab, bitbucket, bitbucket-mibex, gitea, forgejo"
    assert told.value.remedy == UNKNOWN[name] + known


def test_only_the_dialect_that_is_asked_for_is_loaded():
    script = (
        "import sys; given = set(sys.modules)\n"
        "from trailers.ownership.dialects.registry import dialect_at\n"
        "dialect_at('CODEOWNERS').parse('* @a\\n/src/*.py @b/c x@y.zz # all well\\n', 'CODEOWNERS')\n"
        "print(*sorted(name for name in sys.modules if name.startswith('trailers.ownership.dialects.')))\n"
        "heavy = {'re', 'typing', 'json', 'difflib', 'pathlib', 'string', 'subprocess'}\n"
        "print(*sorted(heavy & (set(sys.modules) - given)))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    loaded, heavy = done.stdout.split("\n")[:2]
    names = ("dialect", "github", "gitignore", "lines", "owners", "reading", "registry")
    assert loaded.split() == [f"trailers.ownership.dialects.{name}" for name in names]
    assert not heavy
