"""What holds whatever is keyed: any commands, in any order, on a small council."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from town import LATER, TOWN, ListJournal, sit

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.undo import bringing_back, last_of, undoing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import (
    CallRecount,
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
    Retract,
)
from resultsdesk.night.night import Scope, ScopeKind, begin, known_at, replay, step
from resultsdesk.night.sums import tallied
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import CandidacyId

NUMBERS = st.one_of(st.none(), st.integers(-2, 12), st.integers(0, 20_000))
WARDS = st.sampled_from([*TOWN.contests, ContestId("nowhere")])
EVERYTHING = frozenset({
    "total-differs", "majority-differs", "transposed-digits", "rejected-high", "papers-missing", "digit-count",
    "swap-suspected", "same-figure", "share-moved", "winner-unlikely", "flash-differs", "flash-unlikely",
    "turnout-far", "same-as-other",
})  # fmt: skip


KINDS = (Flash, Declare, Declare, Declare, Correct, CallRecount, Retract, DeclareUnopposed, Postpone)


@st.composite
def figures(draw: st.DrawFn, ward: ContestId) -> Figures:
    contest = TOWN.contests.get(ward, TOWN.contests[ContestId("alpha")])
    ids = [one.id for one in contest.candidacies] + [CandidacyId("stranger")] * draw(st.booleans())
    return Figures(
        votes={one: draw(NUMBERS) for one in ids},
        rejected=draw(NUMBERS),
        papers=draw(NUMBERS),
        read_out=draw(NUMBERS),
        announced_majority=draw(NUMBERS),
        lot=tuple(draw(st.lists(st.sampled_from(ids), max_size=3))),
    )


@st.composite
def command(draw: st.DrawFn) -> Command:
    ward = draw(WARDS)
    common = {"contest": ward, "accepted": draw(st.sampled_from([frozenset(), EVERYTHING])), "reason": "Said"}
    kind = draw(st.sampled_from(KINDS))
    if kind in (Declare, Correct):
        return kind(**common, figures=draw(figures(ward)))  # type: ignore[arg-type]  # the fields all commands share
    if kind is CallRecount:
        return CallRecount(**common, figures=draw(st.one_of(st.none(), figures(ward))))  # type: ignore[arg-type]  # the fields all commands share
    if kind is Flash:
        ids = [one.id for one in TOWN.contests.get(ward, TOWN.contests[ContestId("beta")]).candidacies]
        return Flash(**common, winner=draw(st.sampled_from([*ids, CandidacyId("stranger")])))  # type: ignore[arg-type]  # the fields all commands share
    return kind(**common)  # type: ignore[arg-type, return-value]  # the fields all commands share


def keyed(desk: Desk, commands: list[Command], stale: list[bool]) -> None:
    """Commit each command, on the contest as it now stands or, where `stale`, as it stood before anything."""
    for one, old in zip(commands, stale, strict=True):
        standing = desk.night.contests.get(one.contest)
        fields = {name: getattr(one, name) for name in type(one).__dataclass_fields__}
        head = None if old or standing is None else standing.head
        desk.commit(type(one)(**{**fields, "after": head}))
        desk.clock.at += timedelta(minutes=1)  # type: ignore[attr-defined]  # the clock of these tests


SEQUENCES = st.lists(st.tuples(command(), st.integers(0, 9)), max_size=25)


@given(SEQUENCES)
def test_whatever_is_keyed(sequence: list[tuple[Command, int]]) -> None:
    journal = ListJournal()
    desk = sit(journal=journal)
    heard: list[int] = []
    desk.subscribe(lambda changes: heard.extend(entry.seq for entry in changes.entries))
    scopes = desk.night.scopes
    for scope in scopes:
        desk.night.tally(scope)
    keyed(desk, [one for one, _ in sequence], [chance == 0 for _, chance in sequence])
    night = desk.night

    assert list(night.journal) == journal.kept, "an entry is lost"
    assert heard == [entry.seq for entry in journal.kept], "a view missed an entry"
    again = replay(TOWN, journal.kept)
    stepped = begin(TOWN)
    for entry in journal.kept:
        stepped = step(stepped, entry)
    assert again == night == stepped, "replay is not stepping"
    for scope in scopes:
        assert night.tally(scope) == again.tally(scope), f"the carried tally of {scope} is not the counted one"
        for measure in Measure:
            nets = [night.tally(scope).line(party, measure).net or 0 for party in TOWN.parties]
            assert sum(nets) == 0, "net changes do not sum to nought"
    body = night.tally(Scope(ScopeKind.BODY, "town"))
    assert body.filled + body.to_come == 12
    for standing in night.contests.values():
        assert len(standing.winners) <= standing.contest.vacancies
        assert (standing.poll is not None) <= standing.decided, "figures outside a declaration"


@given(SEQUENCES, st.integers(0, 30))
def test_the_past_is_the_journal_up_to_then(sequence: list[tuple[Command, int]], minutes: int) -> None:
    desk = sit()
    keyed(desk, [one for one, _ in sequence], [False] * len(sequence))
    moment = LATER + timedelta(minutes=minutes)
    then = known_at(desk.night, moment)
    assert [entry.seq for entry in then.journal] == [e.seq for e in desk.night.journal if e.keyed_at <= moment]


@given(SEQUENCES)
def test_undo_puts_the_contest_back(sequence: list[tuple[Command, int]]) -> None:
    desk = sit()
    keyed(desk, [one for one, _ in sequence], [False] * len(sequence))
    entry = last_of(desk.night, "desk 1")
    if entry is None:
        return
    before = replay(TOWN, desk.night.journal[: entry.seq - 1])
    words = undoing(desk.night, entry)
    done = desk.commit(type(words)(**{
        **{name: getattr(words, name) for name in type(words).__dataclass_fields__}, "accepted": EVERYTHING
    }))  # fmt: skip
    again = bringing_back(desk.night, entry)
    if done.entry is not None and again is not None:
        assert desk.commit(again).entry is not None
    after = desk.night.contests[entry.contest]
    if done.entry is None:
        assert "nothing-changed" in {one.code for one in done.verdict.errors}
    elif entry.supersedes == before.contests[entry.contest].head:
        was = before.contests[entry.contest]
        assert (after.stage, after.winners, after.flash) == (was.stage, was.winners, was.flash)
        assert (after.first_count and after.first_count.votes) == (was.first_count and was.first_count.votes)


def test_tallying_by_hand_is_tallying_by_steps() -> None:
    desk = sit()
    start = desk.night.tally(Scope())
    assert tallied(start, desk.night.contests.values()) == start
