"""The program is killed while it plays a night: what it said it had kept is there, and it can be gone on with."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, run

from resultsdesk.store.night_file import open_night

ENTRY = re.compile(r"entry (\d+)  ")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX")


def play_and_kill(path: Path, after: int) -> int:
    """Rehearse in another process, kill it after so many entries, and return the last it acknowledged."""
    words = ("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max")
    with subprocess.Popen(
        [sys.executable, "-m", "resultsdesk", *map(str, words)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    ) as desk:  # fmt: skip
        assert desk.stderr is not None
        lines = [desk.stderr.readline() for _ in range(after)]
        desk.kill()
        lines += [line for line in desk.stderr if line.endswith("\n")]
    return max(int(found[1]) for line in lines if (found := ENTRY.search(line)))


def test_every_acknowledged_declaration_survives_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20240705)
    path = tmp_path / "uk.night"
    last = 0
    for _ in range(4):
        acknowledged = play_and_kill(path, after=chance.randint(3, 60))
        assert acknowledged > last
        with open_night(path) as night:
            entries = night.journal.entries()
            last = entries[-1].seq
            assert acknowledged <= last <= acknowledged + 1
            assert [one.seq for one in entries] == list(range(1, last + 1))
        assert run("verify", path).status == 0
    finished = run("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max", "--until", "05:00")
    assert finished.status == 0
    again = run("show", path, "tally", "--json").json
    assert again["declared"] == run("show", path, "tally", "--at", "05:00", "--json").json["declared"]
