"""The candidacies in ballot order; with many of them whole rows scroll, and the box with the keys stays in sight."""

from bisect import bisect
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from resultsdesk.night.briefing import Contest
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.windows.desk.entry.candidacy_figure import CandidacyLine
from resultsdesk.windows.desk.entry.candidacy_row import CandidacyRow

LOWEST, HIGHEST = 38, 52
BESIDE_BAR = 6


class CandidacyRows(QScrollArea):
    """Rows are made once and used again for the next contest."""

    retyped = Signal(str, str)  # candidacy, text
    pasted = Signal(str, str)  # candidacy whose box it was, text
    stepped_out = Signal(int)  # past the last box, or before the first

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[CandidacyRow] = []
        self._ids: tuple[CandidacyId, ...] = ()
        self._tops = [0]  # of each row, and below the last
        self._in_sight = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self.setWidget(self._inside)

    def show_contest(self, contest: Contest, texts: Mapping[CandidacyId, str], read_only: bool) -> None:
        """Show a contest's candidacies with these texts in their boxes."""
        self._ids = tuple(one.id for one in contest.candidacies)
        while len(self._rows) < len(self._ids):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._ids))
            if place < len(self._ids):
                row.box.show_text(texts.get(self._ids[place], ""))
                row.box.setReadOnly(read_only)
        self.setMaximumHeight(HIGHEST * max(len(self._ids), 1))
        self._fit()

    def tell(self, lines: Iterable[CandidacyLine]) -> None:
        """Show what the boxes come to."""
        for row, line in zip(self._rows, lines, strict=False):
            row.tell(line)

    def row(self, candidacy: CandidacyId) -> CandidacyRow | None:
        """Return the row of a candidacy shown, or None."""
        return self._rows[self._ids.index(candidacy)] if candidacy in self._ids else None

    def focus(self, place: int) -> bool:
        """Put the keys into a box, counted from the end with a negative number; return whether there is one."""
        if not self._ids:
            return False
        box = self._rows[range(len(self._ids))[place]].box
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.selectAll()  # a box that has the focus only once the window is active again does not do so itself
        return True

    def focus_on(self, candidacy: CandidacyId) -> None:
        """Put the keys into a candidacy's box."""
        if candidacy in self._ids:
            self.focus(self._ids.index(candidacy))

    def sizeHint(self) -> QSize:
        return QSize(400, HIGHEST * max(len(self._ids), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, LOWEST * min(max(len(self._ids), 1), 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()  # before the scroll area asks whether all of it can be seen
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Give the rows the room there is, within reason.

        By hand, at once, and never one over another: where rows that paint their own ground lie over each other for
        but one painting, as they do until a layout comes round to them, Qt moves along what it thinks is theirs.
        """
        shown = self._rows[: len(self._ids)]
        room = self.viewport().height()
        in_sight = min(max(room // LOWEST, 1), len(shown))
        scrolls = in_sight < len(shown)
        # Rows that scroll share the room to the last pixel: half a row at the bottom reads as one cut off by mistake.
        tall = Fraction(room, in_sight) if scrolls else Fraction(min(room // max(len(shown), 1), HIGHEST))
        self._tops = [int(place * tall) for place in range(len(shown) + 1)]
        self._in_sight = in_sight
        self._inside.setMinimumHeight(self._tops[-1])
        self.verticalScrollBar().setSingleStep(int(tall))
        width = self.viewport().width() - (BESIDE_BAR if scrolls else 0)
        places = [
            (row, QRect(0, top, width, below - top))
            for row, (top, below) in zip(shown, pairwise(self._tops), strict=True)
        ]
        height = places[0][1].height() if places else 0
        grows = bool(shown) and height > shown[0].height()
        for row, place in reversed(places) if grows else places:
            row.setGeometry(place)

    def _add_row(self) -> None:
        place = len(self._rows)
        row = CandidacyRow(self._theme, self._inside)
        row.retyped.connect(lambda text: self.retyped.emit(self._ids[place], text))
        row.box.pasted.connect(lambda text: self.pasted.emit(self._ids[place], text))
        row.box.stepped.connect(lambda by: self._step(place, by))
        row.box.entered.connect(lambda: self._keep_in_sight(place))
        self._rows.append(row)

    def _keep_in_sight(self, place: int) -> None:
        """Scroll by whole rows until a row is in sight, and the next on either side where three have room."""
        bar, beside = self.verticalScrollBar(), 1 if self._in_sight > 2 else 0
        top = bisect(self._tops, bar.value()) - 1
        first, last = max(place - beside, 0), min(place + beside, len(self._ids) - 1)
        bar.setValue(self._tops[min(max(top, last + 1 - self._in_sight), first)])

    def _step(self, place: int, by: int) -> None:
        if 0 <= place + by < len(self._ids):
            self.focus(place + by)
        else:
            self.stepped_out.emit(by)
