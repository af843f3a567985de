"""Draw the parts of tokens: characters of the alphabets that vendors use, check sums, JSON in base64."""

import base64
import json
import random
import string
import zlib

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase

BASE36 = string.digits + string.ascii_lowercase


class Draw(random.Random):
    """A source of characters; the same seed gives the same tokens."""

    def of(self, alphabet: str, length: int) -> str:
        return "".join(self.choices(alphabet, k=length))

    def alnum(self, length: int) -> str:
        return self.of(BASE62, length)

    def letters(self, length: int) -> str:
        return self.of(string.ascii_letters, length)

    def lower(self, length: int) -> str:
        return self.of(string.ascii_lowercase + string.digits, length)

    def upper(self, length: int) -> str:
        return self.of(string.ascii_uppercase + string.digits, length)

    def digits(self, length: int) -> str:
        return self.of("123456789", 1) + self.of(string.digits, length - 1)

    def hex(self, length: int) -> str:
        return self.of("0123456789abcdef", length)

    def url64(self, length: int) -> str:
        """Characters of base64url that begin and end with a letter or digit."""
        return self.alnum(1) + self.of(BASE62 + "-_", length - 2) + self.alnum(1)

    def base32(self, length: int) -> str:
        return self.of(string.ascii_uppercase + "234567", length)

    def base64(self, count: int) -> str:
        """So many random bytes in base64, padded."""
        return base64.b64encode(self.randbytes(count)).decode()

    def uuid(self) -> str:
        return "-".join((self.hex(8), self.hex(4), "4" + self.hex(3), "a" + self.hex(3), self.hex(12)))

    def word(self) -> str:
        return self.choice(("orders", "billing", "search", "ledger", "catalog", "reports", "mailer", "geo"))

    def password(self) -> str:
        """As a password manager makes it."""
        return self.letters(1) + self.of(BASE62 + "!%^*_+=.", self.randint(16, 26)) + self.alnum(1)

    def plain_password(self) -> str:
        """The same of letters and digits only, for addresses."""
        return self.alnum(self.randint(16, 26))


def base62_crc(text: str, length: int = 6) -> str:
    """The CRC32 of the text in base 62, as GitHub's and npm's tokens end with."""
    number, digits = zlib.crc32(text.encode()), ""
    while number:
        number, rest = divmod(number, 62)
        digits = BASE62[rest] + digits
    return digits.rjust(length, "0")


def base36(number: int, length: int) -> str:
    """A number in base 36, as GitLab's routable tokens have it."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = BASE36[rest] + digits
    return digits.rjust(length, "0")


def hex_crc(text: str) -> str:
    """The CRC32 of the text in hexadecimal, as Grafana's tokens end with."""
    return f"{zlib.crc32(text.encode()):08x}"


def json64(value: object) -> str:
    """A value as JSON in base64url without padding: a part of a JSON web token."""
    return base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode().rstrip("=")


def json_web_token(draw: Draw, algorithm: str = "HS256") -> str:
    """A signed JSON web token (RFC 7519)."""
    claims = {"sub": draw.uuid(), "iss": f"https://{draw.word()}.acme.io", "exp": 1_790_000_000}
    signature = draw.url64(43 if algorithm == "HS256" else 342)
    return ".".join((json64({"alg": algorithm, "typ": "JWT"}), json64(claims), signature))
