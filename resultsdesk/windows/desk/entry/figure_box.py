"""A box for a number: digits as they are typed, thousands marked when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from resultsdesk.desk.draft import whole_number
from resultsdesk.psephology.wording import number
from resultsdesk.windows.line_edit import LineEdit

FORWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


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
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in FORWARD and modifiers == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up and modifiers == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(-1)
        elif event.key() in FORWARD[:2] and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.stepped.emit(-1)
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


def marked(text: str) -> str:
    """Return a whole number with its thousands marked; any other text as it is."""
    try:
        value = whole_number(text)
    except ValueError:
        return text
    return text if value is None else number(value)
