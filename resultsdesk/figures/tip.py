"""What the map says about the contest under the pointer."""

from datetime import datetime

from resultsdesk.figures.contest_row import contest_status
from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.outcome_card import measured
from resultsdesk.figures.outcome_spans import outcome_spans
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.figures.shapes import Align, Box, Figure, Shape, Span, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number, per_cent
from resultsdesk.psephology.shares import share

WIDTH = 300.0
_PAD = 12.0
_LINE = 21.0
_TOP = 3


def tip(
    standing: Standing, briefing: Briefing, measure: Measure, now: datetime | None = None, width: float = WIDTH
) -> Figure:
    """Return name, outcome, majority and the first three; as tall as what is known."""
    inner = width - 2 * _PAD
    shapes: list[Shape] = [
        text("name", _PAD, 9, inner, 24, standing.contest.name, strong=True, role="headline", size=16, shrink=True)
    ]
    y = 33.0
    for place, runs in enumerate(_known(standing, briefing, measure, now)):
        shapes.append(text(f"known:{place}", _PAD, y, inner, _LINE, *runs, size=13))
        y += _LINE
    for row in _first(standing, briefing, y + 4, width):
        shapes.append(row)
        y = max(y, _bottom(row))
    height = y + 10
    ground = Box("ground", 0.5, 0.5, width - 1, height - 1, "raised", "line", radius=8)
    return figure(width, height, ground, *shapes)


def _known(standing: Standing, briefing: Briefing, measure: Measure, now: datetime | None) -> list[tuple[Span, ...]]:
    place = " · ".join(one for one in (standing.contest.region, _body(standing, briefing)) if one)
    lines: list[tuple[Span, ...]] = [(span(place, "muted"),)] if place else []
    outcome = standing.outcome(measure) or standing.heard(measure)
    if outcome is None or standing.tied:
        status = contest_status(standing, briefing, now, measure) or (span("awaited", "muted"),)
        return [*lines, status]
    heard = (span("heard: ", "text"),) if not standing.decided else ()
    margin = margin_words(standing, "majority") if standing.decided else ""
    tail = (span(f" · {margin}", "text"),) if margin else ()
    lines.append((*heard, *outcome_spans(outcome, briefing.parties), *tail))
    against = measured(standing, measure)
    return [*lines, (span(against, "muted"),)] if against else lines


def _body(standing: Standing, briefing: Briefing) -> str:
    return briefing.bodies[standing.contest.body].name if len(briefing.bodies) > 1 else ""


def _first(standing: Standing, briefing: Briefing, y: float, width: float) -> list[Shape]:
    poll, counted = standing.poll, standing.count
    if poll is None or counted is None:
        return []
    shapes: list[Shape] = []
    for place, candidacy in enumerate(counted.ranked[:_TOP]):
        one = standing.contest.candidacy(candidacy)
        if one is None:
            continue
        top = y + place * _LINE
        votes = poll.votes[candidacy]
        part = per_cent(share(votes, poll.valid_votes))
        short = briefing.parties[one.party].short
        name = (span(one.name, strong=candidacy in counted.elected), span(f"  {short}", "muted"))
        shapes += [
            Box(f"swatch:{place}", _PAD, top + 5, 4, _LINE - 8, f"party:{one.party}"),
            text(f"who:{place}", _PAD + 12, top, width - 2 * _PAD - 12 - 112, _LINE, *name, size=13),
            text(f"votes:{place}", width - _PAD - 108, top, 58, _LINE, number(votes), size=13, align=Align.RIGHT),
            text(f"share:{place}", width - _PAD - 50, top, 50, _LINE, part, ink="muted", size=13, align=Align.RIGHT),
        ]
    return shapes


def _bottom(shape: Shape) -> float:
    return shape.y + shape.height if isinstance(shape, Box) else getattr(shape, "y", 0.0) + _LINE
