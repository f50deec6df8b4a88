"""A seat that changed hands, as a row of the gains list."""

from resultsdesk.figures.contest_row import swatch
from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.outcome_spans import loser, outcome_spans, room_for
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.figures.shapes import Align, Figure, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure

_MAJORITY = 62.0
_SWATCH = 13.0
_SIZE = 13.0


def gain_row(standing: Standing, briefing: Briefing, measure: Measure, width: float, height: float = 30.0) -> Figure:
    """Return a row: state, name, what was gained from whom, and the majority."""
    outcome = standing.outcome(measure)
    right = width - (_MAJORITY if width >= 260 else 0)
    left = _SWATCH + 10
    runs = outcome_spans(outcome, briefing.parties) if outcome else ()
    if room_for(runs, _SIZE) > (right - left) * 0.5 and outcome is not None and len(set(outcome.losses)) == 1:
        # The tile tells who gained it; what it cannot tell is from whom.
        runs = (span("from ", "muted"), loser(outcome, briefing.parties))
    room = min(room_for(runs, _SIZE), (right - left) * 0.5)
    shapes: list[Shape] = [
        swatch(standing, briefing, measure, 0, (height - _SWATCH) / 2, _SWATCH),
        text("name", left, 0, right - room - left - 10, height, standing.contest.name, strong=True),
        text("what", right - room, 0, room, height, *runs, size=_SIZE, align=Align.RIGHT),
    ]
    if right < width:
        shapes.append(text("majority", right, 0, _MAJORITY, height, margin_words(standing, ""), align=Align.RIGHT))
    return figure(width, height, *shapes)
