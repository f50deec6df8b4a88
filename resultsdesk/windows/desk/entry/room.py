"""How much of a column its other parts leave to one of them."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget


def room_for(part: QWidget, layout: QVBoxLayout, whole: QRect) -> int:
    """Return the height left to a part of a layout of `whole`, in pixels, where every other shown has what it must."""
    inside = whole.marginsRemoved(layout.contentsMargins())
    items = (layout.itemAt(place) for place in range(layout.count()))
    taken = 0
    for one in items:
        if one is None or one.isEmpty() or one.widget() in (None, part):  # hidden, or only a stretch
            continue
        worded = one.minimumHeightForWidth(inside.width()) if one.hasHeightForWidth() else 0
        taken += max(worded, one.minimumSize().height()) + layout.spacing()
    return inside.height() - taken
