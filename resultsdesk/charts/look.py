"""What charts ask of a theme: the rooms of painters and charts do not see each other, so it is lent to them."""

from typing import Protocol

from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPen

from resultsdesk.figures.contrast import contrast
from resultsdesk.figures.shapes import Ink, Role

_PALE = 1.7  # of contrast with the panel: less is hard to see as a line or a spot


class Look(Protocol):
    """Colours, pens and fonts by name."""

    def hex(self, ink: Ink) -> str:
        """Return an ink as `#rrggbb`."""
        ...

    def colour(self, ink: Ink) -> QColor:
        """Return an ink's colour."""
        ...

    def brush(self, ink: Ink) -> QBrush:
        """Return a brush that fills with an ink."""
        ...

    def pen(self, ink: Ink, width: float, dashed: bool = False, cosmetic: bool = False) -> QPen:
        """Return a pen of `width` pixels."""
        ...

    def font(self, role: Role, size: int, strong: bool = False) -> QFont:
        """Return the font of a role at `size` pixels."""
        ...

    def metrics(self, role: Role, size: int, strong: bool = False) -> QFontMetricsF:
        """Return the measures of that font."""
        ...


def seen(look: Look, ink: Ink) -> Ink:
    """Return a party's ink, or where that is hardly seen on a panel the one its words are in."""
    kind, _, party = ink.partition(":")
    pale = kind == "party" and contrast(look.hex(ink), look.hex("panel")) < _PALE
    return f"words:{party.partition('/')[0]}" if pale else ink
