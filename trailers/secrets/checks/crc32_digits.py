"""A CRC-32 in the digits of a base: how vendors put a check sum behind a token."""

from zlib import crc32


def crc32_in_digits(data: bytes, digits: bytes, width: int) -> bytes:
    """The check sum with the base's digits, of which the first is zero; so many of them, or more."""
    number = crc32(data)
    written = bytearray()
    while number:
        number, digit = divmod(number, len(digits))
        written.append(digits[digit])
    return bytes(reversed(written)).rjust(width, digits[:1])
