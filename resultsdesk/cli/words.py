"""From what was typed to what it names: contests, candidacies, scopes, times. Unclear words get a sentence."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time
from typing import TypeVar

from resultsdesk.cli.failures import Wrong
from resultsdesk.desk.draft import clock_time
from resultsdesk.night.briefing import BodyId, Briefing, Contest, ContestId
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.rounding import number

T = TypeVar("T")
NAMED_AT_MOST = 8


def contest_named(briefing: Briefing, words: str) -> Contest:
    """Return the contest of this id, name or former name, or the only one whose name has these words in it."""
    by_id = briefing.contests.get(ContestId(words.strip()))
    if by_id is not None:
        return by_id
    said = _plain(words)
    contests = tuple(briefing.contests.values())
    ways: tuple[Callable[[Contest], bool], ...] = (
        lambda one: _plain(one.id) == said,
        lambda one: _plain(one.name) == said,
        lambda one: said in map(_plain, one.former_names),
        lambda one: bool(said) and said in _plain(one.name),
        lambda one: bool(said) and all(part in _plain(one.name) for part in said.split()),
    )
    found = _first_that_finds(contests, ways)
    if len(found) == 1:
        return found[0]
    area, areas = briefing.election.area, briefing.election.areas
    if found:
        many = _listed(f"{_placed(briefing, one)} ({one.id})" for one in found)
        there = f"{number(len(found))} {areas}"
        raise Wrong(f"“{words}” is in the name of {there}: {many}. Give more of the name, or the id.")
    near = _nearest(words, contests)
    hint = f"Did you mean {_listed(near, 'or')}?" if near else "`resultsdesk show FILE contests` lists them."
    raise Wrong(f"No {area} here is called “{words}”. {hint}")


def _placed(briefing: Briefing, contest: Contest) -> str:
    """Return a contest's name, with its body's where there are several: councils share the names of wards."""
    body = f", {briefing.bodies[contest.body].name}" if len(briefing.bodies) > 1 else ""
    return f"{contest.name}{body}"


def candidacy_named(briefing: Briefing, contest: Contest, words: str) -> Candidacy:
    """Return the candidacy of this id, name, surname or party in a contest, where only one can be meant."""
    said = _plain(words)

    def party_is(one: Candidacy) -> bool:
        party = briefing.parties[one.party]
        return said in (_plain(party.short), _plain(party.id), _plain(party.name))

    ways: tuple[Callable[[Candidacy], bool], ...] = (
        lambda one: _plain(one.id) == said,
        lambda one: _plain(one.name) == said,
        lambda one: said in (_plain(one.surname), _plain(f"{one.surname}, {one.forenames}")),
        party_is,
        lambda one: bool(said) and said in _plain(one.name),
    )
    found = _first_that_finds(contest.candidacies, ways)
    if len(found) == 1:
        return found[0]
    standing = "; ".join(
        f"{one.name} ({briefing.parties[one.party].short}, {one.id})" for one in found or contest.candidacies
    )
    if found:
        people = f"{number(len(found))} people in {contest.name}"
        raise Wrong(f"“{words}” can be {people}: {standing}. Use a full name or an id.")
    raise Wrong(f"“{words}” is not standing in {contest.name}. These are: {standing}.")


def scope_named(night: Night, words: str) -> Scope:
    """Return the scope of this id or name: a group, region, nation or body."""
    said = _plain(words)
    order = (ScopeKind.GROUP, ScopeKind.REGION, ScopeKind.NATION, ScopeKind.BODY)
    scopes = sorted(night.scopes[1:], key=lambda one: order.index(one.kind))
    ways: tuple[Callable[[Scope], bool], ...] = (
        lambda one: said in (_plain(one.name), _plain(scope_name(night.briefing, one))),
        lambda one: bool(said) and said in _plain(scope_name(night.briefing, one)),
    )
    found = _first_that_finds(scopes, ways)
    exact = [one for one in found if said in (_plain(one.name), _plain(scope_name(night.briefing, one)))]
    if found and (exact or len(found) == 1):
        return found[0]  # a group may bear a region's name: the briefing's own word goes first
    names = dict.fromkeys(scope_name(night.briefing, one) for one in found or scopes)
    if found:
        raise Wrong(f"“{words}” can be {_listed(names, 'or')}. Give the whole name.")
    raise Wrong(f"This night has no group, region, nation or body “{words}”. It has {_listed(names, most=40)}.")


def scope_of_body(body: BodyId) -> Scope:
    """Return the scope of a whole body."""
    return Scope(ScopeKind.BODY, body)


def moment_named(briefing: Briefing, words: str, option: str) -> datetime:
    """Return a time given as HH:MM or HH:MM:SS on the night's own clock, or as ISO 8601 with or without offset."""
    said = time_named(words, option)
    if isinstance(said, time):
        return briefing.moment(said.replace(second=0)).replace(second=said.second)
    try:
        return briefing.local(said) if said.tzinfo else said.replace(tzinfo=briefing.election.zone)
    except OverflowError:  # at the ends of the calendar
        raise _no_time(words, option) from None


def time_named(words: str, option: str) -> time | datetime:
    """Return what is named: a time of the night's clock, or a day and time; raises Wrong where it is neither."""
    text = words.strip()
    clock, _, seconds = text.rpartition(":") if text.count(":") == 2 and len(text) <= 8 else (text, "", "0")
    on_the_clock = clock_time(clock)
    if on_the_clock is not None and seconds.isdecimal() and int(seconds) < 60:
        return on_the_clock.replace(second=int(seconds))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _no_time(words, option) from None
    if len(text) <= 10:
        raise Wrong(f"{option} “{words}” is a day without a time: add one, as in {text}T03:14.")
    return moment


def _no_time(words: str, option: str) -> Wrong:
    return Wrong(f"{option} “{words}” is not a time: give it as 03:14, 03:14:30 or 2024-07-05T03:14+01:00.")


def _first_that_finds(things: Sequence[T], ways: Iterable[Callable[[T], bool]]) -> tuple[T, ...]:
    for way in ways:
        found = tuple(one for one in things if way(one))
        if found:
            return found
    return ()


def _nearest(words: str, contests: Iterable[Contest]) -> list[str]:
    from rapidfuzz import fuzz, process, utils  # only needed once something is misspelt

    names = [one.name for one in contests]
    found = process.extract(words, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=3)
    return [name for name, score, _ in found if score >= 75]


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


def _listed(names: Iterable[str], last: str = "and", most: int = NAMED_AT_MOST) -> str:
    all_names = list(names)
    if len(all_names) > most:
        return f"{', '.join(all_names[:most])} {last} {number(len(all_names) - most)} more"
    *rest, end = all_names
    return f"{', '.join(rest)} {last} {end}" if rest else end
