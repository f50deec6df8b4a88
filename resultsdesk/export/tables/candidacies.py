"""A row for each candidacy, with all that it takes to enter the count again."""

from collections.abc import Iterator

from resultsdesk.export.objects import Object, drawn
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.contests import COUNTED, PLACE, TOLD, place
from resultsdesk.export.tables.table import Cell, Column, Kind, Table, cell, table
from resultsdesk.night.standing import Standing

WHAT = (
    "A row for each candidacy: votes, share, change, place, whether elected; with the figures of its contest, so that"
    " `resultsdesk import-results` can enter the counts of this one file in another night."
)
COLUMNS = (
    *PLACE,
    Column("stage", "Stage", what="of the contest, as in contests"),
    *TOLD,
    Column("ballot_order", "Ballot order", Kind.COUNT),
    Column("candidacy_id", "Candidacy id"),
    Column("name", "Name"),
    Column("forenames", "Forenames"),
    Column("surname", "Surname"),
    Column("party", "Party", what="its short name"),
    Column("party_id", "Party id"),
    Column("party_name", "Party’s name"),
    Column("adjunct", "Adjunct party", what="the second party of a joint candidacy"),
    Column("sitting", "Sitting", Kind.TRUTH, "whether this person has the seat now"),
    Column("votes", "Votes", Kind.COUNT),
    Column("share", "Share", Kind.PART, "of the valid votes"),
    Column("change", "Change", Kind.POINTS, "in the party's share since the last election"),
    Column("place", "Place", Kind.COUNT, "1 has most votes; those level are in the order that decided"),
    Column("elected", "Elected", Kind.TRUTH),
    Column("flashed", "Heard to have won", Kind.TRUTH, "only a flash: no figures yet"),
    Column("lot", "Drawn by lot", Kind.COUNT, "1 was drawn first; empty where no lot was drawn"),
    Column("deposit_lost", "Deposit lost", Kind.TRUTH, "empty where the election has no deposits"),
    *COUNTED,
)


def candidacies_table(summary: Summary) -> Table:
    """Return every candidacy, contest by contest in the briefing's order, in ballot order."""
    standings = summary.night.contests.values()
    rows = (row for pair in zip(standings, summary.contests, strict=True) for row in _rows(summary, *pair))
    return table(summary, "candidacies", "Candidacies", COLUMNS, rows)


def _rows(summary: Summary, standing: Standing, contest: Object) -> Iterator[tuple[Cell, ...]]:
    of_contest = (*place(contest), cell(contest["stage"]), *(cell(contest[one.name]) for one in TOLD))
    counted = tuple(cell(contest[one.name]) for one in COUNTED)
    objects = contest["candidacies"]
    if not isinstance(objects, list):
        raise TypeError("a contest's candidacies are a list")
    ranked = {one: at for at, one in enumerate(standing.count.ranked, start=1)} if standing.count else {}
    by_lot = {one: at for at, one in enumerate(drawn(standing), start=1)}
    for one, said in zip(standing.contest.candidacies, objects, strict=True):
        yield (
            *of_contest,
            one.order,
            one.id,
            one.name,
            cell(one.forenames),
            cell(one.surname),
            cell(said["party"]),
            one.party,
            summary.night.briefing.parties[one.party].name,
            *(cell(said[name]) for name in ("adjunct", "sitting", "votes", "share", "change")),
            ranked.get(one.id),
            cell(said["elected"]),
            one.id == standing.flash if standing.flash else None,
            by_lot.get(one.id),
            cell(said["deposit_lost"]),
            *counted,
        )
