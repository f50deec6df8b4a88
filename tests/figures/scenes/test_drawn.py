"""A scene is drawn once for all who look at it, and anew once anything in it could differ."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from built_in import built_in

from resultsdesk.figures.scenes.drawn import Drawn
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw

NOW = datetime(2024, 7, 5, 2, 0, 10, tzinfo=UTC)
DUE = SceneRequest(SceneName.DUE)


def test_one_drawing_serves_all_within_a_minute() -> None:
    night, drawn = built_in("uk-2024", "02:00"), Drawn()
    first = drawn(night, DUE, NOW)
    assert drawn(night, DUE, NOW + timedelta(seconds=49)) is first
    assert first == draw(night, DUE, NOW.replace(second=0))


def test_it_is_drawn_anew_for_another_minute_night_scene_or_mark() -> None:
    night, drawn = built_in("uk-2024", "02:00"), Drawn()
    first = drawn(night, DUE, NOW)
    late = NOW + timedelta(hours=2)
    assert drawn(night, DUE, late) == draw(night, DUE, late.replace(second=0)) != first
    other = replace(night, rehearsal=not night.rehearsal)
    assert drawn(other, DUE, NOW) != first
    assert drawn(night, SceneRequest(SceneName.TALLY), NOW) != first
    assert drawn(night, DUE, NOW, corrected=True) != first
