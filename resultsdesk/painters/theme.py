"""A theme as painters use it: colours, brushes, pens and fonts by name, each made once."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainterPath, QPen

from resultsdesk.assets.inks import Inks
from resultsdesk.assets.palette import Palette, palette
from resultsdesk.figures.place import Rings, scaled
from resultsdesk.figures.shapes import Ink, Point, Role
from resultsdesk.painters.fonts import add_fonts, font
from resultsdesk.painters.ground import Grounds
from resultsdesk.painters.outlines import outline
from resultsdesk.painters.paths import path_of
from resultsdesk.psephology.party import Party, PartyId

_PATHS_KEPT = 40_000
_WIDTHS_KEPT = 20_000
_OUTLINES_KEPT = 200

FontKey = tuple[Role, int, bool]


class Theme:
    """The look of one window or output: a palette with the colours of a briefing's parties."""

    def __init__(self, colours: Palette, parties: Mapping[PartyId, Party]) -> None:
        add_fonts()
        self.name = colours.name
        self.grounds = Grounds()
        self._roles = colours.roles
        self._inks = Inks(colours, parties)
        self._brushes: dict[Ink, QBrush] = {}
        self._pens: dict[tuple[Ink, float, bool, bool], QPen] = {}
        self._fonts: dict[FontKey, tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[FontKey, str], float] = {}
        self._outlines: dict[tuple[FontKey, str], tuple[QPainterPath, ...]] = {}
        self._paths: dict[int, tuple[Rings, QPainterPath]] = {}
        self._inners: dict[tuple[int, float], tuple[Rings, QPainterPath]] = {}

    def hex(self, ink: Ink) -> str:
        """Return an ink as `#rrggbb`."""
        return self._inks[ink]

    def colour(self, ink: Ink) -> QColor:
        """Return an ink's colour."""
        return self.brush(ink).color()

    def brush(self, ink: Ink) -> QBrush:
        """Return a brush that fills with an ink."""
        known = self._brushes.get(ink)
        if known is None:
            known = self._brushes[ink] = QBrush(QColor(self._inks[ink]))
        return known

    def pen(self, ink: Ink, width: float, dashed: bool = False, cosmetic: bool = False) -> QPen:
        """Return a pen of `width` units; a cosmetic one is as wide on the screen at any scale."""
        key = (ink, width, dashed, cosmetic)
        known = self._pens.get(key)
        if known is None:
            known = QPen(self.brush(ink), width)
            known.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            known.setCapStyle(Qt.PenCapStyle.FlatCap)
            known.setCosmetic(cosmetic)
            if dashed:
                known.setDashPattern([2.5, 2.0])
            self._pens[key] = known
        return known

    def font(self, role: Role, size: int, strong: bool = False) -> QFont:
        """Return the font of a role at `size` pixels."""
        return self._face(role, size, strong)[0]

    def metrics(self, role: Role, size: int, strong: bool = False) -> QFontMetricsF:
        """Return the measures of the font of a role at `size` pixels."""
        return self._face(role, size, strong)[1]

    def advance(self, words: str, role: Role, size: int, strong: bool) -> float:
        """Return the width of a text."""
        key = ((role, size, strong), words)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) >= _WIDTHS_KEPT:
                self._widths.clear()
            known = self._widths[key] = self.metrics(role, size, strong).horizontalAdvance(words)
        return known

    def outline(self, words: str, role: Role, size: int, strong: bool) -> tuple[QPainterPath, ...]:
        """Return the outlines of the letters of a large text, its baseline beginning at 0, 0."""
        key = ((role, size, strong), words)
        known = self._outlines.get(key)
        if known is None:
            if len(self._outlines) >= _OUTLINES_KEPT:
                self._outlines.clear()
            known = self._outlines[key] = outline(words, self.font(role, size, strong))
        return known

    def path(self, rings: Rings) -> QPainterPath:
        """Return the path of a tile, the same one as long as the tile keeps its rings."""
        # By identity: a repainted tile keeps the very same rings, and hashing an outline would cost more
        # than painting.
        known = self._paths.get(id(rings))
        if known is None or known[0] is not rings:
            if len(self._paths) >= _PATHS_KEPT:
                self._paths.clear()
            known = self._paths[id(rings)] = (rings, path_of(rings))
        return known[1]

    def inner(self, rings: Rings, centre: Point, part: float) -> QPainterPath:
        """Return the path of a tile drawn in to `part` of its size, kept like the tile's own."""
        key = (id(rings), part)
        known = self._inners.get(key)
        if known is None or known[0] is not rings:
            if len(self._inners) >= _PATHS_KEPT:
                self._inners.clear()
            known = self._inners[key] = (rings, path_of(scaled(rings, centre, part)))
        return known[1]

    def _face(self, role: Role, size: int, strong: bool) -> tuple[QFont, QFontMetricsF]:
        key = (role, size, strong)
        known = self._fonts.get(key)
        if known is None:
            one = font(self._roles[role], size, strong)
            known = self._fonts[key] = (one, QFontMetricsF(one))
        return known


def theme(name: str, parties: Mapping[PartyId, Party]) -> Theme:
    """Return the theme `name` of resources/themes for a briefing's parties; needs a QGuiApplication."""
    return Theme(palette(name), parties)
