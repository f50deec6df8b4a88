"""A line to type in that leaves the window's own keys to the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

# What a line keeps of the keys with Ctrl: to select, copy, cut and paste, to move and delete by words.
OWN = frozenset(
    {
        Qt.Key.Key_A,
        Qt.Key.Key_C,
        Qt.Key.Key_X,
        Qt.Key.Key_V,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    }
)
UNDOING = (Qt.Key.Key_Z, Qt.Key.Key_Y)


class LineEdit(QLineEdit):
    """Without this Ctrl K would delete to the end of the line on some systems, and Ctrl Z never reach the desk."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self._keeps(event):
            event.ignore()
            return True
        return super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        key = Qt.Key(event.key())
        if key in UNDOING:
            return self.isUndoAvailable() or self.isRedoAvailable()
        return key in OWN
