import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from night_files import declared, new_night, votes

from resultsdesk.night.briefing import Briefing
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night, replay
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.verify import verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed night in which most things have happened."""
    with new_night(tmp_path) as night:
        first = night.journal.append(declared("alpha"))
        night.journal.append(declared("alpha", 3, 2, 1, after=first.entry_id))
        night.journal.append(declared("gamma", 6, 6, 6, 6, 2, 1, desk="Desk 2"))
        flash = night.journal.append(
            replace(declared("beta"), kind=Kind.FLASHED, votes=None, winner=CandidacyId("beta.2"))
        )
        recount = night.journal.append(replace(declared("beta", after=flash.entry_id), kind=Kind.RECOUNT))
        night.journal.append(
            replace(
                declared("beta", 9, 9, 8, 7, after=recount.entry_id), kind=Kind.DECLARED, lot=(CandidacyId("beta.2"),)
            )
        )
        unopposed = night.journal.append(
            replace(declared("alpha"), contest=declared("alpha").contest, kind=Kind.RETRACTED, votes=None,
                    supersedes=night.journal.entries()[1].entry_id)
        )  # fmt: skip
        assert unopposed.seq == 7
    return tmp_path / "town.night"


def codes(path: Path) -> set[str]:
    return {one.code for one in verify(path)}


def edit(path: Path, *statements: str, without: str = "") -> None:
    """Change a file as a determined person would, triggers and keys out of the way; one trigger may stay away."""
    with closing(sqlite3.connect(path)) as raw, raw:
        triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        for name, sql in triggers:
            if name != without:
                raw.execute(sql)


def test_a_night_as_it_was_kept_holds(path: Path) -> None:
    assert verify(path) == ()


def test_a_night_that_is_open_elsewhere_can_be_verified(night: NightFile) -> None:
    night.journal.append(declared())
    assert verify(night.path) == ()


def test_looking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    verify(path)
    assert path.read_bytes() == before


EDITED = {
    "a vote changed": ("UPDATE entry_votes SET votes = votes + 1 WHERE entry = 3 AND place = 0", "chain"),
    "a time changed": ("UPDATE entries SET declared_at = '2016-05-06T01:00:00+01:00' WHERE seq = 1", "chain"),
    "a name changed": ("UPDATE entries SET keyed_by = 'XY' WHERE seq = 2", "chain"),
    "an acknowledgement added": ("INSERT INTO entry_accepted VALUES (3, 0, 'turnout')", "chain"),
    "a lot taken away": ("DELETE FROM entry_lot", "chain"),
    "an entry lost from the middle": ("DELETE FROM entries WHERE seq = 3", "chain"),
    "an entry lost from the middle, and its votes": ("DELETE FROM entry_votes WHERE entry = 3", "chain"),
    "a hash changed": ("UPDATE entries SET hash = 'f00' WHERE seq = 1", "chain"),
    "votes of nobody": ("UPDATE entry_votes SET candidacy = 'nobody' WHERE entry = 3 AND place = 0", "key"),
    "votes of no entry": ("INSERT INTO entry_votes VALUES (99, 0, 'alpha', 'alpha.1', 3)", "key"),
    "a stage by another name": ("UPDATE kinds SET stage = 'awaited' WHERE kind = 'declared'", "replay"),
    "a view altered": (
        (
            "DROP VIEW standing_votes; CREATE VIEW standing_votes AS SELECT 'alpha' AS contest, 'x' AS candidacy, "
            "1 AS votes, 1 AS place, 1 AS last_place"
        ),
        "schema",
    ),
    "a table added": ("CREATE TABLE mine (a)", "schema"),
    "an index taken away": ("DROP INDEX one_first_entry_a_contest", "schema"),
    "a kind nobody knows": (
        "INSERT INTO kinds VALUES ('guessed', 'declared'); UPDATE entries SET kind = 'guessed' WHERE seq = 1",
        "damaged",
    ),
}


@pytest.mark.parametrize(("statements", "code"), EDITED.values(), ids=EDITED)
def test_an_edit_is_found(path: Path, statements: str, code: str) -> None:
    edit(path, *statements.split("; "))
    assert code in codes(path)


@pytest.mark.parametrize("trigger", ["entries_never_updated", "meta_sealed", "airings_only_end"])
def test_a_safeguard_taken_away_is_found(path: Path, trigger: str) -> None:
    edit(path, without=trigger)
    (finding,) = verify(path)
    assert finding.code == "schema"
    assert trigger in finding.text


def test_safeguards_taken_away_together_are_one_sentence_with_what_to_do(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        triggers = sorted(name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for name in triggers:
            raw.execute(f"DROP TRIGGER {name}")
    (finding,) = verify(path)
    first = ", ".join(triggers[:3])
    assert finding.text == (
        f"{len(triggers)} triggers have been taken away ({first} and {len(triggers) - 3} more): "
        "entries could have been edited since, so trust the last backup that is sound"
    )


def test_an_entry_that_may_not_come_when_it_comes_is_found(night: NightFile) -> None:
    night.journal.append(replace(declared(), kind=Kind.CORRECTED))
    (finding,) = verify(night.path)
    assert (finding.code, "alpha" in finding.text) == ("replay", True)


def test_a_fold_that_finds_others_elected_is_found(path: Path) -> None:
    def last_wins(briefing: Briefing, entries: Iterable[Entry]) -> Night:
        night = replay(briefing, entries)
        gamma = night.contests[declared("gamma").contest]
        losers = tuple(one.id for one in gamma.contest.candidacies[-3:])
        return replace(night, contests={**night.contests, gamma.contest.id: replace(gamma, winners=losers)})

    (finding,) = verify(path, fold=last_wins)
    assert (finding.code, "gamma" in finding.text) == ("replay", True)


def test_the_standing_view_says_how_each_contest_stands(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        standing = raw.execute("SELECT contest, stage, seq, valid_votes FROM standing").fetchall()
        elected = raw.execute("SELECT candidacy FROM standing_votes WHERE last_place <= 1").fetchall()
    assert standing == [
        ("alpha", "awaited", 7, None),
        ("beta", "declared", 6, 33),
        ("gamma", "declared", 3, 27),
        ("delta", "awaited", None, None),
    ]
    assert elected == [], "beta is a tie at the top, gamma one of four"


def test_the_night_that_was_verified_is_the_one_that_was_kept(path: Path) -> None:
    with open_night(path) as night:
        folded = replay(night.briefing(), night.journal.entries())
    beta = folded.contests[declared("beta").contest]
    assert beta.poll is not None
    assert beta.poll.votes == votes("beta", 9, 9, 8, 7)
    assert beta.winners == ("beta.2",)
