"""Whose count it is: the contest's name, and what was known of it before."""

from PySide6.QtWidgets import QWidget

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Figure, Shape, Span, figure
from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.standing import Standing
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.baseline import BaselineKind
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.figure_view import FigureView

NAME, LINE = 34.0, 20.0
HEIGHT = int(NAME + LINE)


class Heading(FigureView):
    """The name large, under it up to two lines of what there is to know."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, HEIGHT, parent, ground="ink")

    def show_contest(self, standing: Standing, briefing: Briefing) -> None:
        """Show a contest."""
        contest = standing.contest
        known = (facts(contest, briefing), (notes(contest, briefing),))
        lines = [ways for ways in known if ways[0]]
        self.setFixedHeight(round(NAME + len(lines) * LINE))
        words = ". ".join([contest.name, *(ways[0] for ways in lines)])

        def make(width: float, height: float) -> Figure:
            shapes: list[Shape] = [
                text("name", 0, 0, width, NAME, span(contest.name, strong=True), role="headline", size=26, shrink=True)
            ]
            for place, ways in enumerate(lines):
                line = next((one for one in ways if self._theme.advance(one, "body", 15, False) <= width), ways[-1])
                runs: tuple[Span, ...] = (span(line, "muted"),)
                shapes.append(text(f"line:{place}", 0, NAME + place * LINE, width, LINE, *runs, size=15))
            return figure(width, height, *shapes)

        self.draw(make, words)


def facts(contest: Contest, briefing: Briefing) -> tuple[str, ...]:
    """Return region, vacancies, electorate and last time's majority in a line; what is not known is left out.

    It is said in several ways, the fullest first, for a narrow form to choose from: what was won last time stays.
    """
    region = contest.region or (briefing.bodies[contest.body].name if len(briefing.bodies) > 1 else "")
    vacancies = f"{contest.vacancies} to elect" if contest.vacancies > 1 else ""
    electorate = f"electorate {number(contest.electorate)}" if contest.electorate else ""
    last, short = (_last_time(contest, briefing, brief) for brief in (False, True))
    ways = ((region, vacancies, electorate, last), (vacancies, electorate, last), (vacancies, electorate, short))
    return tuple(dict.fromkeys(" · ".join(one for one in way if one) for way in ways))


def _last_time(contest: Contest, briefing: Briefing, brief: bool) -> str:
    """Return who was first last time and by how much, or nothing where that is not known."""
    baseline = contest.baseline
    if baseline is None or not baseline.ranked:
        return ""
    party = briefing.parties[baseline.ranked[0].party]
    first = party.short if brief else party.name
    notional = " (notional)" if baseline.kind is BaselineKind.NOTIONAL and not brief else ""
    if baseline.majority is not None and contest.vacancies == 1:
        return f"{first} majority {number(baseline.majority)} in {baseline.election}{notional}"
    return f"{first} first in {baseline.election}{notional}"


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
