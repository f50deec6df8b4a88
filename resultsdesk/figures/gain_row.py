"""A seat that changed hands, as a row of the gains list."""

from collections.abc import Iterable, Mapping

from resultsdesk.figures.contest_row import swatch
from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.scenes.facts import margin_words
from resultsdesk.figures.shapes import Align, Figure, Shape, Span, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.wording import outcome_words

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
        runs = (span("from ", "muted"), _loser(outcome, briefing.parties))
    room = min(room_for(runs, _SIZE), (right - left) * 0.5)
    shapes: list[Shape] = [
        swatch(standing, briefing, measure, 0, (height - _SWATCH) / 2, _SWATCH),
        text("name", left, 0, right - room - left - 10, height, standing.contest.name, strong=True),
        text("what", right - room, 0, room, height, *runs, size=_SIZE, align=Align.RIGHT),
    ]
    if right < width:
        shapes.append(text("majority", right, 0, _MAJORITY, height, margin_words(standing, ""), align=Align.RIGHT))
    return figure(width, height, *shapes)


def outcome_spans(outcome: Outcome, parties: Mapping[PartyId, Party]) -> tuple[Span, ...]:
    """Return the short words of an outcome, the party that lost in its own colour as far as it can be read."""
    words = outcome_words(outcome, parties)
    before, from_, losers = words.partition(" from ")
    if not from_ or len(set(outcome.losses)) != 1:
        return (span(words, "muted"),)
    _, more, holds = losers.partition(";")
    after = (span(more + holds, "muted"),) if more else ()
    return (span(f"{before} from ", "muted"), _loser(outcome, parties), *after)


def room_for(runs: Iterable[Span], size: float) -> float:
    """Return about how wide spans are at `size`."""
    return sum(width_of(one.text, size, one.strong) for one in runs)


def _loser(outcome: Outcome, parties: Mapping[PartyId, Party]) -> Span:
    lost = outcome.losses[0]
    return span(parties[lost].short, f"words:{lost}", strong=True)
