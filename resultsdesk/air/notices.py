"""What the producer is asked about: whatever was aired and is not so, until it is put right or left."""

from collections.abc import Callable
from datetime import datetime

from resultsdesk.air.aired import AiredWrong, aired_wrong
from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.air.lines_aired import lines_wrong
from resultsdesk.air.programme import Holder, Programme, words_of
from resultsdesk.air.protocols import Shelf
from resultsdesk.air.retelling import LinesTold
from resultsdesk.night.night import Night


class Notices:
    """Follow from the journal, the story and what was shown; only what was left is kept beside them.

    `told` is the story as it was told last, None until somebody asks for it.
    """

    def __init__(self, shelf: Shelf, night: Callable[[], Night]) -> None:
        self._shelf, self._night = shelf, night
        self._left: set[tuple[str, str]] = set()
        self._lines_aired: bool | None = None
        self.told: LinesTold | None = None

    def lines_aired(self) -> bool:
        """Return whether any line of the story has been on air: without one nobody need tell it. Raises Trouble."""
        if self._lines_aired is None:
            self._lines_aired = any(one.scene.lines for one in self._shelf.screenings())
        return self._lines_aired

    def heard(self, programme: Programme) -> None:
        """Take note of lines that have come on air."""
        if not self._lines_aired and any(on.scene.lines for on in programme.on_air.values()):
            self._lines_aired = True

    def wrong(self) -> tuple[AiredWrong, ...]:
        """Return what is wrong now, the earliest correction first. Raises Trouble where the file cannot be read."""
        night = self._night()
        corrected = any(one.kind in TAKEN_BACK for one in night.journal)
        if not corrected and self.told is None:
            return ()
        screenings = self._shelf.screenings()
        wrong = aired_wrong(night, self._shelf.ledger(), screenings) if corrected else ()
        if self.told is not None:
            wrong = (*wrong, *lines_wrong(night, screenings, self.told))
        if not wrong:
            return ()
        left = self._left | {(one.output, one.what) for one in self._shelf.left()}
        return tuple(sorted((one for one in wrong if (one.output, one.what) not in left), key=lambda one: one.entry))

    def leave(self, wrong: AiredWrong, at: datetime, by: Holder) -> None:
        """Ask about it no more, at any desk. Raises Trouble where that cannot be kept; here it is left all the same."""
        self._left.add((wrong.output, wrong.what))
        self._shelf.leave(wrong.output, wrong.what, at, words_of(by))
