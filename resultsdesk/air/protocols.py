"""What being on air asks of the world: a shelf that keeps the programme and the ledger of what was shown."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from resultsdesk.air.aired import AiredEntry
from resultsdesk.air.left import Left
from resultsdesk.air.programme import Programme
from resultsdesk.air.screening import Screening


class Shelf(Protocol):
    """Keeps one night's programme where every desk of the night finds it, and outlives a crash."""

    def load(self) -> Programme:
        """Return the programme as it was kept last."""
        ...

    def change(self, edit: Callable[[Programme], Programme], at: datetime) -> Programme:
        """Keep what `edit` makes of the programme, nobody else changing it meanwhile, and return that.

        What comes on an output and what leaves it stands in the ledger from then on.
        """
        ...

    def ledger(self) -> Sequence[AiredEntry]:
        """Return every airing so far."""
        ...

    def was_aired(self, entries: Collection[int]) -> bool:
        """Return whether any of these entries has been on an output."""
        ...

    def screenings(self) -> Sequence[Screening]:
        """Return everything that was shown so far, in the order it came on."""
        ...

    def left(self) -> Collection[Left]:
        """Return what was aired wrong and somebody left as it was, the earliest answer first."""
        ...

    def leave(self, output: str, what: str, at: datetime, by: str) -> None:
        """Note who left something as it was aired."""
        ...
