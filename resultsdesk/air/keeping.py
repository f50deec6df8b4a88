"""Keeping the programme: in the file where that can be written, and here alone where it cannot."""

from collections.abc import Callable
from datetime import datetime

from resultsdesk.air.programme import AirTrouble, Programme
from resultsdesk.air.protocols import Shelf
from resultsdesk.night.trouble import Trouble

Edit = Callable[[Programme], Programme]


class Keeping:
    """What is on air changes whether or not it can be kept; `trouble` is told what was not. Until it is kept again
    what other desks changed meanwhile is not taken in: the next change that is kept is made of what is on air here.
    """

    def __init__(self, shelf: Shelf, trouble: Callable[[Trouble], object]) -> None:
        self._shelf, self._trouble = shelf, trouble
        self._unkept = False

    def change(self, here: Programme, edit: Edit, at: datetime) -> Programme:
        """Return what `edit` makes of the programme as every desk knows it. Raises AirTrouble where it may not be."""
        before: Edit = (lambda _: here) if self._unkept else (lambda kept: kept)
        try:
            after = self._shelf.change(lambda kept: edit(before(kept)), at)
        except AirTrouble:
            raise
        except Trouble as trouble:
            after = edit(here)
            self._unkept = True
            self._trouble(trouble)
        else:
            self._unkept = False
        return after

    def elsewhere(self) -> Programme | None:
        """Return the programme as other desks left it; None where it cannot be read, or what is here is not kept."""
        try:
            kept = self._shelf.load()
        except Trouble as trouble:
            self._trouble(trouble)
            return None
        return None if self._unkept else kept
