"""Times as the file keeps them: ISO 8601 with the offset."""

from datetime import datetime, tzinfo


def written(moment: datetime) -> str:
    """Return a moment as text. Raises ValueError for a time of day that could be anywhere."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no offset")
    return moment.isoformat()


def written_or_none(moment: datetime | None) -> str | None:
    """Return a moment as text, None for one that is not known."""
    return None if moment is None else written(moment)


def read(text: str, zone: tzinfo | None = None) -> datetime:
    """Return the moment, on the clock of `zone` where one is given. Raises ValueError for anything else."""
    moment = datetime.fromisoformat(text)
    return moment if zone is None else moment.astimezone(zone)
