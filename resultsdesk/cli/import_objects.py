"""What `import-results --json` answers, described in resources/docs/JSON.md."""

from collections.abc import Sequence

from resultsdesk.cli.failures import objection_object
from resultsdesk.desk.importing import Item
from resultsdesk.export.objects import Object, entry_object, instant
from resultsdesk.intake.results.matching import Placed
from resultsdesk.night.agreement import Side
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night


def import_object(night: Night, found: Sequence[Placed], items: Sequence[Item], entries: Sequence[Entry]) -> Object:
    """Return what each source is, every contest told of, and what of them is not in this night."""
    by_contest: dict[ContestId, list[Entry]] = {}
    for one in entries:
        by_contest.setdefault(one.contest, []).append(one)
    return {
        "rehearsal": night.rehearsal,
        "sources": [_source(one) for one in found],
        "contests": [_item(night, one, by_contest.get(one.comparison.contest.id, ())) for one in items],
        "unknown": [
            {
                "source": one.source.name,
                "line": unknown.told.line,
                "name": unknown.told.name,
                "body": unknown.told.body or None,
                "body_known": not unknown.elsewhere,
                "near": list(unknown.near),
            }
            for one in found
            for unknown in one.unknown
        ],
    }


def _source(one: Placed) -> Object:
    return {
        "name": one.source.name,
        "what": one.source.what,
        "rehearsal": one.source.rehearsal,
        "contests": len(one.accounts),
        "not_declared": one.untold,
        "other_days": one.other_days,
    }


def _item(night: Night, item: Item, entries: Sequence[Entry]) -> Object:
    comparison = item.comparison
    return {
        "id": comparison.contest.id,
        "name": comparison.contest.name,
        "body": comparison.contest.body,
        "agreement": str(comparison.agreement),
        "sides": [_side(night, one) for one in comparison.sides],
        "differing": [
            {"label": one.label, "candidacy": one.candidacy, "values": list(one.values)} for one in comparison.differing
        ],
        "objections": [objection_object(one) for one in item.objections],
        "against": [one.code for one in item.standing_against],
        "ready": item.ready,
        "entry": entry_object(night, entries[-1]) if entries else None,
        "entries": [entry_object(night, one) for one in entries],
    }


def _side(night: Night, side: Side) -> Object:
    entry, account = side.entry, side.account
    declared_at = entry.declared_at if entry else account.declared_at if account else None
    return {
        "whose": side.whose,
        "kind": str(side.kind),
        "entry": entry.seq if entry else None,
        "line": (account.line or None) if account else None,
        "declared_at": instant(night, declared_at),
        "votes": dict(side.figures.votes) or None,
        "rejected": side.figures.rejected,
        "papers": side.figures.papers,
        "lot": list(side.figures.lot),
        "winner": side.winner,
    }
