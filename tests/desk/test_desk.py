"""One writer, one broadcast, and other people's entries."""

import pytest
from town import TOWN, HandClock, ListJournal, by_order, sit

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.undo import last_of, undoing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.changes import Changes
from resultsdesk.night.commands import Correct, Declare, Figures, Retract
from resultsdesk.night.entries import Entry, NewEntry
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.night.trouble import Trouble

ALPHA = ContestId("alpha")
DELTA = ContestId("delta")


def declaration(*votes: int, contest: ContestId = ALPHA, after: str | None = None) -> Declare:
    return Declare(contest=contest, after=after, figures=Figures(votes=by_order(TOWN.contests[contest], *votes)))


def test_a_commit_is_broadcast_once_with_who_asked() -> None:
    desk, heard = sit(), list[Changes]()
    end = desk.subscribe(heard.append)
    me = object()
    done = desk.commit(declaration(900, 700, 200), initiator=me)
    end()
    desk.commit(Retract(contest=ALPHA, after=done.entry.entry_id if done.entry else None))
    assert [(change.entries, change.contests, change.initiator) for change in heard] == [((done.entry,), (ALPHA,), me)]
    assert heard[0].before.contests[ALPHA].poll is None
    assert heard[0].after.contests[ALPHA].poll is not None


def test_two_desks_on_one_journal() -> None:
    journal = ListJournal()
    one, two = sit(journal=journal), Desk(begin(TOWN), journal, HandClock(), Author("CD", "desk 2"))
    mine = one.commit(declaration(900, 700, 200))
    clash = two.commit(declaration(901, 700, 200))
    assert mine.entry
    assert clash.entry is None
    assert [found.code for found in clash.verdict.errors] == ["changed-meanwhile"]
    assert two.night == one.night, "the slower desk has caught up"
    other = two.commit(declaration(12, contest=DELTA))
    assert other.entry
    assert one.catch_up()
    assert not one.catch_up()
    assert one.night == two.night


def test_an_own_entry_behind_others_unseen_ones_brings_them_all() -> None:
    journal = ListJournal()
    one, two = sit(journal=journal), sit(journal=journal)
    two.commit(declaration(12, contest=DELTA))
    one.commit(declaration(900, 700, 200))
    assert [entry.seq for entry in one.night.journal] == [1, 2]


def test_one_view_that_fails_does_not_keep_an_entry_from_the_others() -> None:
    desk, heard = sit(), list[Changes]()

    def broken(changes: Changes) -> None:
        raise ZeroDivisionError

    desk.subscribe(broken)
    desk.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError):
        desk.commit(declaration(900, 700, 200))
    assert [one.contests for one in heard] == [(ALPHA,)]
    assert desk.night.contests[ALPHA].decided


class FullDisk(ListJournal):
    """A journal that has no room."""

    def append(self, new: NewEntry) -> Entry:
        raise Trouble("The disk is full.", "Free some space, then declare again.")


def test_what_cannot_be_kept_is_not_shown() -> None:
    desk, heard = sit(journal=FullDisk()), list[Changes]()
    desk.subscribe(heard.append)
    before = desk.night
    with pytest.raises(Trouble, match="full"):
        desk.commit(declaration(900, 700, 200))
    assert desk.night is before
    assert heard == []


def test_undo_of_a_correction_goes_back_to_the_figures_before_it() -> None:
    desk = sit()
    first = desk.commit(declaration(900, 700, 200)).entry
    assert first
    figures = Figures(votes=by_order(TOWN.contests[ALPHA], 910, 700, 200))
    desk.commit(Correct(contest=ALPHA, after=first.entry_id, figures=figures, reason="Misheard"))
    last = last_of(desk.night, "desk 1")
    assert last
    desk.commit(undoing(desk.night, last))
    standing = desk.night.contests[ALPHA]
    assert standing.poll
    assert standing.poll.votes == first.votes
    assert standing.entries[-1].reason == "Undone: Misheard"


def test_undo_of_a_declaration_retracts_it_and_a_retraction_is_not_undone() -> None:
    desk = sit()
    desk.commit(declaration(900, 700, 200))
    last = last_of(desk.night, "desk 1")
    assert last
    desk.commit(undoing(desk.night, last))
    assert desk.night.contests[ALPHA].poll is None
    assert last_of(desk.night, "desk 1") is None
    assert last_of(desk.night, "desk 2") is None
