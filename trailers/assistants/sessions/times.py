"""Times in session files, read without `datetime`, which a hook has no time to load."""

_SHAPE = "dddd-dd-ddTdd:dd:dd"
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MILLISECONDS = 10**11  # seconds would reach this in the year 5138


def seconds_of(raw: object) -> float | None:
    """The seconds since 1970 of an RFC 3339 time, or of a number of seconds or milliseconds; else None."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, (int, float)):
        return _of_number(raw)
    if not isinstance(raw, str) or not 20 <= len(raw) <= 40 or not _fits(raw):
        return None
    year, month, day = int(raw[:4]), int(raw[5:7]), int(raw[8:10])
    hour, minute, second = int(raw[11:13]), int(raw[14:16]), int(raw[17:19])
    if not (
        year >= 1970 and 1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second <= 60
    ):
        return None
    fraction, offset = _rest(raw[19:])
    if offset is None:
        return None
    return float(_days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset) + fraction


def text_of(seconds: int) -> bytes:
    """The start of every RFC 3339 time in UTC within that second, which compares as bytes do."""
    import time

    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(max(0, seconds))).encode()


def _of_number(raw: float) -> float | None:
    if not 0 <= raw < _MILLISECONDS * 1000:
        return None
    return raw / 1000 if raw >= _MILLISECONDS else float(raw)


def _fits(raw: str) -> bool:
    return raw.isascii() and all(
        letter.isdigit() if shape == "d" else letter == shape
        for letter, shape in zip(raw, _SHAPE, strict=False)
    )


def _rest(text: str) -> tuple[float, int | None]:
    """The fraction and the zone's offset in seconds; None where it is no zone."""
    digits = 0
    if text.startswith("."):
        digits = 1
        while text[digits : digits + 1].isdigit():
            digits += 1
    fraction = float("0" + text[:digits]) if digits > 1 else 0.0
    zone = text[digits:]
    if zone == "Z":
        return fraction, 0
    if len(zone) == 6 and zone[0] in "+-" and zone[3] == ":" and (zone[1:3] + zone[4:]).isdigit():
        seconds = int(zone[1:3]) * 3600 + int(zone[4:]) * 60
        return fraction, -seconds if zone[0] == "-" else seconds
    return 0.0, None


def _days(year: int, month: int, day: int) -> int:
    """The days from 1970 to that day of the Gregorian calendar."""
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400
    leap_now = month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    # 719162 days lie between the year 1 and 1970.
    return before * 365 + leaps + _DAYS_BEFORE[month - 1] + leap_now + day - 1 - 719162
