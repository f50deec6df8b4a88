"""The local server of an open desk, over real sockets."""

import json
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from night_files import BRIEFING
from producers import Producer, produce
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stations import MAP, result

from resultsdesk.night.briefing import ContestId
from resultsdesk.outputs.tokens import tokens
from resultsdesk.settings import Settings
from resultsdesk.store.night_file import create_night


@pytest.fixture
def producer(tmp_path: Path, qtbot: QtBot) -> Iterator[Producer]:
    path = tmp_path / "town.night"
    create_night(path, BRIEFING, "live").close()
    one = produce(path)
    one.windows.server.settings = replace(one.windows.server.settings, outputs_port=0)  # any that is free
    one.settle()
    yield one
    if one.session.on_air is not None:
        one.session.close()


def asked(address: str, method: str = "GET", token: str = "") -> object:
    request = urllib.request.Request(address, method=method, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return json.loads(answer.read() or "null")


def test_the_desk_serves_what_it_keys(producer: Producer) -> None:
    producer.press("Ctrl Shift S")
    url = producer.windows.server.url
    assert QApplication.clipboard().text() == url
    assert producer.told().startswith(f"Served at {url}")
    producer.declare("alpha", 900, 700, 200)
    feed = asked(f"{url}feed/night.json")
    assert isinstance(feed, dict)
    assert "900" in json.dumps(feed)
    producer.press("Ctrl Shift S")
    assert producer.told() == "The local server has stopped"
    with pytest.raises(urllib.error.URLError):
        asked(f"{url}feed/night.json")


def test_a_control_surface_takes_what_the_panel_shows(producer: Producer, qtbot: QtBot) -> None:
    producer.declare("alpha", 900, 700, 200)
    producer.call("1 alp")
    producer.press("Ctrl Shift S")
    url = producer.windows.server.url
    with ThreadPoolExecutor() as elsewhere:
        taking = elsewhere.submit(asked, f"{url}control/take", "POST", tokens().control)
        qtbot.waitUntil(taking.done)
        taking.result()
    assert producer.on().scene == result("alpha")
    assert producer.shown()[1] == "Program: Result: Alpha ward"


def test_a_night_that_is_closed_is_served_no_more(producer: Producer) -> None:
    producer.press("Ctrl Shift S")
    url = producer.windows.server.url
    producer.station.air(MAP, "browser")
    path = producer.session.file.path
    producer.session.close()
    with pytest.raises(urllib.error.URLError):
        asked(f"{url}feed/night.json")
    again = produce(path)
    assert again.on("browser") is None
    assert again.station.programme.outputs["browser"].preview == MAP
    again.session.close()


def test_how_the_night_is_served_is_chosen_by_keyboard_and_remembered(producer: Producer, qtbot: QtBot) -> None:
    kept: list[Settings] = []
    producer.windows.server.kept.connect(kept.append)
    producer.press("Ctrl Shift A")
    dialog = producer.windows.outputs.dialog
    assert dialog is not None
    assert dialog.state.text() == "Nothing is served"
    qtbot.keyClick(dialog.port, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.port, "one")
    qtbot.keyClick(dialog.port, Qt.Key.Key_Return)
    assert dialog.said.text() == "“one” is no port. Give a number to 65,535; 0 takes any that is free."
    qtbot.keyClick(dialog.port, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.port, "0")
    qtbot.keyClick(dialog.lan, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.names, "studio, graphics.studio")
    qtbot.keyClicks(dialog.playout, "caspar here=presenter")
    qtbot.keyClick(dialog.port, Qt.Key.Key_Return)
    assert dialog.said.text().startswith("“here=presenter” is not a layer of CasparCG: say it as")
    assert not kept
    dialog.playout.selectAll()
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    qtbot.keyClicks(dialog.playout, f"companion 127.0.0.1:{port}")
    with qtbot.waitSignal(producer.windows.server.told) as told:
        qtbot.keyClick(dialog.port, Qt.Key.Key_Return)
    assert told.args == [f"Nothing answers at 127.0.0.1:{port}. Is it running, and reached?"]
    assert dialog.said.text() == told.args[0]
    at = producer.windows.server.url
    assert dialog.state.text() == f"Served at {at}"
    assert "/t/" in at, "every address bears a token"
    assert [(one.outputs_lan, one.outputs_names, one.outputs_playout) for one in kept] == [
        (True, ("studio", "graphics.studio"), (f"companion 127.0.0.1:{port}",))
    ]
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == at
    qtbot.mouseClick(dialog.token, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == tokens().control
    assert not dialog.port.isEnabled()
    qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    assert dialog.state.text() == "Nothing is served"
    assert producer.windows.server.url == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    producer.press("Ctrl Shift S")
    assert "/t/" in producer.windows.server.url, "as it was last"


def test_a_rehearsal_leaves_the_playout_of_live_nights_alone(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "trial.night"
    create_night(path, BRIEFING, "rehearsal").close()
    one = produce(path)
    with socket.create_server(("127.0.0.1", 0)) as caspar:
        line = f"caspar 127.0.0.1:{caspar.getsockname()[1]}/1-20=presenter"
        server = one.windows.server
        server.settings = replace(server.settings, outputs_port=0, outputs_playout=(line,))
        one.settle()
        one.press("Ctrl Shift A")
        dialog = one.windows.outputs.dialog
        assert dialog is not None
        assert dialog.playout.toPlainText() == ""
        one.declare("alpha", 900, 700, 200)
        one.station.air(result("alpha"), "presenter")
        qtbot.keyClick(dialog.port, Qt.Key.Key_Return)
        assert asked(f"{server.url}feed/flat.json") is not None, "it is served"
        caspar.setblocking(False)
        with pytest.raises(BlockingIOError):
            caspar.accept()
        qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
        qtbot.keyClicks(dialog.playout, line)
        qtbot.keyClick(dialog.port, Qt.Key.Key_Return)
        caspar.settimeout(20)
        connection, _ = caspar.accept()
        connection.close()
    assert (server.settings.outputs_playout, server.settings.rehearsal_playout) == ((line,), (line,))
    one.session.close()


def test_ten_thousand_slow_connections_leave_the_desk_its_keys(producer: Producer, qtbot: QtBot) -> None:
    """What it costs is measured in tests/bench/test_serving.py."""
    producer.press("Ctrl Shift S")
    url = producer.windows.server.url
    port = urlsplit(url).port
    script = str(Path(__file__).parent.parent / "strangers.py")
    desk = producer.session.desk
    with (
        socket.create_connection(("127.0.0.1", port), timeout=20) as screen,
        subprocess.Popen([sys.executable, script, str(port), "10000"], stdout=subprocess.PIPE, text=True) as strangers,
    ):
        screen.sendall(b"GET /events/scene/contest?contest=alpha HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert strangers.stdout is not None
        assert strangers.stdout.readline() == "begun\n"
        figure = 900
        while strangers.poll() is None and figure < 1_100:
            figure += 1
            producer.declare("alpha", figure, 700, 200)
            assert desk.night.contests[ContestId("alpha")].poll is not None
        assert int(strangers.stdout.readline()) == 10_000
        assert desk.night.seq == figure - 900 > 1
        with screen.makefile("rb") as stream, ThreadPoolExecutor() as elsewhere:
            last = f'"seq":{desk.night.seq},'.encode()
            kept = elsewhere.submit(lambda: any(last in line for line in stream))
            qtbot.waitUntil(kept.done, timeout=30_000)  # the desk's own work goes on meanwhile: it tells the server
            assert kept.result(), "the screen was kept"
    assert asked(f"{url}feed/flat.json") is not None
    server = producer.windows.server._server
    assert server is not None
    assert server.connections.refused > 1_000
    assert len(server.connections.open) <= server.connections.most
