import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from night_files import BRIEFING, declared, new_night, older_night
from town import LATER

from resultsdesk.air.rundown import add
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.entries import Kind
from resultsdesk.night.stages import MOVES
from resultsdesk.store.migrations import migrate, migrations
from resultsdesk.store.night_file import open_night
from resultsdesk.store.schema import SCHEMA
from resultsdesk.store.trouble import ReadOnlyNight
from resultsdesk.store.verify import verify


@pytest.fixture(params=["told", "past", "left"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A night with all it needs but the last migrations, from the one named on."""
    return older_night(tmp_path, request.param)


def test_an_older_night_is_brought_to_today(older: Path) -> None:
    with open_night(older) as night:
        assert night.briefing() == BRIEFING
        night.journal.append(declared())
        night.programme.change(lambda now: add(now, SceneRequest(SceneName.MAP)), LATER)
        assert len(night.programme.load().rundown) == 1
        night.programme.leave("presenter", "alpha/1/2", LATER, "Desk 1")
        assert [one.what for one in night.programme.left()] == ["alpha/1/2"]
    assert verify(older) == ()


def test_an_older_night_is_not_touched_by_whoever_only_reads(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(ReadOnlyNight, match="made by an older version"):
        open_night(older, read_only=True)
    assert older.read_bytes() == before


def test_the_schema_number_counts_the_migrations() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        applied = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
        assert (applied, connection.execute("PRAGMA user_version").fetchone()[0]) == (SCHEMA, SCHEMA)
        assert migrations.name == "resultsdesk"


def test_every_kind_of_entry_has_its_stage_in_the_file() -> None:
    stages = {kind: stage for moves in MOVES.values() for kind, stage in moves.items()}
    assert set(stages) == set(Kind)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        kept = dict(connection.execute("SELECT kind, stage FROM kinds"))
    assert kept == {kind.value: stage.value for kind, stage in stages.items()}


def test_opening_a_night_of_today_does_not_wait_for_sqlite_utils(tmp_path: Path) -> None:
    with new_night(tmp_path) as night:
        night.journal.append(declared())
    script = (
        "import sys; from pathlib import Path; from resultsdesk.store.night_file import open_night\n"
        "with open_night(Path(sys.argv[1])) as night: night.briefing(), night.journal.entries()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "town.night")], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
