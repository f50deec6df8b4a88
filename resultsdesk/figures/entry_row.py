"""An entry of the journal as a row: when it was keyed, where, what it said, and who keyed it."""

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.outcome_spans import outcome_spans, room_for
from resultsdesk.figures.shapes import Align, Figure, Shape, Span, figure
from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.count import count
from resultsdesk.psephology.outcome import outcome
from resultsdesk.psephology.rounding import number

_TIME = 44.0
_SIZE = 13.0
_MAJORITY, _BY_LOT = ", majority ", ", by lot"


def entry_row(entry: Entry, briefing: Briefing, measure: Measure, width: float, height: float = 28.0) -> Figure:
    """Return a row of the journal; the time is the clock's where the votes are counted."""
    contest = briefing.contests.get(entry.contest)
    by = width_of(entry.keyed_by, 12) + 10 if entry.keyed_by and width >= 360 else 0.0
    room = width - _TIME - by
    runs = entry_spans(entry, contest, briefing, measure)
    name = contest.name if contest else entry.contest
    if room_for(runs, _SIZE) > room * 0.55 and len(runs) > 1 and runs[-1].text.startswith((_MAJORITY, _BY_LOT)):
        runs = runs[:-1]
    what = min(room_for(runs, _SIZE), room * 0.6)
    shapes: list[Shape] = [
        text("time", 0, 0, _TIME, height, f"{briefing.local(entry.keyed_at):%H:%M}", ink="muted", size=_SIZE),
        text("name", _TIME, 0, room - what - 10, height, name, strong=True),
        text("what", _TIME + room - what, 0, what, height, *runs, size=_SIZE, align=Align.RIGHT),
    ]
    if by:
        shapes.append(text("by", width - by, 0, by, height, entry.keyed_by, ink="muted", size=12, align=Align.RIGHT))
    return figure(width, height, *shapes)


def entry_spans(entry: Entry, contest: Contest | None, briefing: Briefing, measure: Measure) -> tuple[Span, ...]:
    """Return what an entry said, by its own figures alone."""
    match entry.kind:
        case Kind.DECLARED:
            return _figures(entry, contest, briefing, measure)
        case Kind.CORRECTED:
            return (span("corrected: ", "warn"), *_figures(entry, contest, briefing, measure))
        case Kind.FLASHED:
            candidacy = contest.candidacy(entry.winner) if contest and entry.winner else None
            if contest is None or candidacy is None:
                return (span("heard", "muted"),)
            told = outcome((candidacy.party,), contest.before(measure), contest.vacancies, measure)
            return (span("heard: ", "text"), *outcome_spans(told, briefing.parties))
        case Kind.RECOUNT | Kind.RETRACTED:
            return (span(str(entry.kind), "warn"),)
        case _:
            return (span(str(entry.kind), "muted"),)


def _figures(entry: Entry, contest: Contest | None, briefing: Briefing, measure: Measure) -> tuple[Span, ...]:
    if contest is None or not entry.votes:
        return (span(str(entry.kind), "muted"),)
    counted = count(entry.votes, contest.vacancies, entry.lot)
    if counted.tied:
        return (span("tie for the last seat", "warn"),)
    parties = tuple(one.party for one in contest.candidacies if one.id in counted.elected)
    told = outcome(parties, contest.before(measure), contest.vacancies, measure)
    if counted.majority is None:
        return outcome_spans(told, briefing.parties)
    won = f"{_MAJORITY}{number(counted.majority)}" if counted.majority else _BY_LOT
    return (*outcome_spans(told, briefing.parties), span(won, "muted"))
