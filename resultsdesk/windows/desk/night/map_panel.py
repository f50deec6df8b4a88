"""The seat map in its panel: how it is coloured, what a gain is measured against, hexagons or outlines."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resultsdesk.charts.map_view import MapView
from resultsdesk.figures.map_key import seldom
from resultsdesk.figures.place import Placing, staged
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.seat_map import has_names, placed, seat_map, seat_map_after
from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tip import tip
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.changes import Changes
from resultsdesk.night.night import ScopeKind, scope_name
from resultsdesk.painters.paint import paint
from resultsdesk.psephology.baseline import Measure
from resultsdesk.windows.desk.night.key_view import KeyView
from resultsdesk.windows.desk.night.tip_view import TipView, tip_width
from resultsdesk.windows.desk.services import DeskServices
from resultsdesk.windows.elided import ElidedLabel

COLOURINGS = {Colouring.WINNER: "Winner", Colouring.GAIN: "Gain", Colouring.MAJORITY: "Majority"}
MEASURES = {Measure.LAST: "Against the last election", Measure.HOLDER: "Against the holder now"}
HEX_MARGIN = 24.0


class MapPanel(QFrame):
    """A declaration repaints one tile."""

    contest_chosen = Signal(str)

    def __init__(
        self, services: DeskServices, feed: NightFeed, viewing: Viewing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._services, self._feed, self._viewing = services, feed, viewing
        theme = services.theme
        self._hexed = placed(feed.night.briefing)
        self._outlined: Placing | None = None
        self.view = MapView(
            lambda painter, figure, rect, only: paint(painter, figure, theme, rect, only), theme.hex("panel")
        )
        self._figure = self._drawn()
        self.colours = {one: chip(words, f"Colour by {one}") for one, words in COLOURINGS.items()}
        self.baseline = chip("", "")
        self.outlines = chip("Outlines", "Map as outlines")
        self._title = ElidedLabel()
        self._title.setObjectName("title")
        self._key = KeyView(theme)
        self._tip = TipView(theme, self)
        self._lay_out()
        self._connect()
        self.view.show_figure(self._figure)
        self._mark()

    @property
    def figure(self) -> Figure:
        """Return the map as it is shown."""
        return self._figure

    def choose(self, contest: str | None) -> None:
        """Ring a contest, and no other."""
        self.view.choose(contest)

    def toggle_outlines(self) -> None:
        """Show outlines in the place of hexagons, or hexagons again."""
        if self._services.has_outlines:
            now = self._viewing.now
            self._viewing.look(replace(now, outlines=not now.outlines))

    def toggle_measure(self) -> None:
        """Measure against the other baseline."""
        now = self._viewing.now.measure
        self._viewing.measure(Measure.HOLDER if now is Measure.LAST else Measure.LAST)

    def _take_in(self, changes: Changes) -> None:
        view = self._viewing.now
        shown = [one for one in changes.contests if one in self._figure.shapes]
        before = self._figure
        self._figure = seat_map_after(self._figure, changes.after, shown, view.colouring, view.measure, view.letters)
        self.view.change_figure(self._figure, shown)
        # Only what changed can bring a mark that the key lacks or take one away: a night may have thousands of tiles.
        if seldom(before.shapes[one] for one in shown) != seldom(self._figure.shapes[one] for one in shown):
            self._key.tell(view.colouring, seldom(self._figure.shapes.values()))

    def _reshape(self, shape: float) -> None:
        """Set the maps of several bodies anew where the view's shape asks for other rows."""
        briefing = self._feed.night.briefing
        hexed = placed(briefing, shape=shape) if has_names(briefing) else self._hexed
        if hexed != self._hexed:
            self._hexed = hexed
            self._figure = self._drawn()
            self.view.show_figure(self._figure)

    def _look(self, before: View, now: View) -> None:
        self._figure = self._drawn()
        self.view.show_figure(self._figure)
        if (before.scope, before.outlines) != (now.scope, now.outlines):
            self.view.fit()
        self._mark()

    def _drawn(self) -> Figure:
        view = self._viewing.now
        return seat_map(self._feed.night, view.colouring, view.measure, view.letters, self._placing(view))

    def _placing(self, view: View) -> Placing:
        """Return the places of the contests looked at, a stage of their own where they are not all."""
        if view.outlines and self._outlined is None:
            self._outlined = placed(self._feed.night.briefing, self._services.outlines())
        whole = self._outlined if view.outlines and self._outlined is not None else self._hexed
        members = {one.contest.id for one in self._feed.night.within(view.scope)}
        some = {one: place for one, place in whole.places.items() if one in members}
        return whole if len(some) in (0, len(whole.places)) else staged(some, HEX_MARGIN)

    def _mark(self) -> None:
        """Show on the panel how it is looked at."""
        view, night = self._viewing.now, self._feed.night
        self._title.setText(title_of(night.briefing, view))
        for one, button in self.colours.items():
            button.setChecked(one is view.colouring)
        self.baseline.setText(MEASURES[view.measure])
        self.baseline.setAccessibleName(f"Gains are measured {MEASURES[view.measure].lower()}. Press for the other.")
        self.baseline.setToolTip("Alt B measures against the other")
        self.outlines.setChecked(view.outlines)
        self._key.tell(view.colouring, seldom(self._figure.shapes.values()))

    def _hover(self, contest: str) -> None:
        standing = self._feed.night.contests.get(ContestId(contest)) if contest else None
        place = self.view.place_of(contest) if standing is not None else None
        if standing is None or place is None:
            self._tip.hide()
            return
        width = tip_width(self.rect())
        drawn = tip(standing, self._feed.night.briefing, self._viewing.now.measure, width=width)
        self._tip.show_beside(drawn, place.translated(self.view.pos()), self.rect())

    def _connect(self) -> None:
        self.view.contest_chosen.connect(self.contest_chosen)
        self.view.contest_hovered.connect(self._hover)
        self.view.shaped.connect(self._reshape)
        for one, button in self.colours.items():
            button.clicked.connect(lambda _=False, one=one: self._recolour(one))
        self.baseline.clicked.connect(self.toggle_measure)
        self.outlines.clicked.connect(self.toggle_outlines)
        self._feed.changed.connect(self._take_in)
        self._viewing.changed.connect(self._look)

    def _recolour(self, colouring: Colouring) -> None:
        self._viewing.colouring(colouring)
        self._mark()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._title, 1)
        for button in self.colours.values():
            top.addWidget(button)
        bottom = QHBoxLayout()
        self.baseline.setCheckable(False)
        bottom.addWidget(self.baseline)
        bottom.addStretch(1)
        bottom.addWidget(self.outlines)
        self.outlines.setVisible(self._services.has_outlines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._key)
        layout.addLayout(bottom)


def title_of(briefing: Briefing, view: View) -> str:
    """Return the panel's title: what the map covers."""
    whole = view.scope.kind is ScopeKind.NIGHT or (view.scope.kind is ScopeKind.BODY and len(briefing.bodies) == 1)
    return "Seat map" if whole else scope_name(briefing, view.scope)


def chip(words: str, name: str) -> QPushButton:
    """Return a chip that can be checked."""
    button = QPushButton(words)
    button.setObjectName("chip")
    button.setCheckable(True)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
