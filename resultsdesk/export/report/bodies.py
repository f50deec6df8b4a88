"""Each body, or the whole night where it has many, as a table of parties with who controls it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.export.summary import Summary
from resultsdesk.figures.scenes.facts import baseline_of, place_name, seated
from resultsdesk.figures.scenes.seats import seats_headline_of
from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import Control, ControlKind, control, control_before
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.tally import Tally, TallyLine
from resultsdesk.psephology.headlines import control_headline, people_named
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import NONE, number, per_cent, points, signed
from resultsdesk.psephology.wording import (
    compared_words,
    declared_words,
    holders_known_words,
    majority_words,
    seats_words,
)

FEW_BODIES = 4
"""So many can be told of one by one above everything else."""
_LEAST = Fraction(1, 200)  # of the votes: a party with less, and no seat won or lost, is among the others


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party's line, in words; `id` is empty for the others together."""

    id: PartyId | str
    name: str
    short: str
    seats: str
    gains: str
    losses: str
    net: str
    votes: str
    share: str
    change: str


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A body or the whole night. `before` is who controlled it, empty where nobody can say.

    `known` says of how many contests gains are known where that is not all of them.
    """

    scope: Scope
    name: str
    headline: str
    under: str
    declared: str
    seats: str
    control: str
    decided: bool
    before: str
    turnout: str
    known: str
    note: str
    rows: tuple[PartyRow, ...]


def bodies(summary: Summary) -> tuple[BodyPart, ...]:
    """Return every body in the briefing's order."""
    return tuple(body_part(summary, Scope(ScopeKind.BODY, one)) for one in summary.night.briefing.bodies)


def control_said(parts: Sequence[BodyPart]) -> str:
    """Return who controls each of a few bodies, or how many of many each party does; nothing while that is open."""
    decided = [one for one in parts if one.decided]
    if len(parts) <= FEW_BODIES:
        return " · ".join(one.headline for one in decided)
    counted = Counter(one.control for one in decided)
    # Bodies that no party controls come last, however many they are.
    most = sorted(counted, key=lambda one: (one == str(ControlKind.NONE), -counted[one]))
    said = ", ".join(f"{one} {number(counted[one])}" for one in most)
    return f"In control: {said}" if said else ""


def body_part(summary: Summary, scope: Scope) -> BodyPart:
    """Return a body, or any other scope, in which nothing is controlled."""
    night, tally = summary.night, summary.night.tally(scope)
    body = night.briefing.bodies.get(BodyId(scope.name)) if scope.kind is ScopeKind.BODY else None
    now = control(night, body.id) if body is not None else None
    was = control_before(night, body.id, summary.measure) if body is not None else None
    up = seats_words(tally.all_seats)
    if tally.seats_up < tally.all_seats:
        up = f"{up}, {number(tally.seats_up)} up"
    return BodyPart(
        scope,
        place_name(night, scope),
        _headline(summary, scope, tally, now, was),
        _under(night, tally, now),
        declared_words(tally.declared, tally.contests),
        f"{up}; {number(tally.majority)} for a majority" if tally.majority else up,
        _controlled(night, now),
        now is not None and now.kind in (ControlKind.PARTY, ControlKind.NONE) and tally.declared > 0,
        _controlled(night, was),
        _turnout(tally),
        holders_known(summary, tally),
        body.note if body is not None else "",
        tuple(_rows(summary, scope, tally)),
    )


def _headline(summary: Summary, scope: Scope, tally: Tally, now: Control | None, was: Control | None) -> str:
    """Return who controls it or, while that is open, who has most seats."""
    night, parties = summary.night, summary.night.briefing.parties
    if night.main_scope == scope:
        return seats_headline_of(night, tally)
    if now is None or now.kind in (ControlKind.OPEN, ControlKind.UNKNOWN) or not tally.declared:
        said = seats_headline_of(night, tally) if tally.declared else "no results yet"
        return f"{place_name(night, scope)}: {said}"
    party = parties[now.party] if now.party is not None else None
    before = parties[was.party] if was is not None and was.party is not None else None
    return control_headline(place_name(night, scope), party, before, was is not None)


def _under(night: Night, tally: Tally, now: Control | None) -> str:
    """Return how far the largest party is from a majority, or nothing where that means nothing."""
    if now is None or len(now.largest) != 1 or tally.majority is None or not tally.declared:
        return ""
    first = now.largest[0]
    said = majority_words(tally.party_seats(first), tally.all_seats, tally.majority, tally.complete)
    return f"{people_named(night.briefing.parties[first])}: {said}"


def _controlled(night: Night, known: Control | None) -> str:
    if known is None:
        return ""
    if known.kind is ControlKind.PARTY and known.party is not None:
        return night.briefing.parties[known.party].name
    return str(known.kind)


def _turnout(tally: Tally) -> str:
    if tally.turnout is None:
        return ""
    before = tally.turnout_before
    return f"{per_cent(tally.turnout)}, {per_cent(before)} last time" if before is not None else per_cent(tally.turnout)


def compared(summary: Summary) -> tuple[str, ...]:
    """Return what gains and changes of the night are measured against, and of how many contests gains are known."""
    night = summary.night
    scope = night.main_scope
    known = holders_known(summary, night.tally(scope))
    return (*compared_words(summary.measure, baseline_of(night, scope)), *((known,) if known else ()))


def holders_known(summary: Summary, tally: Tally) -> str:
    """Return of how many contests gains are known, or nothing where that is all of those declared."""
    if not tally.declared:
        return ""
    areas = summary.night.briefing.election.areas
    return holders_known_words(tally.known.get(summary.measure, 0), tally.declared, areas)


def _rows(summary: Summary, scope: Scope, tally: Tally) -> Iterator[PartyRow]:
    night, measure = summary.night, summary.measure
    parties = night.briefing.parties
    some = seated(night, tally, measure)
    lines = {one: tally.line(one, measure, parties[one].compares) for one in (*some, *tally.parties)}
    shown = [one for one in lines if one in some or (lines[one].share or 0) >= _LEAST]
    rest = [one for one in lines if one not in shown]
    if len(rest) == 1:
        shown, rest = [*shown, *rest], []
    for one in shown:
        party, line = parties[one], lines[one]
        yield PartyRow(
            one, party.name, party.short, number(line.seats), number(line.gains), number(line.losses),
            signed(line.net), number(line.votes if tally.declared else None), per_cent(line.share), _changed(line),
        )  # fmt: skip
    if rest and tally.valid_votes:
        votes = sum(lines[one].votes for one in rest)
        yield PartyRow(
            "", f"{len(rest)} others", "Others", number(0), NONE, NONE, NONE, number(votes),
            per_cent(Fraction(votes, tally.valid_votes)), NONE,
        )  # fmt: skip


def _changed(line: TallyLine) -> str:
    return "new" if line.new else points(line.change)
