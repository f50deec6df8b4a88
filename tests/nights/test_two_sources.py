"""The council elections of 3 May 2018 by two publishers: the Local Elections Archive and Democracy Club.

Both are right about nearly all of it. Where they are not the same, neither is believed: the wards are listed.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from built_in import entries_of
from councils_2018 import councils_2018

from resultsdesk.intake.built import Built
from resultsdesk.intake.results.matching import Placed, placed
from resultsdesk.intake.results.reading import read_source
from resultsdesk.night.agreement import Agreement, Comparison, compare
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night, replay


@pytest.fixture(scope="module")
def archive(shared: Path) -> Built:
    return councils_2018(shared)


@pytest.fixture(scope="module")
def night(archive: Built) -> Night:
    """The night as the archive has it, every ward declared."""
    close = archive.briefing.election.close_of_poll
    return replay(archive.briefing, entries_of((close, one) for one in archive.results))


@pytest.fixture(scope="module")
def club(shared: Path, archive: Built) -> Placed:
    path = shared / "data" / "democracy-club" / "results-2018-05-03.csv"
    return placed(read_source(path, archive.briefing.election), archive.briefing)


@pytest.fixture(scope="module")
def compared(night: Night, club: Placed) -> Mapping[ContestId, Comparison]:
    return {one.contest: compare(night.contests[one.contest], [one]) for one in club.accounts}


def named(night: Night, contest: ContestId) -> str:
    there = night.contests[contest].contest
    return f"{night.briefing.bodies[there.body].name}: {there.name}"


def differing(
    night: Night, compared: Mapping[ContestId, Comparison]
) -> dict[str, list[tuple[str, int | None, int | None]]]:
    """Return every figure on which the two differ: archive first, then Democracy Club."""
    return {
        named(night, key): [(line.label, line.values[0], line.values[1]) for line in one.differing]
        for key, one in compared.items()
        if one.agreement is Agreement.DIFFERS
    }


def test_all_but_a_handful_of_wards_find_each_other(night: Night, club: Placed) -> None:
    assert len(club.source.contests) == 2759
    assert len(club.accounts) == 2744
    missing = sorted(named(night, one) for one in set(night.contests) - {one.contest for one in club.accounts})
    assert missing == [
        "Brent: Willesden Green",
        "Cherwell: Bicester West",
        "Southwark: London Bridge and West Bermondsey",
        "Stockport: Edgeley and Cheadle Heath",
        "Tamworth: Glascote",
    ]


def test_what_the_archive_has_not_is_by_elections_mayors_and_a_seat_in_the_commons(club: Placed) -> None:
    kinds = Counter(one.told.ids[-1].partition(".")[0] for one in club.unknown)
    assert kinds == {"local": 8, "mayor": 6, "parl": 1}
    assert all(".by." in one.told.ids[-1] for one in club.unknown if one.told.ids[-1].startswith("local"))
    assert all(one.elsewhere for one in club.unknown), "none of them is a ward of a council the archive has"


def test_how_many_agree(compared: Mapping[ContestId, Comparison]) -> None:
    assert Counter(one.agreement for one in compared.values()) == {
        Agreement.SAME: 1534,
        Agreement.MORE: 1106,  # the same votes, and papers rejected besides
        Agreement.DIFFERS: 96,
        Agreement.INCOMPLETE: 8,
    }


@pytest.mark.parametrize(
    ("ward", "lines"),
    [
        ("Croydon: Addiscombe East", [("Caragh Skipper", 1280, 1746)]),
        ("Castle Point: St James", [("Godfrey Isaacs", 1112, 2223)]),
        ("Merton: Abbey", [("Panos Topalis", 419, 0)]),  # a nought for what was not known
        ("Kensington and Chelsea: Holland", [("Roberto Stasi", 727, 272)]),  # digits changed places
        ("Hillingdon: Townfield", [("Adam Bennett", 806, 906)]),
        ("Coventry: Binley and Willenhall",
         [("Paul Cowley", 293, 146), ("Mattie Heaven", 911, 293), ("Nigel Plowman", 146, 911)]),
        ("Leeds: Farnley and Wortley", [("Ann Blackburn", 2461, 2424), ("David Blackburn", 2424, 2461)]),
        ("Tower Hamlets: Canary Wharf", [("Mohammed Maium Miah Talukdar", 700, 236)]),
    ],
)  # fmt: skip
def test_wards_on_which_they_differ(
    ward: str, lines: list[tuple[str, int, int]], night: Night, compared: Mapping[ContestId, Comparison]
) -> None:
    assert differing(night, compared)[ward] == lines


def test_in_three_wards_the_difference_is_who_won(night: Night, compared: Mapping[ContestId, Comparison]) -> None:
    others = {
        named(night, key): tuple(
            "; ".join(one.contest.candidacy(who).name for who in one.elected(side) or ())  # type: ignore[union-attr]  # they stand there
            for side in one.sides
        )
        for key, one in compared.items()
        if one.elect_others
    }
    assert others == {
        "Broxbourne: Waltham Cross": ("Carol Bowman", "David Brace"),
        "North Tyneside: Preston": ("Kate Osborne", "Martin Osborne"),
        "Wokingham: Hillside": ("Christopher Smith", "Sue Smith"),
    }


def test_a_fifth_of_all_differences_are_namesakes_the_wrong_way_about(compared: Mapping[ContestId, Comparison]) -> None:
    swapped = [
        one
        for one in compared.values()
        if len(one.differing) == 2 and one.differing[0].values == one.differing[1].values[::-1]
    ]
    namesakes = [one for one in swapped if len({line.label.split()[-1] for line in one.differing}) == 1]
    assert (len(swapped), len(namesakes)) == (22, 18)


def test_wards_that_one_of_them_mixed_up_are_not_compared_by_party(night: Night, club: Placed) -> None:
    mixed = {
        named(night, one.contest)
        for one in club.accounts
        if [each.code for each in one.objections] == ["people-elsewhere"]
    }
    assert mixed == {
        "Fareham: Fareham North",
        "Fareham: Fareham North-West",
        "Preston: Sharoe Green",
        "Preston: St George's",
        "Preston: St Matthew's",
    }


def test_a_candidate_one_of_them_lacks_is_named(night: Night, compared: Mapping[ContestId, Comparison]) -> None:
    lacking = {
        named(night, key): [one.label for one in found.lines if one.candidacy and one.values[1] is None]
        for key, found in compared.items()
        if found.agreement is Agreement.INCOMPLETE and not any(
            one.blocks for side in found.theirs if side.account for one in side.account.objections
        )
    }  # fmt: skip
    assert lacking == {
        "Newcastle upon Tyne: Arthur's Hill": ["William Shepherd"],
        "Tower Hamlets: Lansbury": ["Muhammad Fakar Uddin"],
        "Tower Hamlets: Poplar": ["Dulal Uddin"],
    }


def test_names_taken_for_others_are_asked_about(club: Placed) -> None:
    asked = {each.text for one in club.accounts for each in one.objections if each.code == "name-differs"}
    assert len(asked) == 98
    assert {
        "Becky Hagger is taken to be Becky Haggar: make sure of it.",
        "Peter Kosta is taken to be Panayiotis Vardakis: make sure of it.",
        "Roz Smith is taken to be Rosalind Rogers: make sure of it.",
        "Penny Mouncey is taken to be Penelope Mouncey: make sure of it.",
    } <= asked
