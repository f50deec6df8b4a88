"""The outcome the figures would have, live; for a correction also what it changes for everybody."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resultsdesk.figures.outcome_card import blocked_card, outcome_card
from resultsdesk.models.viewing import Viewing
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.consequences import consequences
from resultsdesk.night.standing import Standing
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.wording import outcome_words
from resultsdesk.windows.desk.entry.form import Mode, Weighed
from resultsdesk.windows.figure_view import FigureView

HIGH, LOW = 70, 58
ROOMY = 640  # of the form's height


class OutcomeCard(QWidget):
    """The card, and under it the consequences."""

    def __init__(self, theme: Theme, viewing: Viewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewing = viewing
        self.card = FigureView(theme, HIGH, ground="ink")
        self.consequence = QLabel()
        self.consequence.setObjectName("consequence")
        self.consequence.setWordWrap(True)
        self.consequence.hide()
        self._shown: tuple[object, ...] = ()
        self._roomy = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.card)
        layout.addWidget(self.consequence)

    def fit(self, height: int) -> None:
        """Be lower where the form has little height."""
        self._roomy = height >= ROOMY
        wanted = HIGH if self._roomy else LOW
        if self.card.height() != wanted:
            self.card.setFixedHeight(wanted)
        self._make_room()

    def tell(self, result: Weighed, standing: Standing, briefing: Briefing) -> None:
        """Show the contest as it would stand."""
        measure = self._viewing.now.measure
        after = result.verdict.after if result.form.mode is not Mode.SHOWN and result.complete else None
        seen = after or standing
        outcome = seen.outcome(measure)
        why = (
            ""
            if after is not None or result.missing
            else next((one.text for one in result.objections if one.blocks), "")
        )
        key = (seen.contest.id, seen.stage, seen.poll, seen.winners, seen.flash, measure, seen.tied, why)
        if key != self._shown:
            self._shown = key
            if why:
                self.card.draw(lambda width, height: blocked_card(why, width, height), f"Put right first. {why}")
            else:
                unknown = "tie" if seen.tied else str(seen.stage)
                words = (outcome_words(outcome, briefing.parties) if outcome else "") or unknown
                self.card.draw(lambda width, height: outcome_card(seen, briefing, measure, width, height), words)
        said = ""
        changed_nothing = any(one.code == "nothing-changed" for one in result.objections)
        if result.form.mode is Mode.CORRECT and after is not None and not changed_nothing:
            changed = consequences(standing, after, briefing.parties, measure)
            said = " ".join(changed) or "Nothing changes but the figures."
        if said != self.consequence.text():
            self.consequence.setText(said)
            self.consequence.setAccessibleName(said)
        self.consequence.setVisible(bool(said))
        self._make_room()

    def _make_room(self) -> None:
        """Leave out the card where there is little height and the consequences say the outcome too."""
        self.card.setVisible(self._roomy or self.consequence.isHidden())
