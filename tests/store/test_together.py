"""Two windows, or two programs, on one file."""

import shutil
from pathlib import Path
from threading import Barrier, Thread

from night_files import declared, new_night

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.trouble import Superseded
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.verify import verify


def test_a_watch_tells_of_others_once_and_never_of_ourselves(night: NightFile) -> None:
    with open_night(night.path) as other:
        assert not night.changed_elsewhere()
        night.journal.append(declared("alpha"))
        night.drafts.save(ContestId("beta"), {"a": "1"})
        assert not night.changed_elsewhere()
        assert other.changed_elsewhere()
        assert not other.changed_elsewhere()
        entry = other.journal.append(declared("beta"))
        assert night.changed_elsewhere()
        assert night.journal.entries(1) == [entry]
        assert not night.changed_elsewhere()


def test_a_file_that_is_tidied_holds_everything_by_itself(night: NightFile, tmp_path: Path) -> None:
    def alone() -> int:
        """Return how many entries are in a copy of the one file, as somebody makes it while the night goes on."""
        shutil.copyfile(night.path, tmp_path / "copy.night")
        with open_night(tmp_path / "copy.night", read_only=True) as copy:
            return copy.journal.last_seq()

    with open_night(night.path) as other:
        night.journal.append(declared("alpha"))
        assert alone() == 0
        night.tidy()
        assert alone() == 1
        other.journal.append(declared("beta"))
        night.tidy()
        assert alone() == 2, "what others wrote too"
        assert verify(night.path) == ()


def test_a_watch_tells_a_reader_too(night: NightFile) -> None:
    with open_night(night.path, read_only=True) as reader:
        night.journal.append(declared())
        assert reader.changed_elsewhere()
        assert reader.journal.last_seq() == 1


def test_of_two_desks_racing_for_a_contest_exactly_one_is_first(tmp_path: Path) -> None:
    rounds = 25
    new_night(tmp_path).close()
    path = tmp_path / "town.night"
    start = Barrier(2)
    told: dict[str, list[Entry | Superseded]] = {"Desk 1": [], "Desk 2": []}

    def race(desk: str) -> None:
        with open_night(path) as night:
            for _ in range(rounds):
                entries = night.journal.entries()
                last = entries[-1].entry_id if entries else None
                start.wait(timeout=30)
                try:
                    told[desk].append(night.journal.append(declared(after=last, desk=desk)))
                except Superseded as late:
                    told[desk].append(late)
                start.wait(timeout=30)

    desks = [Thread(target=race, args=(desk,)) for desk in told]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    for pair in zip(*told.values(), strict=True):
        entries = [one for one in pair if isinstance(one, Entry)]
        late = [one for one in pair if isinstance(one, Superseded)]
        assert (len(entries), len(late)) == (1, 1)
        assert late[0].by == entries[0].entry_id
    with open_night(path) as night:
        assert night.journal.last_seq() == rounds
    assert verify(path) == ()
