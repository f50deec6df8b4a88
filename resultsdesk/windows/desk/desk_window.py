"""The desk window put together."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from resultsdesk.models.feed import NightFeed
from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.models.story import Said
from resultsdesk.models.story_feed import StoryFeed
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import ContestId
from resultsdesk.windows.commands import OFFERS, Offer, Place
from resultsdesk.windows.desk.actions import DeskActions
from resultsdesk.windows.desk.entry.objection_list import KEYED
from resultsdesk.windows.desk.entry.panel import EntryPanel
from resultsdesk.windows.desk.finder.finder_panel import FinderPanel
from resultsdesk.windows.desk.frame.help import INSIDE
from resultsdesk.windows.desk.frame.key_line import KeyLine
from resultsdesk.windows.desk.frame.keys_there import keys_there
from resultsdesk.windows.desk.frame.offered import Offered
from resultsdesk.windows.desk.frame.remembered import PARTS, fit_to_screen, put_back, remembered
from resultsdesk.windows.desk.frame.status import Status
from resultsdesk.windows.desk.frame.top_line import TopLine
from resultsdesk.windows.desk.night.gains_panel import GainsPanel
from resultsdesk.windows.desk.night.journal_panel import JournalPanel
from resultsdesk.windows.desk.night.lists_panel import ListsPanel
from resultsdesk.windows.desk.night.map_panel import MapPanel
from resultsdesk.windows.desk.night.party_panel import PartyPanel
from resultsdesk.windows.desk.night.seats_panel import SeatsPanel
from resultsdesk.windows.desk.services import DeskServices
from resultsdesk.windows.desk.story.keys import LONG as STORY_KEYS
from resultsdesk.windows.desk.story.place import StoryPlace
from resultsdesk.windows.desk.watching import Watching
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

if TYPE_CHECKING:
    from resultsdesk.windows.desk.story.panel import StoryPanel

TICK = 250  # milliseconds
NARROWEST = (262, 396, 286, 322)  # finder, form, map, lists


class DeskWindow(QMainWindow):
    """One open night. `line_sent` when a line of the story is wanted on a card, ticker or strap; `closed` when it has
    let go of everything.
    """

    closed = Signal()
    line_sent = Signal(str, object)  # card, ticker or strap; Line

    def __init__(self, services: DeskServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = services.desk
        night = services.desk.night
        theme = services.theme
        self.feed = NightFeed(services.desk, self)
        self.story_feed = StoryFeed(services.desk, self)
        self.lines_said: Said | None = None  # where lines of the story are said, once something can be on air
        view = View(night.main_scope, night.briefing.election.shown, letters=services.settings.party_patterns)
        self.viewing = Viewing(view, self)
        self.top = TopLine(theme)
        self.finder = FinderPanel(self.feed, self.viewing, theme, services.desk.clock.now())
        self.entry = EntryPanel(services, self.feed, self.viewing)
        self.map = MapPanel(services, self.feed, self.viewing)
        self.seats = SeatsPanel(self.feed, self.viewing, theme)
        self.parties = PartyPanel(self.feed, self.viewing, theme)
        self.lists = ListsPanel(
            GainsPanel(self.feed, self.viewing, theme), lambda: JournalPanel(self.feed, self.viewing, theme)
        )
        self.keys = KeyLine(theme)
        self.status = Status(services, self.feed, self.top)
        self.actions_on = DeskActions(services.desk, self.entry, self.viewing, self, services.read_only)
        self._offered = Offered(self, theme)
        self._lay_out()
        self._connect()
        self._offer_all()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._watching = Watching(services.desk, services.watch, self) if services.watch else None
        if self._watching is not None:
            self._watching.failed.connect(self.status.show_trouble)
            self._watching.written.connect(self._mark_half_typed)
            self._watching.written.connect(self.entry.keying.look_elsewhere)
        self._mark_half_typed()
        self._put_back()
        self.finder.begin()
        self._show_keys(None, self.finder.search)

    def open_contest(self, contest: str) -> None:
        """Put a contest on the form with the keys in its first box."""
        self.entry.open(ContestId(contest))

    def toggle_story(self) -> None:
        """Open the story in the place of map and lists, or show these again."""
        if self.story.shown:
            self._leave_story()
        else:
            self.story.open()

    def show_story(self) -> None:
        """Open the story and bring this window to the front."""
        self.story.open()
        self.activateWindow()

    def place_bar(self, bar: QWidget) -> None:
        """Put a widget between the top line and the desk, such as a rehearsal's player."""
        self._column.insertWidget(1, bar)

    def offer(self, offer: Offer, do: Callable[[], object]) -> None:
        """Take a command into palette, help and key line, with its key."""
        self._offered.take(offer, do)

    def show_history(self, contest: str | None = None) -> None:
        """Show the history of a contest, of the form's where none is given."""
        from resultsdesk.windows.history.history_window import HistoryWindow  # made when first looked at

        standing = self.feed.night.contests.get(ContestId(contest)) if contest else self.entry.keying.standing
        if standing is not None and standing.entries:
            view = self.viewing.now
            HistoryWindow(standing, self.feed.night, view.measure, self._services.theme, self).open()
        elif standing is not None:
            self.status.tell(f"{standing.contest.name}: nothing has been entered yet")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        if self._watching is not None:
            self._watching.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        if self._watching is not None:
            self._watching.stop()
        self.entry.keying.keeping.save()
        self.story.close()
        chosen = self.finder.chips.now
        self._services.keep(remembered(self._services.settings, self, self.splitter, chosen))
        self.feed.close()
        self.story_feed.close()
        super().closeEvent(event)
        self.closed.emit()

    def _tick(self) -> None:
        now = self._desk.clock.now()
        if self.status.tick(now):
            self.finder.tick(now)

    def _offer_all(self) -> None:
        actions = self.actions_on
        doing: dict[str, Callable[[], object]] = {
            "find": self.finder.begin,
            "declare": self.entry.declare,
            "recount": actions.call_recount,
            "flash": actions.flash,
            "correct": actions.correct,
            "undo": actions.undo,
            "empty": actions.empty,
            "history": self.show_history,
            "unopposed": actions.declare_unopposed,
            "postpone": actions.postpone,
            "retract": actions.retract,
            "lot": self.entry.ask_for_lot,
            "outlines": self.map.toggle_outlines,
            "letters": self._toggle_letters,
            "map": lambda: self._beside(lambda: self.map.view.setFocus(Qt.FocusReason.TabFocusReason)),
            "baseline": self.map.toggle_measure,
            "scope": lambda: self._beside(self.seats.scope.setFocus),
            "gains": lambda: self._go_to_list("gains"),
            "journal": lambda: self._go_to_list("journal"),
            "story": self.toggle_story,
            "form": self.entry.focus_boxes,
            "palette": self._offered.show_palette,
            "help": lambda: self._offered.show_help({**INSIDE, "In the story": STORY_KEYS}),
        }
        for one in StageFilter:
            doing[f"filter-{one}"] = partial(self._filter, one)
        for colouring in self.map.colours:
            doing[f"colour-{colouring}"] = partial(self.viewing.colouring, colouring)
        for offer in OFFERS:
            if offer.id != "outlines" or self._services.has_outlines:
                self.offer(offer, doing[offer.id])
        for place in range(1, KEYED + 1):
            self._offered.bind(f"Acknowledge warning {place}", f"Ctrl+{place}", partial(self.entry.acknowledge, place))

    def _filter(self, one: StageFilter) -> None:
        self.finder.chips.toggle(one)
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_letters(self) -> None:
        now = self.viewing.now
        self.viewing.look(replace(now, letters=not now.letters))

    def _beside(self, go: Callable[[], object]) -> None:
        """Go to something the story may stand in the place of."""
        self.story.close()
        go()

    def _leave_story(self) -> None:
        self.story.close()
        (self.entry.focus_boxes if self.entry.keying.standing is not None else self.finder.begin)()

    def _make_story(self) -> "StoryPanel":
        from resultsdesk.windows.desk.story.panel import StoryPanel  # made when first looked at

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # late in the night there is much to tell
        try:
            panel = StoryPanel(self.story_feed, self._services.theme, self._services.pins, self.lines_said or dict)
        finally:
            QApplication.restoreOverrideCursor()
        panel.can_send(self.lines_said is not None)
        panel.sent.connect(self.line_sent)
        panel.contest_chosen.connect(self.open_contest)
        panel.entry_chosen.connect(self.show_history)
        panel.unsaid.connect(self.status.tell)
        panel.left.connect(self._leave_story)
        return panel

    def _mark_half_typed(self) -> None:
        """Mark in the finder what is half typed, at this desk or at another."""
        self._half_typed: set[ContestId] = set(self.entry.keying.keeping.all())
        self.finder.mark(self._half_typed)

    def _mark(self, contest: ContestId, half_typed: bool) -> None:
        (self._half_typed.add if half_typed else self._half_typed.discard)(contest)
        self.finder.mark(self._half_typed)

    def _ring(self) -> None:
        """Ring the form's contest on the map."""
        form = self.entry.keying.form
        self.map.choose(form.contest if form is not None else None)

    def _go_to_list(self, name: str) -> None:
        self.story.close()
        self.lists.show_tab(name)
        self.lists.focus_list()

    def _show_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the keys that matter where the focus has gone."""
        if now is None or now.window() is not self:
            return
        self.keys.tell(keys_there(self._place_of(now), self._offered.offers))

    def _place_of(self, widget: QWidget) -> Place:
        if self.entry.choice.isAncestorOf(widget):
            return Place.CHOICE
        if self.entry.objections.isAncestorOf(widget):
            return Place.WARNINGS
        for panel, place in ((self.entry, Place.FORM), (self.finder, Place.FINDER), (self.map, Place.MAP)):
            if panel.isAncestorOf(widget):
                return place
        in_story = self.story.panel is not None and self.story.panel.isAncestorOf(widget)
        return Place.STORY if in_story else Place.LISTS

    def _connect(self) -> None:
        self.finder.contest_chosen.connect(self.open_contest)
        self.map.contest_chosen.connect(self.open_contest)
        self.lists.contest_chosen.connect(self.open_contest)
        self.lists.entry_chosen.connect(self.show_history)
        self.entry.finished.connect(self.finder.begin)
        self.entry.keying.opened.connect(self._ring)
        self.entry.keying.keeping.half_typed.connect(self._mark)
        self.entry.keying.unsaved.connect(self.status.show_trouble)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_keys)

    def _lay_out(self) -> None:
        night = self._desk.night
        self.setWindowTitle(titled(night.briefing.election.title, rehearsal=night.rehearsal))
        self.setStyleSheet(stylesheet(self._services.theme))
        fit_to_screen(self)
        side = QWidget()
        lists = QVBoxLayout(side)
        lists.setContentsMargins(8, 14, 12, 12)
        lists.setSpacing(10)
        lists.addWidget(self.seats)
        lists.addWidget(self.parties, 5)
        lists.addWidget(self.lists, 6)
        maps = QWidget()
        around = QVBoxLayout(maps)
        around.setContentsMargins(12, 14, 4, 12)
        around.addWidget(self.map)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part, stretch, narrowest in zip((self.finder, self.entry, maps, side), PARTS, NARROWEST, strict=True):
            self.splitter.addWidget(part)
            part.setMinimumWidth(narrowest)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.story = StoryPlace(self.splitter, (maps, side), self._make_story)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addWidget(self.splitter, 1)
        self._column.addWidget(self.keys)
        self.setCentralWidget(inside)

    def _put_back(self) -> None:
        settings = self._services.settings
        put_back(self, self.splitter, settings)
        if settings.finder_filter in list(StageFilter):
            self.finder.chips.choose(StageFilter(settings.finder_filter))
