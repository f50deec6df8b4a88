"""The story as a list: after any entries it is what a list made now would be, and no row is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from stations import OnStage
from town import sit, town, ward

from resultsdesk.desk.desk import Desk
from resultsdesk.models import story as listed
from resultsdesk.models.evidence import EvidenceList
from resultsdesk.models.roles import Role
from resultsdesk.models.story import Order, StoryFilter, StoryList, Told
from resultsdesk.models.story_feed import StoryFeed
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Retract
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.story.telling import tell

pytestmark = pytest.mark.usefixtures("qapp")

FIRST = Scope(ScopeKind.GROUP, "first")
FILTERS = (
    StoryFilter(),
    StoryFilter(order=Order.NEWEST),
    StoryFilter(FIRST),
    StoryFilter(words="ward by"),
    StoryFilter(pinned=True),
)


def rows(model: StoryList) -> list[Told | None]:
    return [model.index(row).data(Role.SUBJECT) for row in range(model.rowCount())]


def act(stage: OnStage, what: str, votes: tuple[int, ...]) -> None:
    """Declare a ward or correct it, or take it back; a correction that corrects nothing is left out."""
    standing = stage.desk.night.contests[ContestId(what)]
    figures = (*votes, *range(7))[: len(standing.contest.candidacies)]
    before = tuple(standing.poll.votes.values()) if standing.poll is not None else ()
    if votes and figures != before:
        (stage.correct if standing.decided else stage.declare)(what, *figures)
    elif not votes and standing.decided:
        stage.desk.commit(Retract(contest=standing.contest.id, after=standing.head, reason="again"))


VOTES = st.lists(st.integers(10, 900), min_size=3, max_size=3, unique=True).map(tuple)  # no ties
ACTS = st.lists(st.tuples(st.sampled_from(["alpha", "beta"]), VOTES | st.just(())), max_size=8)


@given(shown=st.sampled_from(FILTERS), acts=ACTS)
def test_it_follows_as_if_it_were_made_anew(shown: StoryFilter, acts: list[tuple[str, tuple[int, ...]]]) -> None:
    stage = OnStage()
    feed = StoryFeed(stage.desk)
    model = StoryList(feed, pinned=("gain/alpha", "closest/body/town"), parent=feed)
    model.show_only(shown)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    reset = QSignalSpy(model.modelReset)
    for what, votes in acts:
        act(stage, what, votes)
        feed.catch_up()
        fresh = StoryList(feed, model.pinned)
        fresh.show_only(shown)
        assert rows(model) == rows(fresh)
        assert model.counted == fresh.counted
    assert reset.count() == 0
    assert feed.story == tell(stage.desk.night)
    feed.close()


def test_it_is_left_alone_while_nobody_looks() -> None:
    stage = OnStage()
    feed = StoryFeed(stage.desk)
    model = StoryList(feed)
    model.follow(False)
    stage.declare("alpha", 700, 900, 200)
    feed.catch_up()
    assert model.rowCount() == 0
    model.follow(True)
    assert model.rowCount() > 3
    feed.close()


def test_only_so_many_are_listed_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "ROWS", 3)
    stage = OnStage()
    stage.declare("alpha", 700, 900, 200)
    feed = StoryFeed(stage.desk)
    last = feed.story.lines[-1].id
    model = StoryList(feed, pinned=(last,))
    assert model.counted[0] == len(feed.story.lines) > 3
    assert next(told.line.id for told in rows(model) if told) == last, "what is pinned is always there"
    assert model.rowCount() == 4
    feed.close()


def test_where_lines_are_said_is_marked() -> None:
    stage = OnStage()
    stage.declare("alpha", 700, 900, 200)
    feed = StoryFeed(stage.desk)
    said: dict[str, str] = {}
    model = StoryList(feed, said=lambda: said)
    spy = QSignalSpy(model.dataChanged)
    said["gain/alpha"] = "on air"
    model.refresh()
    assert spy.count() == 1
    (told,) = (one for one in rows(model) if one and one.line.id == "gain/alpha")
    assert told.said == "on air"
    feed.close()


def test_what_was_taken_back_is_not_marked_as_said_where_its_id_has_new_words() -> None:
    stage = OnStage(sit(town(*(ward(f"w{number}", "Lab Con", before="Lab") for number in range(1, 6)))))
    for number in range(1, 6):
        stage.declare(f"w{number}", 900 + number, 800)
    feed = StoryFeed(stage.desk)
    (closest,) = [one.id for one in feed.story.lines if one.kind == "closest"]
    model = StoryList(feed, said=lambda: {closest: "on air"})
    stage.correct("w1", 990, 800)
    feed.catch_up()
    told = [one for one in rows(model) if one is not None and one.line.id == closest]
    assert {(one.withdrawn is None, one.said) for one in told} == {(True, "on air"), (False, "")}
    feed.close()


def test_nothing_is_told_before_somebody_asks_and_then_everybody_hears() -> None:
    desk: Desk = sit()
    feed = StoryFeed(desk)
    heard = QSignalSpy(feed.changed)
    assert not feed.asked
    feed.catch_up()
    assert feed.asked
    assert heard.count() == 1
    feed.catch_up()
    assert heard.count() == 1, "nothing is new"
    feed.close()


def test_evidence_names_its_entry_and_its_contest_where_there_are_several() -> None:
    stage = OnStage()
    stage.declare("alpha", 700, 900, 200)
    stage.declare("beta", 40, 20, 30, 10)
    model = EvidenceList()
    for line in tell(stage.desk.night).lines:
        model.show(stage.desk.night, Told(line))
        several = len({one.contest for one in line.evidence if one.contest}) > 1
        assert model.rowCount() == len(line.evidence) + len(line.missing)
        for row, one in enumerate(line.evidence):
            said = model.words(row)
            assert f"{one.label}: {one.value}" in said
            assert ("entry " in said.rpartition(", ")[2]) == (one.entry is not None)
            assert (" ward, " in said) == (several and one.contest is not None)
    model.show(stage.desk.night, None)
    assert model.rowCount() == 0
