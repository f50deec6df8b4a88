"""Control surfaces: plain POSTs, done at the desk, answered once they are."""

import json

import pytest
from newsroom import Newsroom

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.briefing import ContestId


def on(room: Newsroom, output: str = "presenter") -> SceneRequest | None:
    program = room.desk.station.programme.outputs[output].program
    return program.scene if program else None


def test_scene_take_next_and_clear(room: Newsroom) -> None:
    assert room.press("/control/scene/contest?contest=Alpha+ward").json == {"done": True}
    assert on(room) == SceneRequest(
        SceneName.CONTEST, contest=ContestId("alpha"), scope=room.desk.desk.night.main_scope
    )
    room.desk.station.preview(SceneRequest(SceneName.TITLE))
    assert room.press("/control/take").status == 200
    assert on(room) == SceneRequest(SceneName.TITLE)
    room.desk.station.add(SceneRequest(SceneName.GAINS))
    assert room.press("/control/next").status == 200
    assert on(room) == SceneRequest(SceneName.GAINS)
    assert room.press("/control/clear").status == 200
    assert on(room) is None


def test_what_to_do_may_stand_in_a_json_body(room: Newsroom) -> None:
    body = json.dumps({"output": "browser", "contest": "beta", "format": "tall"}).encode()
    assert room.press("/control/scene/strap", body=body, Content_Type="application/json").status == 200
    shown = on(room, "browser")
    assert shown is not None
    assert (shown.name, shown.contest) == (SceneName.STRAP, "beta")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/control/explode", b"", 404),
        ("/control/scene/juggling", b"", 404),
        ("/control/scene/contest?contest=nowhere", b"", 404),
        ("/control/take", b"", 409),
        ("/control/next", b"", 409),
        ("/control/take?output=nowhere", b"", 409),
        ("/control/take", b"{not json", 400),
        ("/control/take", b"[1]", 400),
        pytest.param("/control/take", b"[" * 16_000, 400, id="brackets-a-thousand-deep"),
    ],
)
def test_what_cannot_be_done_is_said(room: Newsroom, path: str, body: bytes, status: int) -> None:
    said = room.press(path, body=body)
    assert said.status == status
    assert said.body
    assert on(room) is None


def test_somebody_elses_lock_is_respected(room: Newsroom) -> None:
    from dataclasses import replace

    from resultsdesk.air.programme import with_output

    room.air("title")
    programme = room.desk.station.programme
    locked = with_output(programme, replace(programme.outputs["presenter"], lock="Desk 7"))
    room.file.programme.change(lambda _: locked, room.desk.desk.clock.now())
    room.desk.station.catch_up()
    said = room.press("/control/clear?output=presenter")
    assert said.status == 409
    assert "Desk 7" in said.json["trouble"]
    assert on(room) is not None
