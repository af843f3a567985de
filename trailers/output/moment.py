"""A time for people and spreadsheets."""


def moment(seconds: int) -> str:
    """Seconds since 1970 as ISO 8601 in UTC; the number itself where that is beyond the year 9999."""
    import datetime as dt

    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, OSError, ValueError):
        return str(seconds)
