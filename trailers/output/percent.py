"""A share of a whole for people: never rounded to all or to nothing where it is neither."""


def percent(part: int, whole: int) -> str:
    """As `73.5 %`; a dash where there is nothing to have a share of."""
    if part in (0, whole):
        return "-" if not whole else "100 %" if part else "0 %"
    tenths = (2000 * part + whole) // (2 * whole)
    if not 0 < tenths < 1000:
        return ">99.9 %" if tenths else "<0.1 %"
    return f"{tenths // 10}.{tenths % 10} %"


def counted(number: int, noun: str, nouns: str = "") -> str:
    """As `1 file`, `1,204 files`."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
