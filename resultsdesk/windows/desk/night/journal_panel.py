"""The journal in its panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resultsdesk.figures.entry_row import entry_row
from resultsdesk.figures.shapes import Figure
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.journal import JournalList
from resultsdesk.models.viewing import Viewing
from resultsdesk.night.entries import Entry
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.rows import RowList

ROW = 28


class JournalPanel(QWidget):
    """Every entry, the latest on top. Enter opens the history of its contest."""

    contest_chosen = Signal(str)

    def __init__(self, feed: NightFeed, viewing: Viewing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed, self._viewing = feed, viewing
        self.model = JournalList(feed, self)
        self.list = RowList(theme, self.model, self._draw, ROW, "Journal")
        self.list.nothing = "Nothing entered yet"
        self.list.contest_chosen.connect(self.contest_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def _draw(self, entry: Entry, width: float, height: float) -> Figure:
        return entry_row(entry, self._feed.night.briefing, self._viewing.now.measure, width, height)
