"""Which display the presenter has: remembered, gone and come back, and never a rehearsal where a live night is."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from producers import Producer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resultsdesk.settings import Settings
from resultsdesk.windows.presenter.claims import Answer, Claim
from resultsdesk.windows.presenter.displays import identity
from resultsdesk.windows.question import Question

Produce = Callable[..., Producer]


def this_display() -> str:
    return identity(QApplication.primaryScreen())


def test_a_display_that_is_not_there_is_waited_for(producer: Produce) -> None:
    one = producer(settings=Settings(presenter_display="Projector 7"))
    one.press("F4")
    assert not one.presenter.isVisible()
    row = one.panel.presenter
    assert (row.words.text(), row.display.currentText()) == ("Waiting for", "not connected")
    one.windows.presenting.choose("")
    assert one.presenter.isVisible()
    assert one.kept[-1] == ("", False)


def test_an_unplugged_display_takes_the_window_away_and_brings_it_back(producer: Produce, qtbot: QtBot) -> None:
    one = producer(settings=Settings(presenter_display=this_display()))
    one.press("F4")
    assert one.presenter.isFullScreen()
    seat = one.windows.presenting
    seat._displays.went.emit(this_display())
    assert not one.presenter.isVisible(), "rather nothing than a full screen over somebody's desk"
    assert one.panel.presenter.words.text() == "Waiting for"
    seat._displays.came.emit("another")
    assert not one.presenter.isVisible()
    seat._displays.came.emit(this_display())
    assert one.presenter.isFullScreen()


SECOND_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from resultsdesk.app.application import application
from resultsdesk.app.session import Session
from resultsdesk.settings import Settings
from resultsdesk.windows.presenter.displays import identity
app = application()
second = QApplication.screens()[1]
session = Session(Path(sys.argv[1]), Settings(presenter_display=identity(second)), lambda _: None)
session.on_air.presenting.toggle()
app.processEvents()
window = session.on_air.presenting.window
found = window.geometry().getRect(), window.isFullScreen(), [name for _, name in session.on_air.presenting.displays()]
session.close()
print(found)
"""


def test_the_window_fills_the_display_that_was_chosen(towns: dict[str, Path], tmp_path: Path) -> None:
    screens = {
        "screens": [
            {"name": "Desk", "x": 0, "y": 0, "width": 1280, "height": 720},
            {"name": "Studio", "x": 1280, "y": 0, "width": 1920, "height": 1080},
        ]
    }
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(screens), encoding="utf-8")
    night = tmp_path / "town.night"
    night.write_bytes(towns["live"].read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", SECOND_SCREEN, str(night)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "((1280, 0, 1920, 1080), True, ['Desk · 1280 × 720', 'Studio · 1920 × 1080'])"


def test_a_rehearsal_stays_off_a_display_with_a_live_night(producer: Produce) -> None:
    settings = Settings(presenter_display=this_display())
    live, rehearsal = producer("live", settings=settings), producer("rehearsal", settings=settings)
    live.press("F4")
    rehearsal.press("F4")
    assert rehearsal.windows.presenting.window is None
    assert rehearsal.told() == "A live night is on that display: a rehearsal stays off it."
    live.press("F4")
    rehearsal.press("F4")
    assert rehearsal.presenter.isVisible(), "once the live night has left"


def test_a_live_night_asks_before_it_takes_a_rehearsals_display(producer: Produce) -> None:
    settings = Settings(presenter_display=this_display())
    live, rehearsal = producer("live", settings=settings), producer("rehearsal", settings=settings)
    rehearsal.press("F4")
    live.press("F4")
    assert live.windows.presenting.window is None
    (question,) = live.panel.findChildren(Question)
    assert "A rehearsal is on that display" in question.accessibleName()
    question.accept()
    assert live.presenter.isVisible()


CLAIMING = """
import sys
from pathlib import Path
from resultsdesk.windows.presenter.claims import Claim
claim = Claim(Path(sys.argv[1]), "Studio", False)
print(claim.make().name, flush=True)
sys.stdin.readline()
import os
os._exit(1)  # as a crash would
"""


def test_a_claim_is_for_the_whole_machine_and_ends_with_its_process(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CLAIMING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "GRANTED"
        rehearsal = Claim(tmp_path, "Studio", rehearsal=True)
        assert rehearsal.make() is Answer.REFUSED
        assert Claim(tmp_path, "Balcony", rehearsal=True).make() is Answer.GRANTED
        other.communicate("\n")
    assert rehearsal.make() is Answer.GRANTED, "a crash leaves no display claimed"


@pytest.mark.parametrize("asked", [False, True])
def test_claims_of_both_kinds(tmp_path: Path, asked: bool) -> None:
    rehearsal, live = Claim(tmp_path, "Studio", rehearsal=True), Claim(tmp_path, "Studio", rehearsal=False)
    assert rehearsal.make() is Answer.GRANTED
    assert live.make(asked) is (Answer.GRANTED if asked else Answer.ASK)
    assert rehearsal.make() is (Answer.REFUSED if asked else Answer.GRANTED)
    rehearsal.end()
    assert live.make() is Answer.GRANTED
    live.end()
