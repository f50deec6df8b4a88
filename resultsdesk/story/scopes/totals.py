"""Sums over a scope: seats, independents, turnout, deposits, targets."""

from collections.abc import Iterator

from resultsdesk.night.night import ScopeKind
from resultsdesk.psephology.party import PartyKind
from resultsdesk.psephology.rounding import number, per_cent
from resultsdesk.psephology.wording import declared_words
from resultsdesk.story.evidence import entered
from resultsdesk.story.grammar import Subject, party_named
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.story.ranks import DEPOSITS, SEATS, parties
from resultsdesk.story.scopes.seats import holders_known, seats_said
from resultsdesk.story.scopes.view import View, counted, sum_of, told
from resultsdesk.story.weights import EARLY, SEATS_EARLY, SEATS_THERE, SMALLER, TURNOUT_OVERALL
from resultsdesk.story.wording import sums as wording

MOST = 4
NAMED_DEPOSITS = 3


def totals(view: View) -> Iterator[Line]:
    """Yield the sums. Regions have none: what is told of them is told once they are complete."""
    if view.scope.kind is ScopeKind.REGION or not view.declared:
        return
    if view.whole or view.scope.kind is ScopeKind.GROUP:
        yield from _seats(view)
        yield from _independents(view)
    yield from _turnout(view)
    if view.whole:
        yield from _deposits(view)
        yield from _targets(view)


def _seats(view: View) -> Iterator[Line]:
    if not view.whole and view.complete:
        return  # said by the line that all is declared there
    seats, declared, contests = seats_said(view, MOST), view.declared, len(view.members)
    if not seats:
        return
    said = wording.all_known(contests) if declared == contests else f"{declared_words(declared, contests)}{view.where}"
    missing = () if holders_known(view) else ("who had the seats before, of some that are declared",)
    weight = None if declared >= EARLY or view.complete else SEATS_EARLY
    if not view.whole:
        weight = SEATS_THERE + SMALLER[view.scope.kind]
    yield view.line("seats", wording.standings(said, seats), view.seats_evidence, missing=missing, weight=weight)


def _independents(view: View) -> Iterator[Line]:
    if view.scope in view.ground.within_a_group:
        return  # said of the larger one
    for party in parties(view.index, SEATS):
        if view.party(party).kind is not PartyKind.INDEPENDENT:
            continue
        seats = view.index[SEATS, party]
        if len(seats) == 1 and not view.whole:
            continue  # said by the line about the first
        sentence = wording.independents_total(len(seats), view.where, view.so_far)
        evidence = []
        for contest in dict.fromkeys(mark[3] for mark in seats):
            result = view.results[contest]
            names = ", ".join(one.name for one in result.elected if one.party == party)
            evidence.append(entered(result, result.contest.name, names))
        yield view.line("independents", sentence, evidence, party=party, about=party)


def _turnout(view: View) -> Iterator[Line]:
    now, then = view.tally.turnout, view.tally.turnout_before
    if now is not None:
        sentence = wording.turnout_total(view.where, view.so_far, now, view.tally.turnout_change, view.election)
        evidence = [counted("Turnout", per_cent(now))]
        if then is not None:
            evidence.append(Evidence(f"Turnout in {view.election}", per_cent(then), Source.BASELINE))
        evidence.append(counted("Declared", f"{number(view.declared)} of {number(len(view.members))}"))
        weight = TURNOUT_OVERALL if view.whole and view.complete else None
        yield view.line("turnout", sentence, evidence, weight=weight)
    lacking = view.ground.no_electorate[view.scope]
    if lacking and view.body is not None:
        contests = len(view.members)
        sentence = wording.turnout_unknown(view.where, lacking, view.areas(contests), contests)
        note = view.briefing.bodies[view.body].note
        evidence = [told("Note", note)] if note else []
        missing = (f"the electorate of {number(lacking)} {view.areas(lacking)}",)
        yield view.line("unknown", sentence, evidence, about="turnout", missing=missing)


def _deposits(view: View) -> Iterator[Line]:
    lost = {party: len(view.index[DEPOSITS, party]) for party in parties(view.index, DEPOSITS)}
    if not lost:
        return
    most = sorted(lost, key=lambda one: (-lost[one], view.party(one).order, one))
    named, total = [one for one in most[:NAMED_DEPOSITS] if lost[one] > 1], sum(lost.values())
    who = [f"{party_named(view.party(one))} ({number(lost[one])})" for one in named]
    sentence = wording.deposits_total(total, who, 2 * sum(lost[one] for one in named) > total, view.so_far)
    evidence = [sum_of(party_named(view.party(one)), lost[one]) for one in most]
    yield view.line("deposits", sentence, evidence)


def _targets(view: View) -> Iterator[Line]:
    for party, wanted in view.ground.wanted.items():
        found = (view.results.get(one.contest) for one in wanted)
        declared = [one for one in found if one is not None and not one.standing.tied]
        if not declared or len(wanted) < 2:
            continue
        won = {one.id for one in declared if party in one.standing.parties}
        who = Subject(party_named(view.party(party)))
        sentence = wording.targets_total(who, len(won), len(declared), len(wanted))
        evidence = [entered(one, one.contest.name, "won" if one.id in won else "missed") for one in declared]
        yield view.line("targets", sentence, evidence, party=party, about=party)
