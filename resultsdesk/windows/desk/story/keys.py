"""What the keys do in the story, for the key line, the help and the buttons."""

from PySide6.QtCore import Qt

SHORT = (
    ("Enter", "to card"),
    ("T", "to ticker"),
    ("S", "to strap"),
    ("P", "pin"),
    ("O", "open"),
    ("E", "evidence"),
    ("/", "filter"),
    ("Esc", "close"),
)

LONG = (
    ("Enter", "The line as a headline card, in preview"),
    ("T", "Into the ticker, in preview, or out of it"),
    ("S", "On its contest's strap, in preview"),
    ("P", "Pin the line, or let go of it"),
    ("O", "Open its contest on the form"),
    ("H", "The history of its contest"),
    ("E", "Go to its evidence; Enter there opens the entry or the contest"),
    ("N", "The newest first, or the most telling"),
    ("A", "Only what is pinned, or everything"),
    ("G", "Choose what to tell of: a region, a group, a council"),
    ("/", "Filter by words"),
    ("Esc", "Close the story"),
)

VERBS = {
    Qt.Key.Key_Return: "card",
    Qt.Key.Key_Enter: "card",
    Qt.Key.Key_T: "ticker",
    Qt.Key.Key_S: "strap",
    Qt.Key.Key_P: "pin",
    Qt.Key.Key_O: "open",
    Qt.Key.Key_H: "history",
    Qt.Key.Key_E: "evidence",
    Qt.Key.Key_Right: "evidence",
    Qt.Key.Key_N: "order",
    Qt.Key.Key_A: "pinned",
    Qt.Key.Key_G: "scope",
    Qt.Key.Key_Slash: "filter",
    Qt.Key.Key_Escape: "close",
}
"""What a key in the list asks for."""
