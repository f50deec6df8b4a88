"""Who has a majority of a body now, and who had it before."""

from collections.abc import Iterator

from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import Control, ControlKind
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.wording import majority_words
from resultsdesk.story.grammar import Subject, party_named
from resultsdesk.story.lines import Evidence, Line, Source
from resultsdesk.story.scopes.view import View, told
from resultsdesk.story.weights import CONTROL_THERE, SMALLER
from resultsdesk.story.wording import sums as wording

NOT_KNOWN = "who had the seats before"


def controlled(view: View) -> Iterator[Line]:
    """Yield who controls a body, once that is known."""
    if view.body is None or not view.declared:
        return
    now, before = view.control, view.ground.before[view.body]
    if now.kind is ControlKind.PARTY and now.party is not None:
        yield _held_or_won(view, now.party, before)
    elif now.kind is ControlKind.NONE:
        yield _none(view, now, before)


def _held_or_won(view: View, party: PartyId, before: Control | None) -> Line:
    who, seats, of = Subject(party_named(view.party(party))), view.tally.party_seats(party), view.tally.all_seats
    if before is None:
        sentence = wording.majority_had(who, view.name, seats, of, view.so_far)
        return _line(view, "control-held", sentence, party, (NOT_KNOWN,))
    if before.party == party:
        net = wording.net_words(view.net(party)) if view.complete else view.so_far
        sentence = wording.majority_held(who, view.name, seats, of, net)
        return _line(view, "control-held", sentence, party)
    from_ = party_named(view.party(before.party)) if before.party else ""
    by = f", {majority_words(seats, of, 0, complete=True)}" if view.complete else view.so_far
    return _line(view, "control-changed", wording.majority_won(who, view.name, seats, of, from_, by), party)


def _none(view: View, now: Control, before: Control | None) -> Line:
    lost = Subject(party_named(view.party(before.party))) if before and before.party else None
    still = before is not None and before.party is None
    most = view.in_order(now.largest)
    names = [party_named(view.party(one)) for one in most]
    seats = view.tally.party_seats(most[0]) if most else 0
    sentence = wording.no_control(view.name, lost, still, names, seats, view.tally.all_seats, view.so_far)
    largest = most[0] if most else None
    missing = () if before is not None else (NOT_KNOWN,)
    return _line(view, "control-changed" if lost else "control-held", sentence, largest, missing)


def _line(view: View, kind: str, sentence: str, party: PartyId | None, missing: tuple[str, ...] = ()) -> Line:
    weight = CONTROL_THERE + SMALLER[view.scope.kind] if kind == "control-held" and not view.whole else None
    return view.line(kind, sentence, _evidence(view), party=party, missing=missing, weight=weight)


def _evidence(view: View) -> Iterator[Evidence]:
    yield from view.seats_evidence
    before = view.ground.before[BodyId(view.scope.name)]
    if before is not None:
        who = party_named(view.party(before.party)) if before.party else "no overall control"
        yield Evidence("Control before", who, Source.BASELINE)
    body = view.briefing.bodies[BodyId(view.scope.name)]
    yield told("Seats for a majority", f"{body.majority} of {body.seats}")
    if body.continuing:
        yield told("Seats up tonight", f"{view.tally.seats_up} of {body.seats}")
    if body.note:
        yield told("Note", body.note)
