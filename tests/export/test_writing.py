"""The folder is complete or as it was before, whatever a writer, a person or the disk does."""

import hashlib
import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import disks
import pytest

from resultsdesk.export.apart import Gone
from resultsdesk.export.folder import Stage, staged
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.trouble import SummaryTrouble
from resultsdesk.export.writing import Fault, Helper, Stopped, Told, Written, made, write_summary
from resultsdesk.night.trouble import Trouble

OpenStage = Callable[..., Stage]


@dataclass(frozen=True)
class Note:
    """Writes a line. `wrong` is what its check finds."""

    name: str
    text: str = "a line\n"
    wrong: tuple[str, ...] = ()
    what: str = "A note."

    def write(self, summary: Summary, path: Path) -> None:
        path.write_text(self.text, encoding="utf-8")

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        return self.wrong


LACKING = Trouble("Qt does not load.", "Install its libraries.")


@dataclass(frozen=True)
class Failing(Note):
    error: Exception = LACKING

    def write(self, summary: Summary, path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        raise self.error


def names(folder: Path) -> set[str]:
    """Return every file of a folder but those of a stage that is still open."""
    found = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    return {str(one) for one in found if not one.parts[0].startswith(".")}


def write(summary: Summary, stage: Stage, *writers: Note, whole: bool = True) -> Written:
    return write_summary(summary, writers, stage, whole)


def summed(folder: Path, sums: str = "SHA256SUMS") -> bool:
    """Return whether `sha256sum -c` is content with a folder and every file but the sums is listed."""
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed here")
    done = subprocess.run(["sha256sum", "--strict", "-c", sums], cwd=folder, capture_output=True, text=True)
    listed = {line.partition("  ")[2] for line in (folder / sums).read_text().splitlines()}
    return done.returncode == 0 and listed == names(folder) - {sums}


def test_a_new_folder_has_every_file_with_its_checksum(summary: Summary, stage: OpenStage, tmp_path: Path) -> None:
    written = write(summary, stage(), Note("a.txt"), Note("pictures/b.txt"))
    out = tmp_path / "out"
    assert names(out) == {"a.txt", "pictures/b.txt", "README.txt", "SHA256SUMS"}
    assert written.files == ["a.txt", "pictures/b.txt", "README.txt"]
    assert summed(out)
    assert hashlib.sha256(b"a line\n").hexdigest() + "  a.txt\n" in (out / "SHA256SUMS").read_text()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out"]


def test_a_rehearsal_says_so_in_every_name(rehearsed: Summary, stage: OpenStage, tmp_path: Path) -> None:
    write(rehearsed, stage(rehearsal=True), Note("a.txt"), Note("pictures/b.txt"))
    out = tmp_path / "out"
    assert all(Path(one).name.startswith("REHEARSAL-") for one in names(out))
    assert summed(out, "REHEARSAL-SHA256SUMS")
    assert "REHEARSAL. These are not results" in (out / "REHEARSAL-README.txt").read_text()


def test_a_file_that_is_not_as_written_is_left_out_and_the_others_kept(summary: Summary, stage: OpenStage) -> None:
    at = stage()
    told: list[Told] = []
    wrong = Note("b.txt", wrong=("it has 3 rows, not 4", "more"))
    written = write_summary(summary, [Note("a.txt"), wrong, Note("c.txt")], at, True, told.append)
    assert names(at.folder) == {"a.txt", "c.txt", "README.txt", "SHA256SUMS"}
    (fault,) = written.faults
    assert str(fault) == (
        "b.txt was left out: read again, it has 3 rows, not 4. And 1 more. "
        "Export again; if it says the same, send the project the night file."
    )
    assert [one.done for one in told] == [1, 2, 3]
    assert [one.file for one in told if one.fault] == ["b.txt"]
    assert summed(at.folder)


def test_a_trouble_or_a_mistake_of_one_writer_costs_its_own_file(summary: Summary, stage: OpenStage) -> None:
    at = stage()
    mistake = ZeroDivisionError("nothing to divide by")
    written = write(summary, at, Failing("a.txt"), Failing("b.txt", error=mistake), Note("c.txt"))
    assert names(at.folder) == {"c.txt", "README.txt", "SHA256SUMS"}
    by_name = {one.file: one for one in written.faults}
    assert str(by_name["a.txt"]) == "a.txt was left out: Qt does not load. Install its libraries."
    assert by_name["a.txt"].bug == ""
    assert "ZeroDivisionError: nothing to divide by" in by_name["b.txt"].bug


def test_helpers_make_files_too_and_one_that_fails_is_done_without(summary: Summary, stage: OpenStage) -> None:
    at = stage()
    helped: list[str] = []
    told: list[str] = []

    def help_out(writer: Writer) -> Fault | None:
        helped.append(writer.name)
        if len(helped) == 3:
            raise Gone("gone")
        return made(summary, writer, at)

    helper = Helper(lambda one: one.name >= "4", help_out, lambda: told.append("without"))
    written = write_summary(summary, [Note(f"{one}.txt") for one in range(9)], at, True, helpers=[helper])
    assert helped == ["4.txt", "5.txt", "6.txt"]
    assert told == ["without"]
    assert written.faults == []
    assert len(written.files) == 10
    assert summed(at.folder)


def test_nothing_good_makes_no_folder(summary: Summary, stage: OpenStage) -> None:
    at = stage()
    assert write(summary, at, Failing("a.txt")).files == []
    assert not at.folder.exists()


def test_a_disk_that_refuses_leaves_everything_as_it_was(summary: Summary, stage: OpenStage, tmp_path: Path) -> None:
    write(summary, stage(), Note("a.txt", "before\n"))
    at = stage()
    with pytest.raises(SummaryTrouble, match="could not be written"):
        write(summary, at, Note("a.txt", "after\n"), Failing("b.txt", error=OSError(5, "Input/output error")))
    assert (tmp_path / "out" / "a.txt").read_text() == "before\n"
    assert summed(tmp_path / "out")


def test_somebody_who_stops_it_leaves_everything_as_it_was(summary: Summary, stage: OpenStage, tmp_path: Path) -> None:
    enough = threading.Event()

    def tell(_: Told) -> None:
        enough.set()

    with pytest.raises(Stopped):
        write_summary(summary, [Note(f"{at}.txt") for at in range(50)], stage(), True, tell, enough.is_set)
    assert not (tmp_path / "out").exists()


def test_a_second_summary_replaces_the_first_and_leaves_what_is_not_its_own(
    summary: Summary, stage: OpenStage, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write(summary, stage(), Note("a.txt", "first\n"), Note("old/b.txt"), Note("c.txt"))
    (out / "mine.txt").write_text("mine")
    (out / "c.txt").write_text("changed by hand")
    write(summary, stage(), Note("a.txt", "second\n"))
    assert names(out) == {"a.txt", "c.txt", "mine.txt", "README.txt", "SHA256SUMS"}
    assert (out / "a.txt").read_text() == "second\n"
    assert (out / "c.txt").read_text() == "changed by hand"
    assert "c.txt" not in (out / "SHA256SUMS").read_text()
    assert not (out / "old").exists()


def test_an_edited_list_of_checksums_takes_away_nothing_outside_the_folder(
    summary: Summary, stage: OpenStage, tmp_path: Path
) -> None:
    out, mine = tmp_path / "out", tmp_path / "mine"
    write(summary, stage(), Note("a.txt"), Note("b.txt"))
    mine.mkdir()
    (mine / "letter.txt").write_text("mine")
    (out / "linked").symlink_to(mine)
    sum_ = hashlib.sha256(b"mine").hexdigest()
    with (out / "SHA256SUMS").open("a", encoding="utf-8") as sums:
        for name in (str(mine / "letter.txt"), "../mine/letter.txt", "linked/letter.txt"):
            sums.write(f"{sum_}  {name}\n")
    write(summary, stage(), Note("a.txt"))
    assert (mine / "letter.txt").read_text() == "mine"
    assert not (out / "b.txt").exists()
    assert (out / "SHA256SUMS").read_text().count(sum_) == 0


def test_some_files_alone_keep_the_others_of_the_first(summary: Summary, stage: OpenStage, tmp_path: Path) -> None:
    write(summary, stage(), Note("a.txt", "first\n"), Note("b.txt"))
    write(summary, stage(), Note("a.txt", "second\n"), whole=False)
    assert names(tmp_path / "out") == {"a.txt", "b.txt", "README.txt", "SHA256SUMS"}
    assert summed(tmp_path / "out")
    readme = (tmp_path / "out" / "README.txt").read_text()
    assert "From an earlier summary\n-----------------------\nb.txt\n" in readme


def test_a_file_left_out_leaves_its_forerunner_and_says_so(summary: Summary, stage: OpenStage, tmp_path: Path) -> None:
    write(summary, stage(), Note("a.txt"), Note("b.txt", "first\n"))
    write(summary, stage(), Note("a.txt"), Note("b.txt", "second\n", wrong=("it is spoilt",)))
    assert (tmp_path / "out" / "b.txt").read_text() == "first\n"
    assert "From an earlier summary\n-----------------------\nb.txt\n" in (tmp_path / "out" / "README.txt").read_text()
    assert summed(tmp_path / "out")


def test_folders_that_cannot_take_it_are_refused(
    summary: Summary, rehearsed: Summary, stage: OpenStage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    write(summary, stage(tmp_path / "live"), Note("a.txt"))
    write(rehearsed, stage(tmp_path / "rehearsal", rehearsal=True), Note("a.txt"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "README.txt").write_text("Night: another\n")
    for folder, rehearsal, words in (
        ("file", False, "is a file, not a folder"),
        ("nowhere/out", False, "There is no folder"),
        ("mine", False, "holds something else already"),
        ("live", True, "holds the summary of a live night"),
        ("rehearsal", False, "holds the summary of a rehearsal"),
        ("other", False, "holds the summary of another, not of town-2016"),
    ):
        with pytest.raises(SummaryTrouble, match=words):
            stage(tmp_path / folder, rehearsal=rehearsal)
    before = names(tmp_path / "mine")
    write(summary, stage(tmp_path / "mine", force=True), Note("a.txt"))
    assert names(tmp_path / "mine") == before | {"a.txt", "README.txt", "SHA256SUMS"}


def test_a_full_disk_leaves_nothing(summary: Summary, tmp_path: Path) -> None:
    with disks.small(tmp_path / "disk") as disk:
        with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        os.truncate(disk / "ballast", (disk / "ballast").stat().st_size - 30_000)
        with (
            pytest.raises(SummaryTrouble, match="is full, so the summary was not written"),
            staged(disk / "out", rehearsal=False, night="town-2016") as at,
        ):
            write(summary, at, Note("a.txt"), Note("b.txt", "x" * 100_000))
        assert [one.name for one in disk.iterdir()] == ["ballast"]


def test_a_folder_nobody_may_write_in_is_told(stage: OpenStage, tmp_path: Path) -> None:
    with disks.sealable(tmp_path / "sealed") as seal:
        seal()
        with pytest.raises(SummaryTrouble, match="is read-only"):
            stage(tmp_path / "sealed" / "out")
