"""The grammar of Approved-by."""

import pytest

from trailers.message.person import Person


@pytest.mark.parametrize(
    "value",
    [
        "Ann Ray <ann@corp.test>",
        "李 明 <li@corp.test>",
        "O'Neil, J. (QA) <j+qa@corp.test>",
        "Ann <a@localhost>",
    ],
)
def test_a_person(read, value):
    said = read(f"Approved-by: {value}")
    assert said.flaws == ()
    assert [str(approver.person) for approver in said.approvers] == [value]


NO_PERSON = {
    "empty": ("", "empty"),
    "to do": ("TODO", "placeholder"),
    "template": ("Name <email>", "template"),
    "template, upper case": ("NAME <EMAIL>", "template"),
    "your name": ("Your Name <you@example.com>", "template"),
    "bracketed": ("<name>", "template"),
    "login": ("@ann", "not a name and an address"),
    "name": ("Ann Ray", "not a name and an address"),
    "address": ("ann@corp.test", "not a name and an address"),
    "no name": ("<ann@corp.test>", "the name is missing"),
    "no address": ("Ann Ray <>", "the address is missing"),
    "no domain": ("Ann Ray <ann>", "not an e-mail address"),
    "two people": ("Ann <a@corp.test>, Bo <b@corp.test>", "not a name and an address"),
    "text after": ("Ann Ray <ann@corp.test> # ok", "not a name and an address"),
    "blank in the address": ("Ann Ray <ann@corp .test>", "not an e-mail address"),
}


@pytest.mark.parametrize(("value", "why"), NO_PERSON.values(), ids=NO_PERSON)
def test_no_person(read, value, why):
    said = read(f"Approved-by: {value}")
    assert [approver.person for approver in said.approvers] == [None]
    (flaw,) = said.flaws
    assert why in flaw.why
    assert (flaw.field, flaw.level, flaw.fix) == ("approver", "error", None)


def test_a_hidden_character(read):
    said = read("Approved-by: Ann\u00a0Ray <ann@corp.test>")
    assert said.approvers == ()
    assert [flaw.remedy for flaw in said.flaws] == ["Approved-by: Ann Ray <ann@corp.test>"]


@pytest.mark.parametrize("value", ["Jane Roe <jane@example.com>", "John Doe <jd@example.org>"])
def test_the_person_of_an_example_is_a_warning(read, value):
    said = read(f"Approved-by: {value}")
    assert [type(approver.person) for approver in said.approvers] == [Person]
    assert [flaw.level for flaw in said.flaws] == ["warning"]


@pytest.mark.parametrize("value", ["Jane Roe <jane@corp.test>", "Ann Ray <ann@example.com>"])
def test_another_person_is_not_taken_for_an_example(read, value):
    assert read(f"Approved-by: {value}").flaws == ()
