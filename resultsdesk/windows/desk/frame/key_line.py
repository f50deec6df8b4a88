"""The keys that matter where the hands are, at the bottom of the window."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Align, Box, Figure, Rule, Shape, figure
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.figure_view import FigureView

HEIGHT = 34
KEPT = 4  # what the hands do in turn: find, key, declare
SAID_OTHERWISE = {"Return": "Enter", "Ctrl+Return": "Ctrl Enter"}
Keyed = tuple[str, str]  # the key, what it does


class KeyLine(FigureView):
    """As many keys as fit, the most needed first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, HEIGHT, parent, ground="ink", kept=KEPT)
        self._keys: tuple[Keyed, ...] = ()

    def tell(self, keys: Sequence[Keyed]) -> None:
        """Show these keys."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        self.draw(self._drawn, ", ".join(f"{key}: {words}" for key, words in keys))

    def _drawn(self, width: float, height: float) -> Figure:
        shapes: list[Shape] = [Rule("line", 0, 0.5, width, 0.5, "line")]
        x = 16.0
        for key, words in self._keys:
            tag = self._theme.advance(key, "label", 13, True) + 12
            room = self._theme.advance(words, "body", 14, False) + 2
            if x + tag + 6 + room > width - 12:
                break
            top = height / 2 - 10
            shapes.append(Box(f"tag:{key}", x, top, tag, 20, "line", radius=4))
            shapes.append(
                text(f"key:{key}", x, top, tag, 20, span(key, strong=True), role="label", size=13, align=Align.CENTRE)
            )
            shapes.append(text(f"words:{key}", x + tag + 6, 0, room, height, span(words, "muted"), size=14))
            x += tag + 6 + room + 18
        return figure(width, height, *shapes)


def key_words(keys: str) -> str:
    """Return a key sequence as it is shown: `Ctrl Enter`, not `Ctrl+Return`; as the system writes it on macOS."""
    if keys in SAID_OTHERWISE:
        return SAID_OTHERWISE[keys]
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("+", " ")
