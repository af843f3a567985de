"""Whether a person is an assistant or a bot, and which model a vendor's co-author line names.

An address decides, never a display name, except those of `display_names`. All of it takes a `Person` as
the message or the commit has it.
"""

from trailers.assistants.accounts import (
    BOTS,
    SHARED_ACCOUNTS,
    account_of,
    split_account,
)
from trailers.assistants.addresses import ADDRESSES, SHARED
from trailers.assistants.display_names import sign_of_name
from trailers.assistants.marker import RANK, Sign
from trailers.message.person import Person

_LOGIN = "abcdefghijklmnopqrstuvwxyz0123456789-"
_APP = "[bot]"

# What stands after "Claude" where no model is named: the product, not what it runs on.
_PRODUCTS = frozenset(
    {"", "action", "agent", "ai", "app", "assistant", "bot", "cli", "code", "cowork", "desktop", "web"}
)


def address_sign(person: Person) -> Sign | None:
    """The sign that a person's address is, in any role."""
    address = _address(person)
    sign = ADDRESSES.get(address)
    if sign is not None:
        return sign if _bears(person, SHARED.get(address)) else None
    account = account_of(address)
    if account is None or not _bears(person, SHARED_ACCOUNTS.get(account.login)):
        return None
    return account.sign


def author_sign(person: Person) -> Sign | None:
    """The surest sign that an author or committer is: address or name."""
    by_address = address_sign(person)
    by_name = sign_of_name(person.name)
    if by_address is None or by_name is None:
        return by_address or by_name
    return by_name if RANK[by_name.confidence] < RANK[by_address.confidence] else by_address


def assistant_of(person: Person) -> str | None:
    """The id of the assistant that a person is, where that is `certain` or `strong`."""
    sign = author_sign(person)
    return sign.assistant if sign is not None and RANK[sign.confidence] <= RANK["strong"] else None


def bot_of(person: Person) -> str | None:
    """The id of a bot that is no assistant (`dependabot`), by its account's number and login together."""
    return BOTS.get(_address(person))


def is_bot(person: Person) -> bool:
    """Whether the address is a bot's: one of `BOTS`, or any GitHub app's with its number.

    It says that this is no person. That it is the bot which it claims to be is `bot_of`'s question.
    """
    if bot_of(person) is not None:
        return True
    number, login = split_account(_address(person)) or ("", "")
    slug = login.removesuffix(_APP)
    return bool(number and slug) and slug != login and not slug.strip(_LOGIN)


def named_model(person: Person) -> str | None:
    """The model that an assistant's co-author line names, as it is written there; None where it names none.

    Claude Code writes `Claude Opus 4.5 (1M context)`, aider and Mastra Code `aider (gpt-5)`, and Codex
    was seen to write `GPT 5.5`.
    """
    sign = address_sign(person)
    if sign is None or RANK[sign.confidence] > RANK["strong"]:
        return None
    plain, _, rest = person.name.partition(" (")
    if sign.assistant in {"aider", "mastra"}:
        return rest[:-1].strip(" ") or None if rest.endswith(")") else None
    first, *words = plain.split(" ")
    is_model = {
        "claude-code": first == "Claude" and not _PRODUCTS.issuperset(word.lower() for word in words),
        "codex": first.lower().startswith("gpt"),
    }
    return plain.strip(" ") if is_model.get(sign.assistant) else None


def _address(person: Person) -> str:
    """The address as it is compared. One with other letters than ASCII's is nobody's here.

    In lower case, such a letter can turn into one of a-z: the Kelvin sign does.
    """
    return person.email.lower() if person.email.isascii() else ""


def _bears(person: Person, name: str | None) -> bool:
    """Whether the person bears the name that a shared address asks for, if it asks for one."""
    return name is None or person.name.lower() == name
