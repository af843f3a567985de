"""Discord's bot tokens: the bot's id in base64, the time, and a signature, with dots between.

https://discord.com/developers/docs/reference#authentication
"""

from binascii import Error, a2b_base64

from trailers.secrets.checks.summed import is_summed
from trailers.secrets.hit import Hit


def discord_snowflake(hit: Hit) -> bool:
    """Whether the first part is a number, or the last one at least is drawn."""
    first, _, rest = hit.value.partition(b".")
    signature = rest.partition(b".")[2]
    return is_summed(_is_number(first), signature) and any(48 <= byte <= 57 for byte in hit.value)


def _is_number(text: bytes) -> bool:
    try:
        return a2b_base64(text + b"=" * (-len(text) % 4)).isdigit()
    except Error:
        return False
