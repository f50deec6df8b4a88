"""The tally bar in its panel, with the scope chooser above it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tally_bar import tally_bar
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import BodyId
from resultsdesk.night.changes import Changes
from resultsdesk.night.control import Control, ControlKind, control
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.headlines import is_parliament
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.figure_view import FigureView

BAR = 72
SIDE = 14
CHOOSER = 100  # the least the chooser of scopes takes, and the gap beside it
KINDS = {
    ScopeKind.NIGHT: "",
    ScopeKind.BODY: "",
    ScopeKind.NATION: "",
    ScopeKind.REGION: "",
    ScopeKind.GROUP: "Group: ",
}


class SeatsPanel(QFrame):
    """Seats by party up to the majority line, of the scope that is chosen here for every view."""

    def __init__(self, feed: NightFeed, viewing: Viewing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._feed, self._viewing = feed, viewing
        self._scopes = scopes_of(feed.night)
        self.scope = Chooser(theme, "What the tally covers")
        for one in self._scopes:
            self.scope.addItem(f"{KINDS[one.kind]}{scope_name(feed.night.briefing, one)}")
        # Where both have no room it is the chooser's words that end in an ellipsis: its list has them whole.
        self.scope.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(4)
        self.bar = FigureView(theme, BAR, ground="panel")
        self._said: tuple[str, ...] = ("",)
        self.status = QLabel()
        self.status.setObjectName("muted")
        top = QHBoxLayout()
        top.addWidget(self.scope, 1)
        top.addWidget(self.status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE, 12, SIDE, 10)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        self.scope.currentIndexChanged.connect(lambda row: viewing.scope(self._scopes[row]))
        feed.changed.connect(self._take_in)
        viewing.changed.connect(self._look)
        self._show()

    def _take_in(self, changes: Changes) -> None:
        scope = self._viewing.now.scope
        if changes.before.tally(scope) is not changes.after.tally(scope):
            self._show()

    def _look(self, before: View, now: View) -> None:
        self._show()

    def _show(self) -> None:
        scope, night = self._viewing.now.scope, self._feed.night
        if scope in self._scopes and self.scope.currentIndex() != self._scopes.index(scope):
            self.scope.setCurrentIndex(self._scopes.index(scope))
        tally, parties = night.tally(scope), night.briefing.parties
        said = "all in" if not tally.to_come else f"{number(tally.to_come)} to come"
        self._said = (said,)
        if scope.kind is ScopeKind.BODY:
            self._said = control_words(night, BodyId(scope.name)) or self._said
        said = self._said[0]
        self._say()
        self.status.setToolTip(_note(night, scope))

        def make(width: float, height: float) -> Figure:
            return tally_bar(tally, parties, width, height, title="")

        seats = ", ".join(f"{parties[one].name} {tally.party_seats(one)}" for one in tally.parties[:6])
        self.bar.draw(make, f"Seats in {scope_name(night.briefing, scope)}: {seats}. {said}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        """Say as much beside the chooser as there is room for."""
        room = self.contentsRect().width() - 2 * SIDE - CHOOSER
        measured = self.status.fontMetrics().horizontalAdvance
        self.status.setText(next((one for one in self._said if measured(one) <= room), self._said[-1]))


def scopes_of(night: Night) -> tuple[Scope, ...]:
    """Return the scopes to choose from: one body is everything, and need not be there twice."""
    scopes = night.scopes
    return tuple(one for one in scopes if not (one == Scope() and len(night.briefing.bodies) == 1))


def control_words(night: Night, body: BodyId) -> tuple[str, ...]:
    """Return who controls a body and how many seats are to come, then in fewer words; nothing before it is known."""
    found: Control = control(night, body)
    to_come = night.tally(Scope(ScopeKind.BODY, body)).to_come
    rest = f" · {number(to_come)} to come" if to_come else ""
    match found.kind:
        case ControlKind.PARTY if found.party is not None:
            party = night.briefing.parties[found.party]
            return f"{party.name} majority{rest}", f"{party.short} majority{rest}"
        case ControlKind.NONE:
            none = "No majority" if is_parliament(night.briefing.bodies[body].name) else "No overall control"
            return f"{none}{rest}", none
        case ControlKind.UNKNOWN:
            return f"Control not known{rest}", "Control not known"
        case _:
            return ()


def _note(night: Night, scope: Scope) -> str:
    """Return what the briefing has to say of a body, such as why its control cannot be told."""
    return night.briefing.bodies[BodyId(scope.name)].note if scope.kind is ScopeKind.BODY else ""
