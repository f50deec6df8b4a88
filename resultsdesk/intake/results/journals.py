"""How a source came to what it says of a contest: the journal it brings, in this night's terms.

A journal counts where it leads to what the source's list of contests says. Where it leads elsewhere somebody has edited
the one and not the other, which is asked about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from resultsdesk.intake.results.told import ToldContest, ToldEntry
from resultsdesk.night.accounts import Account
from resultsdesk.night.agreement import Agreement, compare
from resultsdesk.night.briefing import Contest
from resultsdesk.night.commands import Figures
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.objections import warning
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing, advanced, follows
from resultsdesk.psephology.candidacy import CandidacyId

Ids = Mapping[str, CandidacyId]
"""This night's candidacies by the source's own ids."""


def retold(account: Account, contest: Contest, told: ToldContest, ids: Ids) -> Account:
    """Return an account with all that its source's journal says of the contest, where the file has a journal.

    A journal that does not lead to the account is asked about, and left out.
    """
    if not told.journal or any(one.blocks for one in account.objections):
        return account
    standing = _led_to(contest, told.journal, ids)
    if standing is None or compare(standing, [account]).agreement is not Agreement.SAME:
        text = "The file's journal leads to something else than its list of contests: one of them has been edited."
        return replace(account, objections=(*account.objections, warning("journal-differs", text)))
    return replace(account, journal=_entries(account, told.journal, ids))


def taken_back(source: str, contest: Contest, told: ToldContest, ids: Ids) -> Account | None:
    """Return the account of a contest that is awaited again after all was retracted, or None where it never began."""
    standing = _led_to(contest, told.journal, ids)
    if standing is None or not standing.entries or standing.stage is not Stage.AWAITED:
        return None
    account = Account(contest=contest.id, source=source, kind=Kind.RETRACTED)
    return replace(account, journal=_entries(account, told.journal, ids))


def _led_to(contest: Contest, journal: Sequence[ToldEntry], ids: Ids) -> Standing | None:
    """Return where a journal leads a contest, or None where it has people or steps that there cannot be."""
    standing = Standing(contest)
    for one in journal:
        named = (*(one.votes or ()), *one.lot, *filter(None, (one.winner,)))
        counts = one.kind in (Kind.DECLARED, Kind.CORRECTED)
        whole = one.votes is not None and len(one.votes) == len(contest.candidacies)
        if follows(standing.stage, one.kind) is None or not set(named) <= set(ids) or (counts and not whole):
            return None
        standing = advanced(standing, _entry(contest, standing, one, ids))
    return standing


def _entry(contest: Contest, standing: Standing, told: ToldEntry, ids: Ids) -> Entry:
    """Return a told entry as if this night's journal had kept it."""
    return Entry(
        contest=contest.id,
        kind=told.kind,
        supersedes=standing.head,
        keyed_at=told.keyed_at,
        declared_at=told.declared_at,
        keyed_by="",
        desk="",
        winner=ids.get(told.winner),
        votes=_votes(told, ids),
        rejected=told.rejected,
        papers=told.papers,
        lot=tuple(ids[one] for one in told.lot),
        entry_id=f"told {told.number}",
    )


def _entries(account: Account, journal: Sequence[ToldEntry], ids: Ids) -> tuple[Account, ...]:
    return tuple(_account(account, one, ids) for one in journal)


def _account(account: Account, told: ToldEntry, ids: Ids) -> Account:
    """Return what one entry of the journal said."""
    return Account(
        contest=account.contest,
        source=account.source,
        kind=told.kind,
        figures=Figures(
            votes=_votes(told, ids) or {},
            rejected=told.rejected,
            papers=told.papers,
            read_out=told.read_out,
            announced_majority=told.announced_majority,
            lot=tuple(ids[one] for one in told.lot),
        ),
        winner=ids.get(told.winner),
        declared_at=told.declared_at,
        reason=told.reason,
        keyed_at=told.keyed_at,
        number=told.number,
    )


def _votes(told: ToldEntry, ids: Ids) -> Mapping[CandidacyId, int] | None:
    return None if told.votes is None else {ids[one]: votes for one, votes in told.votes.items()}
