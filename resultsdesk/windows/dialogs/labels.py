"""Labels of dialogs, whose names are what the style sheet knows them by."""

from PySide6.QtWidgets import QLabel

from resultsdesk.windows.style import restyle


def labelled(words: str, name: str) -> QLabel:
    """Return a label of a name such as `title` or `muted`."""
    label = QLabel(words)
    label.setObjectName(name)
    return label


def say(label: QLabel, words: str, tone: str = "muted") -> None:
    """Have a label say something in another tone."""
    label.setObjectName(tone)
    restyle(label)
    label.setText(words)
