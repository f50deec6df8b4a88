"""General elections from the House of Commons Library's files: small ones made here, and the published ones."""

import csv
from collections import Counter
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import build_briefings
import pytest

from resultsdesk.intake.built import Built
from resultsdesk.intake.commons import build_commons
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.sheets import as_written
from resultsdesk.night.briefing import Contest, ContestId
from resultsdesk.psephology.baseline import BaselineKind, Measure
from resultsdesk.psephology.count import count
from resultsdesk.psephology.outcome import outcome
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import rounded
from resultsdesk.psephology.shares import change, share
from resultsdesk.psephology.wording import outcome_words

LONDON = ZoneInfo("Europe/London")

CONSTITUENCIES = """\
ONS ID,Constituency name,Region name,Country name,Declaration time,Electorate,Valid votes,Invalid votes
S14000107,Alpha North,Scotland,Scotland,05/07/2024 03:19,"70,000",900,5
E2,"Beta, South",East,England,04/07/2024 23:40,60000,700,
E3,Gamma,East,England,,,,
"""
CANDIDATES = """\
ONS ID,Party name,Party abbreviation,Electoral Commission party ID,Electoral Commission adjunct party ID,\
Candidate first name,Candidate surname,Sitting MP,Votes
S14000007,,,,,,,,
"""
PEOPLE = [
    ("S14000107", "Labour and Co-operative", "Lab", "PP53", "PP119", "A", "Young", "No", "500"),
    ("S14000107", "Conservative", "Con", "PP52", "", "A", "Old", "No", "400"),
    ("E2", "Independent", "Ind", "", "", "A", "Able", "Yes", "400"),
    ("E2", "Labour", "Lab", "PP53", "", "B", "Able", "Yes", "300"),
    ("E3", "Speaker", "Spk", "", "", "A", "Chair", "Yes", ""),
    ("E3", "Best for Gamma", "BfG", "PP9", "", "A", "Best", "No", "7"),
]
NOTIONAL = """\
ONS ID,Electorate,Party code,Votes,Party abbreviation,Party name
S14000006,70500.4,LABV,100.5,Lab,Labour Party
S14000006,70500.4,BRXV,20,Brexit Party,The Brexit Party
S14000006,70500.4,TOTOTHV,20,NA,NA
E2,61000,IND1V,30,Independent,Independent
E2,61000,IND3V,40,NA,NA
E2,61000,MAXOTHV,40,NA,NA
E3,1,Commons Speaker,9,Commons Speaker,Commons Speaker
E3,1,XV,3,Best Gamma,Best for Gamma
E9,1,LABV,3,Lab,Labour Party
"""
BY_ELECTIONS = """\
By-election date,Constituency name,Member surname,First party,Result
01/02/2023,Alpha North,Gone,SNP,SNP gain from Lab
01/03/2022,Alpha North,Before,Con,Con gain from Lab
01/03/2022,Beta South,Able,Lab,
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    head = CANDIDATES.splitlines()[0]
    with (tmp_path / "candidates.csv").open("w", encoding="utf-8-sig", newline="") as file:
        file.write(head + "\r\n")
        csv.writer(file).writerows(PEOPLE)
    (tmp_path / "constituencies.csv").write_text(CONSTITUENCIES, encoding="utf-8")
    (tmp_path / "notional-2019.csv").write_text(NOTIONAL, encoding="utf-8")
    (tmp_path / "by-elections.csv").write_text(BY_ELECTIONS, encoding="utf-8")
    return tmp_path


def built_from(sources: Path, **more: Path) -> Built:
    files = {
        "candidates": sources / "candidates.csv",
        "constituencies": sources / "constituencies.csv",
        "baseline": sources / "notional-2019.csv",
    }
    return build_commons(id="uk-2024", title="General election 2024", date=date(2024, 7, 4), **(files | more))


def contest(built: Built, key: str) -> Contest:
    return built.briefing.contests[ContestId(key)]


def test_the_house_is_one_body_with_every_seat_up(sources: Path) -> None:
    briefing = built_from(sources).briefing
    (house,) = briefing.bodies.values()
    assert (house.name, house.seats, house.majority, house.continuing) == ("House of Commons", 3, 2, {})
    assert (briefing.election.deposits, briefing.election.area, briefing.election.shown) == (
        True, "constituency", Measure.LAST,
    )  # fmt: skip
    assert briefing.election.close_of_poll == datetime(2024, 7, 4, 22, tzinfo=LONDON)
    assert briefing.election.credits == ("House of Commons Library, Open Parliament Licence v3.0",)


def test_candidacies_are_in_ballot_order_with_their_parties(sources: Path) -> None:
    alpha = contest(built_from(sources), "S14000107")
    assert [(one.surname, one.party, one.adjunct) for one in alpha.candidacies] == [
        ("Old", "Con", None),
        ("Young", "Lab", "Coop"),
    ]
    assert alpha.electorate == 70_000
    beta = contest(built_from(sources), "E2")
    assert [one.name for one in beta.candidacies if one.sitting] == ["A Able", "B Able"]


def test_a_recomputed_baseline_leaves_out_sums_and_keeps_each_independent(sources: Path) -> None:
    built = built_from(sources)
    alpha, beta, gamma = (contest(built, key).baseline for key in ("S14000107", "E2", "E3"))
    assert alpha is not None
    assert beta is not None
    assert gamma is not None
    assert (alpha.election, alpha.kind, alpha.electorate) == ("2019", BaselineKind.NOTIONAL, 70_500)
    assert [(line.party, line.votes) for line in alpha.lines] == [("Lab", Fraction(201, 2)), ("RUK", 20)]
    assert [(line.party, line.votes) for line in beta.lines] == [("Ind", 40), ("Ind", 30)]
    assert [(line.party, line.votes) for line in gamma.lines] == [("Spk", 9), ("BfG", 3)]
    assert contest(built, "S14000107").defended == ("Lab",)


def test_an_earlier_elections_candidates_are_an_actual_baseline(sources: Path) -> None:
    built = built_from(sources, baseline=sources / "candidates.csv", earlier=sources / "constituencies.csv")
    baseline = contest(built, "S14000107").baseline
    assert baseline is not None
    assert (baseline.kind, baseline.electorate) == (BaselineKind.ACTUAL, 70_000)
    assert [(line.party, line.votes, line.name) for line in baseline.lines] == [
        ("Lab", 500, "A Young"), ("Con", 400, "A Old"),
    ]  # fmt: skip


def test_results_come_with_their_times_where_everybodys_votes_are_there(sources: Path) -> None:
    results = {one.contest: one for one in built_from(sources).results}
    assert results.keys() == {"S14000107", "E2"}
    alpha = results[ContestId("S14000107")]
    assert alpha.votes == {"S14000107.1": 400, "S14000107.2": 500}
    assert alpha.rejected == 5
    assert alpha.declared_at == datetime(2024, 7, 5, 3, 19, tzinfo=LONDON)
    assert results[ContestId("E2")].rejected is None


def test_a_file_of_declarations_has_the_last_word_on_times(sources: Path) -> None:
    (sources / "declared.csv").write_text("ons_id,time_recorded\nE2,7/5/24 0:49\n", encoding="utf-8")
    results = {one.contest: one.declared_at for one in built_from(sources, declared=sources / "declared.csv").results}
    assert results["E2"] == datetime(2024, 7, 5, 0, 49, tzinfo=LONDON)  # type: ignore[index]  # the id as typed


def test_expected_times_are_those_of_the_same_seat_or_name_on_that_night(sources: Path) -> None:
    earlier = sources / "earlier.csv"
    earlier.write_text(
        "ONS ID,Constituency name,Declaration time,Electorate\n"
        "E2,Other,07/05/2015 23:10,1\nX,GAMMA,08/05/2015 04:00,1\nS14000006,Alpha,08/05/2015 05:00,1\n",
        encoding="utf-8",
    )
    built = built_from(sources, earlier=earlier)
    assert contest(built, "E2").expected == datetime(2024, 7, 4, 23, 10, tzinfo=LONDON)
    assert contest(built, "E3").expected == datetime(2024, 7, 5, 4, 0, tzinfo=LONDON)
    assert contest(built, "S14000107").expected is None


def test_the_holder_is_told_by_who_sits_and_else_by_a_by_election(sources: Path) -> None:
    alone = built_from(sources)
    assert [contest(alone, key).holders for key in ("S14000107", "E2", "E3")] == [(), (), ("Spk",)]
    # Nobody sits in Alpha North, where there was a by-election; two of its winner's name sit in Beta South.
    told = built_from(sources, by_elections=sources / "by-elections.csv")
    assert contest(told, "S14000107").holders == ("SNP",)
    assert contest(told, "E2").holders == ()
    assert contest(told, "E2").note == "By-election of 1 March 2022."
    assert contest(told, "S14000107").note == (
        "By-election of 1 March 2022: Con gain from Lab. By-election of 1 February 2023: SNP gain from Lab."
    )


def test_of_two_sitting_members_the_winner_of_the_by_election_sits_here(sources: Path) -> None:
    text = (sources / "candidates.csv").read_text(encoding="utf-8-sig")
    (sources / "candidates.csv").write_text(text.replace("B,Able", "B,Baker"), encoding="utf-8")
    assert contest(built_from(sources), "E2").holders == ()
    told = built_from(sources, by_elections=sources / "by-elections.csv")
    assert contest(told, "E2").holders == ("Ind",)


def test_what_does_not_fit_is_said_in_a_sentence(sources: Path) -> None:
    with pytest.raises(IntakeError, match=r"no header with the columns “ONS ID”"):
        built_from(sources, candidates=sources / "notional-2019.csv")
    with pytest.raises(IntakeError, match=r"cannot be read"):
        built_from(sources, constituencies=sources / "none.csv")
    text = (sources / "constituencies.csv").read_text(encoding="utf-8")
    (sources / "constituencies.csv").write_text(text.replace("E3,", "E4,"), encoding="utf-8")
    with pytest.raises(IntakeError, match="candidates in E3"):
        built_from(sources)
    (sources / "constituencies.csv").write_text(text.replace("04/07/2024 23:40", "4 July"), encoding="utf-8")
    with pytest.raises(IntakeError, match="“4 July” is no time"):
        built_from(sources)


# The published files.


@pytest.fixture(scope="session")
def uk_2024(shared: Path) -> Built:
    return build_briefings.uk_2024(shared / "data")


@pytest.fixture(scope="session")
def uk_2017(shared: Path) -> Built:
    return build_briefings.uk_2017(shared / "data")


def published(shared: Path, year: int, name: str) -> list[dict[str, str]]:
    with (shared / "data" / f"uk-general-{year}" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_everybody_is_there(uk_2024: Built, uk_2017: Built) -> None:
    for built, candidacies in ((uk_2024, 4515), (uk_2017, 3304)):
        briefing = built.briefing
        assert len(briefing.contests) == len(built.results) == len(briefing.hexes) == 650
        assert sum(len(one.candidacies) for one in briefing.contests.values()) == candidacies
        assert all(one.baseline and one.defended and one.electorate for one in briefing.contests.values())
        assert all(one.declared_at for one in built.results)
    assert len(uk_2024.outlines) == 650
    assert sum(bool(one.expected) for one in uk_2024.briefing.contests.values()) == 439
    assert all(one.expected for one in uk_2017.briefing.contests.values())


@pytest.mark.parametrize("year", [2024, 2017])
def test_winner_majority_and_words_of_650(year: int, shared: Path, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(f"uk_{year}")
    rows = {row["ONS ID"]: row for row in published(shared, year, "constituencies")}
    right = 0
    for result in built.results:
        there, row = built.briefing.contests[result.contest], rows[result.contest]
        counted = count(result.votes, 1)
        winner = there.candidacy(counted.elected[0])
        assert winner is not None
        said = outcome([winner.party], there.defended, 1, Measure.LAST)
        assert outcome_words(said, built.briefing.parties) == row["Result"]
        assert (winner.surname, counted.majority) == (row["Member surname"], int(row["Majority"])), there.name
        assert (sum(result.votes.values()), result.rejected) == (int(row["Valid votes"]), int(row["Invalid votes"]))
        right += 1
    assert right == 650


def nearest(value: Fraction) -> Fraction:
    return rounded(value, 6)


@pytest.mark.parametrize(
    ("year", "tally"),
    [
        (2017, {"share": 3304, "change": 2964, "neither": 340}),
        (
            2024,
            {
                "share": 4510,
                # 0.0752615 was first rounded from 0.07526149968, and then up.
                "share rounded twice": 5,
                "change": 2920,
                # Reform UK's and some Greens': taken between shares that had been rounded.
                "change of rounded shares": 88,
                "change rounded twice": 1,
                # The Yorkshire Party's, which the notional file names “The Yorkshire Party (was Yorkshire First)”.
                "change known to us alone": 21,
                "neither": 1485,
            },
        ),
    ],
)
def test_every_share_and_change_to_the_published_digit(
    year: int, tally: dict[str, int], shared: Path, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(f"uk_{year}")
    people = {}
    for result in built.results:
        for one in built.briefing.contests[result.contest].candidacies:
            people[result.contest, one.forenames, one.surname, result.votes[one.id]] = (result, one)
    seen: Counter[str] = Counter()
    for row in published(shared, year, "candidates"):
        # One name was published with its letters misread; the briefing has it right.
        names = [as_written(row[f"Candidate {part}"].strip()) for part in ("first name", "surname")]
        result, one = people[ContestId(row["ONS ID"]), *names, int(row["Votes"])]
        party = built.briefing.parties[one.party]
        baseline = built.briefing.contests[result.contest].baseline
        assert baseline is not None
        now = share(result.votes[one.id], sum(result.votes.values()))
        assert now is not None
        said = Fraction(row["Share"])
        seen["share" if nearest(now) == said else twice("share", now, said)] += 1
        moved = change(now, party, baseline)
        if not row["Change"]:
            seen["neither" if moved is None else f"change known to us alone{'' if party.id == 'Yrks' else '!'}"] += 1
            continue
        assert moved is not None, row
        before, said = baseline.share(party.id), Fraction(row["Change"])
        assert before is not None
        if nearest(moved) == said:
            seen["change"] += 1
        elif nearest(now) - nearest(before) == said:
            seen["change of rounded shares"] += 1
        else:
            seen[twice("change", moved, said)] += 1
    assert seen == tally


def twice(what: str, exact: Fraction, said: Fraction) -> str:
    """Return whether a figure was rounded to seven or eight decimals before it was rounded to six."""
    return f"{what} rounded twice" if said in {nearest(rounded(exact, places)) for places in (7, 8, 9)} else "astray"


@pytest.mark.parametrize(
    ("name", "defended", "holder"),
    [
        ("Ashfield", "Con", "RUK"),
        ("North Shropshire", "Con", "LD"),  # two sitting members, one by the by-election here
        ("Tamworth", "Con", "Lab"),  # likewise
        ("Islington North", "Lab", "Ind"),
        ("Rochdale", "Lab", "WPB"),
        ("Chorley", "Spk", "Spk"),
        ("Honiton and Sidmouth", "Con", ""),  # two sitting members, neither known to sit here
        ("Hitchin", "Con", ""),
        ("Clwyd East", "Con", ""),
        ("Alloa and Grangemouth", "SNP", ""),
        ("Dover and Deal", "Con", ""),  # its member had changed party and did not stand
        ("Airdrie and Shotts", "SNP", "SNP"),  # nobody sitting stands; a by-election tells
    ],
)
def test_two_baselines_of_2024(name: str, defended: str, holder: str, uk_2024: Built) -> None:
    (there,) = [one for one in uk_2024.briefing.contests.values() if one.name == name]
    assert there.defended == (defended,)
    assert there.holders == ((holder,) if holder else ())


def test_a_seat_whose_member_left_without_standing_is_unknown(uk_2017: Built) -> None:
    (clacton,) = [one for one in uk_2017.briefing.contests.values() if one.name == "Clacton"]
    assert (clacton.defended, clacton.holders) == (("UKIP",), ())
    assert sum(not one.holders for one in uk_2017.briefing.contests.values()) == 32


def test_independents_are_people_and_not_a_party(uk_2024: Built) -> None:
    leicester = next(one for one in uk_2024.briefing.contests.values() if one.name == "Leicester East")
    assert sum(one.party == PartyId("Ind") for one in leicester.candidacies) >= 2
    assert len({one.id for one in leicester.candidacies}) == len(leicester.candidacies)
