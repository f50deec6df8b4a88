"""Which chart, of which contests, of which party, against which baseline: the row above a chart."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resultsdesk.figures.plots.asked import (
    AGAINST_A_HOLDER,
    OF_A_PARTY,
    TITLES,
    Asked,
    ChartName,
    parties_offered,
    party_of,
)
from resultsdesk.night.night import Night, scope_name
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.desk.night.map_panel import MEASURES, chip
from resultsdesk.windows.desk.night.seats_panel import KINDS, scopes_of

LARGEST_TWO = "The two largest"


class Choosing(QWidget):
    """Says what is asked for; `changed` when that is something else."""

    changed = Signal(object)  # Asked

    def __init__(self, night: Night, asked: Asked, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self._scopes = scopes_of(night)
        self._parties: tuple[PartyId | None, ...] = ()
        self.tabs = {name: self._tab(name, title, at) for at, (name, title) in enumerate(TITLES.items(), 1)}
        self.scope = Chooser(theme, "Which contests")
        for one in self._scopes:
            self.scope.addItem(f"{KINDS[one.kind]}{scope_name(night.briefing, one)}")
        self.scope.setCurrentIndex(self._scopes.index(asked.scope))
        self.party = Chooser(theme, "Which party")
        self.baseline = chip("", "")
        self.baseline.setCheckable(False)
        self.save = QPushButton("Save picture …")
        self.scope.activated.connect(lambda row: self._ask(replace(self.asked, scope=self._scopes[row])))
        self.party.activated.connect(lambda row: self._ask(replace(self.asked, party=self._parties[row])))
        self.baseline.clicked.connect(self.toggle_measure)
        self._lay_out()
        self.show_night(night)

    def choose(self, chart: ChartName) -> None:
        """Ask for another chart of the same."""
        self._ask(replace(self.asked, chart=chart))

    def toggle_measure(self) -> None:
        """Measure against the other baseline, where the chart shown goes by one."""
        if self.asked.chart in AGAINST_A_HOLDER:
            other = Measure.HOLDER if self.asked.measure is Measure.LAST else Measure.LAST
            self._ask(replace(self.asked, measure=other))

    def show_night(self, night: Night) -> None:
        """Show what is asked for, and offer the parties there are by now."""
        asked, parties = self.asked, night.briefing.parties
        for name, tab in self.tabs.items():
            tab.setChecked(name is asked.chart)
        self.baseline.setVisible(asked.chart in AGAINST_A_HOLDER)
        self.baseline.setText(MEASURES[asked.measure])
        self.baseline.setAccessibleName(f"Gains are measured {MEASURES[asked.measure].lower()}. Press for the other.")
        of_two = asked.chart is ChartName.SWING
        if asked.chart not in OF_A_PARTY:
            self.party.hide()
            return
        offered: tuple[PartyId | None, ...] = parties_offered(night, asked.scope)
        if of_two:
            offered = (None, *offered)
        if offered != self._parties:
            self._parties = offered
            self.party.clear()
            self.party.addItems([parties[one].name if one else LARGEST_TWO for one in offered])
        now = (asked.party if asked.party in offered else None) if of_two else party_of(night, asked)
        if now in offered:
            self.party.setCurrentIndex(offered.index(now))
        self.party.setVisible(bool(offered))

    def _ask(self, asked: Asked) -> None:
        if asked != self.asked:
            self.asked = asked
            self.changed.emit(asked)
        for name, tab in self.tabs.items():
            tab.setChecked(name is self.asked.chart)

    def _tab(self, name: ChartName, title: str, place: int) -> QPushButton:
        tab = chip(title, f"{title}, Alt {place}")
        tab.setProperty("tab", "true")
        tab.clicked.connect(lambda: self.choose(name))
        return tab

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(6)
        for tab in self.tabs.values():
            above.addWidget(tab)
        above.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(10)
        for widget in (self.scope, self.party, self.baseline):
            below.addWidget(widget)
        below.addStretch(1)
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(above)
        layout.addLayout(below)
