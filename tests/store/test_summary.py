from dataclasses import replace
from pathlib import Path

import pytest
from night_files import BRIEFING, declared, new_night

from resultsdesk.night.entries import Kind
from resultsdesk.store.night_file import NightFile, create_night
from resultsdesk.store.summary import Summary, summary
from resultsdesk.store.trouble import Missing, NotANight


def test_a_summary_counts_without_the_fold(night: NightFile) -> None:
    assert summary(night.path) == Summary("Town council 2016", False, 4, 0, 0)
    first = night.journal.append(declared("alpha"))
    night.journal.append(declared("gamma"))
    night.journal.append(replace(declared("delta", 1), kind=Kind.UNOPPOSED, votes=None))
    night.journal.append(replace(declared("beta"), kind=Kind.RECOUNT, votes=None))
    assert summary(night.path) == Summary("Town council 2016", False, 4, 3, 4)
    night.journal.append(replace(declared("alpha", after=first.entry_id), kind=Kind.RETRACTED, votes=None))
    assert summary(night.path) == Summary("Town council 2016", False, 4, 2, 5)


def test_a_rehearsal_is_summed_up_as_one(tmp_path: Path) -> None:
    create_night(tmp_path / "a.night", BRIEFING, "rehearsal").close()
    assert summary(tmp_path / "a.night").rehearsal is True


def test_what_is_no_night_has_no_summary(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        summary(tmp_path / "a.night")
    (tmp_path / "a.night").write_text("a,b")
    with pytest.raises(NotANight):
        summary(tmp_path / "a.night")
    with new_night(tmp_path, "b.night") as night:
        assert summary(night.path).title == BRIEFING.election.title
