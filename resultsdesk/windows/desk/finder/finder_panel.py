"""The finder put together."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resultsdesk.desk.finding import Finder
from resultsdesk.figures.contest_row import contest_row
from resultsdesk.figures.shapes import Figure
from resultsdesk.models.contests import ContestList, Found, Listed
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.changes import Changes
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.desk.finder.filter_chips import FilterChips
from resultsdesk.windows.desk.finder.search_box import SearchBox
from resultsdesk.windows.rows import RowList

ROW = 32
WARM_AFTER = 400  # milliseconds: once the window is there, and before the first letters are


class FinderPanel(QWidget):
    """Typing searches at once; Enter opens the row the cursor is on."""

    contest_chosen = Signal(str)

    def __init__(
        self, feed: NightFeed, viewing: Viewing, theme: Theme, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._feed, self._viewing, self._theme = feed, viewing, theme
        briefing = feed.night.briefing
        self._finder: Finder | None = None
        self.model = ContestList(feed, viewing, now, self)
        self.search = SearchBox(theme, briefing.election.area)
        self.chips = FilterChips()
        self.list = RowList(theme, self.model, self._draw, ROW, briefing.election.areas.capitalize(), ground="ink")
        self.nothing = QLabel()
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.hide()
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.search.stepped.connect(self.list.step)
        self.search.opened.connect(self.list.open_current)
        self.chips.chosen.connect(self._filter)
        self.list.contest_chosen.connect(self.contest_chosen)
        feed.changed.connect(self._take_in)
        viewing.changed.connect(self._look)
        self.tick(now)
        self._first_row()

    def begin(self) -> None:
        """Put the keys into an empty box, everything listed, for the next contest."""
        self.search.setText("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()
        self._first_row()

    def tick(self, now: datetime) -> None:
        """Take in that it is later."""
        self.model.tick(now)
        self._count()

    def mark(self, half_typed: AbstractSet[ContestId]) -> None:
        """Mark the contests for which something is half typed."""
        self.model.mark(half_typed)
        self._count()

    def warm(self) -> None:
        """Make the index now, so that the first letter need not wait for it."""
        if self._finder is None:
            self._finder = Finder(self._feed.night.briefing)

    def _draw(self, subject: Listed, width: float, height: float) -> Figure:
        night, view = self._feed.night, self._viewing.now
        return contest_row(
            subject.standing,
            night.briefing,
            self.model.now,
            view.measure,
            width,
            height,
            subject.found,
            subject.half_typed,
            self._advance,
        )

    def _advance(self, words: str, size: float, strong: bool) -> float:
        return self._theme.advance(words, "body", round(size), strong)

    def _search(self, query: str) -> None:
        self.warm()
        if self._finder is None or not query.strip():
            self.model.search(None)
        else:
            hits = self._finder.find(query)
            self.model.search({hit.contest: Found(rank, hit.what) for rank, hit in enumerate(hits)})
        self._first_row()
        self._say_nothing_found()

    def _filter(self, chosen: StageFilter | None) -> None:
        self.model.show_only(chosen)
        self._count()
        self._first_row()

    def _say_nothing_found(self) -> None:
        found = self.model.rowCount() > 0
        self.nothing.setVisible(not found)
        if not found:
            area = self._feed.night.briefing.election.areas
            chosen = f" that are {self.chips.now}" if self.chips.now else ""
            named = f" like “{self.search.text().strip()}”" if self.search.text().strip() else ""
            way_out = f" {self.chips.keys_of(self.chips.now)} lists all of them." if self.chips.now and named else ""
            self.nothing.setText(f"No {area}{chosen}{named}.{way_out}")

    def _first_row(self) -> None:
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()

    def _count(self) -> None:
        self.chips.tell(self.model.count)
        self._say_nothing_found()

    def _take_in(self, changes: Changes) -> None:
        self._count()
        if self.search.hasFocus() and not self.search.text() and not self.list.hasFocus():
            self._first_row()

    def _look(self, before: View, now: View) -> None:
        if before.measure != now.measure:
            self.model.all_changed()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 10, 8)
        layout.setSpacing(9)
        layout.addWidget(self.search)
        layout.addWidget(self.chips)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        QTimer.singleShot(WARM_AFTER, self, self.warm)
