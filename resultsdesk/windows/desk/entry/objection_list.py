"""What stands against the figures, worst first, next to the hand; a warning is acknowledged by a key."""

from collections.abc import Collection
from itertools import accumulate

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from resultsdesk.night.objections import Objection
from resultsdesk.windows.desk.entry.stray import strays
from resultsdesk.windows.style import restyle

KEYED = 9  # Ctrl 1 to Ctrl 9
LOW = 26
GAP = 4
SHARE = 0.3  # of the form's height, though two rows at least


class ObjectionRow(QFrame):
    """One objection. Space or a click acknowledges a warning or takes that back.

    Enter does not: whoever keys on with the eyes on the paper would acknowledge everything and declare it.
    """

    toggled = Signal(object)  # Objection
    left = Signal(int)
    led = Signal(object)  # Objection whose figure is to be looked at
    strayed = Signal()

    def __init__(self, objection: Objection, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.objection = objection
        self.setObjectName("objection")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 6, 2)
        layout.setSpacing(8)
        self._sign = QLabel()
        self._sign.setObjectName("sign")
        text = QLabel(objection.text)
        text.setWordWrap(True)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)
        if not objection.blocks:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            key = QLabel(f"Ctrl {place}" if place <= KEYED else "Space")
            key.setObjectName("key")
            layout.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def settle(self, asking: bool) -> None:
        """Show whether the warning still asks."""
        blocks = self.objection.blocks
        self.setProperty("tone", "bad" if blocks else "warn" if asking else "settled")
        self._sign.setText("✕" if blocks else "▲" if asking else "✓")
        kind = "Error" if blocks else "Warning, not acknowledged" if asking else "Acknowledged"
        self.setAccessibleName(f"{kind}: {self.objection.text}")
        if not blocks:
            self.setToolTip("It is so: acknowledge" if asking else "Acknowledged; the same key takes it back")
        for widget in (self, *self.findChildren(QLabel)):
            restyle(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space if not event.modifiers():
                if not event.isAutoRepeat():
                    self.toggled.emit(self.objection)
            case Qt.Key.Key_Down:
                self.left.emit(1)
            case Qt.Key.Key_Up:
                self.left.emit(-1)
            case Qt.Key.Key_Escape:
                self.led.emit(self.objection)
            case _ if strays(event):
                self.strayed.emit()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: object) -> None:
        if not self.objection.blocks:
            self.toggled.emit(self.objection)


class ObjectionList(QScrollArea):
    """The objections, numbered as their keys are. As tall as they need, up to a few whole rows, then it scrolls."""

    toggled = Signal(object)  # Objection
    left = Signal(int)  # past the last or before the first that can be acknowledged
    led = Signal(object)  # Objection whose figure is to be looked at
    strayed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallest = self._room = 0
        self._shown: tuple[tuple[Objection, ...], frozenset[Objection]] = ((), frozenset())
        self._rows: list[ObjectionRow] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addStretch(1)
        self.setWidget(self._inside)
        self.hide()

    @property
    def rows(self) -> tuple[ObjectionRow, ...]:
        """Return the rows shown, in their order."""
        return tuple(self._rows)

    def tell(self, objections: tuple[Objection, ...], asking: Collection[Objection]) -> None:
        """Show these objections; those still asking have not been acknowledged."""
        before, self._shown = self._shown, (objections, frozenset(asking))
        if self._shown == before:
            return
        at_hand = any(row.hasFocus() for row in self._rows)
        if objections != before[0]:
            self._fill(objections)
        for row in self._rows:
            row.settle(row.objection in self._shown[1])
        self.setVisible(bool(objections))
        self._fit()
        # The hand goes on to the next warning that asks. After the last it stays, so that it takes Ctrl Enter to
        # declare, and no key that is also typed in passing.
        if at_hand and not self.focus_first() and not any(row.hasFocus() for row in self._rows):
            self.left.emit(1)

    def fit(self, height: int, room: int) -> None:
        """Be as tall as a form of this height has room for, `room` being what all else in it leaves."""
        if (round(height * SHARE), room) != (self._tallest, self._room):
            self._tallest, self._room = round(height * SHARE), room
            self._fit()

    def at(self, place: int) -> Objection | None:
        """Return the warning whose key has this number, or None."""
        numbered = [row.objection for row in self._rows if not row.objection.blocks]
        return numbered[place - 1] if 1 <= place <= len(numbered) else None

    def focus_first(self) -> bool:
        """Put the keys on the first warning that still asks; return whether there is one."""
        waiting = [row for row in self._rows if row.objection in self._shown[1]]
        if waiting:
            waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(waiting[0])
        return bool(waiting)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt gives a QResizeEvent
        self._fit()

    def _fill(self, objections: tuple[Objection, ...]) -> None:
        """Make the rows anew, errors first."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        errors = [one for one in objections if one.blocks]
        warnings = [one for one in objections if not one.blocks]
        self._rows = [self._row(one, 0) for one in errors]
        self._rows += [self._row(one, place) for place, one in enumerate(warnings, start=1)]

    def _row(self, objection: Objection, place: int) -> ObjectionRow:
        row = ObjectionRow(objection, place, self._inside)
        row.toggled.connect(self.toggled)
        row.left.connect(lambda by: self._step(row, by))
        row.led.connect(self.led)
        row.strayed.connect(self.strayed)
        self._layout.insertWidget(self._layout.count() - 1, row)
        row.show()
        return row

    def _step(self, row: ObjectionRow, by: int) -> None:
        can = [one for one in self._rows if not one.objection.blocks]
        to = can.index(row) + by
        if 0 <= to < len(can):
            can[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(can[to])
        else:
            self.left.emit(by)

    def _fit(self) -> None:
        width = max(self.viewport().width(), 200)
        below = list(accumulate(max(row.heightForWidth(width), LOW) + GAP for row in self._rows))
        # Whole rows alone; two of them though the form is low, where it can do without anything else.
        fitting = sum(one <= self._tallest for one in below)
        fitting = min(max(fitting, 2), max(sum(one - GAP <= self._room for one in below), 1), len(below))
        height = below[fitting - 1] if fitting else 0
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
