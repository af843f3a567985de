"""Bots by id (reference/trailers.md 3.4, case 24)."""

import pytest

from trailers.message.person import Person
from trailers.policy.bots import Bot, bot_of

DEPENDABOT = Bot("49699333", "Dependabot")
RENOVATE = Bot("renovate@example.com", committers=())
BOTS = (DEPENDABOT, RENOVATE)

AUTHOR = Person("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com")
GITHUB = Person("GitHub", "noreply@github.com")
JANE = Person("Jane Roe", "jane@example.com")


def person(email):
    return Person("dependabot[bot]", email)


ITS_OWN = {
    "by GitHub": (AUTHOR, GITHUB, DEPENDABOT),
    "by itself": (AUTHOR, AUTHOR, DEPENDABOT),
    "by another name": (Person("Jane Roe", AUTHOR.email), GITHUB, DEPENDABOT),
    "after a change of its login": (person("49699333+renamed@users.noreply.github.com"), GITHUB, DEPENDABOT),
    "in another case": (person("49699333+Dependabot[bot]@Users.NoReply.GitHub.com"), GITHUB, DEPENDABOT),
    "by address": (Person("x", "Renovate@Example.com"), Person("y", "renovate@example.com"), RENOVATE),
}


@pytest.mark.parametrize(("author", "committer", "bot"), ITS_OWN.values(), ids=ITS_OWN)
def test_a_bots_commit(author, committer, bot):
    assert bot_of(BOTS, author, committer) == bot


NOT_ITS_OWN = {
    "a person": (JANE, JANE),
    "a person committed it": (AUTHOR, JANE),
    "a bot committed a person's": (JANE, AUTHOR),
    "GitHub's own commit": (GITHUB, GITHUB),
    "only its name": (Person("dependabot[bot]", "jane@example.com"), GITHUB),
    "its login with another number": (person("1+dependabot[bot]@users.noreply.github.com"), GITHUB),
    "its number within another": (person("149699333+x@users.noreply.github.com"), GITHUB),
    "its number as a login": (person("49699333@users.noreply.github.com"), GITHUB),
    "its number after a plus": (person("x+49699333@users.noreply.github.com"), GITHUB),
    "its number at another host": (person("49699333+x@users.noreply.example.com"), GITHUB),
    "its number at a longer host": (person("49699333+x@users.noreply.github.com.example.com"), GITHUB),
    "GitLab's form": (person("49699333-x@users.noreply.gitlab.com"), GITHUB),
    "no forge may commit for it": (Person("x", "renovate@example.com"), GITHUB),
    "a look-alike of its address": (
        Person("x", "renovate@e\u212ample.com"),
        Person("x", "renovate@example.com"),
    ),
    "nothing": (person(""), person("")),
}


@pytest.mark.parametrize(("author", "committer"), NOT_ITS_OWN.values(), ids=NOT_ITS_OWN)
def test_no_bots_commit(author, committer):
    assert bot_of(BOTS, author, committer) is None


def test_a_kelvin_sign_is_no_k():
    kit = Bot("kit@example.com", committers=("k@example.com",))
    assert bot_of((kit,), person("\u212ait@example.com"), person("k@example.com")) is None
    assert bot_of((kit,), person("kit@example.com"), person("\u212a@example.com")) is None


def test_no_bots():
    assert bot_of((), AUTHOR, GITHUB) is None
