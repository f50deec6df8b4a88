"""Wards of several seats, ties and unopposed returns look like what they are."""

from town import TOWN, by_order, sit

from resultsdesk.figures.contest_row import swatch
from resultsdesk.figures.shapes import Mark, Pattern, Tile
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Command, Declare, DeclareUnopposed, Figures
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure


def after(contest: str, *votes: int) -> Standing:
    one = TOWN.contests[ContestId(contest)]
    desk = sit()
    command: Command = (
        Declare(contest=one.id, figures=Figures(votes=by_order(one, *votes), papers=max(votes) * 3))
        if votes
        else DeclareUnopposed(contest=one.id)
    )
    verdict = desk.weigh(command)
    assert verdict.after is not None
    return verdict.after


def look(standing: Standing) -> Tile:
    return swatch(standing, TOWN, Measure.LAST, 0, 0, 14)


def test_a_ward_of_two_parties_is_cut_by_its_seats() -> None:
    tile = look(after("gamma", 900, 800, 100, 850, 90, 80))
    assert tile.pattern is Pattern.SPLIT
    assert sorted(tile.parts) == ["party:Con", "party:Lab", "party:Lab"]
    assert tile.mark is Mark.DOT, "Labour gained one of them"


def test_a_ward_of_one_party_is_whole() -> None:
    tile = look(after("gamma", 900, 800, 700, 650, 90, 80))
    assert (tile.pattern, tile.ink, tile.parts) == (Pattern.SOLID, "party:Lab", ())


def test_a_tie_is_split_between_those_level_and_has_a_ring() -> None:
    tile = look(after("alpha", 500, 500, 20))
    assert (tile.pattern, tile.mark, tile.parts) == (Pattern.SPLIT, Mark.RING, ("party:Lab", "party:Con"))


def test_unopposed_says_so() -> None:
    tile = look(after("delta"))
    assert (tile.pattern, tile.ink, tile.letter) == (Pattern.SOLID, "party:LD", "U")
