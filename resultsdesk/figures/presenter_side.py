"""What stands around the scene in the presenter's own view: clock, what is next, and the evidence for what is shown."""

from collections.abc import Sequence

from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.shapes import Align, Figure, Rule, Shape, figure
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.shares import turnout
from resultsdesk.psephology.wording import measured_words, number, outcome_words, per_cent

SIDE = (500.0, 760.0)
FOOT = (1840.0, 236.0)
_ROWS, _LINE, _SIZE = 4, 56.0, 36.0  # the evidence is read from four metres
_COLUMNS = 2


def evidence(night: Night, standing: Standing, measure: Measure) -> tuple[str, ...]:
    """Return short sentences a presenter can say of one contest, the most telling first."""
    briefing, contest = night.briefing, standing.contest
    said = []
    outcome = standing.outcome(measure)
    if outcome is not None and outcome.known:
        told = outcome_words(outcome, briefing.parties)
        said.append(f"{told}, {measured_words(measure, contest.baseline)}")
    other = Measure.HOLDER if measure is Measure.LAST else Measure.LAST
    against = standing.outcome(other)
    if outcome is not None and against is not None and against.known and against.is_gain != outcome.is_gain:
        told = outcome_words(against, briefing.parties)
        said.append(f"{told}, {measured_words(other, contest.baseline)}")
    out = [one.name for one in contest.candidacies if one.sitting and one.id not in standing.winners]
    if standing.decided and out:
        said.append(f"Out: {', '.join(out)}")
    for target in briefing.targets:
        if target.contest == contest.id:
            party = briefing.parties[target.party]
            met = "" if not standing.decided else ": won" if party.id in standing.parties else ": missed"
            said.append(f"{party.name} target {target.rank}{met}")
    if standing.poll is not None and contest.electorate:
        part = turnout(standing.poll, contest.electorate, contest.vacancies, briefing.election.count_rejected)
        if part is not None:
            said.append(f"Turnout {per_cent(part)} of {number(contest.electorate)}")
    if contest.note:
        said.append(contest.note)
    if contest.former_names:
        said.append(f"Formerly {', '.join(contest.former_names)}")
    if standing.declared_at is not None:
        last = standing.entries[-1]
        said.append(f"Declared {briefing.local(standing.declared_at):%H:%M} · entry {last.seq}")
    return tuple(said)


def latest(night: Night, scope: Scope, measure: Measure) -> tuple[str, ...]:
    """Return the last declarations of a scope in a few words each, the newest first."""
    said: dict[str, str] = {}
    for entry in reversed(night.journal):
        standing = night.contests.get(entry.contest)
        if standing is None or entry.contest in said or not night.holds(scope, entry.contest):
            continue
        outcome = standing.outcome(measure)
        if outcome is not None:
            majority = f", majority {number(standing.count.majority)}" if standing.count is not None else ""
            said[entry.contest] = f"{standing.contest.name}: {outcome_words(outcome, night.briefing.parties)}{majority}"
        if len(said) == _ROWS * _COLUMNS:
            break
    return tuple(said.values())


def presenter_side(clock: str, upcoming: Sequence[str], held: bool = False) -> Figure:
    """Return the clock with what is next under it, and in smaller words what comes after that."""
    width, height = SIDE
    shapes: list[Shape] = [
        text("clock", 0, 0, width, 96, clock, strong=True, role="figure", size=88, align=Align.RIGHT, shrink=True),
        Rule("under the clock", 0, 124, width, 124, "line", 2),
        text("next", 0, 140, width, 44, "HELD, then" if held else "NEXT", ink="warn" if held else "muted",
             strong=True, role="label", size=28),
    ]  # fmt: skip
    y = 186.0
    for place, one in enumerate(upcoming or ("Nothing planned",)):
        size, tall = (44.0, 66.0) if place == 0 else (32.0, 52.0)
        if y + tall > height:
            break
        run = span(one, "text" if place == 0 else "muted", place == 0)
        shapes.append(text(f"next/{place}", 0, y, width, tall, run, role="headline", size=size, shrink=True))
        y += tall
    return figure(width, height, *shapes)


def presenter_foot(lines: Sequence[str]) -> Figure:
    """Return the evidence in two columns, as large as it can be read from where a presenter stands."""
    width, height = FOOT
    column = width / _COLUMNS
    shapes: list[Shape] = []
    for place, words in enumerate(lines[: _ROWS * _COLUMNS]):
        x, y = place // _ROWS * column, place % _ROWS * _LINE
        run = span(words, "text" if place < 2 else "muted", place < 2)
        shapes.append(text(f"line/{place}", x, y, column - 40, _LINE, run, size=_SIZE, shrink=True))
    return figure(width, height, *shapes)
