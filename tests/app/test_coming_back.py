"""A desk that ended by itself is who it was, and has open what was open; another desk is called otherwise."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from socket import create_server
from urllib.request import urlopen

import pytest
from night_files import BRIEFING, declared
from pytestqt.qtbot import QtBot
from stations import TITLE

from resultsdesk.app.desk_memory import DeskMemory
from resultsdesk.app.holder import DeskPlace
from resultsdesk.app.session import Session
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import CallRecount
from resultsdesk.settings import Settings
from resultsdesk.store.night_file import create_night, open_night

ELSEWHERE = """
import sys
from pathlib import Path
from resultsdesk.app.application import application
from resultsdesk.app.session import Session
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.settings import Settings
application()
session = Session(Path(sys.argv[1]), Settings(outputs_port=0), lambda _: None)
session.show()
if "on-air" in sys.argv:
    session.on_air.presenting.open()
    session.on_air.station.air(SceneRequest(SceneName.TITLE), "presenter")
    session.on_air.server.start()
print(session.desk.author.desk, flush=True)
sys.stdin.read()
if "closing" in sys.argv:
    session.close()
"""
SETTINGS = Settings(outputs_port=0)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    path = tmp_path / "town.night"
    create_night(path, BRIEFING, "live").close()
    return path


@contextmanager
def elsewhere(path: Path, *words: str, kill: bool = False) -> Iterator[str]:
    """Open a desk in another process and give what it is called; kill it afterwards, or let it end."""
    with subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(path), *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        yield desk.stdout.readline().strip()
        if kill:
            desk.kill()


@contextmanager
def opened(path: Path, settings: Settings = SETTINGS) -> Iterator[Session]:
    """Open a desk in this process."""
    session = Session(path, settings, lambda _: None)
    try:
        session.show()
        yield session
    finally:
        session.close()


def news(session: Session) -> str:
    """Return what the desk's top line tells."""
    return session.window.top.words.news if session.window.top.words else ""


def test_two_desks_on_one_file_are_called_otherwise(town: Path, qtbot: QtBot) -> None:
    with elsewhere(town) as first, opened(town) as second:
        assert first == "Desk 1"
        assert second.desk.author.desk == "Desk 2"
        assert second.window.top.words is not None
        assert second.window.top.words.desk == "Desk 2"
        done = second.desk.commit(CallRecount(contest=ContestId("alpha")))
        assert done.entry is not None
        assert done.entry.desk == "Desk 2"


def test_a_name_that_was_chosen_stays(town: Path, qtbot: QtBot) -> None:
    with elsewhere(town), opened(town, Settings(desk_name="Studio")) as second:
        assert second.desk.author.desk == "Studio"


def test_a_desk_keeps_its_name_after_a_crash(town: Path) -> None:
    with elsewhere(town), elsewhere(town, kill=True) as second:
        assert second == "Desk 2"
    with elsewhere(town) as first, elsewhere(town) as again:
        assert (first, again) == ("Desk 1", "Desk 2")


def test_what_a_desk_wrote_on_another_machine_is_not_this_one_s(town: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with open_night(town) as file:
        wrote = file.journal.append(declared("alpha")).desk
    first = DeskPlace(town, there)
    assert first.name([]) == wrote == "Desk 1"
    visiting, second = DeskPlace(town, here), DeskPlace(town, here)
    assert visiting.name([wrote]) == "Desk 2"
    assert second.name([wrote]) == "Desk 3"
    first.end()
    assert DeskPlace(town, there).name([wrote, "Desk 2", "Desk 3"]) == "Desk 1", "who comes back is who it was"
    for one in (visiting, second):
        one.end()


@pytest.mark.skipif(sys.platform == "win32", reason="a process that is ended there is not killed")
def test_what_was_open_when_the_desk_was_killed_is_open_again(town: Path, qtbot: QtBot) -> None:
    with elsewhere(town, "on-air", kill=True):
        pass
    with opened(town) as session:
        assert session.on_air is not None
        on = session.on_air.station.programme.outputs["presenter"].program
        assert on is not None
        assert on.scene == TITLE
        assert session.on_air.presenting.window is not None
        assert session.on_air.presenting.window.isVisible()
        assert session.on_air.presenting.window.accessibleName().startswith("On air: ")
        assert "The presenter’s window is open again, as it was. F4 closes it." in news(session)
        url = session.on_air.server.url
        assert f"Served again at {url}" in news(session)
        with urlopen(f"{url}feed/night.json", timeout=5) as answer:
            assert answer.status == 200
    with opened(town) as session:
        assert session.on_air is not None
        assert not session.on_air.presenting.shown, "closed by hand it stays closed"
        assert not session.on_air.server.url
        assert news(session) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a process that is ended there is not killed")
def test_what_the_second_of_two_killed_desks_had_open_is_open_again_with_the_first(town: Path, qtbot: QtBot) -> None:
    with elsewhere(town, kill=True) as first, elsewhere(town, "on-air", kill=True) as second:
        assert (first, second) == ("Desk 1", "Desk 2")
    with opened(town) as session:
        assert session.desk.author.desk == "Desk 1"
        assert session.on_air is not None
        assert session.on_air.presenting.shown
        assert session.on_air.server.url
    with opened(town) as session:
        assert session.on_air is not None
        assert not session.on_air.presenting.shown, "it was closed by then"


def test_what_a_desk_still_has_open_stays_with_it(town: Path, qtbot: QtBot) -> None:
    first = ExitStack()
    assert first.enter_context(elsewhere(town, kill=True)) == "Desk 1"
    with elsewhere(town, "on-air") as second:
        first.close()
        with opened(town) as session:
            assert (session.desk.author.desk, second) == ("Desk 1", "Desk 2")
            assert session.on_air is not None
            assert not session.on_air.presenting.shown


def test_what_cannot_be_opened_again_is_told_with_its_key(town: Path, qtbot: QtBot) -> None:
    with elsewhere(town, "on-air", kill=True):
        pass
    with (
        create_server(("127.0.0.1", 0)) as taken,
        opened(town, Settings(outputs_port=taken.getsockname()[1], presenter_display="gone")) as session,
    ):
        assert "The presenter’s display is not connected: the window waits for it." in news(session)
        assert "Ctrl Shift S starts the server." in news(session)


def test_a_desk_that_was_closed_has_nothing_open(town: Path, qtbot: QtBot) -> None:
    with elsewhere(town, "on-air", "closing"):
        pass
    with opened(town) as session:
        assert session.on_air is not None
        assert not session.on_air.presenting.shown


@pytest.mark.parametrize("damage", [b"", b"name = ", b"\xff\xfe", b"name = 3\nopen = 'presenter'\n"])
def test_a_memory_that_makes_no_sense_is_none(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "one.toml"
    path.write_bytes(damage)
    memory = DeskMemory(path)
    assert (memory.name, memory.open) == ("", frozenset())
    memory.keep_open("presenter", True)
    assert DeskMemory(path).open == {"presenter"}
