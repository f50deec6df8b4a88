"""Accounts from elsewhere into the night: planned against the rules before anything is written, then entered.

Two that disagree are shown. Whose word is taken is for a person to say; nothing is merged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from resultsdesk.desk.desk import Desk, Done
from resultsdesk.desk.rehearsal import LONGEST_NIGHT, RehearsalClock
from resultsdesk.night.accounts import Account
from resultsdesk.night.agreement import OURS, Agreement, Comparison, Side, compare
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
)
from resultsdesk.night.entries import SAID, Entry, Kind, NewEntry
from resultsdesk.night.night import Night, step
from resultsdesk.night.objections import Objection, error
from resultsdesk.night.rules import Author, weigh
from resultsdesk.night.verdict import Verdict

THEIRS = "theirs"
DISAGREEMENT = "disagreement"
JOINED = "; "  # between the names of sources that say the same


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever imports has said: whose word to take, by contest and for all others; the warnings that are all
    right; and why, for what corrects an entry. `OURS` leaves a contest as it is.
    """

    takes: Mapping[ContestId, str] = field(default_factory=dict)
    take: str = ""
    accepted: frozenset[str] = frozenset()
    reason: str = ""

    def whose(self, contest: ContestId) -> str:
        """Return whose word to take in a contest, nothing where nobody has said."""
        return self.takes.get(contest, self.take)


@dataclass(frozen=True, slots=True)
class Item:
    """One contest of an import: how the accounts agree, what is to be entered, and all that was objected.

    `command` is None where there is nothing to enter; `accepted` are the codes that were acknowledged.
    """

    comparison: Comparison
    objections: tuple[Objection, ...] = ()
    command: Command | None = None
    verdict: Verdict | None = None
    accepted: frozenset[str] = frozenset()

    @property
    def standing_against(self) -> tuple[Objection, ...]:
        """Return the objections nobody has dealt with yet."""
        return tuple(one for one in self.objections if one.blocks or one.code not in self.accepted)

    @property
    def ready(self) -> bool:
        """Return whether there is something to enter and nothing against it."""
        return self.command is not None and not self.standing_against


def plan(night: Night, now: datetime, author: Author, accounts: Iterable[Account], wishes: Wishes) -> tuple[Item, ...]:
    """Return what an import would do, contest by contest in the order it would be entered; nothing is changed.

    Each is weighed against the night as it would be by then, since what is likely depends on what came before.
    """
    by_contest: dict[ContestId, list[Account]] = {}
    for one in accounts:
        by_contest.setdefault(one.contest, []).append(one)
    order = {contest: at for at, contest in enumerate(night.contests)}
    items = []
    for contest in sorted(by_contest, key=lambda one: (_time(by_contest[one], now), order[one])):
        comparison = compare(night.contests[contest], by_contest[contest])
        item = _item(night, now, author, comparison, wishes)
        items.append(item)
        if item.ready and item.verdict and item.verdict.entry:
            night = step(night, _as_if(item.verdict.entry, night))
    return tuple(items)


def enter(desk: Desk, items: Sequence[Item]) -> Iterator[tuple[Item, Done]]:
    """Enter what is ready, one entry after another, and yield what became of each.

    A rehearsal's clock is turned to each declaration, as it is when one is played.
    """
    for item in items:
        if not item.ready or item.command is None:
            continue
        if isinstance(desk.clock, RehearsalClock):
            desk.clock.turn(_now(desk.night, desk.clock.now(), item.command.declared_at))
        yield item, desk.commit(item.command)


def _time(accounts: Sequence[Account], now: datetime) -> datetime:
    return min((one.declared_at for one in accounts if one.declared_at), default=now)


def _now(night: Night, now: datetime, declared_at: datetime | None) -> datetime:
    """Return the time by a night's own clock when a declaration is entered; a slip in a date does not move it."""
    latest = night.briefing.election.close_of_poll + LONGEST_NIGHT
    return max(now, declared_at) if night.rehearsal and declared_at and declared_at <= latest else now


def _as_if(new: NewEntry, night: Night) -> Entry:
    """Return an entry as if the journal had kept it."""
    said = {name: getattr(new, name) for name in SAID}
    return Entry(**said, seq=night.seq + 1, entry_id=f"planned {night.seq + 1}")


def _item(night: Night, now: datetime, author: Author, comparison: Comparison, wishes: Wishes) -> Item:
    contest, agreement = comparison.contest.id, comparison.agreement
    whose = wishes.whose(contest)
    if agreement is Agreement.SILENT:
        return Item(comparison)
    if agreement is Agreement.INCOMPLETE:
        return Item(comparison, _incomplete(comparison))
    against = _against(comparison.theirs)
    if agreement is Agreement.SAME or (agreement is Agreement.MORE and contest not in wishes.takes):
        return Item(comparison, tuple(one for one in against if one.blocks))
    side = _chosen(comparison, whose)
    if whose == OURS and (agreement is not Agreement.NEW or contest in wishes.takes):
        return Item(comparison)
    if side is None:
        return Item(comparison, (_disagreement(comparison), *against), accepted=wishes.accepted)
    if agreement is Agreement.DIFFERS and comparison.ours and comparison.agree(comparison.ours, side):
        return Item(comparison)  # whose word is taken says what we have
    command = _command(night, comparison, side, wishes)
    verdict = weigh(night, command, _now(night, now, command.declared_at), author)
    objections = (*_against([side]), *verdict.objections)
    return Item(comparison, objections, command, verdict, wishes.accepted)


def _against(sides: Iterable[Side]) -> tuple[Objection, ...]:
    """Return what is objected to the accounts themselves."""
    return tuple(one for side in sides if side.account for one in side.account.objections)


def _chosen(comparison: Comparison, whose: str) -> Side | None:
    """Return the side whose word is taken: where all agree, the one that says most."""
    if comparison.agreement in (Agreement.NEW, Agreement.MORE):
        return max(comparison.theirs, key=lambda one: _said(one.figures))
    named = [one for one in comparison.theirs if whose in (one.whose, THEIRS)]
    return named[0] if len(named) == 1 else None


def _said(figures: Figures) -> int:
    told = (*figures.votes.values(), figures.rejected, figures.papers)
    return sum(one is not None for one in told)


def _incomplete(comparison: Comparison) -> tuple[Objection, ...]:
    """Return why accounts are not whole: what is wrong with them, or else which figures nobody has."""
    against = _against(comparison.theirs)
    if any(one.blocks for one in against):
        return against
    sides = [one.figures.votes for one in comparison.theirs]
    lacking = [one for one in comparison.contest.candidacies if all(votes.get(one.id) is None for votes in sides)]
    names = ", ".join(one.name for one in lacking)
    text = f"There is no figure for {names}." if lacking else "No file has every candidacy's figure."
    return (*against, error("missing-figure", text, *(one.id for one in lacking)))


def _disagreement(comparison: Comparison) -> Objection:
    names = " and ".join(dict.fromkeys(one.whose for one in comparison.sides))
    text = f"{names} disagree about {comparison.contest.name}: say with --take whose figures are right."
    return error(DISAGREEMENT, text)


def _command(night: Night, comparison: Comparison, side: Side, wishes: Wishes) -> Command:
    account = side.account
    assert account is not None, "a source's side has its account"
    agreeing = [one.whose for one in comparison.theirs if one is side or _says_as_much(comparison, one, side)]
    told = [one.text for one in account.objections if not one.blocks and one.code in wishes.accepted]
    shared: dict[str, object] = {
        "contest": account.contest,
        "after": night.contests[account.contest].head,
        "accepted": wishes.accepted,
        "reason": " ".join(part for part in (wishes.reason if comparison.ours else "", *told) if part),
        "source": JOINED.join(dict.fromkeys(agreeing)),
        "declared_at": account.declared_at,
    }
    return _of_kind(comparison, side, shared)


def _says_as_much(comparison: Comparison, one: Side, side: Side) -> bool:
    """Return whether a source can be named beside the one that is taken: it has the same votes, all of them."""
    return comparison.agree(one, side) and one.figures.votes == side.figures.votes and not _blocked(one)


def _blocked(side: Side) -> bool:
    return any(one.blocks for one in _against([side]))


def _of_kind(comparison: Comparison, side: Side, shared: dict[str, object]) -> Command:
    command: Command
    if side.kind is Kind.FLASHED and side.winner is not None:
        command = Flash(winner=side.winner, **shared)  # type: ignore[arg-type]  # the keys are Command's own fields
    elif side.kind is Kind.DECLARED:
        ours = comparison.ours
        correcting = ours is not None and ours.kind is Kind.DECLARED
        figures = _filled(side.figures, ours.figures) if ours else side.figures
        if correcting:
            shared = {**shared, "declared_at": None}  # a correction is made now, whenever the count was declared
        kind = Correct if correcting else Declare
        command = kind(figures=figures, **shared)  # type: ignore[arg-type]  # as above
    else:
        plain = {Kind.UNOPPOSED: DeclareUnopposed, Kind.POSTPONED: Postpone}.get(side.kind, CallRecount)
        command = plain(**shared)  # type: ignore[arg-type]  # as above
    return command


def _filled(theirs: Figures, ours: Figures) -> Figures:
    """Return their figures; what a correction says nothing of stands as it was declared."""
    return replace(
        theirs,
        rejected=ours.rejected if theirs.rejected is None else theirs.rejected,
        papers=ours.papers if theirs.papers is None else theirs.papers,
    )
