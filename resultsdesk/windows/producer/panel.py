"""The producer's panel put together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import AirTrouble, Locked, OutputName, words_of
from resultsdesk.air.rundown import through_words
from resultsdesk.desk.calling import Caller
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.rundown import RundownList
from resultsdesk.night.changes import Changes
from resultsdesk.windows.desk.frame.help import Help
from resultsdesk.windows.desk.frame.key_line import KeyLine, key_words
from resultsdesk.windows.desk.frame.palette import Palette
from resultsdesk.windows.desk.frame.top_line import TopLine, TopWords
from resultsdesk.windows.fitting import fit
from resultsdesk.windows.producer.call_box import CallBox
from resultsdesk.windows.producer.controls import AirButtons, InterruptRow, PresenterRow
from resultsdesk.windows.producer.deeds import Deed, Deeds
from resultsdesk.windows.producer.monitors import Monitors
from resultsdesk.windows.producer.offers import IN_THE_CALL_BOX, IN_THE_RUNDOWN, IN_THE_RUNDOWN_SHORT, OFFERS
from resultsdesk.windows.producer.output_tabs import OutputTabs
from resultsdesk.windows.producer.pane import Pane
from resultsdesk.windows.producer.rundown_view import RundownView
from resultsdesk.windows.producer.services import PanelServices
from resultsdesk.windows.producer.wrong_bar import WrongBar
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

SMALLEST, USUAL = (960, 540), (1480, 860)  # a screen of 1280 × 720 at 125 per cent has 1024 × 576
TICK = 250  # milliseconds
TOLD_TICKS = 24  # about six seconds


class ProducerPanel(QMainWindow):
    """`desk_wanted` when the keys are to go back to the desk, `story_wanted` to its story; `closed` when it has let go
    of everything.
    """

    closed = Signal()
    desk_wanted = Signal()
    story_wanted = Signal()

    def __init__(self, services: PanelServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._station = services, services.feed.station
        self._told_left = 0
        self._news = ""
        theme, night = services.theme, self._station.night
        self._caller = Caller(night)
        self.feed = NightFeed(services.desk, self)
        self.top = TopLine(theme)
        self.tabs = OutputTabs(self._station)
        self.monitors = Monitors(
            lambda: self._station.night, services.desk.clock.now, services.feed.drawn, theme, services.on_air
        )
        self.preview, self.program = self.monitors.preview, self.monitors.program
        self.buttons = AirButtons(self.do)
        self.wrong = WrongBar()
        examples = self._caller.examples(night)
        self.call = CallBox(lambda said: self._caller.call(self._station.night, said), examples, theme)
        self.model = RundownList(services.feed, self._station.at_hand, self)
        self.rundown = RundownView(self.model, theme)
        self.through = QLabel()
        self.through.setObjectName("muted")
        self.interrupts = InterruptRow(night, theme)
        self.presenter = PresenterRow(theme)
        self.keys = KeyLine(theme)
        self._deeds = Deeds(services, self.call, self.rundown, self._look_at)
        self._doing = self._deeds.by_offer() | self._own_deeds()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._connect()
        self._offer_all()
        self.refresh()
        self.call.begin()

    def do(self, name: str) -> None:
        """Do one of the panel's commands; what stands against it is told in the top line."""
        self._try(self._doing[name])

    def tell(self, news: str) -> None:
        """Say something for some seconds."""
        self._news, self._told_left = news, TOLD_TICKS
        self._show_top()

    def refresh(self) -> None:
        """Show everything as it is now."""
        station, output = self._station, self._station.output
        self.tabs.refresh()
        self.model.look_at(output.name)
        self.through.setText(through_words(station.programme))
        self.buttons.tell(output, station.by, len(station.programme.rundown))
        self.interrupts.tell(station.programme.interrupts)
        self.wrong.tell(station.wrong)
        self.monitors.tell(output)
        self.program.count(station.time_words)
        self._show_presenter()
        self._show_top()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self.feed.close()
        super().closeEvent(event)
        self.closed.emit()

    def _show_presenter(self) -> None:
        presenting = self._services.presenting
        self.presenter.tell(presenting.shown, presenting.words, presenting.displays(), presenting.display)

    def _show_top(self) -> None:
        night, desk = self._station.night, self._services.desk
        on = sum(output.program is not None for output in self._station.programme.outputs.values())
        self.top.tell(
            TopWords(
                f"Producer · {night.briefing.election.title}",
                night.rehearsal,
                night.tally(night.main_scope),
                f"{night.briefing.local(desk.clock.now()):%H:%M:%S}",
                f"{self._services.file_name} · entry {night.seq}",
                self._news,
                on_air=f"{on} on air" if on else "Nothing on air",
                desk=words_of(self._station.by),
            )
        )

    def _tick(self) -> None:
        if self._told_left:
            self._told_left -= 1
            if not self._told_left:
                self._news = ""
        self.program.count(self._station.time_words)
        self._show_top()

    def _take_in(self, _: Changes) -> None:
        self.monitors.tell(self._station.output)
        self._show_top()
        self.wrong.tell(self._station.wrong)
        if not self.call.search.text():
            self.call.refresh()

    def _hear(self, _: Airing) -> None:
        self.refresh()

    def _try(self, act: Callable[[], object]) -> None:
        self._news, self._told_left = "", 0  # what stood against the last act says nothing of this one
        try:
            act()
        except Locked as trouble:
            self.tell(f"{trouble.sentence} Shift F7 breaks the lock.")
        except AirTrouble as trouble:
            self.tell(str(trouble))
        else:
            self._show_top()

    def _own_deeds(self) -> dict[str, Deed]:
        return {
            "interrupts": self.interrupts.scope.setFocus,
            "again": self.wrong.air_again,
            "leave": self.wrong.leave,
            "display": self.presenter.display.setFocus,
            "desk": self.desk_wanted.emit,
            "story": self.story_wanted.emit,
            "palette": lambda: Palette(OFFERS, self.do, self._services.theme, self).open(),
            "help": lambda: Help(OFFERS, self, {"In the rundown": IN_THE_RUNDOWN}).open(),
        }

    def _look_at(self, output: OutputName) -> None:
        self._station.at_hand = output
        self.refresh()

    def _connect(self) -> None:
        station, deeds = self._station, self._deeds
        self.feed.changed.connect(self._take_in)
        self._services.feed.changed.connect(self._hear)
        self._services.presenting.changed.connect(self._show_presenter)
        self.tabs.chosen.connect(self._look_at)
        self.call.previewed.connect(lambda scene: self._try(lambda: station.preview(scene)))
        self.call.added.connect(lambda scene: self._try(lambda: station.add(scene)))
        self.rundown.chosen.connect(lambda line: self._try(lambda: deeds.preview_line(line)))
        self.rundown.removed.connect(station.remove)
        self.rundown.shifted.connect(station.shift)
        self.rundown.longer.connect(deeds.keep_longer)
        self.interrupts.chosen.connect(deeds.interrupt)
        self.wrong.again.connect(lambda wrong: self._try(lambda: deeds.air_again(wrong)))
        self.wrong.left.connect(station.leave)
        self.presenter.chosen.connect(self._services.presenting.choose)
        self.presenter.toggled.connect(self._services.presenting.toggle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_keys)

    def _offer_all(self) -> None:
        for offer in OFFERS:
            self._shortcut(offer.words, offer.keys, partial(self.do, offer.id))
        for place, name in enumerate(self._station.programme.outputs, start=1):
            self._shortcut(f"Output {name}", f"Alt+{place}", partial(self._look_at, name))
        self._show_keys(None, self.call.search)

    def _show_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the keys that matter where the focus has gone."""
        if now is None or now.window() is not self:
            return
        keys = [(key_words(one.keys), one.short) for one in OFFERS if one.short]
        self.keys.tell([*(IN_THE_RUNDOWN_SHORT if now is self.rundown else IN_THE_CALL_BOX), *keys])

    def _shortcut(self, words: str, keys: str, do: Callable[[], object]) -> None:
        action = QAction(words, self)
        sequences = [QKeySequence(keys)]
        if "Return" in keys:
            sequences.append(QKeySequence(keys.replace("Return", "Enter")))
        action.setShortcuts(sequences)
        action.triggered.connect(lambda _=False: do())
        self.addAction(action)

    def _lay_out(self) -> None:
        night = self._station.night
        self.setWindowTitle(titled("Producer", night.briefing.election.title, rehearsal=night.rehearsal))
        self.setStyleSheet(stylesheet(self._services.theme))
        fit(self, QSize(*SMALLEST), QSize(*USUAL))
        left = QVBoxLayout()
        left.setSpacing(10)
        for one in (self.tabs, self.monitors, self.buttons, self.wrong):
            left.addWidget(one)
        left.addWidget(self.call, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(Pane("Rundown", self.rundown, self.interrupts, tail=self.through), 1)
        right.addWidget(Pane("Presenter’s window", self.presenter))
        both = QHBoxLayout()
        both.setContentsMargins(14, 12, 14, 12)
        both.setSpacing(14)
        both.addLayout(left, 64)
        both.addLayout(right, 36)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(both, 1)
        column.addWidget(self.keys)
        self.setCentralWidget(inside)
