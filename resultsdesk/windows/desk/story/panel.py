"""The story in its panel: the lines, and under them what makes the one that is looked at true."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from resultsdesk.models.evidence import EvidenceList
from resultsdesk.models.story import Said, StoryFilter, StoryList, Told
from resultsdesk.models.story_feed import StoryFeed
from resultsdesk.painters.theme import Theme
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.windows.desk.flow import FlowLayout
from resultsdesk.windows.desk.services import PinShelf
from resultsdesk.windows.desk.story.filter_bar import FilterBar
from resultsdesk.windows.desk.story.line_list import EVIDENCE_ROW, EvidenceView, LineList

SHOWN, SHOWN_HIGH, HIGH = 6, 10, 800  # figures in sight at once, more of them in a panel of so many units
NOTHING = "Nothing to tell yet: the first declaration begins the story"
NO_MATCH = "No line passes this filter"
TAKEN_BACK = "That line has been withdrawn: it is not for air."
NOT_FOR_AIR = "Nothing can be put in preview at this desk."
NO_FIGURE = "No figure of its own: it follows from what was entered"
NO_PIN = "Nothing is pinned: P pins the line the cursor is on"
BUTTONS = {
    "card": ("Card  Enter", "Put the line in preview as a headline card"),
    "ticker": ("Ticker  T", "Put the line into the ticker, in preview, or take it out"),
    "strap": ("Strap  S", "Put the line in preview on a strap"),
    "pin": ("Pin  P", "Pin the line, or let go of it"),
    "open": ("Open  O", "Open its contest on the form"),
    "history": ("History  H", "Show the history of its contest"),
}
SENDING = ("card", "ticker", "strap")
OF_A_CONTEST = ("open", "history")


class StoryPanel(QFrame):
    """`sent` says where a line is wanted: card, ticker or strap; nothing goes on air from here. `unsaid` tells what is
    in the way of something; `left` when the keys are to go elsewhere.
    """

    sent = Signal(str, object)  # card, ticker or strap; Line
    contest_chosen = Signal(str)
    entry_chosen = Signal(str)  # the contest of an entry, for its history
    unsaid = Signal(str)
    left = Signal()

    def __init__(
        self, feed: StoryFeed, theme: Theme, pins: PinShelf | None, said: Said = dict, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._feed, self._pins = feed, pins
        briefing = feed.night.briefing
        self.filters = FilterBar(feed.night, theme)
        self.model = StoryList(feed, pins.load() if pins is not None else (), said, self)
        self.list = LineList(self.model, briefing, theme)
        self._evidence = EvidenceList(self)
        self.evidence = EvidenceView(self._evidence, briefing, theme)
        self.sentence = QLabel()
        self.sentence.setObjectName("sentence")
        self.why = QLabel()
        self.why.setObjectName("why")
        self.buttons = {name: QPushButton(words) for name, (words, _) in BUTTONS.items()}
        self._sending = False
        self._doing: dict[str, Callable[[], object]] = {
            **{name: lambda name=name: self._send(name) for name in SENDING},  # type: ignore[misc]  # bound at once
            "pin": self._pin,
            "open": self._open,
            "history": self._history,
            "evidence": self._go_to_evidence,
            "order": self.filters.turn,
            "pinned": lambda: self.filters.choose(pinned=not self.filters.now.pinned),
            "scope": self.filters.scope.setFocus,
            "filter": self.begin_filter,
            "close": self.left.emit,
        }
        self._lay_out()
        self._connect()
        self._list(self.filters.now)

    def can_send(self, sends: bool) -> None:
        """Say whether lines can be put in preview from here."""
        self._sending = sends
        self._look()

    def do(self, verb: str) -> None:
        """Do what a key of the list or a button asks for."""
        self._doing[verb]()

    def begin(self) -> None:
        """Put the keys where the lines are."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.step(0)

    def begin_filter(self) -> None:
        """Put the keys where lines are filtered."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.follow(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().height())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.follow(False)

    def _list(self, chosen: StoryFilter) -> None:
        self.model.show_only(chosen)
        self.list.nothing = NO_PIN if chosen.pinned else NO_MATCH if self._feed.story.lines else NOTHING
        self.list.step(0)
        self._counted()

    def _counted(self) -> None:
        self.filters.tell(*self.model.counted)
        if self._feed.story.lines and self.list.nothing == NOTHING:
            self.list.nothing = NO_MATCH
        self._look()

    def _look(self) -> None:
        """Show the evidence of the line the cursor is on, and what can be done with it."""
        told = self.list.told
        self._evidence.show(self._feed.night, told)
        self.evidence.nothing = NO_FIGURE if told is not None else ""
        self.sentence.setText(told.line.sentence if told is not None else "")
        back = told.withdrawn if told is not None else None
        self.why.setText(f"Withdrawn. {back.why}" if back is not None else "")
        self.why.setVisible(back is not None)
        for name, button in self.buttons.items():
            button.setEnabled(self._can(name, told))
        self.buttons["pin"].setText("Unpin  P" if told is not None and told.pinned else "Pin  P")

    def _can(self, name: str, told: Told | None) -> bool:
        if told is None:
            return False
        if name in SENDING:
            return self._sending and told.withdrawn is None
        if name in OF_A_CONTEST:
            return bool(told.line.contests)
        return self._pins is not None

    def _line(self, verb: str) -> Line | None:
        """Return the line the cursor is on, where a verb can be done to it; else say why not."""
        told = self.list.told
        if told is None:
            self.unsaid.emit("No line is chosen.")
        elif self._can(verb, told):
            return told.line
        elif verb in SENDING:
            self.unsaid.emit(TAKEN_BACK if told.withdrawn is not None else NOT_FOR_AIR)
        elif verb in OF_A_CONTEST:
            self.unsaid.emit("That line is of no one contest: E goes to its evidence.")
        else:
            self.unsaid.emit("This night is open for looking only: nothing can be pinned.")
        return None

    def _send(self, where: str) -> None:
        line = self._line(where)
        if line is not None:
            self.sent.emit(where, line)

    def _pin(self) -> None:
        line = self._line("pin")
        if line is None or self._pins is None:
            return
        pinned = line.id in self.model.pinned
        (self._pins.unpin if pinned else self._pins.pin)(line.id)
        self.model.pin(line.id, not pinned)
        self.list.scrollTo(self.list.currentIndex())

    def _open(self) -> None:
        line = self._line("open")
        if line is not None:
            self.contest_chosen.emit(line.contests[0])

    def _history(self) -> None:
        line = self._line("history")
        if line is not None:
            self.entry_chosen.emit(line.contests[0])

    def _go_to_evidence(self) -> None:
        if self._evidence.rowCount():
            self.evidence.setFocus(Qt.FocusReason.OtherFocusReason)
            self.evidence.step(0)

    def _follow(self, evidence: Evidence) -> None:
        """Open the history for a figure of tonight, the contest for one of before."""
        chosen = self.entry_chosen if evidence.source is Source.ENTRY else self.contest_chosen
        chosen.emit(evidence.contest or "")

    def _connect(self) -> None:
        self.filters.changed.connect(self._list)
        self.filters.left.connect(self.begin)
        self.list.asked.connect(self.do)
        self.list.looked_at.connect(self._look)
        self.evidence.chosen.connect(self._follow)
        self.evidence.left.connect(self.begin)
        self.model.followed.connect(self._counted)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.do(name))

    def _fit(self, height: int) -> None:
        self.evidence.setFixedHeight((SHOWN_HIGH if height >= HIGH else SHOWN) * EVIDENCE_ROW + 4)

    def _lay_out(self) -> None:
        for label in (self.sentence, self.why):
            label.setWordWrap(True)
            label.setContentsMargins(9, 0, 9, 0)
        self._fit(0)
        row = QWidget()
        flow = FlowLayout(row)
        for name, button in self.buttons.items():
            button.setToolTip(BUTTONS[name][1])
            button.setAccessibleName(BUTTONS[name][1])
            flow.addWidget(button)
        line = QFrame()
        line.setObjectName("rule")
        line.setFixedHeight(1)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(9, 0, 9, 4)
        buttons.addWidget(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 10, 5, 6)
        layout.setSpacing(8)
        layout.addWidget(self.filters)
        layout.addWidget(self.list, 1)
        layout.addWidget(line)
        layout.addWidget(self.sentence)
        layout.addWidget(self.why)
        layout.addWidget(self.evidence)
        layout.addLayout(buttons)
