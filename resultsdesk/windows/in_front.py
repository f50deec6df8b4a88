"""Windows where the hands are."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def in_front(window: W) -> W:
    """Show a window before all others, have the keys go to it, and return it."""
    window.show()
    window.raise_()
    window.activateWindow()
    return window
