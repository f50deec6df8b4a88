import os
import random
import subprocess
import sys
from pathlib import Path

from night_files import new_night

from resultsdesk.night.briefing import ContestId
from resultsdesk.store.night_file import open_night
from resultsdesk.store.verify import verify

KEEP_APPENDING = Path(__file__).with_name("keep_appending.py")
TESTS = KEEP_APPENDING.parent.parent


def run_and_kill(path: Path, after: int) -> dict[str, int]:
    """Have another process append, kill it once it has acknowledged `after` times, and return all it acknowledged."""
    folders = os.pathsep.join((str(TESTS), str(TESTS.parent)))
    with subprocess.Popen(
        [sys.executable, str(KEEP_APPENDING), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": folders},
    ) as desk:
        assert desk.stdout is not None
        lines = [desk.stdout.readline() for _ in range(after)]
        desk.kill()
        # What it said between our last look and its end was acknowledged too; a line cut short was not.
        lines += [line for line in desk.stdout if line.endswith("\n")]
    return {what: int(number) for what, number in (line.split() for line in lines)}


def test_whatever_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20240704)
    new_night(tmp_path).close()
    path = tmp_path / "town.night"
    for _ in range(8):
        acknowledged = run_and_kill(path, after=chance.randint(2, 60))
        with open_night(path) as night:
            seq = night.journal.last_seq()
            assert acknowledged["entry"] <= seq <= acknowledged["entry"] + 1
            assert [one.seq for one in night.journal.entries()] == list(range(1, seq + 1))
            draft = night.drafts.get(ContestId("alpha"))
            assert int(draft["alpha.1"]) in (acknowledged["draft"], acknowledged["draft"] + 1)
            assert draft["alpha.2"] == "12"
        assert verify(path) == ()


def test_a_killed_desk_does_not_stop_another_that_is_open(tmp_path: Path) -> None:
    with new_night(tmp_path) as night:
        acknowledged = run_and_kill(night.path, after=20)
        assert night.changed_elsewhere()
        assert night.journal.last_seq() >= acknowledged["entry"]
