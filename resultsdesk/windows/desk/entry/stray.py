"""Keys that mean nothing where they are pressed: someone types on with the eyes on the paper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def strays(event: QKeyEvent) -> bool:
    """Return whether a key would have typed something, or gone on, in a box."""
    typed = event.text().strip()
    return not event.modifiers() & HELD and (event.key() in ENTER or bool(typed and typed.isprintable()))
