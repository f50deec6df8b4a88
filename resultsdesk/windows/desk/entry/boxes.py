"""Where the figures go, and where at times a question stands in their place."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.windows.desk.entry.candidacy_rows import CandidacyRows
from resultsdesk.windows.desk.entry.choice import Choice

TALLEST = 16777215  # Qt's own "as high as there is room"
Chosen = Callable[[tuple[CandidacyId, ...]], object]


class Boxes(QStackedWidget):
    """The candidacies' boxes, no higher than they need, or a choice among the candidacies."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CandidacyRows(theme)
        self.choice = Choice(theme)
        self.addWidget(self.rows)
        self.addWidget(self.choice)
        self._then: Chosen | None = None
        self.choice.chosen.connect(self._answered)

    @property
    def asking(self) -> bool:
        """Return whether a choice stands in the place of the boxes."""
        return self.currentWidget() is self.choice

    def ask(
        self, question: str, among: Sequence[Candidacy], parties: Sequence[str], then: Chosen, how_many: int = 1
    ) -> None:
        """Ask for so many of these candidacies, and hand the answer to `then`."""
        self._then = then
        self.choice.ask(question, among, parties, how_many)
        self._turn_to(self.choice)
        self.choice.setFocus()

    def back(self) -> None:
        """Show the boxes again."""
        self._turn_to(self.rows)

    def _answered(self, chosen: tuple[CandidacyId, ...]) -> None:
        self.back()
        if self._then is not None:
            self._then(chosen)

    def _turn_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setMaximumHeight(self.rows.maximumHeight() if page is self.rows else TALLEST)
