"""The history of one contest: what was entered, when, by whom and why; any two entries line against line."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resultsdesk.models.table import TextTable
from resultsdesk.night.history import history
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.fitting import fit
from resultsdesk.windows.history.table_view import TableView
from resultsdesk.windows.history.telling import ENTRY_HEADS, LINE_HEADS, entry_cells, line_cells, lines
from resultsdesk.windows.titles import titled

SMALLEST, SIZE = (640, 400), (1040, 600)
NOTHING = "nothing"


class HistoryWindow(QDialog):
    """Up and down choose an entry; it is compared with the one before, or with any other that is chosen."""

    def __init__(
        self, standing: Standing, night: Night, measure: Measure, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._contest = standing.contest
        self._steps = history(standing)
        self.setWindowTitle(titled(f"History of {standing.contest.name}", rehearsal=night.rehearsal))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, QSize(*SMALLEST), QSize(*SIZE))
        self.entries = TextTable(ENTRY_HEADS, parent=self)
        self.entries.fill([entry_cells(one, night.briefing, measure) for one in self._steps])
        self.differences = TextTable(LINE_HEADS, numbers=(1, 2, 3), parent=self)
        self.entry_view = TableView(self.entries, theme, "Entries", stretched=7)
        self.line_view = TableView(self.differences, theme, "Difference, line against line", stretched=0)
        self.against = Chooser(theme, "Compared with")
        for one in self._steps:
            self.against.addItem(f"entry {one.entry.seq}, {one.entry.kind}")
        self.against.addItem(NOTHING)
        self.rehearsal = QLabel("REHEARSAL · not real results", self)
        self.rehearsal.setObjectName("rehearsal")
        self.rehearsal.setVisible(night.rehearsal)
        self._lay_out(standing.contest.name)
        self.entry_view.selectionModel().currentRowChanged.connect(self._choose)
        self.against.currentIndexChanged.connect(lambda _: self._compare())
        self.entry_view.selectRow(len(self._steps) - 1)
        self.entry_view.setFocus()

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        """Compare an entry with the last one before it that had figures."""
        earlier = [row for row in range(now.row()) if self._steps[row].entry.votes]
        self.against.setCurrentIndex(earlier[-1] if earlier else len(self._steps))
        self._compare()

    def _compare(self) -> None:
        row = self.entry_view.currentIndex().row()
        if row < 0:
            return
        other = self.against.currentIndex()
        before = self._steps[other].entry if other < len(self._steps) else None
        shown = lines(self._contest, before, self._steps[row].entry)
        strong = [place for place, one in enumerate(shown) if one.differs]
        self.differences.fill([line_cells(one) for one in shown], strong)

    def _lay_out(self, name: str) -> None:
        head = QLabel(name)
        head.setObjectName("headline")
        heading = QHBoxLayout()
        heading.addWidget(head)
        heading.addStretch(1)
        heading.addWidget(self.rehearsal)
        compared = QLabel("Compared with")
        compared.setObjectName("muted")
        bar = QHBoxLayout()
        bar.addWidget(compared)
        bar.addWidget(self.against)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(heading)
        layout.addWidget(self.entry_view, 2)
        layout.addLayout(bar)
        layout.addWidget(self.line_view, 3)
