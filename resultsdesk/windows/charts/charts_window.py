"""The window of charts put together."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resultsdesk.charts.chart_view import ChartView
from resultsdesk.charts.picture import write
from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.figures.plots.draw import plot
from resultsdesk.figures.plots.plot import Plot
from resultsdesk.figures.plots.sheet import cover
from resultsdesk.figures.plots.telling import telling
from resultsdesk.figures.tip import tip
from resultsdesk.models.feed import NightFeed
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.paint import painting
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.charts.choosing import Choosing
from resultsdesk.windows.charts.naming import file_name
from resultsdesk.windows.charts.offers import IN_THE_CHART, OFFERS, SHORT
from resultsdesk.windows.desk.frame.help import Help
from resultsdesk.windows.desk.frame.key_line import KeyLine, key_words
from resultsdesk.windows.desk.night.tip_view import TipView
from resultsdesk.windows.elided import ElidedLabel
from resultsdesk.windows.fitting import fit
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

SMALLEST, USUAL = (900, 560), (1240, 700)
LATER = 120  # milliseconds after a declaration: the desk has painted, and several at once are drawn once
RARELY = 12  # times as long as drawing takes
PICTURE = (1920, 1080)
KINDS = {"png": "PNG picture (*.png)", "svg": "SVG drawing (*.svg)"}
POINT = "Point at a contest, or walk with the arrows"


class ChartsWindow(QWidget):
    """One chart at a time, of the night as it stands. `contest_chosen` asks for a contest to be opened at the desk."""

    contest_chosen = Signal(str)
    desk_wanted = Signal()
    kept = Signal(str)  # the folder a picture was saved in
    closed = Signal()

    def __init__(self, feed: NightFeed, asked: Asked, theme: Theme, folder: str = "") -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._feed, self._theme, self._folder = feed, theme, folder
        night = feed.night
        self.choosing = Choosing(night, asked, theme)
        self.view = ChartView(theme)
        if night.rehearsal:
            self.view.cover(painting(theme), cover)
        self.headline, self.notes, self.words = QLabel(), QLabel(), ElidedLabel()
        self.rehearsal = QLabel("REHEARSAL · not real results")
        self.keys = KeyLine(theme)
        self._tip = TipView(theme, self.view)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER)
        self._timer.timeout.connect(self._follow)
        self._lay_out()
        self._connect()
        self.draw()

    @property
    def plot(self) -> Plot:
        """Return the chart shown."""
        shown = self.view.plot
        if shown is None:
            raise RuntimeError("a window of charts shows one from the start")
        return shown

    def draw(self, stay: bool = False) -> None:
        """Draw the chart anew; with `stay`, looked at as before."""
        night, asked = self._feed.night, self.choosing.asked
        self.choosing.show_night(night)
        self.view.show_plot(plot(night, asked), stay)
        self.headline.setText(self.plot.headline)
        self.notes.setText("  ·  ".join(self.plot.notes))
        if not stay:
            self._hover("")

    def choose_contest(self, contest: str | None) -> None:
        """Mark the contest that is open at the desk."""
        self.view.choose(contest)

    def ask_where(self) -> QFileDialog:
        """Ask where to save a picture of the chart, and save it."""
        dialog = QFileDialog(self, titled("Save this chart"), self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(KINDS.values()))
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix(kind)))
        dialog.selectFile(file_name(self._feed.night, self.choosing.asked) + ".png")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()
        return dialog

    def save(self, path: Path) -> None:
        """Save a picture of the chart, and say whether that went well."""
        try:
            write(path, self._feed.night, self.choosing.asked, self._theme, painting(self._theme), PICTURE)
        except Trouble as trouble:
            self.words.setText(str(trouble))
            return
        self._folder = str(path.parent)
        self.kept.emit(self._folder)
        self.words.setText(f"Saved as {path.name}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw(stay=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._feed.changed.disconnect(self._hear)
        super().closeEvent(event)
        self.closed.emit()

    def _hear(self, _changes: object) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _follow(self) -> None:
        took = QElapsedTimer()
        took.start()
        self.draw(stay=True)
        self.view.viewport().repaint()
        # Whoever keys a count never waits for a chart more than a small part of the time, however large the night.
        self._timer.setInterval(max(LATER, RARELY * took.elapsed()))

    def _hover(self, contest: str) -> None:
        """Say what is known of the contest that is pointed at."""
        night, asked = self._feed.night, self.choosing.asked
        standing = night.contests.get(ContestId(contest)) if contest else None
        place = self.view.cursor_place()
        if standing is None or place is None:
            self._tip.hide()
            self.words.setText(POINT)
            return
        self.words.setText(telling(night, asked, self.plot, standing))
        self.view.setAccessibleDescription(self.words.text())
        self._tip.show_beside(tip(standing, night.briefing, asked.measure), place, self.view.rect())

    def _connect(self) -> None:
        self.choosing.changed.connect(lambda _asked: self.draw())
        self.choosing.save.clicked.connect(self.ask_where)
        self.view.contest_hovered.connect(self._hover)
        self.view.contest_chosen.connect(self.contest_chosen)
        self._feed.changed.connect(self._hear)
        doing: dict[str, Callable[[], object]] = {
            "party": self.choosing.party.setFocus,
            "scope": self.choosing.scope.setFocus,
            "baseline": self.choosing.toggle_measure,
            "save": self.ask_where,
            "chart": partial(self.view.setFocus, Qt.FocusReason.TabFocusReason),
            "desk": self.desk_wanted.emit,
            "help": lambda: Help(OFFERS, self, {"In the chart": IN_THE_CHART}).open(),
        }
        doing |= {f"chart-{name}": partial(self.choosing.choose, name) for name in ChartName}
        for offer in OFFERS:
            action = QAction(offer.words, self)
            action.setShortcut(QKeySequence(offer.keys))
            action.triggered.connect(lambda _=False, act=doing[offer.id]: act())
            self.addAction(action)

    def _lay_out(self) -> None:
        night = self._feed.night
        title = night.briefing.election.title
        self.setWindowTitle(titled("Charts", title, rehearsal=night.rehearsal))
        self.setStyleSheet(stylesheet(self._theme))
        self.setObjectName("charts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fit(self, QSize(*SMALLEST), QSize(*USUAL))
        self.headline.setObjectName("headline")
        self.notes.setObjectName("muted")
        self.notes.setWordWrap(True)
        self.rehearsal.setObjectName("rehearsal")
        self.rehearsal.setVisible(night.rehearsal)
        heading = QHBoxLayout()
        heading.addWidget(self.headline, 1)
        heading.addWidget(self.rehearsal)
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(6)
        inside.addLayout(heading)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.words)
        inside.addWidget(self.notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(14, 12, 14, 10)
        around.setSpacing(10)
        around.addWidget(self.choosing)
        around.addWidget(panel, 1)
        layout.addLayout(around, 1)
        layout.addWidget(self.keys)
        short = [(key_words(one.keys), one.short) for one in OFFERS if one.short]
        self.keys.tell((*SHORT, *short))
        self.view.setFocus()


def _suffix(kind: str) -> str:
    return next((one for one, words in KINDS.items() if words == kind), "png")
