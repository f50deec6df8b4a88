"""What the form says before a contest is opened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from resultsdesk.story.grammar import listed

HINT = (
    "Nothing is open. Key three letters of a {area} or of a candidate’s name in the box on the left, then Enter: "
    "the figures go into boxes here, in ballot order."
)
PLAYING = (
    "This is a rehearsal: what was declared on the night is entered by itself. F7 plays and pauses it; "
    "Ctrl G goes on to a time such as 03:14."
)
HALF_TYPED = "Half typed before, and kept: {contests}. Nobody else has seen it."
NAMED = 4


class Hint(QLabel):
    """A newcomer reads it once; after a crash it names the contests with something `half_typed`."""

    def __init__(self, area: str, rehearsal: bool, half_typed: Sequence[str], parent: QWidget | None = None) -> None:
        said = [HINT.format(area=area)]
        if half_typed:
            said.append(HALF_TYPED.format(contests=listed(half_typed, NAMED)))
        if rehearsal:
            said.append(PLAYING)
        super().__init__("\n\n".join(said), parent)
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
