"""A whole summary put together: one night, every writer, two processes."""

import multiprocessing
import shutil
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import pytest
from night_files import BRIEFING, declared

from resultsdesk.app.pictures import Pictures
from resultsdesk.app.summaries import FEW, Wanted, export_night
from resultsdesk.app.summary_helper import helpers
from resultsdesk.app.summary_reading import lent, summary_in
from resultsdesk.export.folder import Stage, staged
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.trouble import SummaryTrouble
from resultsdesk.export.writers import writers
from resultsdesk.export.writing import Told, Written, write_summary
from resultsdesk.store.night_file import create_night

WRITTEN = datetime(2016, 5, 6, 5, 1, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    with create_night(tmp_path / "town.night", BRIEFING, "rehearsal") as night:
        night.journal.append(declared())
        night.drafts.save(declared("beta").contest, {"beta.1": "half-typed-7797"})
    return tmp_path / "town.night"


def read(town: Path, stage: Stage) -> tuple[Summary, Sequence[Writer], Pictures]:
    """Return a summary of the town with its night copied to the stage, every writer of it, and what paints."""
    stage.aside.write_bytes(town.read_bytes())
    summary = summary_in(stage.aside, None, lambda _: None, WRITTEN)
    pictures = Pictures(summary.night)
    return summary, writers(summary, lent(summary, stage, pictures)), pictures


def test_everything_is_written_marked_and_without_a_fault(town: Path, tmp_path: Path) -> None:
    told: list[Told] = []
    summary, written = export_night(Wanted(town, tmp_path / "out"), told.append)
    files = [one for one in (tmp_path / "out").rglob("*") if one.is_file()]
    assert written.faults == []
    assert len(files) == len(written.files) + 1 == told[-1].of + 2
    assert len(told) > FEW, "the second process has helped"
    assert all(one.name.startswith("REHEARSAL-") for one in files)
    assert not any(b"half-typed-7797" in one.read_bytes() for one in files)
    assert summary.mark == "REHEARSAL"


def test_two_processes_write_what_one_does(town: Path, tmp_path: Path) -> None:
    with staged(tmp_path / "one", rehearsal=True, night="town-2016") as stage:
        summary, everything, pictures = read(town, stage)
        pictures.make_ready()
        write_summary(summary, everything, stage, whole=True)
    with staged(tmp_path / "two", rehearsal=True, night="town-2016") as stage:
        summary, everything, _ = read(town, stage)
        with helpers(summary, stage, everything, pytest.fail) as others:
            write_summary(summary, everything, stage, whole=True, helpers=others)
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file by its path in the folder."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def test_a_second_process_that_is_ended_is_done_without(town: Path, tmp_path: Path) -> None:
    def end_it(told: Told) -> None:
        if told.file.endswith("contest-1x1.png"):
            for one in multiprocessing.active_children():
                one.kill()

    with staged(tmp_path / "out", rehearsal=True, night="town-2016") as stage:
        summary, everything, pictures = read(town, stage)
        some = everything[:20]
        with helpers(summary, stage, some, pictures.make_ready) as others:
            written = write_summary(summary, some, stage, True, end_it, helpers=others)
    assert written.faults == []
    assert len(written.files) == 21
    assert multiprocessing.active_children() == []


def test_a_disk_that_is_taken_away_before_the_paper_is_set_ends_it(town: Path, tmp_path: Path) -> None:
    with staged(tmp_path / "out", rehearsal=True, night="town-2016") as stage:
        summary, everything, _ = read(town, stage)
        with helpers(summary, stage, everything, pytest.fail) as others:
            shutil.rmtree(stage.path)
            ended: Future[Written] = Future()

            def write() -> None:
                try:
                    ended.set_result(write_summary(summary, everything, stage, True, helpers=others))
                except SummaryTrouble as trouble:
                    ended.set_exception(trouble)

            threading.Thread(target=write, daemon=True).start()
            with pytest.raises(SummaryTrouble, match="could not be written"):
                ended.result(timeout=60)
    assert not (tmp_path / "out").exists()
    assert multiprocessing.active_children() == []


def test_nothing_is_left_of_the_second_process(town: Path, tmp_path: Path) -> None:
    export_night(Wanted(town, tmp_path / "out", only=("stills",)))
    assert multiprocessing.active_children() == []
