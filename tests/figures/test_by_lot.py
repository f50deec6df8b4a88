"""A seat that a lot decided has no majority of nothing: every figure that names the margin says `by lot`."""

import pytest
from built_in import told
from scenes_seen import words
from town import TOWN, by_order

from resultsdesk.figures.entry_row import entry_row
from resultsdesk.figures.gain_row import gain_row
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, begin
from resultsdesk.psephology.baseline import Measure

ALPHA = TOWN.contests[ContestId("alpha")]


@pytest.fixture(scope="module")
def night() -> Night:
    """Alpha ward, level between the first two and drawn for the Conservative, who gains it."""
    votes = by_order(ALPHA, 800, 800, 200)
    return told(begin(TOWN), ALPHA.name, Kind.DECLARED, votes=votes, lot=(ALPHA.candidacies[1].id,))


def test_beside_a_result(night: Night) -> None:
    figure = draw(night, SceneRequest(SceneName.CONTEST, contest=ALPHA.id))
    assert words(figure, "stat:0/label") == ["Level on votes"]
    assert words(figure, "stat:0")[-1] == "By lot"
    assert "0" not in words(figure)


def test_on_a_card(night: Night) -> None:
    said = words(draw(night, SceneRequest(SceneName.CARD, contest=ALPHA.id)))
    assert any("By lot" in one for one in said)
    assert not any("Majority 0" in one for one in said)


@pytest.mark.parametrize("width", [300.0, 460.0])
def test_in_the_lists_of_the_desk(night: Night, width: float) -> None:
    gain = gain_row(night.contests[ALPHA.id], TOWN, Measure.LAST, width)
    assert words(gain, "majority") == ["by lot"]
    (said,) = words(entry_row(night.journal[-1], TOWN, Measure.LAST, width), "what")
    assert "majority 0" not in said


def test_in_the_journal_where_there_is_room(night: Night) -> None:
    (said,) = words(entry_row(night.journal[-1], TOWN, Measure.LAST, 700), "what")
    assert said == "Con gain from Lab, by lot"
