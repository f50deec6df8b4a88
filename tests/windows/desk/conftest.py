"""Night files to open a desk on: made once, copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from night_files import copy_at
from operators import Operator, Sit, sit_down
from pytestqt.qtbot import QtBot

from resultsdesk.assets import resource
from resultsdesk.intake.folder import read_briefing, read_outlines, read_results
from resultsdesk.store.night_file import create_night


@pytest.fixture(scope="session")
def nights(tmp_path_factory: pytest.TempPathFactory, towns: dict[str, Path]) -> dict[str, Path]:
    """Night files nobody has entered anything in: the made-up town, and 2024 live and to rehearse."""
    folder = tmp_path_factory.mktemp("nights")
    uk = resource("briefings", "uk-2024")
    briefing = read_briefing(uk)
    results, outlines = read_results(uk, briefing), read_outlines(uk, briefing)
    create_night(folder / "live.night", briefing, "live", outlines=outlines).close()
    create_night(folder / "rehearsal.night", briefing, "rehearsal", results, outlines).close()
    return {"town": towns["live"], **{one.stem: one for one in folder.glob("*.night")}}


@pytest.fixture
def sit(nights: dict[str, Path], tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    """Sit down at a desk on a copy of a night; a second time in one test, at another window on the same copy."""
    seated: list[Operator] = []

    def open_on(night: str = "town", **more: object) -> Operator:
        operator = sit_down(copy_at(tmp_path, nights[night]), **more)  # type: ignore[arg-type]  # the words of sit_down
        seated.append(operator)
        return operator

    yield open_on
    for one in seated:
        one.window.close()
        one.window.deleteLater()
        one.file.close()
