"""When no window can open: one line that says why, what to install, and what to do instead."""

import shutil
import sys
from pathlib import Path

import pytest
from command_line import one_sentence, run, start
from night_files import older_night

from resultsdesk.assets import debian_packages

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")

NO_DISPLAY = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}


def test_without_a_display_the_headless_command_is_named(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    answer = start("rehearse", path, "--briefing", "uk-2024", **NO_DISPLAY)
    assert answer.status == 2
    assert answer.said == "There is no display to open a window on. Add --headless to play it without a window.\n"
    assert not path.exists()


@pytest.mark.parametrize("words", [(), ("open",)], ids=["start", "open"])
def test_no_window_of_any_kind(town: Path, words: tuple[str, ...]) -> None:
    answer = start(*words, *([town] if words else []), **NO_DISPLAY)
    assert answer.status == 2
    assert answer.said.startswith("There is no display to open a window on. ")
    assert one_sentence(answer)


def test_a_night_of_an_older_version_is_brought_up_to_date_as_the_others_say(tmp_path: Path) -> None:
    path = older_night(tmp_path)
    assert run("show", path, "tally").said.endswith("Open it once with `resultsdesk open`, where it may be written.\n")
    answer = start("open", path, **NO_DISPLAY)
    assert answer.said.startswith("There is no display to open a window on. ")
    assert run("show", path, "tally").status == 0


def test_a_library_that_does_not_load_is_named_with_the_packages(town: Path, tmp_path: Path) -> None:
    libraries = tmp_path / "lib"
    libraries.mkdir()
    (libraries / "libEGL.so.1").touch()  # the loader finds this one first, and it is no library
    answer = start("open", town, LD_LIBRARY_PATH=str(libraries), QT_QPA_PLATFORM="offscreen")
    assert answer.status == 2
    assert answer.said.startswith("Qt lacks libEGL.so.1 of this system: run `sudo apt-get install ")
    assert all(package in answer.said for package in debian_packages())
    assert one_sentence(answer)


def test_a_display_nobody_answers_on_is_named(town: Path) -> None:
    answer = start("open", town, DISPLAY=":7654", WAYLAND_DISPLAY=None, QT_QPA_PLATFORM="xcb")
    assert answer.status == 2
    assert answer.said.startswith(("The display :7654 cannot be reached", "Qt lacks "))
    assert one_sentence(answer)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb, a display without a screen")
def test_a_plugin_without_its_library_names_the_packages(town: Path, tmp_path: Path) -> None:
    libraries = tmp_path / "lib"
    libraries.mkdir()
    (libraries / "libxcb-cursor.so.0").touch()
    answer = start(
        "open", town, LD_LIBRARY_PATH=str(libraries), DISPLAY=":7654", WAYLAND_DISPLAY=None, QT_QPA_PLATFORM="xcb"
    )
    assert answer.status == 2
    assert "libxcb-cursor0" in answer.said
    assert "sudo apt-get install" in answer.said
    assert one_sentence(answer)
