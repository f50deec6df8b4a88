"""Results in the columns of Democracy Club's own results file: one row for everybody who stood in a declared contest.

Their ids are used where the briefing came with them and are otherwise made from names, as theirs are; a person's id is
theirs to give and stays empty. `turnout` is what it is in their file, the number of ballot papers.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from resultsdesk.assets import resource
from resultsdesk.export.csv_file import CsvWriter
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.tables.table import Cell, Column, Kind, Table
from resultsdesk.night.briefing import Body, Contest
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import Candidacy

NAME = "democracy-club-results.csv"
WHAT = (
    "The declared contests in the columns of Democracy Club's results file, without a byte order mark. Ids of elections"
    " and ballots are made from names where the briefing did not come from them; those of persons are left empty."
)
COLUMNS = tuple(
    Column(name, name, kind)
    for name, kind in (
        ("election_id", Kind.TEXT),
        ("ballot_paper_id", Kind.TEXT),
        ("person_id", Kind.TEXT),
        ("party_id", Kind.TEXT),
        ("party_name", Kind.TEXT),
        ("person_name", Kind.TEXT),
        ("ballots_cast", Kind.COUNT),
        ("is_winner", Kind.TEXT),
        ("spoilt_ballots", Kind.COUNT),
        ("turnout", Kind.COUNT),
        ("source", Kind.TEXT),
    )
)
DATED = re.compile(r"[a-z]+(\.[a-z0-9-]+)*\.\d{4}-\d{2}-\d{2}")
"""What an id of theirs looks like, of an election or of a ballot."""

PARLIAMENTS = {
    "House of Commons": "parl",
    "Senedd Cymru": "senedd",
    "Scottish Parliament": "sp",
    "Northern Ireland Assembly": "nia",
    "London Assembly": "gla",
}
LABELS = {"Ind": "ynmp-party:2", "Spk": "ynmp-party:12522"}
"""What stands on a ballot paper and is no registered party."""

JOINT = {("Lab", "Coop"): "joint-party:53-119"}


def democracy_club_files() -> tuple[Writer, ...]:
    """Return the writer of the file."""
    return (CsvWriter(NAME, WHAT, results_table, {"ballots_cast": _votes}, encoding="utf-8"),)


def results_table(summary: Summary) -> Table:
    """Return a row for each candidacy of each contest that is decided."""
    night = summary.night
    ids = ballot_ids(night)
    source = f"{summary.made_by}: {summary.heading}"
    rows = (
        row for one in night.contests.values() if one.decided for row in _rows(night, one, ids[one.contest.id], source)
    )
    return Table("democracy_club", "Democracy Club", COLUMNS, tuple(rows))


def ballot_ids(night: Night) -> dict[str, str]:
    """Return the id of each contest's ballot; no two are the same."""
    ids: dict[str, str] = {}
    for one in night.briefing.contests.values():
        made = _ballot_id(night, one)
        ids[one.id] = made if made not in ids.values() else _placed(made, f"{slug(one.name)}-{slug(one.id)}")
    return ids


def election_id(night: Night, body: Body) -> str:
    """Return the id of the election that fills a body, such as `local.birmingham.2016-05-05`."""
    if DATED.fullmatch(body.id):
        return body.id
    day = night.briefing.election.day.isoformat()
    parliament = PARLIAMENTS.get(body.name)
    return f"{parliament}.{day}" if parliament else f"local.{slug(body.name)}.{day}"


def slug(name: str) -> str:
    """Return a name as it stands in an id: `Birmingham, Northfield` as `birmingham-northfield`."""
    letters = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("'", "").replace("’", ""))
    return re.sub("[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode("ascii").casefold()).strip("-")


def _ballot_id(night: Night, contest: Contest) -> str:
    if DATED.fullmatch(contest.id):
        return contest.id
    election = election_id(night, night.briefing.bodies[contest.body])
    return f"{election.rpartition('.')[0]}.{slug(contest.name)}.{election.rpartition('.')[2]}"


def _placed(ballot: str, place: str) -> str:
    start, _, day = ballot.rpartition(".")
    return f"{start.rpartition('.')[0]}.{place}.{day}"


def _rows(night: Night, standing: Standing, ballot: str, source: str) -> Iterator[tuple[Cell, ...]]:
    contest, poll = standing.contest, standing.poll
    election = election_id(night, night.briefing.bodies[contest.body])
    papers = poll.all_papers(contest.vacancies) if poll else None
    for one in contest.candidacies:
        yield (
            election,
            ballot,
            None,
            _party_id(one),
            night.briefing.parties[one.party].name,
            one.name,
            poll.votes.get(one.id) if poll else None,
            str(one.id in standing.winners),
            poll.rejected if poll else None,
            papers,
            source,
        )


def _party_id(one: Candidacy) -> str | None:
    """Return the party's number in the register, None where nobody told it."""
    joint = JOINT.get((one.party, one.adjunct or ""))
    return joint or LABELS.get(one.party) or _register().get(one.party)


@cache
def _register() -> dict[str, str]:
    """Return the parties' first numbers in the Electoral Commission's register, by their ids."""
    with resource("parties.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["id"], row["ec"].partition(";")[0].strip()) for row in csv.DictReader(file)]
    return {party: number for party, number in rows if number}


def _votes(night: Night) -> int:
    return night.tally(Scope()).valid_votes
