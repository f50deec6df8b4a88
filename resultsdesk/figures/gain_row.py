"""A seat that changed hands, as a row of the gains list."""

from collections.abc import Mapping

from resultsdesk.figures.contest_row import swatch
from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Figure, Shape, Span, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.wording import number, outcome_words

_MAJORITY = 62.0
_SWATCH = 13.0
_SIZE = 13.0


def gain_row(standing: Standing, briefing: Briefing, measure: Measure, width: float, height: float = 30.0) -> Figure:
    """Return a row: state, name, what was gained from whom, and the majority."""
    majority = standing.count.majority if standing.count else None
    outcome = standing.outcome(measure)
    runs = outcome_spans(outcome, briefing.parties) if outcome else ()
    room = min(sum(width_of(one.text, _SIZE, one.strong) for one in runs), width * 0.42)
    right = width - (_MAJORITY if width >= 260 else 0)
    left = _SWATCH + 10
    shapes: list[Shape] = [
        swatch(standing, briefing, measure, 0, (height - _SWATCH) / 2, _SWATCH),
        text("name", left, 0, right - room - left - 10, height, standing.contest.name, strong=True),
        text("what", right - room, 0, room, height, *runs, size=_SIZE, align=Align.RIGHT),
    ]
    if right < width:
        shapes.append(text("majority", right, 0, _MAJORITY, height, number(majority), align=Align.RIGHT))
    return figure(width, height, *shapes)


def gain_head(width: float, height: float = 22.0, title: str = "Gains and losses") -> Figure:
    """Return the headings of the gains list."""
    return figure(
        width,
        height,
        text("title", 0, 0, width - _MAJORITY, height, title, ink="muted", strong=True, size=13),
        text("majority", width - _MAJORITY, 0, _MAJORITY, height, "Majority", ink="muted", size=13, align=Align.RIGHT),
    )


def outcome_spans(outcome: Outcome, parties: Mapping[PartyId, Party]) -> tuple[Span, ...]:
    """Return the short words of an outcome, the party that lost in its own colour as far as it can be read."""
    words = outcome_words(outcome, parties)
    before, from_, losers = words.partition(" from ")
    if not from_ or len(set(outcome.losses)) != 1:
        return (span(words, "muted"),)
    short, rest = losers.split(";")[0], losers.partition(";")
    return (span(f"{before} from ", "muted"), span(short, f"words:{outcome.losses[0]}", strong=True)) + (
        (span(f";{rest[2]}", "muted"),) if rest[1] else ()
    )
