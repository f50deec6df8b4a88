import sqlite3
from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from night_files import declared, new_night, votes
from town import LATER
from uuid6 import UUID

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind, NewEntry, canonical
from resultsdesk.night.trouble import Superseded
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import Refused

FULL = NewEntry(
    contest=ContestId("gamma"),
    kind=Kind.DECLARED,
    supersedes=None,
    keyed_at=datetime(2016, 5, 6, 2, 3, 4, 5678, tzinfo=timezone(timedelta(hours=1))),
    declared_at=LATER,
    keyed_by="Ünal",
    desk="Desk 2",
    source="feed",
    reason="read out twice",
    winner=CandidacyId("gamma.2"),
    votes={CandidacyId(f"gamma.{place}"): 10**9 + place for place in (3, 1, 2, 6, 5, 4)},
    rejected=0,
    papers=9,
    read_out=8,
    announced_majority=7,
    lot=(CandidacyId("gamma.5"), CandidacyId("gamma.4")),
    accepted=("turnout", "sum"),
)


def test_every_field_of_an_entry_is_kept(tmp_path: Path) -> None:
    unset = {one.name for one in fields(NewEntry) if getattr(FULL, one.name) in (None, "", ())}
    assert unset == {"supersedes"}, "give a new field a value here, and a column in the file"
    with new_night(tmp_path) as night:
        kept = night.journal.append(FULL)
    with open_night(tmp_path / "town.night") as night:
        (back,) = night.journal.entries()
    assert back == kept
    for one in fields(NewEntry):
        assert getattr(back, one.name) == getattr(FULL, one.name), one.name
    assert list(back.votes or {}) == list(FULL.votes or {}), "in the order they were keyed"
    assert back.keyed_at.isoformat() == "2016-05-06T02:03:04.005678+01:00"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_entry_is_kept(night: NightFile, kind: Kind) -> None:
    entry = night.journal.append(replace(declared(), kind=kind, votes=None))
    assert night.journal.entries() == [entry]
    assert entry.votes is None


def test_no_votes_at_all_are_no_figures(night: NightFile) -> None:
    assert night.journal.append(replace(declared(), votes={})).votes is None
    assert night.journal.entries()[0].votes is None


def test_entries_are_numbered_sealed_and_chained_for_each_desk(night: NightFile) -> None:
    first = night.journal.append(declared("alpha"))
    other = night.journal.append(declared("beta", desk="Desk 2"))
    second = night.journal.append(declared("alpha", after=first.entry_id))
    assert [one.seq for one in (first, other, second)] == [1, 2, 3]
    assert [one.prev_hash for one in (first, other, second)] == ["", "", first.hash]
    for one in (first, other, second):
        assert UUID(one.entry_id).version == 7
        assert one.hash == sha256(canonical(one, one.entry_id, one.prev_hash)).hexdigest()
    assert first.entry_id < other.entry_id < second.entry_id


def test_entries_can_be_read_from_any_number_on(night: NightFile) -> None:
    assert (night.journal.entries(), night.journal.last_seq()) == ([], 0)
    kept = [night.journal.append(declared(contest)) for contest in ("alpha", "beta", "gamma")]
    for after in range(5):
        assert night.journal.entries(after) == kept[after:]
    assert night.journal.last_seq() == 3


def test_what_is_superseded_already_is_refused(night: NightFile) -> None:
    first = night.journal.append(declared())
    with pytest.raises(Superseded, match="Someone changed this while you were typing") as late:
        night.journal.append(declared())
    assert late.value.by == first.entry_id
    second = night.journal.append(declared("alpha", 1, 2, 3, after=first.entry_id))
    with pytest.raises(Superseded) as late:
        night.journal.append(declared("alpha", 3, 2, 1, after=first.entry_id))
    assert late.value.by == second.entry_id
    assert night.journal.entries() == [first, second]
    assert night.journal.append(declared("alpha", after=second.entry_id)).seq == 3


REFUSED = {
    "a vote for someone standing elsewhere": replace(declared(), votes=votes("beta")),
    "a vote for nobody": replace(declared(), votes={CandidacyId("alpha.9"): 1}),
    "a flash for someone standing elsewhere": replace(declared(), winner=CandidacyId("beta.1")),
    "a lot drawn by someone standing elsewhere": replace(declared(), lot=(CandidacyId("beta.1"),)),
    "less than no votes": declared("alpha", -1, 2, 3),
    "a contest that is not there": replace(declared(), contest=ContestId("omega"), votes=None),
    "superseding what is not there": declared(after="nothing"),
}


@pytest.mark.parametrize("new", REFUSED.values(), ids=REFUSED)
def test_sqlite_itself_refuses(night: NightFile, new: NewEntry) -> None:
    with pytest.raises(Refused):
        night.journal.append(new)
    assert night.journal.entries() == []
    assert night.journal.append(declared()).seq == 1


def test_an_entry_cannot_supersede_another_contest(night: NightFile) -> None:
    first = night.journal.append(declared("alpha"))
    with pytest.raises(Refused):
        night.journal.append(declared("beta", after=first.entry_id))
    assert night.journal.last_seq() == 1


def test_a_time_without_an_offset_is_a_bug_and_writes_nothing(night: NightFile) -> None:
    with pytest.raises(ValueError, match="no offset"):
        night.journal.append(replace(declared(), keyed_at=datetime(2016, 5, 6, 2)))  # noqa: DTZ001 - the point of it
    assert night.journal.entries() == []
    assert night.journal.append(declared()).seq == 1


def test_an_appended_entry_is_there_for_others_at_once(night: NightFile) -> None:
    night.journal.append(declared())
    raw = sqlite3.connect(night.path)
    try:
        assert raw.execute("SELECT contest, sum(votes) FROM entry_votes").fetchone() == ("alpha", 1800)
    finally:
        raw.close()
