"""Gains and losses in their panel, with filters."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resultsdesk.figures.gain_row import gain_row
from resultsdesk.figures.shapes import Figure
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.gains import Gained, GainFilter, GainList
from resultsdesk.models.viewing import Viewing
from resultsdesk.night.changes import Changes
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.party import PartyId
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.desk.night.map_panel import chip
from resultsdesk.windows.rows import RowList

ROW = 30
NOTHING = {"gains": "No seat has changed hands yet", "losses": "No seat has been lost yet", "holds": "No seat held yet"}
NOT_KNOWN = "Who held the seats is not known"
WAYS = {"gains": ("Gains", False, False), "losses": ("Losses", False, True), "holds": ("Holds", True, False)}


class GainsPanel(QWidget):
    """Gains, losses or holds; of every party or of one."""

    contest_chosen = Signal(str)

    def __init__(self, feed: NightFeed, viewing: Viewing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed, self._viewing = feed, viewing
        self.model = GainList(feed, viewing, self)
        self.list = RowList(theme, self.model, self._draw, ROW, "Gains and losses")
        self.ways: dict[str, QPushButton] = {}
        self.party = Chooser(theme, "Of which party")
        self._parties: list[PartyId | None] = []
        bar = QHBoxLayout()
        bar.setContentsMargins(9, 0, 9, 0)
        bar.setSpacing(4)
        for way, (words, _, _) in WAYS.items():
            self.ways[way] = button = chip(words, f"List {words.lower()}")
            button.clicked.connect(lambda _=False, way=way: self.show_way(way))
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.party)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.list, 1)
        self.list.contest_chosen.connect(self.contest_chosen)
        self._offer_parties()
        self.party.currentIndexChanged.connect(self._choose_party)
        feed.changed.connect(self._take_in)
        viewing.changed.connect(self._say_why_empty)
        self.show_way("gains")

    def show_way(self, way: str) -> None:
        """List gains, losses or holds."""
        for one, button in self.ways.items():
            button.setChecked(one == way)
        _, holds, lost = WAYS[way]
        self._say_why_empty()
        self.model.show_only(replace(self.model.filter, holds=holds, lost=lost))

    def _say_why_empty(self) -> None:
        """Have an empty list say that nothing came of what is declared, or that nobody can know."""
        tally = self._feed.night.tally(self._viewing.now.scope)
        known = tally.known.get(self._viewing.now.measure) or not tally.declared
        way = next(one for one, button in self.ways.items() if button.isChecked())
        said = NOTHING[way] if known else NOT_KNOWN
        if said != self.list.nothing:
            self.list.nothing = said
            self.list.viewport().update()

    def _choose_party(self, row: int) -> None:
        now = self.model.filter
        self.model.show_only(GainFilter(now.holds, self._parties[row] if row >= 0 else None, now.lost))

    def _take_in(self, changes: Changes) -> None:
        self._say_why_empty()
        if set(changes.after.tally(changes.after.main_scope).won) - {one for one in self._parties if one}:
            self._offer_parties()

    def _offer_parties(self) -> None:
        """Offer every party that has or had a seat, the chosen one still chosen."""
        night = self._feed.night
        known = {party for one in night.briefing.contests.values() for party in (*one.defended, *one.holders)}
        known |= set(night.tally(night.main_scope).won)
        parties = sorted(known, key=lambda one: night.briefing.parties[one].order)
        wanted: list[PartyId | None] = [None, *parties]
        for place, one in enumerate(wanted):
            if place >= len(self._parties) or self._parties[place] != one:
                self._parties.insert(place, one)
                self.party.insertItem(place, night.briefing.parties[one].name if one else "Any party")

    def _draw(self, gained: Gained, width: float, height: float) -> Figure:
        return gain_row(gained.standing, self._feed.night.briefing, self._viewing.now.measure, width, height)
