"""The map follows the night: each state has its own look, and a changed map is the map drawn anew."""

from dataclasses import replace
from itertools import product

import pytest
from built_in import built_in, told

from resultsdesk.figures.seat import Colouring, texture
from resultsdesk.figures.seat_map import placed, ringed, seat_map, seat_map_after
from resultsdesk.figures.shapes import Mark, Pattern, Text, Texture, Tile, differing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId


def half_way() -> Night:
    return built_in("uk-2024", "03:30")


def tile(night: Night, name: str, colouring: Colouring = Colouring.WINNER, letters: bool = False) -> Tile:
    (contest,) = [one.contest.id for one in night.contests.values() if one.contest.name == name]
    shape = seat_map(night, colouring, letters=letters).shapes[contest]
    assert isinstance(shape, Tile)
    return shape


def test_every_contest_has_its_tile() -> None:
    night = half_way()
    assert set(seat_map(night).shapes) == set(night.contests)


def test_awaited_is_hollow() -> None:
    one = tile(half_way(), "Inverness, Skye and West Ross-shire")
    assert (one.pattern, one.mark) == (Pattern.HOLLOW, Mark.NONE)


def test_a_flash_is_a_ring_in_the_winners_ink() -> None:
    night = told(half_way(), "Aldershot", Kind.FLASHED, order=1)
    winner = next(one.contest.candidacies[0] for one in night.contests.values() if one.contest.name == "Aldershot")
    one = tile(night, "Aldershot")
    assert (one.pattern, one.ink) == (Pattern.RINGED, f"party:{winner.party}")


def test_a_recount_is_hatched() -> None:
    one = tile(told(half_way(), "Birmingham Perry Barr", Kind.RECOUNT), "Birmingham Perry Barr")
    assert (one.pattern, one.second) == (Pattern.HATCHED, "recount")


def test_a_postponed_poll_is_crossed() -> None:
    assert tile(told(half_way(), "Aldershot", Kind.POSTPONED), "Aldershot").mark is Mark.CROSS


def test_a_gain_has_a_dot_and_a_hold_has_none() -> None:
    night = half_way()
    assert (tile(night, "Swindon South").ink, tile(night, "Swindon South").mark) == ("party:Lab", Mark.DOT)
    assert tile(night, "Houghton and Sunderland South").mark is Mark.NONE


def test_the_dot_goes_by_the_baseline_shown() -> None:
    night = half_way()
    (ashfield,) = [one.contest.id for one in night.contests.values() if one.contest.name == "Ashfield"]
    by_last, by_holder = (seat_map(night, measure=one).shapes[ashfield] for one in (Measure.LAST, Measure.HOLDER))
    assert isinstance(by_last, Tile)
    assert isinstance(by_holder, Tile)
    assert (by_last.mark, by_holder.mark) == (Mark.DOT, Mark.NONE)


def test_coloured_by_gain_a_hold_is_subdued() -> None:
    night = half_way()
    assert tile(night, "Swindon South", Colouring.GAIN).ink == "party:Lab"
    assert tile(night, "Houghton and Sunderland South", Colouring.GAIN).ink == "party:Lab/dim"


def test_coloured_by_gain_what_nobody_knows_is_no_partys() -> None:
    night = built_in("midlands-2016")
    wards = seat_map(night, Colouring.GAIN, Measure.LAST).shapes  # a third of a council: other seats were up last time
    unknown = [one for one, standing in night.contests.items() if not standing.contest.defended]
    assert unknown
    assert all(getattr(wards[one], "ink", "") == "faint" for one in unknown)


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Basildon and Billericay", "/1"),  # majority 20
        ("Swindon North", "/2"),  # 9.1 per cent
        ("Swindon South", "/3"),  # 21.5 per cent
        ("Blyth and Ashington", "/3"),
    ],
)
def test_coloured_by_majority_a_safer_seat_is_stronger(name: str, step: str) -> None:
    assert tile(built_in("uk-2024"), name, Colouring.MAJORITY).ink.endswith(step)


def test_letters_are_the_partys_own() -> None:
    assert tile(half_way(), "Swindon South", letters=True).letter == "Lab"
    assert tile(half_way(), "Swindon South").letter == ""


def test_with_letters_come_lines_that_tell_the_largest_parties_apart() -> None:
    night = built_in("uk-2024")
    lines = {texture(night.briefing.parties[PartyId(one)]) for one in ("Lab", "Con", "LD", "SNP")}
    assert len(lines) == 4
    assert tile(night, "Sutton Coldfield", letters=True).texture is texture(night.briefing.parties[PartyId("Con")])
    assert tile(night, "Sutton Coldfield").texture is Texture.NONE


@pytest.mark.parametrize(("colouring", "measure", "letters"), [*product(Colouring, Measure, (False, True))])
def test_a_map_brought_up_to_date_is_the_map_drawn_anew(colouring: Colouring, measure: Measure, letters: bool) -> None:
    before = half_way()
    after = told(before, "Aldershot", Kind.FLASHED, order=2)
    after = told(after, "Birmingham Perry Barr", Kind.RECOUNT)
    after = told(after, "Swindon South", Kind.RETRACTED)
    touched = [one.contest for one in after.journal[len(before.journal) :]]
    old = seat_map(before, colouring, measure, letters)
    new = seat_map_after(old, after, touched, colouring, measure, letters)
    assert new == seat_map(after, colouring, measure, letters)
    assert set(differing(old, new)) == set(touched)
    untouched = set(before.contests) - set(touched)
    assert all(new.shapes[one] is old.shapes[one] for one in untouched), "nothing else is even made again"


def test_a_contest_that_is_not_on_the_map_changes_nothing() -> None:
    figure = seat_map(half_way())
    assert seat_map_after(figure, half_way(), [ContestId("nowhere")]) == figure


def test_few_bodies_side_by_side_are_named_and_one_is_not() -> None:
    names = {one.spans[0].text for one in seat_map(built_in("midlands-2016")).shapes.values() if isinstance(one, Text)}
    assert names == {"Birmingham", "Redditch", "Walsall"}
    assert not any(isinstance(one, Text) for one in seat_map(half_way()).shapes.values())


def test_a_ring_lies_on_the_tile_and_fills_nothing() -> None:
    one = tile(half_way(), "Aldershot")
    for ring in ringed(one):
        assert (ring.rings, ring.ink) == (one.rings, "")


def test_the_map_needs_no_layout() -> None:
    night = half_way()
    bare = replace(night, briefing=replace(night.briefing, hexes=()))
    assert set(placed(bare.briefing).places) == set(night.contests)
