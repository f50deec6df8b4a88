"""Browsers and served nights."""

from collections.abc import Iterator
from pathlib import Path

import chromium
import pytest
from newsroom import Newsroom, newsroom
from PySide6.QtGui import QGuiApplication


@pytest.fixture(scope="session")
def qapp(qapp: QGuiApplication) -> QGuiApplication:
    """Qt's application, for the painter the browser's is held against."""
    return qapp


@pytest.fixture(scope="session")
def one_browser() -> Iterator[chromium.Chromium]:
    """One real Chromium for all tests of a run."""
    if chromium.found() is None:
        pytest.skip("there is no Chromium on this machine")
    with chromium.chromium() as browser:
        yield browser


@pytest.fixture
def browser(one_browser: chromium.Chromium) -> Iterator[chromium.Chromium]:
    """A browser whose tabs are closed at the end, and which nothing troubled meanwhile."""
    yield one_browser
    for target in one_browser.send("Target.getTargets")["targetInfos"]:
        if target["type"] == "page" and target["url"] != "about:blank":
            one_browser.send("Target.closeTarget", targetId=target["targetId"])
    one_browser.events.clear()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A live night of the town, served on this machine alone."""
    with newsroom(tmp_path) as one:
        yield one
