"""What is most: closest, largest, the greatest rise and fall, of turnout too. Whoever beats a record takes its line."""

from collections.abc import Callable, Iterator
from functools import partial

from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.party import PartyKind
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.story.about import margin, owner, second
from resultsdesk.story.evidence import before, election_named, entered, standing_evidence
from resultsdesk.story.grammar import party_named
from resultsdesk.story.lines import Evidence, Line
from resultsdesk.story.ranks import (
    CLOSEST,
    DECLARED,
    DOWN,
    ENOUGH,
    FALL,
    HIGHEST,
    LARGEST,
    LOWEST,
    OVERTURNED,
    RECORDS,
    RISE,
    SWING,
    UP,
    Index,
    Key,
    first,
)
from resultsdesk.story.result import Result
from resultsdesk.story.scopes.view import View
from resultsdesk.story.wording import marks as wording

COUNTED_ALONE = frozenset({OVERTURNED})
"""Records that are news from the first."""

Said = tuple[str, tuple[Evidence, ...]]


def records(view: View) -> Iterator[Line]:
    """Yield the scope's records. Regions have none of their own, nor has a part whose record is a greater part's."""
    for key in RECORDS:
        found = first(view.index, key)
        if found is None or not _has_record(key, view.scope, view.index):
            continue
        if view.said_before(key, found, partial(_has_record, key)):
            continue
        line = view.once(view.results[found], key, partial(_line, view, key, view.results[found]))
        if line is not None:
            yield line


def _has_record(key: Key, scope: Scope, index: Index) -> bool:
    """Return whether a scope has a record of this kind: of few results nobody says which is most."""
    if scope.kind is ScopeKind.REGION or len(index[DECLARED]) < ENOUGH:
        return False
    return key in COUNTED_ALONE or len(index[key]) >= ENOUGH


def _line(view: View, key: Key, result: Result) -> Line | None:
    said = SAY[key](view, result)
    if said is None:
        return None
    sentence, evidence = said
    return view.line(key[0], sentence, (*evidence, *standing_evidence(result)), contest=result.id)


def _closest(view: View, result: Result) -> Said | None:
    winner = _winner(result)
    return wording.closest(view.place(result.id), view.where, view.so_far, winner, margin(result), second(result)), ()


def _largest(view: View, result: Result) -> Said | None:
    share = per_cent(result.majority_share) if result.contest.vacancies == 1 else ""
    sentence = wording.largest(
        view.place(result.id), view.where, view.so_far, _winner(result), result.majority or 0, share
    )
    return sentence, ()


def _winner(result: Result) -> str:
    party = result.party(result.elected[-1].party)
    return party_named(party) if party.kind is PartyKind.PARTY else result.elected[-1].name


def _rise(view: View, result: Result) -> Said | None:
    return _moved(view, result, rise=True)


def _fall(view: View, result: Result) -> Said | None:
    return _moved(view, result, rise=False)


def _moved(view: View, result: Result, rise: bool) -> Said | None:
    party, by = (max if rise else min)(result.changes.items(), key=lambda item: item[1])
    if by == 0 or (by > 0) is not rise:
        return None
    last, named = election_named(result.baseline), party_named(result.party(party))
    short = result.party(party).short
    evidence = [entered(result, f"{short} change", f"{points(by)} points")]
    if result.baseline is not None:
        evidence.append(before(result, f"{short} in {last}", per_cent(result.baseline.share(party))))
    return wording.moved_most(rise, named, view.place(result.id), view.where, view.so_far, by, last), tuple(evidence)


def _overturned(view: View, result: Result) -> Said | None:
    base = result.baseline
    if base is None or result.overturned is None:
        return None
    loser, last = owner(result, base.ranked[0].party), election_named(base)
    majority = number(result.overturned)
    winner = _winner(result)
    return wording.overturned(view.place(result.id), view.where, view.so_far, majority, loser, winner, last), ()


def _swing(view: View, result: Result) -> Said | None:
    swing = result.swing
    if swing is None:
        return None
    loser, gainer = party_named(result.party(swing.loser)), party_named(result.party(swing.gainer))
    last = election_named(result.baseline)
    return wording.swung(view.place(result.id), view.where, view.so_far, swing.by, loser, gainer, last), ()


def _turnout(which: str) -> Callable[[View, Result], Said | None]:
    def say(view: View, result: Result) -> Said | None:
        if result.turnout is None:
            return None
        return wording.turnout_most(which, view.place(result.id), view.where, view.so_far, result.turnout), _turnouts(
            result
        )

    return say


def _turnout_moved(up: bool) -> Callable[[View, Result], Said | None]:
    def say(view: View, result: Result) -> Said | None:
        by, now = result.turnout_change, result.turnout
        if by is None or now is None or by == 0 or (by > 0) is not up:
            return None
        last = election_named(result.baseline)
        return wording.turnout_moved(up, view.place(result.id), view.where, view.so_far, by, now, last), _turnouts(
            result
        )

    return say


def _turnouts(result: Result) -> tuple[Evidence, ...]:
    electorate = number(result.contest.electorate)
    said = [entered(result, "Turnout", f"{per_cent(result.turnout)} of {electorate}")]
    if result.turnout_change is not None and result.baseline is not None:
        last = election_named(result.baseline)
        said.append(before(result, f"Turnout in {last}", per_cent(result.baseline.turnout)))
    return tuple(said)


SAY: dict[Key, Callable[[View, Result], Said | None]] = {
    CLOSEST: _closest,
    LARGEST: _largest,
    FALL: _fall,
    RISE: _rise,
    OVERTURNED: _overturned,
    SWING: _swing,
    HIGHEST: _turnout("highest"),
    LOWEST: _turnout("lowest"),
    UP: _turnout_moved(True),
    DOWN: _turnout_moved(False),
}
