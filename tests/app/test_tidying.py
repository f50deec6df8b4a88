"""What is beside a night file is put into it once nobody keys."""

import shutil
from pathlib import Path

import pytest
from night_files import BRIEFING
from pytestqt.qtbot import QtBot

from resultsdesk.app import tidying
from resultsdesk.app.session import Session
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import CallRecount
from resultsdesk.settings import Settings
from resultsdesk.store.night_file import create_night, open_night


def test_the_file_alone_is_the_whole_night_once_nobody_keys(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "QUIET", 0)
    path = tmp_path / "town.night"
    create_night(path, BRIEFING, "live").close()

    def alone() -> int:
        shutil.copyfile(path, tmp_path / "copy.night")
        with open_night(tmp_path / "copy.night", read_only=True) as copy:
            return copy.journal.last_seq()

    session = Session(path, Settings(), lambda _: None)
    session.show()
    session.desk.commit(CallRecount(contest=ContestId("alpha"), after=None))
    assert alone() == 0
    qtbot.waitUntil(lambda: alone() == 1)
    session.close()
