"""What every test stands on: no screen, nobody's settings, the published results, and nothing left behind."""

import gc
import os
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

# Before anything loads Qt.
if not os.environ.get("RESULTSDESK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

T = TypeVar("T")

settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=400, print_blob=True)
settings.load_profile("dev")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of published results beside the checkout; without it the test skips and says so."""
    if not SHARED.is_dir():
        pytest.skip("the published results are not in ../shared")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home that is nobody's, on every system, so that tests neither read nor write a person's settings."""
    home = tmp_path_factory.mktemp("home")
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": home / "config",
        "WIN_PD_OVERRIDE_APPDATA": home / "config",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in folders.items():
            folder.mkdir(exist_ok=True)
            patch.setenv(name, str(folder))
        yield home


@pytest.fixture(autouse=True)
def usual_settings(nobodys_home: Path) -> Iterator[None]:
    """Every test starts from the settings of a new installation."""
    yield
    for file in (nobodys_home / "config").rglob("settings*.toml"):
        file.unlink()


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test that ends before the threads it started do."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=2)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left running: {alive}"


@pytest.fixture(autouse=True)
def nothing_of_qt_left_behind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a top-level window, a running timer or a running QThread behind.

    Windows given to `qtbot.addWidget` are closed before this looks.
    """
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication

    timers = _remember_started(monkeypatch, QTimer)
    threads = _remember_started(monkeypatch, QThread)
    before = set(map(id, QApplication.topLevelWidgets()))
    yield

    def left() -> list[str]:
        _delete_what_is_due()
        windows = [w for w in QApplication.topLevelWidgets() if id(w) not in before and w.parent() is None]
        return [
            *(f"window {type(window).__name__} {window.windowTitle()!r}" for window in windows),
            *(f"timer of {t.interval()} ms of {t.parent()!r}" for t in _alive(timers) if t.isActive()),
            *(f"QThread {thread.objectName()!r}" for thread in _alive(threads) if not thread.wait(2000)),
        ]

    if left():
        gc.collect()  # what only hangs in a circle is not left behind
    still = left()
    for window in QApplication.topLevelWidgets() if still else ():
        if id(window) not in before:
            window.close()
            window.deleteLater()
    assert not still, f"left behind: {still}"


def _remember_started(monkeypatch: pytest.MonkeyPatch, kind: type[T]) -> list[weakref.ref[T]]:
    """Have a Qt class remember each of its objects that is started, weakly."""
    started: list[weakref.ref[T]] = []
    start: Callable[..., None] = kind.start  # type: ignore[attr-defined]  # both kinds have it

    def remembering(self: T, *arguments: object) -> None:
        started.append(weakref.ref(self))
        start(self, *arguments)

    monkeypatch.setattr(kind, "start", remembering)
    return started


def _alive(references: list[weakref.ref[T]]) -> list[T]:
    from shiboken6 import isValid

    objects = {id(thing): thing for reference in references if (thing := reference()) is not None}
    return [thing for thing in objects.values() if isValid(thing)]


def _delete_what_is_due() -> None:
    """Let Qt carry out every deleteLater."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_report_header() -> str:
    """Say on which system's windows the tests run."""
    return f"display: {os.environ.get('QT_QPA_PLATFORM') or 'the real one'}; {sys.platform}"
