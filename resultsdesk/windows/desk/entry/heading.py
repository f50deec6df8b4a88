"""Whose count it is: the contest's name, and what was known of it before."""

from PySide6.QtWidgets import QWidget

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Figure, Shape, Span, figure
from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.standing import Standing
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.baseline import BaselineKind
from resultsdesk.psephology.wording import number
from resultsdesk.windows.figure_view import FigureView

NAME, LINE = 34.0, 20.0
HEIGHT = int(NAME + LINE)


class Heading(FigureView):
    """The name large, under it up to two lines of what there is to know."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, HEIGHT, parent)

    def show_contest(self, standing: Standing, briefing: Briefing) -> None:
        """Show a contest."""
        contest = standing.contest
        lines = [one for one in (facts(contest, briefing), notes(contest, briefing)) if one]
        self.setFixedHeight(round(NAME + len(lines) * LINE))
        words = ". ".join([contest.name, *lines])

        def make(width: float, height: float) -> Figure:
            shapes: list[Shape] = [
                text("name", 0, 0, width, NAME, span(contest.name, strong=True), role="headline", size=26, shrink=True)
            ]
            for place, line in enumerate(lines):
                runs: tuple[Span, ...] = (span(line, "muted"),)
                shapes.append(text(f"line:{place}", 0, NAME + place * LINE, width, LINE, *runs, size=15))
            return figure(width, height, *shapes)

        self.draw(make, words)


def facts(contest: Contest, briefing: Briefing) -> str:
    """Return region, vacancies, electorate and last time's majority in a line; what is not known is left out."""
    parts = [contest.region or (briefing.bodies[contest.body].name if len(briefing.bodies) > 1 else "")]
    if contest.vacancies > 1:
        parts.append(f"{contest.vacancies} to elect")
    if contest.electorate:
        parts.append(f"electorate {number(contest.electorate)}")
    baseline = contest.baseline
    if baseline is not None and baseline.ranked:
        first = briefing.parties[baseline.ranked[0].party].name
        notional = " (notional)" if baseline.kind is BaselineKind.NOTIONAL else ""
        if baseline.majority is not None and contest.vacancies == 1:
            parts.append(f"{first} majority {number(baseline.majority)} in {baseline.election}{notional}")
        else:
            parts.append(f"{first} first in {baseline.election}{notional}")
    return " · ".join(one for one in parts if one)


def notes(contest: Contest, briefing: Briefing) -> str:
    """Return what else the briefing tells: who holds it now if that differs, targets, former names, its note."""
    parts = []
    if contest.holders and contest.defended and contest.holders != contest.defended:
        names = ", ".join(briefing.parties[one].name for one in dict.fromkeys(contest.holders))
        parts.append(f"held now by {names}")
    targets = (one for one in briefing.targets if one.contest == contest.id)
    parts += [f"{briefing.parties[one.party].name} target {one.rank}" for one in targets]
    parts += [f"formerly {one}" for one in contest.former_names]
    parts.append(contest.note)
    return " · ".join(one for one in parts if one)
