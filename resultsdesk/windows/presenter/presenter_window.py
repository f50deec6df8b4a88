"""The presenter's window: what is on air on one output, alone or beside what the presenter needs to know."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import PRESENTER, OnAir, Way
from resultsdesk.desk.desk import Desk
from resultsdesk.figures.presenter_side import FOOT, SIDE, TOLD, facts_of, latest, presenter_foot, presenter_side
from resultsdesk.figures.scenes.scene import title
from resultsdesk.models.air_feed import AirFeed
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.story_feed import StoryFeed
from resultsdesk.night.changes import Changes
from resultsdesk.night.night import Scope
from resultsdesk.painters.theme import Theme
from resultsdesk.story.filtering import filtered, lines_for
from resultsdesk.story.lines import Story
from resultsdesk.windows.figure_view import FigureView
from resultsdesk.windows.presenter.stage_view import StageView

WINDOWED = QSize(960, 540)
SMALLEST = QSize(480, 270)
VIEW = (1920.0, 1080.0)
STAGE = (0.0, 0.0, 1376.0, 774.0)  # x, y, width and height of the scene in the presenter's own view
SIDE_AT = (1396.0, 20.0, *SIDE)
FOOT_AT = (40.0, 814.0, *FOOT)
COMING = 7  # scenes that are said to be next
SECOND = 1000  # milliseconds
LOOK = 5 * SECOND  # a scene of what is due next goes with the clock


class PresenterWindow(QWidget):
    """`closed` when it has let go of everything. Its keys are those given in `keys`, by Qt's names."""

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        feed: AirFeed,
        story: StoryFeed,
        theme: Theme,
        own_view: bool = False,
        reduce_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._feed, self._story, self._theme = desk, feed, story, theme
        self._opened = False
        self._scene: OnAir | None = None
        self.own_view = own_view
        self.keys: dict[Qt.Key, Callable[[], object]] = {}
        night = desk.night
        mode = "REHEARSAL – " if night.rehearsal else ""
        self.setWindowTitle(f"Presenter – {night.briefing.election.title} – {mode}Results Desk")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(SMALLEST)
        self.resize(WINDOWED)
        self.stage = StageView(theme, reduce_motion, parent=self)
        self.side = FigureView(theme, parent=self)
        self.foot = FigureView(theme, parent=self)
        self._show_parts()
        self._night_feed = NightFeed(desk, self)
        self._due = QTimer(self)  # a declaration is painted at the desk first, and once here, however much it changes
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.refresh)
        self._night_feed.changed.connect(self._follow)
        feed.changed.connect(self._hear)
        story.changed.connect(self._retell)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._set_timer()
        self.refresh()

    def show_on(self, screen: QScreen | None) -> None:
        """Fill a screen, or without one be an ordinary window."""
        if screen is None:
            self.showNormal()
            return
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()

    def show_own_view(self, own_view: bool) -> None:
        """Show what is next and the evidence beside the scene, or the scene alone."""
        self.own_view = own_view
        self._show_parts()
        self._set_timer()
        self._place()
        self.refresh()

    def refresh(self) -> None:
        """Show what is on air now. What looks the same is not painted again."""
        station = self._feed.station
        on = station.programme.outputs[PRESENTER].program
        before, self._scene = self._scene, on
        if on is None:
            if before is not None:
                self.stage.clear()
        else:
            figure = self._feed.drawn(station.night, on.scene, self._desk.clock.now(), on.corrected)
            if before is not None and before.serial == on.serial:
                self.stage.go_to(figure)
            elif on.way is Way.CUT or not self._opened:
                self.stage.cut(figure)  # also where the window opens on what is on air already
            elif before is not None and before.scene.name is on.scene.name and before.scene != on.scene:
                self.stage.go_to(figure)
            else:
                self.stage.enter(figure)
        self._opened = True
        words = title(station.night, on.scene) if on is not None else "nothing"
        self.setAccessibleName(f"On air: {words}{', corrected' if on is not None and on.corrected else ''}")
        if self.own_view:
            self._show_side(on)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._due.stop()
        self.stage.stop()
        self._night_feed.close()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.brush("ink"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self.keys.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _show_side(self, on: OnAir | None) -> None:
        station, night = self._feed.station, self._feed.station.night
        output = station.programme.outputs[PRESENTER]
        coming = [output.preview] if output.preview is not None else []
        line = station.programme.after(output.item if output.cue is None else output.cue)
        while line is not None and len(coming) < min(COMING, len(station.programme.rundown)):
            coming.append(line.scene)
            line = station.programme.after(line.id)
        upcoming = [title(night, scene) for scene in coming]
        standing = night.contests.get(on.scene.contest) if on is not None and on.scene.contest else None
        if standing is not None:
            story = lines_for(self._story.story, standing.contest.id)
            facts = facts_of(night, standing)
        else:
            scope = on.scene.scope if on is not None else Scope()
            story = filtered(self._story.story, night, scope).lines
            facts = latest(night, scope, night.briefing.election.shown)
        clock = f"{night.briefing.local(self._desk.clock.now()):%H:%M:%S}"
        side = presenter_side(clock, upcoming, output.run is not None and output.run.held)
        if side != self.side.figure:
            self.side.draw(lambda _width, _height: side, f"Next: {', '.join(upcoming) or 'nothing planned'}")
        said = [one.sentence for one in story]
        foot = presenter_foot(said, facts)
        if foot != self.foot.figure:
            self.foot.draw(lambda _width, _height: foot, " ".join((*said[:TOLD], *facts)) or "Nothing declared")

    def _place(self) -> None:
        if not self.own_view:
            self.stage.setGeometry(self.rect())
            return
        scale = min(self.width() / VIEW[0], self.height() / VIEW[1])
        left, top = (self.width() - VIEW[0] * scale) / 2, (self.height() - VIEW[1] * scale) / 2
        for part, (x, y, width, height) in ((self.stage, STAGE), (self.side, SIDE_AT), (self.foot, FOOT_AT)):
            part.setGeometry(QRectF(left + x * scale, top + y * scale, width * scale, height * scale).toRect())

    def _show_parts(self) -> None:
        for part in (self.side, self.foot):
            part.setVisible(self.own_view)

    def _set_timer(self) -> None:
        self._timer.start(SECOND if self.own_view else LOOK)

    def _follow(self, _: Changes) -> None:
        self._due.start()

    def _retell(self, _before: Story, _now: Story) -> None:
        if self.own_view:
            self._due.start()

    def _hear(self, airing: Airing) -> None:
        if airing.after.outputs[PRESENTER].program is None:
            self.refresh()  # what must go goes at once
        else:
            self._due.start()
