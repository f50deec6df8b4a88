"""Gains and the journal behind two tabs. The journal is made when it is first looked at."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resultsdesk.windows.desk.night.gains_panel import GainsPanel
from resultsdesk.windows.desk.night.journal_panel import JournalPanel
from resultsdesk.windows.desk.night.map_panel import chip


class ListsPanel(QFrame):
    """One of the two at a time."""

    contest_chosen = Signal(str)
    entry_chosen = Signal(str)  # the contest of an entry, for its history

    def __init__(
        self, gains: GainsPanel, make_journal: Callable[[], JournalPanel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.gains, self._make_journal = gains, make_journal
        self.journal: JournalPanel | None = None
        self.tabs = {"gains": chip("Gains and losses", "Gains and losses"), "journal": chip("Journal", "Journal")}
        tabs = QHBoxLayout()
        tabs.setContentsMargins(9, 0, 9, 0)
        tabs.setSpacing(5)
        for name, tab in self.tabs.items():
            tab.setProperty("tab", True)
            tab.clicked.connect(lambda _=False, name=name: self.show_tab(name))
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(gains)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 10, 5, 6)
        layout.setSpacing(8)
        layout.addLayout(tabs)
        layout.addLayout(self._stack, 1)
        gains.contest_chosen.connect(self.contest_chosen)
        self.show_tab("gains")

    def show_tab(self, name: str) -> None:
        """Show gains and losses, or the journal."""
        if name == "journal" and self.journal is None:
            self.journal = self._make_journal()
            self.journal.contest_chosen.connect(self.entry_chosen)
            self._stack.addWidget(self.journal)
        shown = self.journal if name == "journal" and self.journal is not None else self.gains
        self._stack.setCurrentWidget(shown)
        for one, tab in self.tabs.items():
            tab.setChecked(one == name)

    def focus_list(self) -> None:
        """Put the keys into the list that is shown."""
        shown = self._stack.currentWidget()
        rows = shown.list if isinstance(shown, GainsPanel | JournalPanel) else None
        if rows is not None:
            rows.setFocus(Qt.FocusReason.OtherFocusReason)
            if not rows.currentIndex().isValid():
                rows.step(0)
