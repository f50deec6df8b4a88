"""The presenter's window over a night: what enters, what is followed, and what stands beside the scene."""

from collections.abc import Callable

import pytest
from built_in import built_in
from producers import Producer
from pytestqt.qtbot import QtBot
from stations import MAP, result

from resultsdesk.figures.presenter_side import FOOT, facts_of, presenter_foot
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.shapes import Text
from resultsdesk.figures.tween import entrance
from resultsdesk.settings import Settings
from resultsdesk.story.filtering import lines_for
from resultsdesk.story.telling import tell

Produce = Callable[..., Producer]


def presenting(producer: Produce, **more: object) -> Producer:
    one = producer(**more)
    one.declare("alpha", 900, 700, 200)
    one.press("F4")
    return one


def test_a_scene_makes_its_entrance_once(producer: Produce, qtbot: QtBot) -> None:
    one = presenting(producer)
    stage = one.presenter.stage
    one.call("1 alp")
    assert stage.figure is None, "what is in preview is not on air"
    one.press("F9")
    scene = draw(one.session.desk.night, result("alpha"), one.session.desk.clock.now())
    assert stage.moving
    assert stage._motion.start == entrance(stage.figure)
    assert stage.figure == scene
    qtbot.waitUntil(lambda: not stage.moving)
    one.declare("alpha", 900, 720, 200)
    assert stage.moving, "the figures count on"
    assert stage._motion.start == scene, "from what is there: no entrance is played again"
    assert one.presenter.accessibleName() == "On air: Result: Alpha ward, corrected"


def test_a_cut_moves_nothing(producer: Produce) -> None:
    one = presenting(producer)
    one.call("1 alp")
    one.press("Shift F9")
    assert not one.presenter.stage.moving
    assert one.presenter.stage.figure is not None


def test_a_window_opened_late_shows_what_is_on_air_without_an_entrance(producer: Produce) -> None:
    one = producer()
    one.station.air(MAP)
    one.press("F4")
    assert one.presenter.stage.figure is not None
    assert not one.presenter.stage.moving
    one.press("F4")
    assert one.windows.presenting.window is None
    assert one.on().scene == MAP, "closing the window takes nothing off air"


def test_the_presenters_own_view_says_what_is_next_and_why(producer: Produce) -> None:
    one = presenting(producer)
    one.call("14", "Ctrl Enter")
    one.station.air(result("alpha"))
    one.press("Shift F4")
    assert one.kept == [("", True)]
    window = one.presenter
    assert window.side.isVisible()
    assert window.side.accessibleName() == "Next: Title"
    said = window.foot.accessibleName()
    assert "Labour hold Alpha ward: A Candidate1 wins by 200 votes" in said
    assert "Turnout 36.0% of 5,000" in said
    assert window.stage.width() < window.width()
    one.press("Shift F4")
    assert window.stage.size() == window.size()
    assert not window.side.isVisible()


def test_without_a_contest_on_air_the_story_and_the_latest_are_told(producer: Produce, qtbot: QtBot) -> None:
    one = presenting(producer)
    one.press("Shift F4")
    one.declare("beta", 10, 20, 30, 40)
    one.station.air(MAP)
    one.settle()
    qtbot.waitUntil(lambda: "an independent" in one.presenter.foot.accessibleName().lower())
    assert one.presenter.foot.accessibleName().endswith(
        "Beta ward: Ind gain from Con by 10 Alpha ward: Lab hold by 200"
    )


def test_the_story_of_the_contest_follows_a_correction(producer: Produce, qtbot: QtBot) -> None:
    one = presenting(producer, settings=Settings(presenter_view=True))
    one.station.air(result("alpha"))
    one.settle()
    assert "by 200 votes" in one.presenter.foot.accessibleName()
    one.declare("alpha", 900, 710, 200)
    qtbot.waitUntil(lambda: "by 190 votes" in one.presenter.foot.accessibleName())
    assert "by 200 votes" not in one.presenter.foot.accessibleName()


def test_the_view_is_remembered(producer: Produce) -> None:
    one = presenting(producer, settings=Settings(presenter_view=True))
    assert one.presenter.own_view
    assert one.presenter.foot.isVisible()


def test_guides_by_their_key(producer: Produce) -> None:
    one = presenting(producer)
    one.press("Ctrl G")
    assert one.presenter.stage.guides
    one.press("G", one.presenter)
    assert not one.presenter.stage.guides


@pytest.mark.parametrize("name", ["Ashfield", "Leicester South", "Inverness, Skye and West Ross-shire"])
def test_the_foot_of_a_result(name: str) -> None:
    night = built_in("uk-2024")
    (standing,) = [one for one in night.contests.values() if one.contest.name == name]
    lines = lines_for(tell(night), standing.contest.id)
    facts = facts_of(night, standing)
    assert any(line.startswith("Turnout ") for line in facts)
    texts = list(presenter_foot([line.sentence for line in lines], facts).shapes.values())
    said = " ".join("".join(span.text for span in one.spans) for one in texts if isinstance(one, Text))
    assert said.startswith(lines[0].sentence), "the most telling first"
    assert facts[-1] in said
    assert all(one.y + one.height <= FOOT[1] for one in texts if isinstance(one, Text))


def test_before_the_result_it_says_what_is_at_stake() -> None:
    night = built_in("uk-2024", "22:00")
    (standing,) = [one for one in night.contests.values() if one.contest.name == "North Shropshire"]
    said = facts_of(night, standing)
    assert said[0].startswith("Sitting: ")
    assert "Helen Morgan (LD)" in said[0]
    due = next(one for one in night.contests.values() if one.contest.expected is not None)
    assert f"Expected {night.briefing.local(due.contest.expected):%H:%M}" in facts_of(night, due)


def test_a_sentence_that_finds_no_room_gives_way_to_a_shorter_one() -> None:
    long = "A sentence that takes two lines of the foot and goes on about it for some time before it comes to its end."
    short = "A short one."
    figure = presenter_foot([long, short, long, short], ["A fact"])
    rows = {one.id: "".join(span.text for span in one.spans) for one in figure.shapes.values() if isinstance(one, Text)}
    assert f"{rows['story/0']} {rows['story/0/1']}" == long
    assert (rows["story/1"], "story/2" in rows, rows["story/3"]) == (short, False, short)
