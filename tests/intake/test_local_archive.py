"""Council nights from the Local Elections Archive Project's files: small ones made here, and the published ones."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import build_briefings
import pytest

from resultsdesk.intake.built import Built
from resultsdesk.intake.check import check
from resultsdesk.intake.faults import IntakeError, Severity
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.intake.local_archive import build_councils
from resultsdesk.night.briefing import Body, Contest
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.count import count
from resultsdesk.psephology.party import PartyId

HEAD = "council,council_gss,ward,ward_gss,candidate,party,votes,elected\n"
RESULTS = f"""{HEAD}\
Town,E1,St. Alpha ,E11,A Young,Lab,500,1
Town,E1,St. Alpha ,E11, A de Old ,C,400,0
Town,E1,Beta,E12,A One,Lab,300,1
Town,E1,Beta,E12,B Two (Elected),Grn,200,1
Town,E1,Beta,E12,C Three (Not elected),Ind,200,0
Town,E1,Gamma & Delta,E13,A Four,C,0,1
Town,E1,Elected Mayor,NULL,NULL,NULL,NULL,NULL
Village,E2,Beta,E21,A Five,BestFor,9,1
Village,E2,Beta,E21,B Six,LD,8,0
"""
LAST = """\
council,ward,candidate,party,votes,elected
Town,St Alpha,A Then,C,50,1
Town,St Alpha,B Then,Lab,60,1
Town,Gamma and Delta,C Then,C,70,1
Hamlet,Beta,D Then,C,70,1
"""


def councils(folder: Path, **texts: str) -> Built:
    """Return what is built of files with these texts; `results` are the usual ones unless given."""
    files: dict[str, list[Path]] = {}
    for name, text in ({"results": RESULTS} | texts).items():
        path = folder / f"{name}-2014.csv"
        path.write_text(text, encoding="utf-8")
        files[name] = [path]
    return build_councils(id="x", title="Councils", date=date(2016, 5, 5), **files)


def contest(built: Built, key: str) -> Contest:
    return next(one for one in built.briefing.contests.values() if one.id == key)


def body(built: Built, name: str) -> Body:
    return next(one for one in built.briefing.bodies.values() if one.name == name)


def test_vacancies_are_the_winners_of_a_ward(tmp_path: Path) -> None:
    built = councils(tmp_path)
    assert [(one.id, one.name, one.vacancies) for one in built.briefing.contests.values()] == [
        ("E11", "St. Alpha", 1), ("E12", "Beta", 2), ("E13", "Gamma & Delta", 1), ("E21", "Beta", 1),
    ]  # fmt: skip
    assert [(one.name, one.party) for one in contest(built, "E11").candidacies] == [
        ("A de Old", "Con"),
        ("A Young", "Lab"),
    ]
    assert contest(built, "E11").nation == "England"
    assert not built.briefing.election.deposits


def test_a_lot_and_a_ward_without_a_poll_are_ordinary(tmp_path: Path) -> None:
    beta, gamma = councils(tmp_path).results[1:3]
    assert beta.lot == ("E12.3",)
    assert gamma.votes == {}


def test_what_is_said_of_a_lot_is_no_part_of_a_name(tmp_path: Path) -> None:
    names = [one.name for one in contest(councils(tmp_path), "E12").candidacies]
    assert names == ["A One", "C Three", "B Two"]


def test_a_party_nobody_knows_keeps_its_code(tmp_path: Path) -> None:
    assert councils(tmp_path).briefing.parties[PartyId("BestFor")].name == "BestFor"


def test_without_a_composition_the_seats_not_up_are_said_to_be_unknown(tmp_path: Path) -> None:
    town = body(councils(tmp_path), "Town")
    assert (town.seats, town.continuing) == (4, {})
    assert "not known" in town.note
    assert town.majority is None


COUNCILLORS = """\
Council,Ward Name,Councillor Name,Next Election,Party Name,Electoral Commission Party Code
Town,Alpha,A,2020,Labour Party,PP53
Town,Alpha,B,2020,Labour Party,PP53
Town,Alpha,C,2020,Labour Party,PP53
Town,Beta,D,2020,Green Party,PP63
Town,Beta,E,2020,Conservative and Unionist,PP52
Town,Beta,F,2020,Independent / Other,
"""


def test_councillors_after_less_tonights_winners_were_not_up(tmp_path: Path) -> None:
    town = body(councils(tmp_path, composition=COUNCILLORS), "Town")
    assert (town.seats, town.majority, town.continuing) == (6, 4, {"Lab": 1, "Ind": 1})
    assert "independents" in town.note


@pytest.mark.parametrize(
    ("row", "seats", "continuing", "note"),
    [
        ("Town,2016,7,1,3,0,1,2", 7, {"Lab": 1, "Oth": 2}, ""),
        ("Town,2016,8,1,3,0,1,2", 8, {"Lab": 1, "Oth": 2}, "1 more seat was neither up nor filled."),
        ("Town,2016,4,0,4,0,0,0", 4, {}, ""),  # all up: whoever changed party since
        ("Town,2016,7,0,5,0,1,1", 4, {}, "does not fit"),  # a Conservative was elected
        ("Town,2015,7,1,3,0,1,2", 4, {}, "not known"),  # another year
    ],
)
def test_seats_by_party_do_as_well(row: str, seats: int, continuing: dict[str, int], note: str, tmp_path: Path) -> None:
    town = body(councils(tmp_path, composition=f"authority,year,total,con,lab,ld,green,other\n{row}\n"), "Town")
    assert (town.seats, dict(town.continuing)) == (seats, continuing)
    assert note in town.note
    assert bool(note) == bool(town.note)


def test_an_earlier_year_is_a_baseline_by_the_names_of_council_and_ward(tmp_path: Path) -> None:
    built = councils(tmp_path, baseline=LAST)
    alpha = contest(built, "E11")
    assert alpha.baseline is not None
    assert [(one.party, one.votes, one.name) for one in alpha.baseline.lines] == [
        ("Lab", 60, "B Then"), ("Con", 50, "A Then"),
    ]  # fmt: skip
    assert alpha.baseline.election == "2014"
    assert alpha.note == "In 2014 2 councillors were elected here: shares of that year are of all votes cast."
    assert contest(built, "E13").baseline is not None
    assert contest(built, "E21").baseline is None


def test_the_last_winners_defend_only_where_the_whole_council_is_up(tmp_path: Path) -> None:
    all_up = "authority,year,total,other\nTown,2016,4,0\n"
    assert contest(councils(tmp_path, baseline=LAST, composition=all_up), "E13").defended == ("Con",)
    assert contest(councils(tmp_path, baseline=LAST, composition=all_up), "E11").defended == ()  # two seats then
    assert contest(councils(tmp_path, baseline=LAST, composition=COUNCILLORS), "E13").defended == ()
    assert contest(councils(tmp_path, baseline=LAST), "E13").defended == ()


def test_holders_are_who_had_the_seats_and_are_then_shown(tmp_path: Path) -> None:
    built = councils(tmp_path, holders="gss,ward,party_before_2016\nE11,x,C\nE12,x,Lab; Grn\nE21,x,Lab; Grn\n")
    assert [one.holders for one in built.briefing.contests.values()] == [("Con",), ("Lab", "Green"), (), ()]
    assert built.briefing.election.shown is Measure.HOLDER
    assert councils(tmp_path).briefing.election.shown is Measure.LAST


def test_what_does_not_fit_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no candidates"):
        councils(tmp_path, results=HEAD)
    with pytest.raises(IntakeError, match="no file of councillors"):
        councils(tmp_path, composition="a,b\n1,2\n")
    with pytest.raises(IntakeError, match="party_before"):
        councils(tmp_path, holders="ward,who\nBeta,C\n")


# The published files.


def seats_after(built: Built, name: str) -> Counter[str]:
    """Return a council's seats by party, won tonight and not up."""
    there = body(built, name)
    seats: Counter[str] = Counter(there.continuing)
    for result in built.results:
        ward = built.briefing.contests[result.contest]
        if ward.body == there.id:
            elected = count(result.votes, ward.vacancies, result.lot).elected
            parties = {one.id: one.party for one in ward.candidacies}
            seats.update(parties[one] for one in (elected or parties))
    return seats


@pytest.fixture(scope="session")
def midlands(shared: Path) -> Built:
    return build_briefings.midlands_2016(shared / "data")


@pytest.mark.parametrize(
    ("name", "seats", "majority", "after"),
    [
        ("Birmingham", 120, 61, {"Lab": 80, "Con": 29, "LD": 10, "Ind": 1}),
        ("Walsall", 60, 31, {"Lab": 28, "Con": 25, "UKIP": 3, "LD": 2, "Ind": 2}),
        ("Redditch", 29, 15, {"Lab": 15, "Con": 13, "UKIP": 1}),
    ],
)
def test_three_councils_of_2016(name: str, seats: int, majority: int, after: dict[str, int], midlands: Built) -> None:
    there = body(midlands, name)
    assert (there.seats, there.majority) == (seats, majority)
    assert seats_after(midlands, name) == after


def test_birminghams_holders_and_seats_not_up_make_the_council_before(midlands: Built) -> None:
    birmingham = body(midlands, "Birmingham")
    before = Counter(birmingham.continuing)
    for one in midlands.briefing.contests.values():
        if one.body == birmingham.id:
            before.update(one.holders)
            assert one.defended == ()
            assert one.baseline is not None
    assert before == {"Lab": 78, "Con": 30, "LD": 11, "Ind": 1}


def test_three_layouts_stand_side_by_side(midlands: Built) -> None:
    edges = []
    for there in midlands.briefing.bodies:
        places = {one.contest: one for one in midlands.briefing.hexes}
        columns = [places[key].q for key, one in midlands.briefing.contests.items() if one.body == there]
        edges.append((min(columns), max(columns)))
    assert [left - right for (_, right), (left, _) in pairwise(edges)] == [3, 3]


@pytest.fixture(scope="session")
def locals_2018(shared: Path) -> Built:
    files = shared / "data" / "locals-2018"
    return build_councils(
        id="locals-2018",
        title="Local elections 2018",
        date=date(2018, 5, 3),
        results=[files / "results.csv"],
        composition=[files / "council-composition-2016-2025.csv"],
    )


def test_a_whole_night_of_local_elections(locals_2018: Built, tmp_path: Path) -> None:
    briefing = locals_2018.briefing
    assert (len(briefing.contests), len(briefing.bodies), len(locals_2018.results)) == (2749, 154, 2749)
    assert sum(one.vacancies for one in briefing.contests.values()) == 4418
    assert len({(one.q, one.r) for one in briefing.hexes}) == 2749
    assert seats_after(locals_2018, "Birmingham") == {"Lab": 67, "Con": 25, "LD": 8, "Green": 1}
    assert seats_after(locals_2018, "Walsall") == {"Con": 30, "Lab": 26, "LD": 2, "Ind": 1, "Oth": 1}
    locals_2018.write(tmp_path)
    assert read_briefing(tmp_path) == briefing
    assert read_results(tmp_path, briefing) == locals_2018.results
    assert [one for one in check(tmp_path) if one.severity is Severity.ERROR] == []


def test_the_tie_and_the_ward_without_a_poll_of_2018(locals_2018: Built) -> None:
    (nonsuch,) = [one for one in locals_2018.results if one.lot]
    ward = locals_2018.briefing.contests[nonsuch.contest]
    drawn = ward.candidacy(nonsuch.lot[0])
    assert drawn is not None
    assert (ward.name, drawn.name) == ("Nonsuch", "James McDermott-Hill")
    (unopposed,) = [one for one in locals_2018.results if not one.votes]
    assert locals_2018.briefing.contests[unopposed.contest].name == "Moreton and Fyfield"
