"""The story as every view of it hears it: told after the desk has painted a declaration, never before."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.teller import Teller
from resultsdesk.night.changes import Changes
from resultsdesk.night.night import Night
from resultsdesk.story.lines import Story

AFTER = 15
"""Milliseconds after a declaration: by then the desk has painted it."""


class StoryFeed(QObject):
    """`changed` tells the story before and after. Until somebody asks for it there is none, and it costs nothing."""

    changed = Signal(object, object)  # Story, Story

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._teller = Teller(lambda: desk.night)
        self._now = Story()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(AFTER)
        self._due.timeout.connect(self.catch_up)
        self._end: Callable[[], None] = desk.subscribe(self._follow)

    @property
    def night(self) -> Night:
        """Return the present night."""
        return self._desk.night

    @property
    def asked(self) -> bool:
        """Return whether anybody has asked for the story yet."""
        return self._teller.asked

    @property
    def story(self) -> Story:
        """Return the story as it was told last; whoever asks first has the night told."""
        if not self._teller.asked:
            self._now = self._teller.story()
        return self._now

    def wake(self) -> None:
        """Have the story told soon, to everybody, though nobody has asked for it yet."""
        if not self._teller.asked and not self._due.isActive():
            self._due.start()

    def catch_up(self) -> None:
        """Tell what has been declared since, to everybody."""
        self._due.stop()
        before, self._now = self._now, self._teller.story()
        if self._now is not before:
            self.changed.emit(before, self._now)

    def close(self) -> None:
        """Stop listening."""
        self._due.stop()
        self._end()

    def _follow(self, _: Changes) -> None:
        if self._teller.asked and not self._due.isActive():
            self._due.start()
