"""A line to type in that leaves the window's own keys to the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

UNDOING = (Qt.Key.Key_Z, Qt.Key.Key_Y)


class LineEdit(QLineEdit):
    """A line keeps keys such as Ctrl K and Ctrl Z, which delete and undo in it on some systems. Here they do what the
    window offers, but for undoing what was typed in this very line.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._offered(event):
            super().keyPressEvent(event)

    def _offered(self, event: QKeyEvent) -> bool:
        """Do what the window offers for a key with Ctrl; return whether it offers anything."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in UNDOING and (self.isUndoAvailable() or self.isRedoAvailable()):
            return False
        pressed = QKeySequence(event.keyCombination())
        for action in self.window().actions():
            if pressed in action.shortcuts():
                action.trigger()
                return True
        return False
