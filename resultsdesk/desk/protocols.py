"""What the desk asks of the world: a journal that keeps entries, and a clock."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from resultsdesk.night.entries import Entry, NewEntry


class Journal(Protocol):
    """Entries, only ever added. `append` returns once the entry is safe, or raises and has kept nothing."""

    def append(self, new: NewEntry) -> Entry:
        """Keep an entry for ever and return it with its number and seal.

        Raises night.trouble.Superseded where another entry already superseded the same one.
        """
        ...

    def entries(self, after: int = 0) -> Sequence[Entry]:
        """Return the entries numbered above `after`, in order."""
        ...


class Clock(Protocol):
    """Tells the time of the night."""

    def now(self) -> datetime:
        """Return the present moment with its offset."""
        ...


class WallClock:
    """The time it is."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
