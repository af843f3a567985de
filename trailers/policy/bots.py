"""Bots, known by account or address and never by name."""

from trailers.message.person import Person
from trailers.typed import NamedTuple

GITHUB_ADDRESSES = "users.noreply.github.com"
FORGE_COMMITTERS = ("noreply@github.com",)


class Bot(NamedTuple):
    """A bot: `id` is its e-mail address, or the number of its GitHub account.

    `committers` are addresses of a forge that commits in its name.
    """

    id: str
    name: str = ""
    committers: tuple[str, ...] = FORGE_COMMITTERS


def bot_of(bots: tuple[Bot, ...], author: Person, committer: Person) -> Bot | None:
    """The bot that made the commit, None where it was none: author and committer must both be it.

    The committer can also be the forge. A person who applies a bot's patch is the committer, and then
    answers for it.
    """
    for bot in bots:
        if _is(bot.id, author.email) and (
            _is(bot.id, committer.email) or any(_is(forge, committer.email) for forge in bot.committers)
        ):
            return bot
    return None


def _is(identity: str, email: str) -> bool:
    """Whether the address is of this identity."""
    if not email.isascii():  # lower() makes "k" of a Kelvin sign
        return identity == email
    if identity.isdigit():
        account, _, host = email.rpartition("@")
        number, plus, _login = account.partition("+")
        return bool(plus) and number == identity and host.lower() == GITHUB_ADDRESSES
    return identity.lower() == email.lower()
