"""What holds of the story whatever is keyed: whole and step by step it is one story, and nothing in it is untrue."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from town import TOWN, by_order, last_time, sit, town, ward

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import Body, BodyId, Briefing, ContestId, Group, GroupId, Target
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
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.telling import continued, tell, telling

EVERYTHING = frozenset({
    "total-differs", "majority-differs", "transposed-digits", "rejected-high", "papers-missing", "digit-count",
    "swap-suspected", "same-figure", "share-moved", "winner-unlikely", "flash-differs", "flash-unlikely",
    "turnout-far", "same-as-other",
})  # fmt: skip
KINDS = (Declare, Declare, Declare, Correct, Correct, Retract, CallRecount, Flash, DeclareUnopposed, Postpone)
VOTES = st.sampled_from([0, 10, 10, 400, 700, 700, 900])


def place() -> Briefing:
    """Return two councils of eleven wards in two regions, with groups that overlap, targets and deposits."""
    votes = last_time(4000, Lab=1000, Con=800, LD=300)
    ones = [ward(f"w{n}", "Lab Con LD Ind", before="Lab" if n % 2 else "Con", baseline=votes) for n in range(8)]
    south = [replace(one, region="South", body=BodyId("village")) for one in ones[5:]]
    known = town(*ones[:5], *south, *TOWN.contests.values())
    half = tuple(one.id for one in ones[:6])
    (body,) = known.bodies.values()
    village = Body(BodyId("village"), "Village", 3, 2, {})
    return replace(
        known,
        election=replace(known.election, deposits=True),
        bodies={body.id: replace(body, seats=body.seats - 3, majority=8), village.id: village},
        groups=(
            Group(GroupId("half"), "Half", half),
            Group(GroupId("some"), "Some", half[2:4]),
            Group(GroupId("late"), "Late", (*half[3:], ContestId("w6"), ContestId("alpha"))),
            Group(GroupId("again"), "Again", half),
        ),
        targets=tuple(Target(PartyId("LD"), one, rank) for rank, one in enumerate(half, start=1)),
    )


PLACE = place()


@st.composite
def command(draw: st.DrawFn) -> Command:
    """Draw a command that is likely to be accepted, ties and late entries among them."""
    contest = PLACE.contests[draw(st.sampled_from(list(PLACE.contests)))]
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


SEQUENCES = st.lists(st.tuples(command(), st.integers(-30, 5)), max_size=30)


def keyed(desk: Desk, command: Command, minutes: int) -> None:
    """Commit a command on the contest as it now stands, declared so many minutes ago."""
    fields = {name: getattr(command, name) for name in type(command).__dataclass_fields__}
    fields |= {"after": desk.night.contests[command.contest].head}
    fields |= {"declared_at": desk.clock.now() + timedelta(minutes=min(minutes, 0))}
    desk.commit(type(command)(**fields))
    desk.clock.at += timedelta(minutes=1)  # type: ignore[attr-defined]  # the clock of these tests


@given(SEQUENCES, st.sampled_from(list(Measure)))
def test_told_whole_and_step_by_step(sequence: list[tuple[Command, int]], measure: Measure) -> None:
    desk = sit(PLACE)
    told = telling(desk.night, measure)
    leaps = telling(begin(PLACE), measure)
    for at, (command, minutes) in enumerate(sequence):
        keyed(desk, command, minutes)
        told = continued(told, desk.night)
        if at % 4 == 0:
            leaps = continued(leaps, desk.night)
    whole = tell(replay(PLACE, desk.night.journal), measure)
    assert told.story == whole
    assert continued(leaps, desk.night).story == whole


@given(SEQUENCES)
def test_nothing_is_said_twice_or_of_nobody(sequence: list[tuple[Command, int]]) -> None:
    desk = sit(PLACE)
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
    desk = sit(PLACE)
    alpha = ContestId("alpha")
    desk.commit(Flash(contest=alpha, winner=TOWN.contests[alpha].candidacies[0].id))
    assert tell(desk.night).lines == ()
