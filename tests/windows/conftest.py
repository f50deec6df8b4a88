"""Night files of the made-up town, made once and copied for each test, and panels to produce on them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from night_files import BRIEFING, copy_at, votes
from producers import Producer, produce
from pytestqt.qtbot import QtBot

from resultsdesk.night.briefing import ContestId, PastResult
from resultsdesk.store.night_file import create_night

Produce = Callable[..., Producer]
RESULTS = (PastResult(ContestId("alpha"), None, votes("alpha")),)


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The made-up town, live and to rehearse."""
    folder = tmp_path_factory.mktemp("towns")
    live, rehearsal = folder / "town.night", folder / "town-rehearsal.night"
    create_night(live, BRIEFING, "live").close()
    create_night(rehearsal, BRIEFING, "rehearsal", RESULTS).close()
    return {"live": live, "rehearsal": rehearsal}


@pytest.fixture
def producer(towns: dict[str, Path], tmp_path: Path, qtbot: QtBot) -> Iterator[Produce]:
    """Sit down at a panel on a copy of a night; a second time in one test, at another on the same copy."""
    seated: list[Producer] = []

    def open_on(night: str = "live", **more: object) -> Producer:
        one = produce(copy_at(tmp_path, towns[night]), **more)  # type: ignore[arg-type]  # the words of produce
        seated.append(one)
        one.settle()
        return one

    yield open_on
    for one in seated:
        if one.session.on_air is not None:
            one.session.close()
