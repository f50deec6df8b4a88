"""Fifty frames a second in the presenter's window at 1080p while a map, a result or a correction moves."""

import gc
import time
from collections.abc import Iterator

import pytest
from built_in import built_in
from moves import AIM, LATE, moves
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk.painters.theme import theme
from resultsdesk.windows.presenter.stage_view import FRAME, StageView

ROUNDS = 12


class Timed(StageView):
    """Remembers when each frame was painted, in seconds."""

    painted: list[float]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.append(time.perf_counter())


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot) -> Iterator[Timed]:
    view = Timed(theme("dark", built_in("uk-2024").briefing.parties))
    view.painted = []
    qtbot.addWidget(view)
    view.resize(1920, 1080)
    with qtbot.waitExposed(view):
        view.show()
    gc.freeze()  # as the desk does on opening a night
    yield view
    gc.unfreeze()
    view.stop()


@pytest.mark.parametrize("move", moves())
def test_frames_are_kept(stage: Timed, qtbot: QtBot, move: str) -> None:
    start, end = moves()[move]
    frames, missed, costs = 0, 0, []
    for _ in range(ROUNDS):
        stage.cut(start)
        QApplication.processEvents()
        stage.painted.clear()
        with qtbot.waitSignal(stage.settled):
            stage.go_to(end)
        gaps = [(after - before) * 1000 for before, after in zip(stage.painted, stage.painted[1:], strict=False)]
        frames += len(gaps)
        missed += sum(round(gap / FRAME) - 1 for gap in gaps if gap > LATE * FRAME)
        costs.append(max(gaps, default=0.0))
    kept = frames / (frames + missed)
    print(f"\n{move}: {kept:.1%} of the frames kept (aim {AIM:.0%}), at most {max(costs):.0f} ms between two")  # noqa: T201 - a measurement
    assert frames
