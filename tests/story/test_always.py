"""What holds of the story whatever is keyed: whole and step by step it is one story, and nothing in it is untrue."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from town import TOWN, by_order, sit

from resultsdesk.desk.desk import Desk
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
from resultsdesk.night.night import begin, replay
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.telling import continued, tell, telling

EVERYTHING = frozenset({
    "total-differs", "majority-differs", "transposed-digits", "rejected-high", "papers-missing", "digit-count",
    "swap-suspected", "same-figure", "share-moved", "winner-unlikely", "flash-differs", "flash-unlikely",
    "turnout-far", "same-as-other",
})  # fmt: skip
KINDS = (Declare, Declare, Declare, Correct, Correct, Retract, CallRecount, Flash, DeclareUnopposed, Postpone)
VOTES = st.sampled_from([0, 10, 10, 400, 700, 700, 900])


@st.composite
def command(draw: st.DrawFn) -> Command:
    """Draw a command that is likely to be accepted, ties and late entries among them."""
    contest = TOWN.contests[draw(st.sampled_from(list(TOWN.contests)))]
    common = {"contest": contest.id, "accepted": EVERYTHING, "reason": "Read again"}
    kind = draw(st.sampled_from(KINDS))
    ids = [one.id for one in contest.candidacies]
    if kind in (Declare, Correct):
        votes = [draw(VOTES) for _ in ids]
        lot = tuple(draw(st.permutations(ids))) if draw(st.booleans()) else ()
        figures = Figures(votes=by_order(contest, *votes), lot=lot)
        return kind(**common, figures=figures)  # type: ignore[arg-type]  # the fields all commands share
    if kind is Flash:
        return Flash(**common, winner=draw(st.sampled_from(ids)))  # type: ignore[arg-type]  # the fields all commands share
    return kind(**common)  # type: ignore[arg-type, return-value]  # the fields all commands share


SEQUENCES = st.lists(st.tuples(command(), st.integers(-30, 5)), max_size=25)


def keyed(desk: Desk, command: Command, minutes: int) -> None:
    """Commit a command on the contest as it now stands, declared so many minutes ago."""
    fields = {name: getattr(command, name) for name in type(command).__dataclass_fields__}
    fields |= {"after": desk.night.contests[command.contest].head}
    fields |= {"declared_at": desk.clock.now() + timedelta(minutes=min(minutes, 0))}
    desk.commit(type(command)(**fields))
    desk.clock.at += timedelta(minutes=1)  # type: ignore[attr-defined]  # the clock of these tests


@given(SEQUENCES, st.sampled_from(list(Measure)))
def test_told_whole_and_step_by_step(sequence: list[tuple[Command, int]], measure: Measure) -> None:
    desk = sit()
    told = telling(desk.night, measure)
    leaps = telling(begin(TOWN), measure)
    for at, (command, minutes) in enumerate(sequence):
        keyed(desk, command, minutes)
        told = continued(told, desk.night)
        if at % 4 == 0:
            leaps = continued(leaps, desk.night)
    whole = tell(replay(TOWN, desk.night.journal), measure)
    assert told.story == whole
    assert continued(leaps, desk.night).story == whole


@given(SEQUENCES)
def test_nothing_is_said_twice_or_of_nobody(sequence: list[tuple[Command, int]]) -> None:
    desk = sit()
    for command, minutes in sequence:
        keyed(desk, command, minutes)
    story = tell(desk.night)
    ids = [one.id for one in story.lines]
    assert len(ids) == len(set(ids))
    weights = [one.weight for one in story.lines]
    assert weights == sorted(weights, reverse=True)
    entries = {one.entry_id for one in desk.night.journal}
    for one in story.lines:
        assert one.sentence[:1].isupper() or one.sentence[:1].isdigit()
        assert one.sentence.endswith(".")
        assert {figure.entry for figure in one.evidence} <= entries | {None}
        for contest in one.contests:
            standing = desk.night.contests[contest]
            assert standing.decided or one.kind in ("in-recount", "postponed")
    true = {(one.id, one.sentence) for one in story.lines}
    assert not true & {(one.line.id, one.line.sentence) for one in story.withdrawn}


def test_a_flash_tells_nothing() -> None:
    desk = sit()
    alpha = ContestId("alpha")
    desk.commit(Flash(contest=alpha, winner=TOWN.contests[alpha].candidacies[0].id))
    assert tell(desk.night).lines == ()
