"""What came first: the first declaration, and each party's first seat of the night, of a region or group, and ever."""

from collections.abc import Iterator

from resultsdesk.night.briefing import BodyId, ContestId
from resultsdesk.night.night import ScopeKind
from resultsdesk.psephology.party import PartyId, PartyKind
from resultsdesk.story.about import owner
from resultsdesk.story.evidence import standing_evidence
from resultsdesk.story.grammar import Subject, listed, party_named
from resultsdesk.story.lines import Line
from resultsdesk.story.ranks import DECLARED, SEATS, first, parties
from resultsdesk.story.result import Result
from resultsdesk.story.scopes.view import View, counted, told
from resultsdesk.story.wording import marks as wording

EXPECTED = 20
"""A party that had one seat in so many, or more, surprises nobody with its first of the night."""


def firsts(view: View) -> Iterator[Line]:
    """Yield the first declaration of a scope and the first seat of each party in it."""
    yield from _first_declared(view)
    for party in parties(view.index, SEATS):
        found = first(view.index, (SEATS, party))
        if found is None or view.party(party).kind is PartyKind.SPEAKER:
            continue
        if view.whole:
            yield _of_the_night(view, party, found)
        elif found != first(view.top, (SEATS, party)):
            yield from _there(view, party, found)


def _first_declared(view: View) -> Iterator[Line]:
    found = first(view.index, DECLARED)
    if found is None or view.scope.kind is ScopeKind.REGION or len(view.members) < 2:
        return
    if not view.whole and found == first(view.top, DECLARED):
        return
    result = view.results[found]
    sentence = wording.first_declared(view.place(found), view.where, view.clock(found), _what(result))
    yield view.line("first-declared", sentence, standing_evidence(result), contest=found)


def _what(result: Result) -> str:
    """Return a result's outcome in few words, as far as anybody knows who had the seats."""
    outcome = result.outcome
    seats = outcome.gains or outcome.elected
    verb = "gain" if outcome.gains else "hold" if outcome.known else "win"
    losers = listed(owner(result, one) for one in dict.fromkeys(outcome.losses))
    order = sorted(dict.fromkeys(seats), key=lambda one: (-seats.count(one), result.party(one).order))
    who = [(Subject(owner(result, one), _many(result, one)), seats.count(one)) for one in order]
    return wording.outcome_said(verb, who, losers) if who else "the lot is to decide"


def _many(result: Result, party: PartyId) -> bool:
    return result.party(party).kind is PartyKind.PARTY


def _elected(view: View, party: PartyId, contest: ContestId) -> str:
    return listed(one.name for one in view.results[contest].elected if one.party == party)


def _had(view: View, party: PartyId) -> int | None:
    """Return how many of the scope's seats a party had, those not up included; None where that is not known."""
    defended = view.ground.defended[view.scope]
    if defended is None:
        return None
    body = view.body
    continuing = view.briefing.bodies[BodyId(body)].continuing if body is not None else {}
    return defended.get(party, 0) + continuing.get(party, 0)


def _of_the_night(view: View, party: PartyId, found: ContestId) -> Line:
    result, who = view.results[found], view.party(party)
    where, person, clock = view.place(found), _elected(view, party, found), view.clock(found)
    evidence = [*standing_evidence(result)]
    if who.kind is PartyKind.INDEPENDENT:
        sentence = wording.first_independent("", where, clock, person)
        return view.line(_kind(view, party), sentence, evidence, contest=found, party=party, about=party)
    named = party_named(who)
    if who.first_ever:
        evidence.append(told(f"{who.name} had none before", who.first_ever))
        sentence = wording.first_ever(named, who.first_ever, where, clock, person)
        return view.line("first-ever", sentence, evidence, contest=found, party=party, about=party)
    sentence = wording.first_seat(named, "of the night", where, clock, person, "")
    return view.line(_kind(view, party), sentence, evidence, contest=found, party=party, about=party)


def _kind(view: View, party: PartyId) -> str:
    """Return how much news a party's first seat of the night is, by how many it had."""
    had = _had(view, party)
    if had == 0:
        return "first-of-night"
    return "first-expected" if had is None or had * EXPECTED >= view.tally.all_seats else "first-of-few"


def _there(view: View, party: PartyId, found: ContestId) -> Iterator[Line]:
    result, who, had = view.results[found], view.party(party), _had(view, party)
    where, person, clock = view.place(found), _elected(view, party, found), view.clock(found)
    if view.scope.kind is ScopeKind.BODY and had != 0:
        return  # a council has seats of most parties, and the first of the night among them is no news
    now = counted(f"{party_named(who)}{view.where}", str(len(view.index[SEATS, party])))
    evidence = (now, *standing_evidence(result))
    if who.kind is PartyKind.INDEPENDENT:
        sentence = wording.first_independent(view.where, where, clock, person)
    else:
        before = wording.none_before(view.before) if had == 0 else ""
        sentence = wording.first_seat(party_named(who), f"in {view.name}", where, clock, person, before)
    kind = "first-here" if had == 0 else "first-there"
    yield view.line(kind, sentence, evidence, contest=found, party=party, about=party)
