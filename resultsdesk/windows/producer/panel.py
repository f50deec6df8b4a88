"""The producer's panel put together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from resultsdesk.air.aired import AiredWrong
from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import AirTrouble, ItemId, OutputName, Way, words_of
from resultsdesk.desk.calling import Caller
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.scene import draw, title
from resultsdesk.figures.shapes import Figure
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.rundown import RundownList
from resultsdesk.night.changes import Changes
from resultsdesk.night.night import Scope
from resultsdesk.windows.desk.frame.help import Help
from resultsdesk.windows.desk.frame.key_line import KeyLine, key_words
from resultsdesk.windows.desk.frame.palette import Palette
from resultsdesk.windows.desk.frame.top_line import TopLine, TopWords
from resultsdesk.windows.producer.call_box import CallBox
from resultsdesk.windows.producer.controls import AirButtons, InterruptRow, PresenterRow
from resultsdesk.windows.producer.monitor import Monitor
from resultsdesk.windows.producer.offers import IN_THE_CALL_BOX, IN_THE_RUNDOWN, IN_THE_RUNDOWN_SHORT, OFFERS
from resultsdesk.windows.producer.output_tabs import OutputTabs
from resultsdesk.windows.producer.rundown_view import RundownView
from resultsdesk.windows.producer.services import PanelServices
from resultsdesk.windows.producer.wrong_bar import WrongBar
from resultsdesk.windows.style import stylesheet

SMALLEST, USUAL = (1120, 660), (1480, 860)
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
        self.preview = Monitor("Preview", theme, services.on_air, live=False)
        self.program = Monitor("Program", theme, services.on_air, live=True)
        self.buttons = AirButtons(self.do)
        self.wrong = WrongBar()
        self.call = CallBox(lambda said: self._caller.call(self._station.night, said), theme)
        self.model = RundownList(services.feed, self._station.at_hand, self)
        self.rundown = RundownView(self.model, theme)
        self.interrupts = InterruptRow(night, theme)
        self.presenter = PresenterRow(theme)
        self.keys = KeyLine(theme)
        self._doing = self._deeds()
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
        self.buttons.tell(output, station.by, len(station.programme.rundown))
        self.interrupts.tell(station.programme.interrupts)
        self.wrong.tell(station.wrong)
        self._show_monitors()
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

    def _show_monitors(self) -> None:
        output, night = self._station.output, self._station.night
        if output.preview is not None:
            self.preview.show_scene(self._drawn(output.preview), title(night, output.preview))
        else:
            self.preview.show_scene(None, "")
        on = output.program
        if on is not None:
            mark = "CORRECTED" if on.corrected else ""
            self.program.show_scene(self._drawn(on.scene, on.corrected), title(night, on.scene), mark)
        else:
            self.program.show_scene(None, "")

    def _drawn(self, scene: SceneRequest, corrected: bool = False) -> Callable[[], Figure]:
        return lambda: draw(self._station.night, scene, self._services.desk.clock.now(), corrected)

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
        self._show_top()

    def _take_in(self, _: Changes) -> None:
        self._show_monitors()
        self._show_top()
        self.wrong.tell(self._station.wrong)
        if not self.call.search.text():
            self.call.refresh()

    def _hear(self, _: Airing) -> None:
        self.refresh()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AirTrouble as trouble:
            self.tell(str(trouble))

    def _deeds(self) -> dict[str, Callable[[], object]]:
        station, presenting = self._station, self._services.presenting
        return {
            "take": station.take,
            "cut": lambda: station.take(way=Way.CUT),
            "next": station.next_line,
            "run": station.run,
            "hold": station.hold,
            "clear": self._clear,
            "clear-one": station.clear,
            "call": self.call.begin,
            "call-again": self.call.begin,
            "add": self._add,
            "rundown": self._go_to_rundown,
            "interrupts": self.interrupts.scope.setFocus,
            "lock": self._lock,
            "break": lambda: station.unlock(force=True),
            "again": self.wrong.air_again,
            "leave": self.wrong.leave,
            "presenter": presenting.toggle,
            "view": presenting.toggle_view,
            "guides": presenting.toggle_guides,
            "display": self.presenter.display.setFocus,
            "serve": self._services.serve,
            "desk": self.desk_wanted.emit,
            "story": self.story_wanted.emit,
            "palette": lambda: Palette(OFFERS, self.do, self._services.theme, self).open(),
            "help": lambda: Help(OFFERS, self, {"In the rundown": IN_THE_RUNDOWN}).open(),
        }

    def _clear(self) -> None:
        left = self._station.clear_all()
        if left:
            self.tell(f"{', '.join(left)} stays: somebody else has locked it. Shift F7 breaks the lock.")

    def _lock(self) -> None:
        (self._station.unlock if self._station.output.lock == self._station.by else self._station.lock)()

    def _add(self) -> None:
        """Put what is called up into the rundown where the keys are there, else what is in preview."""
        if self.call.search.hasFocus():
            self.call.add_chosen()
            return
        scene = self._station.output.preview
        if scene is None:
            raise AirTrouble("Nothing is in preview.", "Call a scene up first.")
        self._station.add(scene)

    def _go_to_rundown(self) -> None:
        self.rundown.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.rundown.currentIndex().isValid():
            self.rundown.step(0)

    def _look_at(self, output: OutputName) -> None:
        self._station.at_hand = output
        self.refresh()

    def _preview_line(self, line: ItemId) -> None:
        item = self._station.programme.item(line)
        if item is not None:
            self._try(lambda: self._station.preview(item.scene, cue=line))

    def _keep_longer(self, line: ItemId, by: int) -> None:
        item = self._station.programme.item(line)
        if item is not None:
            self._station.dwell(line, item.dwell + by)

    def _air_again(self, wrong: AiredWrong) -> None:
        self._look_at(wrong.output)
        self._try(lambda: self._station.preview(wrong.again))

    def _interrupt(self, scope: Scope | None, seconds: int) -> None:
        for rule in self._station.programme.interrupts:
            self._station.interrupt_for(rule.scope, 0)
        if scope is not None:
            self._station.interrupt_for(scope, seconds)

    def _connect(self) -> None:
        station = self._station
        self.feed.changed.connect(self._take_in)
        self._services.feed.changed.connect(self._hear)
        self._services.presenting.changed.connect(self._show_presenter)
        self.tabs.chosen.connect(self._look_at)
        self.call.previewed.connect(lambda scene: self._try(lambda: station.preview(scene)))
        self.call.added.connect(lambda scene: self._try(lambda: station.add(scene)))
        self.rundown.chosen.connect(self._preview_line)
        self.rundown.removed.connect(station.remove)
        self.rundown.shifted.connect(station.shift)
        self.rundown.longer.connect(self._keep_longer)
        self.interrupts.chosen.connect(self._interrupt)
        self.wrong.again.connect(self._air_again)
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
        mode = "REHEARSAL – " if night.rehearsal else ""
        self.setWindowTitle(f"Producer – {night.briefing.election.title} – {mode}Results Desk")
        self.setStyleSheet(stylesheet(self._services.theme))
        self.setMinimumSize(*SMALLEST)
        self.resize(QSize(*USUAL).boundedTo(self.screen().availableSize()).expandedTo(QSize(*SMALLEST)))
        monitors = QHBoxLayout()
        monitors.setSpacing(12)
        monitors.addWidget(self.preview, 1)
        monitors.addWidget(self.program, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.tabs)
        left.addLayout(monitors)
        left.addWidget(self.buttons)
        left.addWidget(self.wrong)
        left.addWidget(self.call, 1)
        head = QLabel("Rundown")
        head.setObjectName("title")
        head.setContentsMargins(9, 0, 0, 0)
        lines = QFrame()
        lines.setObjectName("panel")
        listed = QVBoxLayout(lines)
        listed.setContentsMargins(5, 10, 5, 8)
        listed.setSpacing(8)
        listed.addWidget(head)
        listed.addWidget(self.rundown, 1)
        listed.addWidget(self.interrupts)
        where = QFrame()
        where.setObjectName("panel")
        shown = QVBoxLayout(where)
        shown.setContentsMargins(5, 10, 5, 8)
        title = QLabel("Presenter’s window")
        title.setObjectName("title")
        title.setContentsMargins(9, 0, 0, 0)
        shown.addWidget(title)
        shown.addWidget(self.presenter)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(lines, 1)
        right.addWidget(where)
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
