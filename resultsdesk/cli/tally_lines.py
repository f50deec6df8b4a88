"""What `show` says of a tally: lines that fit a terminal."""

from collections.abc import Iterator
from fractions import Fraction

from resultsdesk.cli.columns import aligned, figures, words
from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import Control, ControlKind, control, control_before
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.night.tally import Tally, TallyLine
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import NONE, number, per_cent, points, signed

SMALL = Fraction(1, 200)
"""Below this share of the votes a party without a seat has no line of its own."""

FIGURES = ("Seats", "Not up", "Gains", "Losses", "Net", "Votes", "Share", "Change", "To majority")
KNOWN_BEFORE = {Measure.LAST: "who won the last election", Measure.HOLDER: "who has the seat now"}


def tally_lines(night: Night, scope: Scope, measure: Measure) -> Iterator[str]:
    """Yield the sums over a scope."""
    tally, briefing = night.tally(scope), night.briefing
    name = scope_name(briefing, scope) if scope.name else briefing.election.title
    yield _declared(night, tally, name)
    said = "; ".join(_aside(tally))
    if said:
        yield f"{said[:1].upper()}{said[1:]}."
    lines = [tally.line(one, measure, briefing.parties[one].compares) for one in tally.parties]
    small = [one for one in lines if _small(one)]
    lines = [one for one in lines if not _small(one)] if len(small) > 1 else lines
    if lines:
        yield from aligned((words("Party", 28), *map(figures, FIGURES)), [_line(night, tally, one) for one in lines])
    if len(small) > 1:
        yield f"{number(len(small))} smaller parties without a seat: {number(sum(one.votes for one in small))} votes."
    known = tally.known.get(measure, 0)
    if 0 < known < tally.declared:
        yield (
            f"Gains and losses are of the {number(known)} of {number(tally.declared)} declared of which it is known"
            f" {KNOWN_BEFORE[measure]}."
        )
    if scope.kind is ScopeKind.BODY:
        yield from _of_body(night, BodyId(scope.name), measure)


def _declared(night: Night, tally: Tally, name: str) -> str:
    line = f"{name}: {number(tally.declared)} of {number(tally.contests)} {night.briefing.election.areas} declared"
    if tally.seats is not None:
        line += f"; {number(tally.seats)} seats"
    if tally.majority is not None:
        line += f", {number(tally.majority)} for a majority"
    return f"{line}, {number(tally.to_come)} to come."


def _aside(tally: Tally) -> Iterator[str]:
    for count, what in ((tally.heard, "only heard"), (tally.recounts, "in recount"), (tally.postponed, "postponed")):
        if count:
            yield f"{number(count)} {what}"
    if tally.turnout is not None:
        last = f" (last time {per_cent(tally.turnout_before)})" if tally.turnout_before is not None else ""
        yield f"turnout {per_cent(tally.turnout)}{last}"


def _line(night: Night, tally: Tally, one: TallyLine) -> tuple[str, ...]:
    party = night.briefing.parties[one.party]
    to_majority = number(tally.to_majority(one.party)) if party.compares else NONE
    return (
        party.name,
        number(one.seats),
        number(one.continuing) if tally.continuing else "",
        number(one.gains),
        number(one.losses),
        signed(one.net),
        number(one.votes),
        per_cent(one.share),
        "new" if one.new else points(one.change),
        to_majority if tally.majority is not None else "",
    )


def _small(line: TallyLine) -> bool:
    return not (line.seats or line.gains or line.losses) and (line.share is None or line.share < SMALL)


def _of_body(night: Night, body: BodyId, measure: Measure) -> Iterator[str]:
    before = control_before(night, body, measure)
    line = f"Control: {_control(night, control(night, body))}"
    yield f"{line}; before: {_control(night, before)}." if before else f"{line}."
    if night.briefing.bodies[body].note:
        yield night.briefing.bodies[body].note


def _control(night: Night, known: Control) -> str:
    parties = night.briefing.parties
    if known.kind is ControlKind.PARTY and known.party:
        return parties[known.party].name
    largest = " and ".join(parties[one].name for one in known.largest)
    return f"{known.kind}, {largest} largest" if largest else str(known.kind)
