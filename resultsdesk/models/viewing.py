"""What the views of a desk look at: which contests, measured against what, in which colours."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from resultsdesk.figures.seat import Colouring
from resultsdesk.night.night import Scope
from resultsdesk.psephology.baseline import Measure


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a night."""

    scope: Scope
    measure: Measure
    colouring: Colouring = Colouring.WINNER
    outlines: bool = False
    letters: bool = False


class Viewing(QObject):
    """The present view and the one place to change it."""

    changed = Signal(object, object)  # the View before, the View now

    def __init__(self, view: View, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = view

    def look(self, view: View) -> None:
        """Look another way, and tell everybody if it is another."""
        before, self.now = self.now, view
        if before != view:
            self.changed.emit(before, view)

    def scope(self, scope: Scope) -> None:
        """Look at other contests."""
        self.look(replace(self.now, scope=scope))

    def measure(self, measure: Measure) -> None:
        """Measure against the other baseline."""
        self.look(replace(self.now, measure=measure))

    def colouring(self, colouring: Colouring) -> None:
        """Colour the map another way."""
        self.look(replace(self.now, colouring=colouring))
