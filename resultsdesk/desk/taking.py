"""Whose word is taken of a contest that others have told of, and what stands against taking any."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from resultsdesk.night.accounts import Account
from resultsdesk.night.agreement import OURS, Agreement, Comparison, Side
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Figures
from resultsdesk.night.objections import Objection, error
from resultsdesk.night.standing import Standing

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
class Taking:
    """What is taken of one contest: the accounts to enter one after another, none where nothing is to be entered.

    `objections` are to the accounts themselves; `source` is who says what the last account says, `reason` why it is
    entered beyond what it says itself.
    """

    comparison: Comparison
    accounts: tuple[Account, ...] = ()
    objections: tuple[Objection, ...] = ()
    source: str = ""
    reason: str = ""


def taken(standing: Standing, comparison: Comparison, wishes: Wishes) -> Taking:
    """Return what is taken of a contest as it stands, by what whoever imports has said.

    Where nothing has been entered for it yet, all that its source's journal says is taken; else the last word alone.
    """
    contest, agreement = comparison.contest.id, comparison.agreement
    whose = wishes.whose(contest)
    if agreement is Agreement.SILENT:
        return Taking(comparison)
    if agreement is Agreement.INCOMPLETE:
        return Taking(comparison, objections=_incomplete(comparison))
    against = _against(comparison.theirs)
    if agreement is Agreement.SAME or (agreement is Agreement.MORE and contest not in wishes.takes):
        return Taking(comparison, objections=tuple(one for one in against if one.blocks))
    side = _chosen(comparison, whose)
    if whose == OURS and (agreement is not Agreement.NEW or contest in wishes.takes):
        return Taking(comparison)
    if side is None:
        return Taking(comparison, objections=(_disagreement(comparison), *against))
    if agreement is Agreement.DIFFERS and comparison.ours and comparison.agree(comparison.ours, side):
        return Taking(comparison)  # whose word is taken says what we have
    account = side.account
    assert account is not None, "a source's side has its account"
    agreeing = [one.whose for one in comparison.theirs if one is side or _says_as_much(comparison, one, side)]
    told = [one.text for one in account.objections if not one.blocks and one.code in wishes.accepted]
    return Taking(
        comparison,
        (account,) if standing.entries else account.journal or (account,),
        account.objections,
        source=JOINED.join(dict.fromkeys(agreeing)),
        reason=" ".join(part for part in (wishes.reason if comparison.ours else "", *told) if part),
    )


def _against(sides: Iterable[Side]) -> tuple[Objection, ...]:
    """Return what is objected to the accounts themselves."""
    return tuple(one for side in sides if side.account for one in side.account.objections)


def _chosen(comparison: Comparison, whose: str) -> Side | None:
    """Return the side whose word is taken: where all agree, the one that says most."""
    if comparison.agreement in (Agreement.NEW, Agreement.MORE):
        return max(comparison.theirs, key=_said)
    named = [one for one in comparison.theirs if whose in (one.whose, THEIRS)]
    return named[0] if len(named) == 1 else None


def _said(side: Side) -> tuple[int, int]:
    """Return how much a side says: how many figures, and in how many entries it came to them."""
    figures: Figures = side.figures
    told = (*figures.votes.values(), figures.rejected, figures.papers)
    return sum(one is not None for one in told), len(side.account.journal) if side.account else 0


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


def _says_as_much(comparison: Comparison, one: Side, side: Side) -> bool:
    """Return whether a source can be named beside the one that is taken: it has the same votes, all of them."""
    return comparison.agree(one, side) and one.figures.votes == side.figures.votes and not _blocked(one)


def _blocked(side: Side) -> bool:
    return any(one.blocks for one in _against([side]))
