"""The line that always says: what night, live or rehearsal, how many declared, the time, saved, what is on air."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Align, Box, Figure, Pattern, Rule, Shape, Span, figure
from resultsdesk.night.tally import Tally
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.figure_view import FigureView

HEIGHT = 52
BAND = 7.0
GAP = 20.0
MOST_ON_AIR = 0.24  # of the width


@dataclass(frozen=True, slots=True)
class TopWords:
    """What the line says. `trouble` takes the place of `saved` and of `news`."""

    title: str
    rehearsal: bool
    tally: Tally
    clock: str
    saved: str
    news: str = ""
    trouble: str = ""
    on_air: str = "Nothing on air"
    desk: str = ""
    read_only: bool = False


class TopLine(FigureView):
    """Painted anew only when it says something else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, HEIGHT, parent, ground="ink")
        self.words: TopWords | None = None

    def tell(self, words: TopWords) -> None:
        """Show other words."""
        if words == self.words:
            return
        self.words = words
        mode = "Rehearsal" if words.rehearsal else "Live"
        said = f"{words.title}. {mode}. {_declared(words.tally)}. {words.trouble or words.saved}. {words.on_air}"
        self.draw(lambda width, height: self._drawn(words, width, height), said)

    def _drawn(self, words: TopWords, width: float, height: float) -> Figure:
        ground = "rehearsal-ground" if words.rehearsal else "ink"
        shapes: list[Shape] = [Box("ground", 0, 0, width, height, ground)]
        shapes.append(Rule("line", 0, height - 0.5, width, height - 0.5, "rehearsal" if words.rehearsal else "line"))
        top = 0.0
        if words.rehearsal:
            top = BAND
            band = Box("band", 0, 0, width, BAND, "rehearsal-ground", "rehearsal", 0.0, pattern=Pattern.HATCHED)
            shapes.append(band)
        middle = (top, height - top)
        right = self._right(shapes, words, width, *middle)
        self._left(shapes, words, right - GAP, *middle)
        return figure(width, height, *shapes)

    def _right(self, shapes: list[Shape], words: TopWords, width: float, y: float, tall: float) -> float:
        x = width - 18
        for name, said, strong in (("desk", words.desk, False), ("air", words.on_air, False)):
            room = min(self._theme.advance(said, "body", 15, strong) + 1, width * MOST_ON_AIR)
            x -= room
            shapes.append(text(name, x, y, room, tall, span(said, "muted", strong), size=15, align=Align.RIGHT))
            x -= GAP
        return x

    def _left(self, shapes: list[Shape], words: TopWords, end: float, y: float, tall: float) -> None:
        badge = "REHEARSAL" if words.rehearsal else "LIVE"
        ground, ink = ("rehearsal", "rehearsal-ground") if words.rehearsal else ("live", "light")
        x = 18.0
        room = self._theme.advance(badge, "headline", 14, True) + 20
        shapes.append(Box("badge", x, y + tall / 2 - 13, room, 26, ground, radius=5))
        said = span(badge, ink, strong=True)
        shapes.append(text("badge words", x, y, room, tall, said, role="headline", size=14, align=Align.CENTRE))
        x += room + 14
        rest = self._facts(words)
        need = sum(self._theme.advance(one.text, "body", 15, one.strong) + GAP for one in rest)
        pill = words.trouble or words.news or words.saved
        pill_room = self._theme.advance(pill, "body", 14, True) + 24
        title = min(self._theme.advance(words.title, "headline", 20, True) + 1, max(end - x - need - pill_room, 120.0))
        shapes.append(
            text("title", x, y, title, tall, span(words.title, strong=True), role="headline", size=20, shrink=True)
        )
        x += title + GAP
        for place, one in enumerate(rest):
            room = self._theme.advance(one.text, "body", 15, one.strong) + 1
            shapes.append(text(f"fact:{place}", x, y, room, tall, one, size=15))
            x += room + GAP
        pill_room = min(pill_room, end - x)
        if pill_room > 40:
            under, over = self._tone(words)
            shapes.append(Box("pill", x, y + tall / 2 - 13, pill_room, 26, under, radius=13))
            said = span(pill, over, strong=True)
            shapes.append(text("pill words", x + 12, y, pill_room - 24, tall, said, size=14))

    def _facts(self, words: TopWords) -> list[Span]:
        facts = [span(_declared(words.tally), "text"), span(words.clock, "muted")]
        if words.tally.recounts:
            noun = "recount" if words.tally.recounts == 1 else "recounts"
            facts.insert(1, span(f"{words.tally.recounts} {noun}", "warn"))
        return facts

    def _tone(self, words: TopWords) -> tuple[str, str]:
        if words.trouble:
            return "bad-ground", "bad"
        if words.read_only:
            return "warn-ground", "warn"
        return ("raised", "text") if words.news else ("good-ground", "good")


def _declared(tally: Tally) -> str:
    return f"{number(tally.declared)} of {number(tally.contests)} declared"
