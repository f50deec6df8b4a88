"""What the form says before a contest is opened."""

from PySide6.QtWidgets import QLabel, QWidget

HINT = (
    "Nothing is open. Key three letters of a {area} or of a candidate’s name in the box on the left, then Enter: "
    "the figures go into boxes here, in ballot order."
)
PLAYING = (
    "This is a rehearsal: what was declared on the night is entered by itself. F7 plays and pauses it; "
    "Ctrl G goes on to a time such as 03:14."
)


class Hint(QLabel):
    """A newcomer reads it once."""

    def __init__(self, area: str, rehearsal: bool, parent: QWidget | None = None) -> None:
        super().__init__("\n\n".join([HINT.format(area=area), *([PLAYING] if rehearsal else [])]), parent)
        self.setObjectName("hint")
        self.setWordWrap(True)
