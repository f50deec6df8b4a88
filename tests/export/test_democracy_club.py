"""Our results in Democracy Club's columns, against their own file and read back as theirs are."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from built_in import built_in

from resultsdesk.export.democracy_club import COLUMNS, ballot_ids, democracy_club_files, results_table, slug
from resultsdesk.export.summary import Summary
from resultsdesk.intake.democracy_club import build_democracy_club
from resultsdesk.night.briefing import BodyId, ContestId
from resultsdesk.night.night import begin


def of(summary: Summary, night: str, until: str | None = None) -> Summary:
    return replace(summary, night=built_in(night, until), _made={})


def rows(summary: Summary, folder: Path) -> list[dict[str, str]]:
    (writer,) = democracy_club_files()
    path = folder / writer.name
    writer.write(summary, path)
    assert writer.check(summary, path) == ()
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_columns_are_theirs(shared: Path) -> None:
    with (shared / "data" / "democracy-club" / "results-2018-05-03.csv").open(encoding="utf-8", newline="") as file:
        next(file)  # a stray line
        assert next(csv.reader(file)) == [one.name for one in COLUMNS]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Birmingham, Northfield", "birmingham-northfield"),
        ("Weoley", "weoley"),
        ("Ynys Môn", "ynys-mon"),
        ("King's Heath & Moseley", "kings-heath-and-moseley"),
    ],
)
def test_names_in_ids_are_made_as_theirs(name: str, known: str) -> None:
    assert slug(name) == known


def test_ids_are_those_they_give(summary: Summary) -> None:
    northfield = next(one for one in built_in("uk-2017").briefing.contests.values() if "Northfield" in one.name)
    assert ballot_ids(built_in("uk-2017"))[northfield.id] == "parl.birmingham-northfield.2017-06-08"
    weoley = next(one for one in built_in("midlands-2016").briefing.contests.values() if one.name == "Weoley")
    assert ballot_ids(built_in("midlands-2016"))[weoley.id] == "local.birmingham.weoley.2016-05-05"
    ids = ballot_ids(built_in("uk-2024"))
    assert len(set(ids.values())) == len(ids) == 650


def test_ids_that_came_with_the_briefing_are_kept_and_never_the_same(summary: Summary) -> None:
    alpha, *others = summary.night.briefing.contests.values()
    theirs = replace(alpha, id=ContestId("local.town.alpha.by.2016-05-05"))
    twin = replace(others[1], name=others[0].name)
    contests = {one.id: one for one in (theirs, others[0], twin)}
    ids = ballot_ids(begin(replace(summary.night.briefing, contests=contests)))
    assert ids == {
        "local.town.alpha.by.2016-05-05": "local.town.alpha.by.2016-05-05",
        "beta": "local.town.beta-ward.2016-05-05",
        "gamma": "local.town.beta-ward-gamma.2016-05-05",
    }
    body = replace(summary.night.briefing.bodies[BodyId("town")], id=BodyId("town"))
    assert body.name == "Town"


def test_only_what_is_declared_is_there_and_unknown_is_empty(summary: Summary, tmp_path: Path) -> None:
    night = of(summary, "uk-2024", "03:14")
    found = rows(night, tmp_path)
    declared = [one for one in night.night.contests.values() if one.decided]
    assert len({one["ballot_paper_id"] for one in found}) == len(declared)
    assert {one["person_id"] for one in found} == {""}
    assert all("REHEARSAL" in one["source"] and "at 03:" in one["source"] for one in found)
    council = rows(of(summary, "midlands-2016"), tmp_path)
    assert {one["turnout"] for one in council if not one["spoilt_ballots"]} == {""}


def test_parties_have_their_numbers_in_the_register(summary: Summary) -> None:
    table = of(summary, "uk-2024").once(results_table)
    by_name = dict(zip(table.column("party_name"), table.column("party_id"), strict=True))
    assert (by_name["Conservative"], by_name["Independent"], by_name["Speaker"]) == (
        "PP52", "ynmp-party:2", "ynmp-party:12522",
    )  # fmt: skip
    assert {one for one in table.column("party_id") if str(one).startswith("joint")} == {"joint-party:53-119"}


@pytest.mark.parametrize("night", ["uk-2024", "midlands-2016"])
def test_a_night_can_be_built_of_it_as_of_theirs(summary: Summary, tmp_path: Path, night: str) -> None:
    real = of(summary, night)
    rows(real, tmp_path)
    election = real.night.briefing.election
    built = build_democracy_club(
        id="again", title="Again", date=election.day, candidates=tmp_path / "democracy-club-results.csv"
    )
    ids = ballot_ids(real.night)
    by_ballot = {str(one.contest): sorted(one.votes.values()) for one in built.results}
    wanted = {ids[one.contest.id]: sorted(one.poll.votes.values()) for one in real.night.contests.values() if one.poll}
    assert by_ballot == wanted
