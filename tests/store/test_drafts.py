from pathlib import Path

import pytest
from night_files import declared, new_night

from resultsdesk.night.briefing import ContestId
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import Refused

ALPHA, BETA = ContestId("alpha"), ContestId("beta")


def test_drafts_are_kept_as_typed(tmp_path: Path) -> None:
    typed = {"alpha.1": "1,8", "alpha.2": "", "read out": " zwölf ", "reason": "line\nline"}
    with new_night(tmp_path) as night:
        night.drafts.save(ALPHA, typed)
        night.drafts.save(BETA, {"beta.1": "7"})
    with open_night(tmp_path / "town.night") as night:
        assert night.drafts.get(ALPHA) == typed
        assert night.drafts.load() == {ALPHA: typed, BETA: {"beta.1": "7"}}


def test_a_draft_is_what_was_saved_last(night: NightFile) -> None:
    night.drafts.save(ALPHA, {"a": "1", "b": "2", "c": "3"})
    night.drafts.save(ALPHA, {"a": "1", "b": "20", "d": "4"})
    assert night.drafts.get(ALPHA) == {"a": "1", "b": "20", "d": "4"}
    night.drafts.save(ALPHA, {})
    assert night.drafts.load() == {}


def test_a_draft_can_be_forgotten_and_others_stay(night: NightFile) -> None:
    night.drafts.save(ALPHA, {"a": "1"})
    night.drafts.save(BETA, {"b": "2"})
    night.drafts.forget(ALPHA)
    night.drafts.forget(ALPHA)
    assert night.drafts.get(ALPHA) == {}
    assert night.drafts.load() == {BETA: {"b": "2"}}


def test_a_draft_is_no_entry_and_an_entry_leaves_drafts_alone(night: NightFile) -> None:
    night.drafts.save(ALPHA, {"alpha.1": "9"})
    assert night.journal.entries() == []
    night.journal.append(declared())
    assert night.drafts.get(ALPHA) == {"alpha.1": "9"}


def test_a_draft_of_no_contest_is_refused(night: NightFile) -> None:
    with pytest.raises(Refused):
        night.drafts.save(ContestId("omega"), {"a": "1"})
    assert night.drafts.load() == {}
