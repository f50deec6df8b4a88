"""Finding contests by a few letters, slips forgiven, in the real names of 2024."""

import pytest
from built_in import briefing_of

from resultsdesk.desk.finding import Finder, words_of


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(briefing_of("uk-2024")[0])


def names(finder: Finder, query: str) -> list[str]:
    briefing = briefing_of("uk-2024")[0]
    return [briefing.contests[hit.contest].name for hit in finder.find(query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("birmingham perry barr", "Birmingham Perry Barr"),
        ("per bar", "Birmingham Perry Barr"),
        ("barr perry", "Birmingham Perry Barr"),
        ("pery bar", "Birmingham Perry Barr"),
        ("ashfi", "Ashfield"),
        ("lichf", "Lichfield"),
        ("licfield", "Lichfield"),
        ("northfeild", "Birmingham Northfield"),
        ("NORTHFI", "Birmingham Northfield"),
        ("ynys mon", "Ynys Môn"),
        ("glyndwr", "Montgomeryshire and Glyndŵr"),
    ],
)
def test_a_place_is_found(finder: Finder, query: str, first: str) -> None:
    assert names(finder, query)[0] == first


@pytest.mark.parametrize(
    ("query", "place", "who"),
    [
        ("fabricant mich", "Lichfield", "Michael Fabricant"),
        ("michael fabricnat", "Lichfield", "Michael Fabricant"),
        ("ayoub khan", "Birmingham Perry Barr", "Ayoub Khan"),
        ("tice ric", "Boston and Skegness", "Richard Tice"),
    ],
)
def test_a_candidate_is_found_and_named(finder: Finder, query: str, place: str, who: str) -> None:
    briefing = briefing_of("uk-2024")[0]
    hit = finder.find(query)[0]
    assert (briefing.contests[hit.contest].name, hit.what) == (place, who)


def test_a_place_comes_before_candidates_of_that_name(finder: Finder) -> None:
    hits = finder.find("lewis")
    places = [hit.what == "" for hit in hits]
    assert places[0]
    assert places == sorted(places, reverse=True)
    assert not places[-1]


def test_each_contest_is_found_once(finder: Finder) -> None:
    found = finder.find("khan")
    assert len({hit.contest for hit in found}) == len(found) > 5


@pytest.mark.parametrize("query", ["", "   ", "!!", "zzzzzz"])
def test_nothing_is_found_for_nothing(finder: Finder, query: str) -> None:
    assert finder.find(query) == ()


def test_words_are_folded() -> None:
    assert words_of("King’s Lynn-and-Ynys Môn") == ("kings", "lynn", "and", "ynys", "mon")


@pytest.mark.parametrize("query", ["E14001063", "e14001063", " E14001063 "])
def test_a_contest_is_found_by_its_id(finder: Finder, query: str) -> None:
    (hit,) = finder.find(query)
    assert (hit.contest, hit.what) == ("E14001063", "E14001063")


def test_the_start_of_an_id_finds_those_that_begin_so(finder: Finder) -> None:
    found = [hit.contest for hit in finder.find("E140010")]
    assert found == sorted(one for one in briefing_of("uk-2024")[0].contests if one.startswith("E140010"))
    assert len(found) == 37


def test_a_wards_id_is_found_too_and_letters_alone_are_no_id() -> None:
    wards = briefing_of("midlands-2016")[0]
    (hit,) = Finder(wards).find("e05001178")
    assert wards.contests[hit.contest].name == "Acocks Green"
    assert all(hit.what != hit.contest for hit in Finder(wards).find("e"))
