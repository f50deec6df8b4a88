"""The party table in its panel."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tally_row import tally_head, tally_row
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.parties import PartyList
from resultsdesk.models.viewing import Viewing
from resultsdesk.night.tally import TallyLine
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.wording import holders_known_words
from resultsdesk.windows.figure_view import FigureView
from resultsdesk.windows.rows import INSET, RowList

ROW = 30


class PartyPanel(QFrame):
    """Its columns are given up one by one as the panel narrows."""

    def __init__(self, feed: NightFeed, viewing: Viewing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._feed = feed
        self.model = PartyList(feed, viewing, self)
        self.head = FigureView(theme, 22, ground="panel")
        self.list = RowList(theme, self.model, self._draw, ROW, "Parties")
        self.list.nothing = "Nothing declared yet"
        self.head.draw(lambda width, height: tally_head(width, height), "Party, seats, net")
        self.known = QLabel()
        self.known.setObjectName("muted")
        self.known.setWordWrap(True)
        self.known.setContentsMargins(INSET, 2, INSET, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 10, 5, 6)
        layout.setSpacing(2)
        edge = QVBoxLayout()
        edge.setContentsMargins(int(INSET), 0, int(INSET), 0)
        edge.addWidget(self.head)
        layout.addLayout(edge)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.known)
        self._viewing = viewing
        feed.changed.connect(self._tell_known)
        viewing.changed.connect(self._tell_known)
        self._tell_known()

    def _tell_known(self) -> None:
        """Say of how many contests the gains are, where it is not of all that are decided."""
        tally, measure = self.model.tally, self._viewing.now.measure
        areas = self._feed.night.briefing.election.areas
        self.known.setText(holders_known_words(tally.known.get(measure, 0), tally.declared, areas))
        self.known.setVisible(bool(self.known.text()))

    def _draw(self, line: TallyLine, width: float, height: float) -> Figure:
        return tally_row(line, self._feed.night.briefing.parties[line.party], width, height)
