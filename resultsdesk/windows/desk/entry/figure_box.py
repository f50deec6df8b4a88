"""A box for a number: digits as they are typed, thousands marked when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from resultsdesk.desk.draft import whole_number
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.line_edit import LineEdit
from resultsdesk.windows.style import restyle

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
STEPS = {
    (Qt.Key.Key_Return, PLAIN): 1,
    (Qt.Key.Key_Enter, PLAIN): 1,
    (Qt.Key.Key_Down, PLAIN): 1,
    (Qt.Key.Key_Return, SHIFT): -1,
    (Qt.Key.Key_Enter, SHIFT): -1,
    (Qt.Key.Key_Up, PLAIN): -1,
}


class FigureBox(LineEdit):
    """Enter and the arrows leave it, `stepped` by one box; `pasted` offers a pasted text to the form first."""

    stepped = Signal(int)
    entered = Signal()
    pasted = Signal(str)

    def __init__(self, style: str, numbers: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(style)
        self._numbers = numbers
        if numbers:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(40 if numbers else 200)

    def show_text(self, text: str) -> None:
        """Put a text into the box, its thousands marked, with nothing to undo."""
        shown = marked(text) if self._numbers and not self.hasFocus() else text
        if shown != self.text():
            self.setText(shown)

    def mark(self, trouble: str) -> None:
        """Mark the box as in error, in warning or, with nothing, as well."""
        if (self.property("trouble") or "") != trouble:
            self.setProperty("trouble", trouble)
            restyle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def insert_pasted(self, text: str) -> None:
        """Paste a text into this box alone, where the cursor is."""
        self.insert(" ".join(text.split()))
        self.textEdited.emit(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._numbers and event.reason() is not Qt.FocusReason.PopupFocusReason:
            shown = marked(self.text())
            if shown != self.text():
                self.setText(shown)


def readable(text: str) -> bool:
    """Return whether a text is a whole number, or nothing."""
    try:
        whole_number(text)
    except ValueError:
        return False
    return True


def marked(text: str) -> str:
    """Return a whole number with its thousands marked; any other text as it is."""
    try:
        value = whole_number(text)
    except ValueError:
        return text
    return text if value is None else number(value)
