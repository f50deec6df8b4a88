"""Lines crossed: a majority, a hundredth seat, half declared, the last one; and the only gain of a night."""

from collections.abc import Iterator
from functools import partial

from resultsdesk.night.briefing import Body, ContestId
from resultsdesk.night.night import ScopeKind
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.evidence import entered, standing_evidence
from resultsdesk.story.grammar import Subject, party_named
from resultsdesk.story.lines import Line
from resultsdesk.story.ranks import DECLARED, GAINS, SEATS, parties
from resultsdesk.story.scopes.view import View, counted, sum_of, told
from resultsdesk.story.weights import WEIGHTS
from resultsdesk.story.wording import marks as wording

FEW, HUNDREDS, FIVE_HUNDREDS = 1000, 100, 500
HALF_OF = 10
"""Of fewer contests nobody says that half are declared."""


def milestones(view: View) -> Iterator[Line]:
    """Yield the lines a scope has crossed."""
    if view.scope.kind is ScopeKind.BODY:
        yield from _majority(view)
    if view.whole:
        yield from _round_numbers(view)
        yield from _declared(view)
        yield from _only_gains(view)


def _nth(view: View, party: PartyId, number: int) -> ContestId:
    return view.index[SEATS, party][number - 1][3]


def _majority(view: View) -> Iterator[Line]:
    body = view.briefing.bodies[view.body] if view.body is not None else None
    if body is None or body.majority is None:
        return
    for party in parties(view.index, SEATS):
        needed = body.majority - body.continuing.get(party, 0)
        if not view.is_party(party) or not 1 <= needed <= len(view.index[SEATS, party]):
            continue
        found = _nth(view, party, needed)
        line = view.once(view.results[found], ("majority-line", party), partial(_crossed, view, body, party, found))
        if line is not None:
            yield line


def _crossed(view: View, body: Body, party: PartyId, found: ContestId) -> Line:
    who = Subject(party_named(view.party(party)))
    sentence = wording.majority_line(who, body.majority or 0, view.name, view.place(found), view.clock(found))
    evidence = [told("Seats for a majority", f"{body.majority} of {body.seats}")]
    if body.continuing:
        evidence.append(told("Seats not up", str(body.continuing.get(party, 0))))
    evidence += standing_evidence(view.results[found])
    # Of one council among many it is told first who runs it.
    weight = None if view.whole else WEIGHTS["milestone"]
    return view.line("majority-line", sentence, evidence, contest=found, party=party, about=party, weight=weight)


def _round_numbers(view: View) -> Iterator[Line]:
    step = HUNDREDS if view.tally.seats_up <= FEW else FIVE_HUNDREDS
    for party in parties(view.index, SEATS):
        if not view.is_party(party):
            continue
        for number in range(step, len(view.index[SEATS, party]) + 1, step):
            found = _nth(view, party, number)
            line = view.once(view.results[found], (party, number), partial(_round_number, view, party, number, found))
            if line is not None:
                yield line


def _round_number(view: View, party: PartyId, number: int, found: ContestId) -> Line:
    named = party_named(view.party(party))
    sentence = wording.round_number(named, number, view.place(found), view.clock(found))
    evidence = standing_evidence(view.results[found])
    return view.line("milestone", sentence, evidence, contest=found, party=party, about=f"{party}/{number}")


def _declared(view: View) -> Iterator[Line]:
    declared, contests = view.index.get(DECLARED, ()), len(view.members)
    if contests < HALF_OF:
        return
    half = (contests + 1) // 2
    if len(declared) >= half:
        found = declared[half - 1][3]
        where, clock = view.place(found), view.clock(found)
        sentence = wording.half_declared(contests, view.areas(contests), where, clock)
        evidence = [counted("Declared by then", f"{half} of {contests}"), entered(view.results[found], where, clock)]
        yield view.line("milestone", sentence, evidence, contest=found, about="half")
    if declared and view.complete:
        last = declared[-1][3]
        where, clock = view.place(last), view.clock(last)
        postponed = [view.place(one) for one in view.postponed]
        sentence = wording.all_declared(contests, view.areas(contests), where, clock, postponed)
        evidence = [counted("Declared", f"{len(declared)} of {contests}"), entered(view.results[last], where, clock)]
        evidence += view.postponed_evidence()
        yield view.line("milestone", sentence, evidence, contest=last, about="all")


def _only_gains(view: View) -> Iterator[Line]:
    """Yield the one gain of a party that had more to hope for: nobody knows before the last is declared."""
    defended = view.ground.defended[view.scope] or {}
    if not view.complete:
        return
    for party in parties(view.index, GAINS):
        gained = view.index[GAINS, party]
        if len(gained) > 1 or not view.is_party(party) or defended.get(party, 0) < 2:
            continue
        found = gained[0][3]
        sentence = wording.only_gain(view.place(found), party_named(view.party(party)), " of the night")
        evidence = [sum_of("Gains", 1), *standing_evidence(view.results[found])]
        yield view.line("only-gain", sentence, evidence, contest=found, party=party, about=party)
