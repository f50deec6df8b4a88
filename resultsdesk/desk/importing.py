"""Accounts from elsewhere into the night: planned against the rules before anything is written, then entered.

Two that disagree are shown. Whose word is taken is for a person to say; nothing is merged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from resultsdesk.desk.desk import Desk, Done
from resultsdesk.desk.rehearsal import LONGEST_NIGHT, RehearsalClock
from resultsdesk.desk.taking import Taking, Wishes, taken
from resultsdesk.night.accounts import Account
from resultsdesk.night.agreement import Comparison, compare
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    EntryId,
    Figures,
    Flash,
    Postpone,
    Retract,
    Shared,
)
from resultsdesk.night.entries import SAID, Entry, Kind, NewEntry
from resultsdesk.night.night import Night, step
from resultsdesk.night.objections import Objection
from resultsdesk.night.rules import Author, weigh
from resultsdesk.night.stages import Stage
from resultsdesk.night.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """One entry to be. `at` is when its source knew it or it was declared, `number` its place in a source's journal."""

    at: datetime
    number: int
    command: Command


@dataclass(frozen=True, slots=True)
class Item:
    """One contest of an import: how the accounts agree, what is to be entered, and all that was objected.

    There are no `steps` where there is nothing to enter, and several where a source's journal is entered. `verdict` is
    what would come of the last; `accepted` are the codes that were acknowledged.
    """

    comparison: Comparison
    objections: tuple[Objection, ...] = ()
    steps: tuple[Step, ...] = ()
    verdict: Verdict | None = None
    accepted: frozenset[str] = frozenset()

    @property
    def standing_against(self) -> tuple[Objection, ...]:
        """Return the objections nobody has dealt with yet."""
        return tuple(one for one in self.objections if one.blocks or one.code not in self.accepted)

    @property
    def ready(self) -> bool:
        """Return whether there is something to enter and nothing against it."""
        return bool(self.steps) and not self.standing_against


def plan(night: Night, now: datetime, author: Author, accounts: Iterable[Account], wishes: Wishes) -> tuple[Item, ...]:
    """Return what an import would do, contest by contest in the order it would begin; nothing is changed.

    Each entry is weighed against the night as it would be by then, since what is likely depends on what came before.
    """
    by_contest: dict[ContestId, list[Account]] = {}
    for one in accounts:
        by_contest.setdefault(one.contest, []).append(one)
    order = {contest: at for at, contest in enumerate(night.contests)}
    takings = []
    for contest in sorted(by_contest, key=lambda one: (_begins(by_contest[one], now), order[one])):
        standing = night.contests[contest]
        takings.append(taken(standing, compare(standing, by_contest[contest]), wishes))
    refused: dict[ContestId, Item] = {}
    while True:
        items = _weighed(night, now, author, takings, wishes, refused)
        # What is refused at a later step was weighed with its first ones in the night, where it will not be.
        late = {key: one for key, one in items.items() if len(one.steps) > 1 and not one.ready and key not in refused}
        if not late:
            return tuple(items.values())
        refused |= late


def enter(desk: Desk, items: Sequence[Item]) -> Iterator[tuple[Item, Done]]:
    """Enter what is ready, one entry after another, and yield what became of each.

    A rehearsal's clock is turned to each, as it is when one is played. Where an entry of a contest is refused at the
    last moment, what came after it there is left out.
    """
    queue = sorted(((one, item) for item in items if item.ready for one in item.steps), key=lambda pair: _due(pair[0]))
    heads: dict[ContestId, EntryId] = {}
    stopped: set[ContestId] = set()
    for one, item in queue:
        contest = one.command.contest
        if contest in stopped:
            continue
        if isinstance(desk.clock, RehearsalClock):
            desk.clock.turn(_now(desk.night, desk.clock.now(), one.at))
        done = desk.commit(replace(one.command, after=heads.get(contest, one.command.after)))
        if done.entry is None:
            stopped.add(contest)
        else:
            heads[contest] = done.entry.entry_id
        yield item, done


def _begins(accounts: Sequence[Account], now: datetime) -> datetime:
    first = ((*one.journal, one)[0] for one in accounts)
    return min(_at(one, now) for one in first)


def _at(account: Account, now: datetime) -> datetime:
    return account.keyed_at or account.declared_at or now


def _due(one: Step) -> tuple[datetime, int]:
    return one.at, one.number


def _now(night: Night, now: datetime, at: datetime) -> datetime:
    """Return the time by a night's own clock when something is entered; a slip in a date does not move it."""
    latest = night.briefing.election.close_of_poll + LONGEST_NIGHT
    return max(now, at) if night.rehearsal and at <= latest else now


def _weighed(
    night: Night,
    now: datetime,
    author: Author,
    takings: Sequence[Taking],
    wishes: Wishes,
    refused: Mapping[ContestId, Item],
) -> dict[ContestId, Item]:
    """Return an item for each contest, weighed in the order of entering; those that were refused stay as they are.

    Within a contest what is only asked about goes on as if it were acknowledged, so that all is asked at once.
    """
    items, queue = {}, []
    for taking in takings:
        contest = taking.comparison.contest.id
        items[contest] = refused.get(contest) or Item(taking.comparison, taking.objections, accepted=wishes.accepted)
        queue += [(one, taking) for one in taking.accounts if contest not in refused]
    for account, taking in sorted(queue, key=lambda pair: (_at(pair[0], now), pair[0].number)):
        item = items[account.contest]
        if any(one.blocks for one in item.objections) and item.steps:
            continue
        command = _command(night, taking, account, wishes)
        at = _at(account, now)
        verdict = weigh(night, command, _now(night, now, at), author)
        steps = (*item.steps, Step(at, account.number, command))
        objections = tuple(dict.fromkeys((*item.objections, *verdict.objections)))
        items[account.contest] = item = replace(item, objections=objections, steps=steps, verdict=verdict)
        more = account is not taking.accounts[-1]
        if verdict.entry is not None and not verdict.errors and (item.ready or more):
            night = step(night, _as_if(verdict.entry, night))
    return items


def _command(night: Night, taking: Taking, account: Account, wishes: Wishes) -> Command:
    """Return the command that enters an account in a night as it is by then."""
    standing, ours = night.contests[account.contest], taking.comparison.ours
    shared: Shared = {
        "contest": account.contest,
        "after": standing.head,
        "accepted": wishes.accepted,
        "reason": " ".join(part for part in (account.reason, taking.reason) if part),
        "source": taking.source if account is taking.accounts[-1] else account.source,
        "declared_at": account.declared_at,
    }
    if account.kind is Kind.FLASHED and account.winner is not None:
        return Flash(winner=account.winner, **shared)
    if account.kind is Kind.RECOUNT:
        return CallRecount(figures=account.figures if account.figures.votes else None, **shared)
    if account.kind not in (Kind.DECLARED, Kind.CORRECTED):
        plain = {Kind.UNOPPOSED: DeclareUnopposed, Kind.POSTPONED: Postpone}.get(account.kind, Retract)
        return plain(**shared)
    figures = _filled(account.figures, ours.figures) if ours else account.figures
    if standing.stage is not Stage.DECLARED:
        return Declare(figures=figures, **shared)
    if ours:
        shared["declared_at"] = None  # our correction is made now, whenever the count was declared
    return Correct(figures=figures, **shared)


def _filled(theirs: Figures, ours: Figures) -> Figures:
    """Return their figures; what a correction says nothing of stands as it was declared."""
    return replace(
        theirs,
        rejected=ours.rejected if theirs.rejected is None else theirs.rejected,
        papers=ours.papers if theirs.papers is None else theirs.papers,
    )


def _as_if(new: NewEntry, night: Night) -> Entry:
    """Return an entry as if the journal had kept it."""
    said = {name: getattr(new, name) for name in SAID}
    return Entry(**said, seq=night.seq + 1, entry_id=f"planned {night.seq + 1}")
