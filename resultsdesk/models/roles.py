"""What a row of a list can be asked for beyond Qt's own roles."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """`SUBJECT` is the value the row is drawn from; `CONTEST` the contest it leads to, if any."""

    SUBJECT = Qt.ItemDataRole.UserRole + 1
    CONTEST = Qt.ItemDataRole.UserRole + 2
