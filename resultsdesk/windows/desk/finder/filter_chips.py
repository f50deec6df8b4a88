"""The finder's filters: how many contests each would list, and the letter that sets it with Alt."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.desk.flow import FlowLayout

LETTERS = {
    StageFilter.AWAITED: "&Awaited",
    StageFilter.DUE: "&Due",
    StageFilter.OVERDUE: "&Overdue",
    StageFilter.RECOUNT: "&Recount",
    StageFilter.DECLARED: "De&clared",
    StageFilter.HALF_TYPED: "&Half typed",
}


class FilterChips(QWidget):
    """One filter at a time; the same again lists everything. What is half typed has a filter while anything is."""

    chosen = Signal(object)  # StageFilter, or None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self, gap=5)
        self._now: StageFilter | None = None
        self.chips: dict[StageFilter, QPushButton] = {}
        for one in StageFilter:
            chip = QPushButton()
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _checked=False, one=one: self.toggle(one))
            self.chips[one] = chip
            layout.addWidget(chip)

    @property
    def now(self) -> StageFilter | None:
        """Return the filter that is set."""
        return self._now

    def toggle(self, one: StageFilter) -> None:
        """Set a filter, or take it off if it is the one that was set."""
        self.choose(None if self._now is one else one)

    def choose(self, chosen: StageFilter | None) -> None:
        """Set a filter, or none."""
        self._now = chosen
        for one, chip in self.chips.items():
            chip.setChecked(one is chosen)
        self.chosen.emit(chosen)

    def keys_of(self, one: StageFilter) -> str:
        """Return the keys that set a filter and take it off."""
        return f"Alt {LETTERS[one].partition('&')[2][0].upper()}"

    def tell(self, counted: Callable[[StageFilter], int]) -> None:
        """Show how many contests each filter would list."""
        for one, chip in self.chips.items():
            count = counted(one)
            chip.setHidden(one is StageFilter.HALF_TYPED and not count and one is not self._now)
            words = f"{LETTERS[one]} {number(count)}"
            if chip.text() != words:
                chip.setText(words)
                chip.setShortcut(QKeySequence())  # the underlined letter's key is the window's command
                chip.setAccessibleName(f"List only {one}, {number(count)}")
                chip.setToolTip(f"{self.keys_of(one)} lists only {one}")
