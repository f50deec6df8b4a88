"""What came first: the first declaration, and each party's first seat of the night, of a region or group, and ever."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.party import PartyId, PartyKind
from resultsdesk.psephology.rounding import number
from resultsdesk.story.about import outcome_of
from resultsdesk.story.evidence import standing_evidence
from resultsdesk.story.grammar import listed, party_named
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.story.ranks import DECLARED, SEATS, Index, first, parties
from resultsdesk.story.scopes.view import View, sum_of, told
from resultsdesk.story.wording import marks as wording
from resultsdesk.story.wording.marks import UNDECIDED

EXPECTED = 20
"""A party that had one seat in so many, or more, surprises nobody with its first of the night."""


def firsts(view: View) -> Iterator[Line]:
    """Yield the first declaration of a scope and the first seat of each party in it.

    What is the first of two scopes is told of the more telling one, unless the other had none of the party before.
    """
    yield from _first_declared(view)
    for party in parties(view.index, SEATS):
        found = first(view.index, (SEATS, party))
        if found is None or view.party(party).kind is PartyKind.SPEAKER or not _tells(view, view.scope, party):
            continue
        had = view.ground.had(view.scope, party)
        if view.said_before((SEATS, party), found, partial(_as_much, view, party, had)):
            continue
        line = view.once(view.results[found], (SEATS, party), partial(_line, view, party, found, had))
        if line is not None:
            now = sum_of(f"{party_named(view.party(party))}{view.where}", len(view.index[SEATS, party]))
            yield line if view.whole else replace(line, evidence=(now, *line.evidence))


def _tells(view: View, scope: Scope, party: PartyId) -> bool:
    """Return whether a party's first there is news: a council has seats of most parties, and had them before."""
    return scope == view.ground.top or scope.kind is not ScopeKind.BODY or view.ground.had(scope, party) == 0


def _as_much(view: View, party: PartyId, had: int | None, other: Scope, _: Index) -> bool:
    """Return whether another scope's first says as much as that of a scope where the party had so many."""
    return _tells(view, other, party) and (had != 0 or view.ground.had(other, party) == 0)


def _line(view: View, party: PartyId, found: ContestId, had: int | None) -> Line:
    return _of_the_night(view, party, found, had) if view.whole else _there(view, party, found, had)


def _first_declared(view: View) -> Iterator[Line]:
    found = first(view.index, DECLARED)
    if found is None or not _has_first_declared(view, view.scope):
        return
    if view.said_before(DECLARED, found, lambda other, _: _has_first_declared(view, other)):
        return
    line = view.once(view.results[found], DECLARED, partial(_declared, view, found))
    if line is not None:
        yield line


def _has_first_declared(view: View, scope: Scope) -> bool:
    return scope.kind is not ScopeKind.REGION and len(view.ground.members[scope]) > 1


def _declared(view: View, found: ContestId) -> Line:
    result = view.results[found]
    what = outcome_of(result) or UNDECIDED
    sentence = wording.first_declared(view.place(found), view.where, view.clock(found), what)
    return view.line("first-declared", sentence, standing_evidence(result), contest=found)


def _elected(view: View, party: PartyId, contest: ContestId) -> str:
    return listed(one.name for one in view.results[contest].elected if one.party == party)


def _of_the_night(view: View, party: PartyId, found: ContestId, had: int | None) -> Line:
    result, who = view.results[found], view.party(party)
    where, person, clock = view.place(found), _elected(view, party, found), view.clock(found)
    evidence = [*_none_before(view, had), *standing_evidence(result)]
    kind = _kind(view, had)
    if who.kind is PartyKind.INDEPENDENT:
        sentence = wording.first_independent("", where, clock, person)
    elif who.first_ever:
        kind = "first-ever"
        evidence.append(told(f"{who.name} had none before", who.first_ever))
        sentence = wording.first_ever(party_named(who), who.first_ever, where, clock, person)
    else:
        before = wording.none_before("", view.before) if had == 0 else ""
        sentence = wording.first_seat(party_named(who), "of the night", where, clock, person, before)
    return view.line(kind, sentence, evidence, contest=found, party=party, about=party)


def _kind(view: View, had: int | None) -> str:
    """Return how much news a party's first seat of the night is, by how many it had."""
    if had == 0:
        return "first-of-night"
    return "first-expected" if had is None or had * EXPECTED >= view.tally.all_seats else "first-of-few"


def _there(view: View, party: PartyId, found: ContestId, had: int | None) -> Line:
    result, who = view.results[found], view.party(party)
    where, person, clock = view.place(found), _elected(view, party, found), view.clock(found)
    if who.kind is PartyKind.INDEPENDENT:
        sentence = wording.first_independent(view.where, where, clock, person)
    else:
        before = wording.none_before("there", view.before) if had == 0 else ""
        sentence = wording.first_seat(party_named(who), f"in {view.name}", where, clock, person, before)
    kind = "first-here" if had == 0 else "first-there"
    evidence = (*_none_before(view, had), *standing_evidence(result))
    return view.line(kind, sentence, evidence, contest=found, party=party, about=party)


def _none_before(view: View, had: int | None) -> Iterator[Evidence]:
    if had == 0:
        label = f"Seats before{view.where}"
        yield Evidence(label, f"none of {number(view.tally.all_seats)}", Source.BASELINE)
