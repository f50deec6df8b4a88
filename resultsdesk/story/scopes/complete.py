"""A group or region of which everything is declared: how those who defended seats there fared."""

from collections.abc import Iterable, Iterator

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import ScopeKind
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.wording import outcome_words
from resultsdesk.story.about import owner, place
from resultsdesk.story.evidence import entered
from resultsdesk.story.grammar import Subject, listed, party_named
from resultsdesk.story.lines import Evidence, Line
from resultsdesk.story.ranks import SEATS, parties
from resultsdesk.story.result import Result
from resultsdesk.story.scopes.seats import seats_said
from resultsdesk.story.scopes.view import View
from resultsdesk.story.wording import sums as wording

NAMED = 12
"""In a group of so many contests or fewer, those that changed hands are named."""
MOST = 5
RARE = 3


def complete(view: View) -> Iterator[Line]:
    """Yield what became of a group or region once all its contests are declared."""
    if view.scope.kind not in (ScopeKind.GROUP, ScopeKind.REGION) or len(view.members) < 2 or not view.complete:
        return
    if not view.declared:
        return
    results = [view.results[one] for one in view.members if one in view.results]
    small = len(results) <= NAMED and all(one.single and one.outcome.known for one in results)
    what = _by_name(view, results) if small else _by_seats(view)
    contests, postponed = len(view.members), [view.place(one) for one in view.postponed]
    sentence = wording.patch_complete(view.name, contests, view.areas(contests), what, postponed)
    evidence = [*view.seats_evidence, *view.postponed_evidence()]
    if len(results) <= NAMED:
        evidence += [_outcome(one) for one in results]
    else:
        rare = _rare(view)
        evidence += [_won(one) for one in results if one.id in rare]
    yield view.line("complete", sentence, evidence)


def _outcome(result: Result) -> Evidence:
    return entered(result, result.contest.name, outcome_words(result.outcome, result.briefing.parties))


def _rare(view: View) -> set[ContestId]:
    """Return the contests won by parties with so few seats in the scope that they are named."""
    every = (view.index[SEATS, party] for party in parties(view.index, SEATS))
    return {mark[3] for marks in every if len(marks) <= RARE for mark in marks}


def _won(result: Result) -> Evidence:
    names = ", ".join(f"{one.name} ({result.party(one.party).short})" for one in result.elected)
    return entered(result, result.contest.name, names)


def _by_seats(view: View) -> str:
    """Return the seats of the parties with most of them, with their changes where all holders are known."""
    return listed(seats_said(view, MOST))


def _by_name(view: View, results: list[Result]) -> str:
    """Return how the party that defended most seats fared, and what the others gained from one another.

    A poll that was postponed is nobody's to hold.
    """
    defended = view.ground.defended_in(one.id for one in results) or {}
    lead = max(defended, key=lambda one: (defended[one], view.tally.party_seats(one)))
    losses = [one for one in results if one.outcome.losses == (lead,)]
    gains = [one for one in results if one.outcome.gains == (lead,)]
    others = [one for one in results if one.outcome.is_gain and one not in losses and one not in gains]
    moves = [*_with_verb("lose", map(_lost, losses)), *_with_verb("gain", map(_gained, gains))]
    who = Subject(party_named(view.party(lead)))
    held = defended[lead] - len(losses)
    said = wording.defended_words(who, held, defended[lead], moves)
    return "; ".join((said, *(_between(one) for one in others)))


def _with_verb(verb: str, places: Iterable[str]) -> list[str]:
    """Return the places with the verb before the first of them."""
    return [one if at else f"{verb} {one}" for at, one in enumerate(places)]


def _lost(result: Result) -> str:
    return f"{place(result)} to {owner(result, _winner(result))}"


def _gained(result: Result) -> str:
    return f"{place(result)} from {owner(result, result.outcome.losses[0])}"


def _between(result: Result) -> str:
    winner = owner(result, _winner(result))
    return f"{Subject(winner).does('gain')} {place(result)} from {owner(result, result.outcome.losses[0])}"


def _winner(result: Result) -> PartyId:
    return result.winner.party
