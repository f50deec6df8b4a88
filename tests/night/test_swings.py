"""The swing between the first two, where there is one to speak of."""

from fractions import Fraction

import pytest
from town import TOWN, by_order, last_time, sit, town, ward

from resultsdesk.night.briefing import Contest, ContestId
from resultsdesk.night.commands import Declare, Figures
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import swing_of, swing_told
from resultsdesk.psephology.baseline import Measure

LAST = last_time(5000, Lab=900, Con=700, LD=200)


def stands(contest: Contest, *votes: int) -> Standing:
    desk = sit(town(contest))
    command = Declare(contest=contest.id, figures=Figures(votes=by_order(contest, *votes)))
    after = desk.weigh(command).after
    assert after is not None
    return after


@pytest.mark.parametrize(
    ("votes", "loser", "gainer", "by"),
    [
        ((700, 900, 200), "Lab", "Con", Fraction(200, 1800)),
        ((990, 610, 200), "Con", "Lab", Fraction(90, 1800)),
        ((900, 700, 200), "Con", "Lab", Fraction(0)),
        ((900, 200, 700), "Lab", "LD", Fraction(250, 1800)),
    ],
)
def test_it_is_half_the_difference_of_the_changes_and_has_a_direction(
    votes: tuple[int, ...], loser: str, gainer: str, by: Fraction
) -> None:
    found = swing_of(stands(ward("alpha", "Lab Con LD", before="Lab", baseline=LAST), *votes), TOWN.parties)
    assert found
    assert (found.loser, found.gainer, found.by) == (loser, gainer, by)


def test_beside_a_gain_it_is_told_from_whoever_lost_the_seat() -> None:
    third = stands(ward("alpha", "Lab Con LD", before="Lab", baseline=LAST), 100, 900, 800)
    told = swing_told(third, TOWN.parties, Measure.LAST)
    assert told is not None
    assert (told.loser, told.gainer, told.by) == ("Lab", "Con", Fraction(1000, 1800) / 2)
    between = swing_of(third, TOWN.parties)
    assert between is not None
    assert (between.loser, between.gainer) == ("Con", "LD"), "of the first two it is another"
    held = stands(ward("alpha", "Lab Con LD", before="Lab", baseline=LAST), 900, 200, 700)
    assert swing_told(held, TOWN.parties, Measure.LAST) == swing_of(held, TOWN.parties)


@pytest.mark.parametrize(
    ("contest", "votes"),
    [
        (ward("alpha", "Lab Con LD"), (900, 700, 200)),  # nothing to compare with
        (ward("alpha", "Lab Ind LD", baseline=LAST), (900, 700, 200)),  # an independent is nobody's successor
        (ward("alpha", "Lab Lab LD", baseline=LAST), (900, 700, 200)),  # the first two are of one party
        (ward("alpha", "Lab Con LD", 2, baseline=LAST), (900, 700, 200)),  # two votes on a paper
        (ward("alpha", "Lab", baseline=LAST), (900,)),
    ],
)
def test_it_is_unknown_where_there_is_nothing_to_halve(contest: Contest, votes: tuple[int, ...]) -> None:
    assert swing_of(stands(contest, *votes), TOWN.parties) is None


def test_there_is_none_before_the_declaration() -> None:
    assert swing_of(sit().night.contests[ContestId("alpha")], TOWN.parties) is None
