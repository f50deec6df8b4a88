"""What is painted while something moves, and what is not while nothing does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from built_in import built_in
from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tween import entrance, tween
from resultsdesk.night.briefing import ContestId
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.windows.presenter.layers import Layer, Layers, layered
from resultsdesk.windows.presenter.motion import LENGTH, Motion, eased
from resultsdesk.windows.presenter.stage_view import StageView

SIZE = QSize(960, 540)
NEAR, FEW = 48, 0.004


def live(until: str) -> object:
    return replace(built_in("uk-2024", until), rehearsal=False)


def contest(name: str) -> SceneRequest:
    night = built_in("uk-2024")
    (one,) = [standing for standing in night.contests.values() if standing.contest.name == name]
    return SceneRequest(SceneName.CONTEST, contest=ContestId(one.contest.id))


def figures() -> dict[str, tuple[Figure, Figure]]:
    early, late, last = live("02:00"), live("04:40"), live("04:47")
    on_map = SceneRequest(SceneName.MAP)
    leicester = draw(last, contest("Leicester South"))
    return {
        "seven minutes on the map": (draw(late, on_map), draw(last, on_map)),
        "half a night on the map": (draw(early, on_map), draw(last, on_map)),
        "a result enters": (entrance(leicester), leicester),
        "a map enters": (entrance(draw(last, on_map)), draw(last, on_map)),
        "one result after another": (draw(last, contest("Burnley")), leicester),
        "a correction": (leicester, draw(last, contest("Leicester South"), corrected=True)),
    }


@dataclass
class Stopwatch:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def look(qapp: object) -> Theme:
    return theme("dark", built_in("uk-2024").briefing.parties)


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, watch: Stopwatch) -> Iterator[StageView]:
    view = StageView(look, now=watch)
    qtbot.addWidget(view)
    view.resize(SIZE)
    view.show()
    yield view
    view.stop()


@pytest.mark.parametrize("part", [0.0, 0.3, 0.7, 1.0])
@pytest.mark.parametrize("move", figures())
def test_layers_paint_what_lies_between(look: Theme, move: str, part: float) -> None:
    start, end = figures()[move]
    one, other = (QImage(SIZE, QImage.Format.Format_RGB32) for _ in range(2))
    painter = QPainter(one)
    Layers(start, end, look, "ink", SIZE, 1.0).paint(painter, part)
    painter.end()
    painter = QPainter(other)
    painter.fillRect(other.rect(), look.brush("ink"))
    paint(painter, tween(start, end, part), look, QRectF(other.rect()))
    painter.end()
    old, new = bytes(one.constBits()), bytes(other.constBits())
    unlike = sum(
        any(abs(old[at + channel] - new[at + channel]) > NEAR for channel in range(3))
        for at in range(0, len(old), 4)
        if old[at : at + 4] != new[at : at + 4]
    )
    assert unlike / (SIZE.width() * SIZE.height()) <= FEW


def test_what_stays_is_painted_once(look: Theme) -> None:
    start, end = figures()["seven minutes on the map"]
    layers = layered(start, end)
    assert len(layers[Layer.STILL]) > 600
    assert len(layers[Layer.LIVE]) < 100
    assert sorted(one for ids in layers.values() for one in ids) == sorted({**start.shapes, **end.shapes})


def test_a_move_ends_and_then_nothing_is_painted(stage: StageView, watch: Stopwatch, qtbot: QtBot) -> None:
    start, end = figures()["seven minutes on the map"]
    stage.cut(start)
    stage.go_to(end)
    assert stage.moving
    assert stage.figure == end
    qtbot.waitUntil(lambda: stage.frames > 3)
    with qtbot.waitSignal(stage.settled):
        watch.seconds = LENGTH
    qtbot.waitUntil(lambda: not stage.moving)
    stage.repaint()
    painted = stage.frames
    rest = QTimer(stage, singleShot=True, interval=300)
    with qtbot.waitSignal(rest.timeout):
        rest.start()
    assert stage.frames == painted, "a third of a second in which nothing moves costs no frame"


def test_the_same_figure_again_moves_nothing(stage: StageView) -> None:
    start, _ = figures()["a correction"]
    stage.cut(start)
    stage.go_to(replace(start))
    assert not stage.moving


def test_a_move_is_gone_on_with_from_wherever_it_is(stage: StageView, watch: Stopwatch) -> None:
    start, end = figures()["half a night on the map"]
    between, _ = figures()["seven minutes on the map"]
    stage.cut(start)
    stage.go_to(between)
    watch.seconds = LENGTH / 2
    seen = tween(start, between, eased(0.5))
    stage.go_to(end)
    assert stage._motion is not None
    assert stage._motion.start == seen
    assert stage.figure == end


def test_whoever_wants_no_motion_sees_none(qtbot: QtBot, look: Theme) -> None:
    view = StageView(look, reduce_motion=True)
    qtbot.addWidget(view)
    start, end = figures()["a result enters"]
    view.cut(start)
    view.go_to(end)
    view.enter(end)
    assert not view.moving
    assert view.figure == end


def test_guides_are_drawn_on_demand(stage: StageView) -> None:
    stage.cut(figures()["a correction"][0])
    without = stage.grab().toImage()
    stage.show_guides(True)
    with_guides = stage.grab().toImage()
    assert with_guides != without
    edge = with_guides.pixelColor(SIZE.width() // 20, SIZE.height() // 2 + 3)
    stage.show_guides(False)
    assert stage.grab().toImage() == without
    assert edge.isValid()


def test_a_motion_starts_fast_and_ends_at_its_end() -> None:
    start, end = figures()["a correction"]
    motion = Motion(start, end, 10.0)
    assert motion.part(9.0) == 0.0
    assert motion.part(10.0 + LENGTH / 2) > 0.8
    assert motion.at(10.0 + LENGTH) == end
    assert motion.over(10.0 + LENGTH)
    assert not motion.over(10.0 + LENGTH * 0.9)
