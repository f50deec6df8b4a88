"""What is left, and what it could still change."""

from collections.abc import Iterator

from resultsdesk.night.control import ControlKind
from resultsdesk.night.night import ScopeKind
from resultsdesk.night.stages import DECIDED, Stage
from resultsdesk.story.grammar import Subject, listed, party_named
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.story.scopes.view import View, sum_of
from resultsdesk.story.weights import IN_DOUBT
from resultsdesk.story.wording import sums as wording

FEW = 8


def remaining(view: View) -> Iterator[Line]:
    """Yield how many contests of a scope are still to come, and whether they can decide who has a majority."""
    if view.scope.kind is ScopeKind.REGION or not view.declared or view.complete:
        return
    tally = view.tally
    left = tally.contests - tally.declared - tally.postponed
    evidence: list[Evidence] = [sum_of("Seats to come", _to_come(view))]
    if left <= FEW:
        waiting = (view.night.contests[one] for one in view.members)
        evidence += [
            Evidence(one.contest.name, str(one.stage), Source.BRIEFING, one.contest.id)
            for one in waiting
            if one.stage not in DECIDED and one.stage is not Stage.POSTPONED
        ]
    what = _could(view) if view.body is not None else ""
    election = view.briefing.election
    sentence = wording.remaining(left, election.area, election.areas, view.where, tally.recounts, what)
    weight = IN_DOUBT if view.whole and what and _in_doubt(view) else None
    yield view.line("remaining", sentence, evidence, weight=weight)


def _in_doubt(view: View) -> bool:
    """Return whether half is known of a body, and not yet who has a majority."""
    return view.control.kind is ControlKind.OPEN and 2 * _to_come(view) <= view.tally.all_seats


def _to_come(view: View) -> int:
    """Return the seats somebody will have tonight: those of a postponed poll nobody will."""
    contests = view.briefing.contests
    return view.tally.to_come - sum(contests[one].vacancies for one in view.postponed)


def _could(view: View) -> str:
    """Return what the seats left could change in a body; nothing where nobody knows its seats."""
    now, tally = view.control, view.tally
    if now.kind is ControlKind.PARTY and now.party is not None:
        return wording.settled(Subject(party_named(view.party(now.party))), view.name)
    if now.kind is ControlKind.NONE:
        return wording.unsettled(view.name)
    if now.kind is not ControlKind.OPEN:
        return ""
    ahead = [one for one in view.seated if view.is_party(one) and tally.party_seats(one)][:2]
    said: list[str] = []
    to_come = _to_come(view)
    # Before half is known there is no telling who else might.
    for one in ahead if _in_doubt(view) else ahead[:1]:
        who, needed = Subject(party_named(view.party(one))), tally.to_majority(one) or 0
        if needed <= to_come:
            said.append(wording.could_decide(who, needed, to_come, too=bool(said)))
        elif said:
            said.append(wording.cannot_decide(who))
    return listed(said)
