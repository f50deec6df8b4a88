"""What a killed export left behind is cleared away by the next one to the same place, and nothing else is."""

import subprocess
import sys
from pathlib import Path

import pytest

from resultsdesk.export.folder import staged
from resultsdesk.export.leftovers import CLAIM, clear_leftovers

HOLDS = """
import sys
from pathlib import Path
from resultsdesk.export.folder import staged
with staged(Path(sys.argv[1]), rehearsal=False, night="a") as stage:
    (stage.path / "half.txt").write_text("half")
    print(stage.path, flush=True)
    sys.stdin.read()
"""


def working(folder: Path) -> "tuple[subprocess.Popen[str], Path]":
    """Return a program that is writing to a folder, and where."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    return child, Path(child.stdout.readline().strip())


@pytest.mark.parametrize("there", [True, False], ids=["there", "new"])
def test_only_what_is_left_of_the_dead_goes(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "out [1]"
    if there:
        folder.mkdir()
    (dead, killed), (alive, busy) = working(folder), working(folder)
    dead.kill()
    dead.communicate()
    assert (killed / "half.txt").exists()
    with staged(folder, rehearsal=False, night="a") as stage:
        assert not killed.exists()
        assert (busy / "half.txt").exists()
        assert stage.path.exists()
    alive.communicate("")
    assert alive.returncode == 0
    assert not any(one.name.endswith(".part") for one in (*tmp_path.rglob("*"), *tmp_path.rglob(".*")))


def test_what_merely_looks_like_it_stays(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    others = [
        tmp_path / ".out.01234567.part",  # no claim in it
        tmp_path / ".out.0123456.part",
        tmp_path / ".outer.01234567.part",
        tmp_path / "out.01234567.part",
    ]
    for one in others:
        one.mkdir()
    for one in others[1:]:
        (one / CLAIM).touch()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / CLAIM).touch()
    (tmp_path / ".out.89abcdef.part").symlink_to(elsewhere)
    clear_leftovers(folder)
    assert all(one.is_dir() for one in (*others, elsewhere))
    assert (elsewhere / CLAIM).exists()


def test_nothing_of_the_claim_comes_into_the_folder(tmp_path: Path) -> None:
    with staged(tmp_path / "out", rehearsal=False, night="a") as stage:
        (stage.path / "a.txt").write_text("a line\n")
        stage.place(["a.txt"], [], [])
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["SHA256SUMS", "a.txt"]
