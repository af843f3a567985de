"""What was looked at and what was found there, counted, in one line."""

from trailers.report import Report


def looked_at(report: Report) -> str:
    """As the text report of the same check ends."""
    if report.check == "secrets":
        from trailers.output import secrets

        return ", ".join(secrets.counts(report))
    if report.check == "owners":
        from trailers.output import owners

        return ", ".join(owners.counts(report))
    from trailers.output import text

    return ", ".join(text.counts(report))
