"""Accounts into the night: planned first, entered as they were planned, nothing that differs unless it is chosen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from town import CLOSE, LATER, TOWN, HandClock, ListJournal, by_order, sit, town, ward

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.importing import Item, enter, plan
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.desk.taking import THEIRS, Wishes
from resultsdesk.night.accounts import Account
from resultsdesk.night.agreement import OURS, Agreement
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Declare, Figures, Flash
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import begin
from resultsdesk.night.objections import error, warning
from resultsdesk.night.rules import Author
from resultsdesk.psephology.candidacy import CandidacyId

ALPHA, BETA, DELTA = ContestId("alpha"), ContestId("beta"), ContestId("delta")
VOTES = (1100, 900, 250)
WHY = Wishes(take=THEIRS, reason="Read again")


def account(*votes: int | None, source: str = "theirs.csv", contest: ContestId = ALPHA, **more: object) -> Account:
    counted = by_order(TOWN.contests[contest], *votes) if votes else {}
    rejected = more.pop("rejected", None)
    figures = Figures(votes=counted, rejected=rejected)  # type: ignore[arg-type]  # a field by name
    return replace(Account(contest=contest, source=source, figures=figures), **more)  # type: ignore[arg-type]  # as above


def desk_with(*declared: int) -> Desk:
    desk = sit()
    if declared:
        done = desk.commit(Declare(contest=ALPHA, figures=Figures(votes=by_order(TOWN.contests[ALPHA], *declared))))
        assert done.entry, done.verdict.objections
    return desk


def planned(desk: Desk, accounts: Iterable[Account], wishes: Wishes) -> tuple[Item, ...]:
    return plan(desk.night, desk.clock.now(), desk.author, accounts, wishes)


def entered(desk: Desk, *accounts: Account, wishes: Wishes | None = None) -> list[Entry]:
    """Plan and enter; return the entries, each of which must have been planned."""
    items = planned(desk, accounts, wishes or Wishes())
    done = [became.entry for _, became in enter(desk, items)]
    assert len(done) == sum(len(one.steps) for one in items if one.ready)
    return [one for one in done if one]


def codes(item: Item) -> list[str]:
    return [one.code for one in item.standing_against]


def test_a_plan_changes_nothing_and_entering_does_what_it_said() -> None:
    desk = desk_with()
    (item,) = planned(desk, [account(*VOTES, rejected=7)], Wishes())
    assert (item.comparison.agreement, item.ready, desk.night.seq) == (Agreement.NEW, True, 0)
    ((_, done),) = enter(desk, [item])
    assert done.entry
    assert (done.entry.kind, done.entry.source, done.entry.rejected) == (Kind.DECLARED, "theirs.csv", 7)
    assert done.entry.votes == {"alpha.1": 1100, "alpha.2": 900, "alpha.3": 250}
    assert item.verdict
    assert item.verdict.after
    assert item.verdict.after.winners == desk.night.contests[ALPHA].winners


def test_the_same_again_is_not_entered_again() -> None:
    desk = desk_with(*VOTES)
    assert entered(desk, account(*VOTES), wishes=WHY) == []
    assert entered(desk, account(*VOTES, rejected=7), wishes=WHY) == [], "more is taken only where it is named"


def test_what_was_told_besides_is_taken_where_the_contest_is_named() -> None:
    desk = desk_with(*VOTES)
    (entry,) = entered(desk, account(*VOTES, rejected=7), wishes=Wishes({ALPHA: THEIRS}, reason="Now told"))
    assert (entry.kind, entry.rejected, entry.reason) == (Kind.CORRECTED, 7, "Now told")


def test_a_disagreement_stays_one_until_somebody_says_whose_word_to_take() -> None:
    desk = desk_with(*VOTES)
    (item,) = planned(desk, [account(1101, 900, 250)], Wishes())
    assert codes(item) == ["disagreement"]
    assert entered(desk, account(1101, 900, 250)) == []
    (kept,) = planned(desk, [account(1101, 900, 250)], Wishes(take=OURS))
    assert (kept.ready, codes(kept)) == (False, [])
    (bare,) = planned(desk, [account(1101, 900, 250)], Wishes(take=THEIRS))
    assert codes(bare) == ["reason-missing"]
    (entry,) = entered(desk, account(1101, 900, 250), wishes=WHY)
    assert (entry.kind, entry.reason, entry.source) == (Kind.CORRECTED, "Read again", "theirs.csv")


def test_a_contest_that_is_named_goes_before_what_is_said_for_all() -> None:
    desk = desk_with(*VOTES)
    (kept,) = planned(desk, [account(1101, 900, 250)], Wishes({ALPHA: OURS}, take=THEIRS, reason="Read again"))
    assert not kept.ready
    (left_out,) = planned(desk_with(), [account(*VOTES)], Wishes({ALPHA: OURS}))
    (new,) = planned(desk_with(), [account(*VOTES)], Wishes(take=OURS))
    assert (left_out.ready, new.ready) == (False, True), "what is new disagrees with nobody"


def test_a_correction_keeps_what_theirs_says_nothing_of_and_is_made_now() -> None:
    desk = sit()
    figures = Figures(votes=by_order(TOWN.contests[ALPHA], *VOTES), rejected=9, papers=2259)
    declared = LATER - timedelta(hours=1)
    assert desk.commit(Declare(contest=ALPHA, figures=figures, declared_at=declared)).entry
    (entry,) = entered(desk, account(1101, 899, 250, declared_at=declared), wishes=WHY)
    assert (entry.rejected, entry.papers, entry.declared_at) == (9, 2259, LATER)
    assert desk.night.contests[ALPHA].declared_at == declared


def test_two_sources_that_disagree_are_shown_and_one_is_taken_by_name() -> None:
    desk = desk_with()
    accounts = [account(*VOTES, source="a"), account(1101, 900, 250, source="b")]
    (item,) = planned(desk, accounts, Wishes())
    assert codes(item) == ["disagreement"]
    (unclear,) = planned(desk, accounts, Wishes(take=THEIRS))
    assert codes(unclear) == ["disagreement"], "both are theirs"
    (entry,) = entered(desk, *accounts, wishes=Wishes(take="b"))
    assert (entry.kind, entry.source, entry.votes and entry.votes[CandidacyId("alpha.1")]) == (Kind.DECLARED, "b", 1101)


def test_a_source_that_says_what_we_have_settles_it_when_it_is_taken() -> None:
    desk = desk_with(*VOTES)
    accounts = [account(*VOTES, source="a"), account(1101, 900, 250, source="b")]
    (item,) = planned(desk, accounts, Wishes(take="a"))
    assert (item.ready, codes(item)) == (False, [])
    (other,) = planned(desk, accounts, Wishes(take="b", reason="Read again"))
    assert other.ready


def test_sources_that_agree_are_one_entry_in_both_names_with_what_the_fuller_one_says() -> None:
    desk = desk_with()
    (entry,) = entered(desk, account(*VOTES, source="a"), account(*VOTES, source="b", rejected=7))
    assert (entry.source, entry.rejected) == ("a; b", 7)


def test_objections_are_weighs_and_warnings_wait_for_their_codes() -> None:
    desk = desk_with()
    odd = account(900, 950, 100, 20, contest=BETA)
    (item,) = planned(desk, [odd], Wishes())
    assert codes(item), "a ward that turned over is asked about"
    assert entered(desk, odd) == []
    (entry,) = entered(desk, odd, wishes=Wishes(accepted=frozenset(codes(item))))
    assert set(entry.accepted) == set(codes(item))
    (over,) = planned(desk, [account(4000, 900, 250)], Wishes(accepted=frozenset({"over-electorate"})))
    assert "over-electorate" in codes(over), "an error is not acknowledged"


def test_what_is_asked_about_an_account_is_kept_with_the_entry() -> None:
    desk = desk_with()
    doubtful = account(*VOTES, objections=(warning("name-differs", "A C is taken to be A Candidate1."),))
    (item,) = planned(desk, [doubtful], Wishes())
    assert codes(item) == ["name-differs"]
    (entry,) = entered(desk, doubtful, wishes=Wishes(accepted=frozenset({"name-differs"})))
    assert entry.reason == "A C is taken to be A Candidate1."


def test_an_account_with_an_error_is_never_entered() -> None:
    desk = desk_with()
    faulty = account(*VOTES, objections=(error("not-standing", "Who is that?"),))
    assert entered(desk, faulty, wishes=Wishes(take=THEIRS, accepted=frozenset({"not-standing"}))) == []
    (item,) = planned(desk, [faulty, account(*VOTES, source="b")], Wishes())
    assert codes(item) == ["disagreement", "not-standing"], "that one of them is faulty is not passed over in silence"
    (entry,) = entered(desk, faulty, account(*VOTES, source="b"), wishes=Wishes(take="b"))
    assert entry.source == "b"
    differing = desk_with(1101, 900, 250)
    assert entered(differing, faulty, wishes=WHY) == []


def test_figures_that_are_missing_are_named() -> None:
    (item,) = planned(desk_with(), [account(1100, None, 250)], Wishes())
    assert [one.text for one in item.objections] == ["There is no figure for A Candidate2."]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (account(kind=Kind.UNOPPOSED, contest=DELTA), Kind.UNOPPOSED),
        (account(kind=Kind.POSTPONED), Kind.POSTPONED),
        (account(kind=Kind.RECOUNT), Kind.RECOUNT),
        (account(kind=Kind.FLASHED, winner=CandidacyId("alpha.2")), Kind.FLASHED),
    ],
)
def test_what_is_no_count_is_entered_as_what_it_is(told: Account, kind: Kind) -> None:
    (entry,) = entered(desk_with(), told)
    assert (entry.kind, entry.winner) == (kind, told.winner)


def test_a_result_where_the_poll_was_put_off_has_to_be_retracted_by_hand() -> None:
    desk = desk_with(*VOTES)
    (item,) = planned(desk, [account(kind=Kind.POSTPONED)], WHY)
    assert codes(item) == ["wrong-stage"]


def test_a_rehearsals_clock_is_turned_to_each_declaration_and_entries_come_in_its_order() -> None:
    clock = RehearsalClock(CLOSE)
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), clock, Author("AB", "desk 1"))
    early, late = CLOSE + timedelta(hours=2), CLOSE + timedelta(hours=3)
    told = [account(*VOTES, declared_at=late), account(kind=Kind.UNOPPOSED, contest=DELTA, declared_at=early)]
    entries = entered(desk, *told)
    assert [(one.contest, one.declared_at, one.keyed_at) for one in entries] == [
        (DELTA, early, early),
        (ALPHA, late, late),
    ]
    assert clock.now() == late


def kept(contest: ContestId, *said: tuple[Kind, int, tuple[int, ...]]) -> Account:
    """Return an account with the journal it came by, each entry so many minutes after the close of poll."""
    entries = tuple(
        account(
            *votes, contest=contest, kind=kind, number=number, winner=CandidacyId("alpha.2"), reason="Said so",
            declared_at=CLOSE + timedelta(minutes=minutes), keyed_at=CLOSE + timedelta(minutes=minutes + 1),
        )
        for number, (kind, minutes, votes) in enumerate(said, start=1)
    )  # fmt: skip
    last = replace(entries[-1], kind=Kind.DECLARED, winner=None, number=0, reason="")
    return replace(last, journal=entries)


FLASHED_COUNTED_CORRECTED = (
    (Kind.FLASHED, 100, ()),
    (Kind.RECOUNT, 110, (1000, 1001, 250)),
    (Kind.DECLARED, 130, (1001, 1000, 250)),
    (Kind.CORRECTED, 150, (1100, 900, 250)),
)


def test_a_journal_is_entered_in_its_order_between_what_happened_elsewhere() -> None:
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), RehearsalClock(CLOSE), Author("AB", "desk 1"))
    delta = account(kind=Kind.UNOPPOSED, contest=DELTA, declared_at=CLOSE + timedelta(minutes=120))
    wishes = Wishes(accepted=frozenset({"flash-differs"}))
    entries = entered(desk, kept(ALPHA, *FLASHED_COUNTED_CORRECTED), delta, wishes=wishes)
    assert [(one.contest, one.kind) for one in entries] == [
        (ALPHA, Kind.FLASHED),
        (ALPHA, Kind.RECOUNT),
        (DELTA, Kind.UNOPPOSED),
        (ALPHA, Kind.DECLARED),
        (ALPHA, Kind.CORRECTED),
    ]
    assert [one.keyed_at - one.declared_at for one in entries] == [timedelta(minutes=n) for n in (1, 1, 0, 1, 1)]
    recount, corrected = entries[1], entries[-1]
    assert (recount.votes, corrected.reason) == (by_order(TOWN.contests[ALPHA], 1000, 1001, 250), "Said so")
    assert desk.night.contests[ALPHA].revision == 2


def test_of_a_contest_something_is_entered_for_only_the_last_word_is_taken() -> None:
    desk = desk_with()
    assert desk.commit(Flash(contest=ALPHA, winner=CandidacyId("alpha.1"))).entry
    (entry,) = entered(desk, kept(ALPHA, *FLASHED_COUNTED_CORRECTED))
    assert (entry.kind, entry.votes) == (Kind.DECLARED, by_order(TOWN.contests[ALPHA], *VOTES))
    assert entered(desk, kept(ALPHA, *FLASHED_COUNTED_CORRECTED)) == [], "it is the same now"


def test_a_journal_with_something_against_it_is_asked_about_whole_and_not_begun() -> None:
    journal = kept(ALPHA, (Kind.DECLARED, 100, VOTES), (Kind.CORRECTED, 110, (300, 100, 50)))
    desk = desk_with()
    (item,) = planned(desk, [journal], Wishes())
    assert codes(item) == ["turnout-far"], "that is asked of the second entry"
    assert entered(desk, journal) == []
    assert len(entered(desk_with(), journal, wishes=Wishes(accepted=frozenset({"turnout-far"})))) == 2
    impossible = kept(ALPHA, (Kind.DECLARED, 100, VOTES), (Kind.CORRECTED, 110, (4000, 3000, 250)))
    assert entered(desk, impossible, wishes=Wishes(accepted=frozenset(codes(item)))) == []


def test_what_is_refused_later_is_not_weighed_as_if_it_had_been_entered() -> None:
    """A ward with another's figures is asked about; with those of an entry that will not be, it is not."""
    twins = town(ward("alpha", "Lab Con LD", before="Lab"), ward("beta", "Con Lab LD", before="Con"))
    figures = Figures(votes=by_order(twins.contests[BETA], *VOTES))
    other = Account(contest=BETA, source="b", figures=figures, declared_at=CLOSE + timedelta(minutes=105))

    def asked_of_beta(corrected: tuple[int, ...]) -> list[str]:
        first = kept(ALPHA, (Kind.DECLARED, 100, VOTES), (Kind.CORRECTED, 110, corrected))
        found = {item.comparison.contest.id: codes(item) for item in planned(sit(twins), [first, other], Wishes())}
        return found[BETA]

    assert asked_of_beta((1101, 899, 250)) == ["same-as-other"]
    assert asked_of_beta((4000, 3000, 250)) == []


def test_all_taken_back_is_news_only_where_nothing_was_entered() -> None:
    journal = kept(ALPHA, (Kind.DECLARED, 100, VOTES), (Kind.RETRACTED, 110, ()))
    back = replace(journal, kind=Kind.RETRACTED, figures=Figures(votes={}))
    assert [one.kind for one in entered(desk_with(), back)] == [Kind.DECLARED, Kind.RETRACTED]
    for desk in (desk_with(*VOTES), desk_with()):
        if not desk.night.journal:
            assert desk.commit(Flash(contest=ALPHA, winner=CandidacyId("alpha.1"))).entry
        (item,) = planned(desk, [back], WHY)
        assert (item.comparison.agreement, item.ready) == (Agreement.SILENT, False)


def test_a_slip_in_a_date_does_not_carry_a_rehearsals_clock_away() -> None:
    desk = Desk(begin(TOWN, rehearsal=True), ListJournal(), RehearsalClock(CLOSE), Author("AB", "desk 1"))
    (item,) = planned(desk, [account(*VOTES, declared_at=CLOSE.replace(year=2061))], Wishes())
    assert codes(item) == ["in-future"]


def test_somebody_quicker_is_not_overwritten() -> None:
    journal = ListJournal()
    desk = sit(journal=journal)
    (item,) = planned(desk, [account(*VOTES)], Wishes())
    other = Desk(begin(TOWN), journal, HandClock(), Author("CD", "desk 2"))
    assert (
        other.commit(Declare(contest=ALPHA, figures=Figures(votes=by_order(TOWN.contests[ALPHA], 1, 2, 3)))).entry
        is None
    )
    accepted = frozenset(one.code for one in other.weigh(
        Declare(contest=ALPHA, figures=Figures(votes=by_order(TOWN.contests[ALPHA], 1000, 900, 250)))
    ).asking)  # fmt: skip
    quick = Declare(
        contest=ALPHA, figures=Figures(votes=by_order(TOWN.contests[ALPHA], 1000, 900, 250)), accepted=accepted
    )
    assert other.commit(quick).entry
    ((_, done),) = enter(desk, [item])
    assert done.entry is None
    assert [one.code for one in done.verdict.errors] == ["changed-meanwhile"]
