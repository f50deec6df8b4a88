"""The presenter's window over a night: what enters, what is followed, and what stands beside the scene."""

from collections.abc import Callable

import pytest
from built_in import built_in
from producers import Producer
from pytestqt.qtbot import QtBot
from stations import MAP, result

from resultsdesk.figures.presenter_side import evidence
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.tween import entrance
from resultsdesk.psephology.baseline import Measure
from resultsdesk.settings import Settings

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
    assert window.foot.accessibleName().startswith("Lab hold, against 2012")
    assert window.stage.width() < window.width()
    one.press("Shift F4")
    assert window.stage.size() == window.size()
    assert not window.side.isVisible()


def test_without_a_contest_on_air_the_latest_are_told(producer: Produce) -> None:
    one = presenting(producer)
    one.press("Shift F4")
    one.declare("beta", 10, 20, 30, 40)
    one.station.air(MAP)
    one.settle()
    assert one.presenter.foot.accessibleName() == (
        "Beta ward: Ind gain from Con, majority 10. Alpha ward: Lab hold, majority 200"
    )


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ashfield", ("RUK gain from Con, against 2019 (notional)", "RUK hold, against the holder now")),
        ("Leicester South", ("Ind gain from Lab, against 2019 (notional)", "Out: Jonathan Ashworth")),
        ("North Herefordshire", ("Green gain from Con, against 2019 (notional)",)),
    ],
)
def test_the_evidence_for_a_result(name: str, said: tuple[str, ...]) -> None:
    night = built_in("uk-2024")
    (standing,) = [one for one in night.contests.values() if one.contest.name == name]
    lines = evidence(night, standing, Measure.LAST)
    assert lines[: len(said)] == said
    assert any(line.startswith("Turnout ") for line in lines)
