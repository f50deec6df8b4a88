"""What the form says before a contest is opened."""

from collections.abc import Mapping

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
ELSEWHERE = "Half typed at another desk: {contests}."
NAMED = 4


class Hint(QLabel):
    """A newcomer reads it once; after a crash it names the contests with something `half_typed`, each with the other
    desk it was typed at, empty for this one.
    """

    def __init__(
        self, area: str, rehearsal: bool, half_typed: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        said = [HINT.format(area=area)]
        here = [contest for contest, desk in half_typed.items() if not desk]
        elsewhere = [f"{contest} ({desk})" for contest, desk in half_typed.items() if desk]
        for words, contests in ((HALF_TYPED, here), (ELSEWHERE, elsewhere)):
            if contests:
                said.append(words.format(contests=listed(contests, NAMED)))
        if rehearsal:
            said.append(PLAYING)
        super().__init__("\n\n".join(said), parent)
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
