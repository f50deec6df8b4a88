"""The lists follow a night row by row: Qt's own tester watches, and nothing is ever reset."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot
from town import LATER, TOWN, by_order, sit

from resultsdesk.desk.desk import Desk
from resultsdesk.models.contests import ContestList, Found
from resultsdesk.models.feed import NightFeed
from resultsdesk.models.gains import GainFilter, GainList
from resultsdesk.models.journal import JournalList
from resultsdesk.models.keyed_rows import KeyedRows
from resultsdesk.models.parties import PartyList
from resultsdesk.models.roles import Role
from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import CallRecount, Command, Correct, Declare, Figures, Flash, Retract
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import PartyId

ALPHA, BETA, GAMMA = (ContestId(one) for one in ("alpha", "beta", "gamma"))
Make = Callable[[NightFeed, Viewing], KeyedRows]
LISTS: dict[str, Make] = {
    "contests": lambda feed, viewing: ContestList(feed, viewing, LATER),
    "gains": GainList,
    "parties": PartyList,
    "journal": lambda feed, _viewing: JournalList(feed),
}


def commit(desk: Desk, kind: type[Command], contest: ContestId, *votes: int, **more: object) -> None:
    """Commit a command with every warning acknowledged."""
    figures = {"figures": Figures(votes=by_order(TOWN.contests[contest], *votes))} if votes else {}
    command = kind(contest=contest, after=desk.night.contests[contest].head, **figures, **more)  # type: ignore[arg-type]  # fields by name
    codes = frozenset(one.code for one in desk.weigh(command).asking)
    fields = {name: getattr(command, name) for name in command.__dataclass_fields__}
    desk.commit(type(command)(**{**fields, "accepted": codes}))


def begun(make: Make) -> tuple[Desk, Viewing, KeyedRows]:
    desk = sit()
    feed = NightFeed(desk)
    viewing = Viewing(View(Scope(), Measure.LAST), feed)
    model = make(feed, viewing)
    model.setParent(feed)
    model.setProperty("feed", feed)
    return desk, viewing, model


def ids(model: KeyedRows) -> list[object]:
    return [model.id_at(row) for row in range(model.rowCount())]


@pytest.fixture(params=LISTS)
def make(request: pytest.FixtureRequest, qapp: object) -> Make:
    return LISTS[request.param]


def play(desk: Desk, choices: list[tuple[int, ContestId, int]]) -> None:
    """Enter a night of whatever comes; what the rules refuse changes nothing."""
    for kind, contest, lead in choices:
        size = len(TOWN.contests[contest].candidacies)
        votes = [100 + (lead * 37 + place * 61) % 97 for place in range(size)]
        match kind:
            case 0:
                commit(desk, Declare, contest, *votes)
            case 1:
                commit(desk, Correct, contest, *votes, reason="read again")
            case 2:
                commit(desk, CallRecount, contest)
            case 3:
                commit(desk, Retract, contest)
            case _:
                winner = TOWN.contests[contest].candidacies[lead % size].id
                commit(desk, Flash, contest, winner=winner)


NIGHTS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from([ALPHA, BETA, GAMMA, ContestId("delta")]), st.integers(0, 40)),
    max_size=12,
)


@given(choices=NIGHTS)
def test_a_list_that_followed_equals_one_made_anew(qapp: object, choices: list[tuple[int, ContestId, int]]) -> None:
    for name, make in LISTS.items():
        desk, viewing, model = begun(make)
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        resets = QSignalSpy(model.modelReset)
        play(desk, choices)
        fresh = make(NightFeed(desk), viewing)
        assert ids(model) == ids(fresh), name
        assert resets.count() == 0
        del tester


def test_every_row_speaks_and_knows_what_it_is_drawn_from(make: Make) -> None:
    desk, _, model = begun(make)
    commit(desk, Declare, ALPHA, 700, 900, 200)
    commit(desk, Flash, BETA, winner=TOWN.contests[BETA].candidacies[0].id)
    assert model.rowCount()
    for row in range(model.rowCount()):
        index = model.index(row)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert index.data(Role.SUBJECT) is not None


def test_a_declaration_moves_one_row(qtbot: QtBot) -> None:
    desk, _, model = begun(LISTS["contests"])
    moves, others = QSignalSpy(model.rowsMoved), QSignalSpy(model.rowsInserted)
    commit(desk, Declare, ALPHA, 900, 700, 200)
    assert moves.count() == 1
    assert others.count() == 0
    assert ids(model)[-1] == ALPHA
    commit(desk, CallRecount, GAMMA)
    assert ids(model)[0] == GAMMA


def test_the_latest_declared_comes_first_of_the_declared(qtbot: QtBot) -> None:
    desk, _, model = begun(LISTS["contests"])
    commit(desk, Declare, ALPHA, 900, 700, 200)
    commit(desk, Declare, BETA, 10, 20, 5, 15)
    assert ids(model)[-2:] == [BETA, ALPHA]


def test_a_search_keeps_its_order_while_results_come_in(qtbot: QtBot) -> None:
    desk, _, model = begun(LISTS["contests"])
    assert isinstance(model, ContestList)
    model.search({BETA: Found(0, "A Candidate2"), ALPHA: Found(1)})
    commit(desk, Declare, ALPHA, 900, 700, 200)
    commit(desk, CallRecount, GAMMA)
    assert ids(model) == [BETA, ALPHA]
    assert model.subject(BETA).found == "A Candidate2"


def test_a_filter_lets_rows_come_and_go(qtbot: QtBot) -> None:
    desk, _, model = begun(LISTS["contests"])
    assert isinstance(model, ContestList)
    model.show_only(StageFilter.RECOUNT)
    assert ids(model) == []
    commit(desk, CallRecount, GAMMA)
    assert ids(model) == [GAMMA]
    commit(desk, Declare, GAMMA, 6, 5, 4, 3, 2, 1)
    assert ids(model) == []


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (GainFilter(), [ALPHA]),
        (GainFilter(party=PartyId("Con")), [ALPHA]),
        (GainFilter(party=PartyId("Lab")), []),
        (GainFilter(party=PartyId("Lab"), lost=True), [ALPHA]),
        (GainFilter(holds=True), [GAMMA, BETA]),
        (GainFilter(holds=True, party=PartyId("Lab")), [GAMMA]),
    ],
)
def test_gains_losses_and_holds_by_party(qtbot: QtBot, chosen: GainFilter, found: list[ContestId]) -> None:
    desk, _, model = begun(GainList)
    assert isinstance(model, GainList)
    commit(desk, Declare, ALPHA, 700, 900, 200)
    commit(desk, Declare, BETA, 30, 20, 5, 15)
    commit(desk, Declare, GAMMA, 60, 5, 4, 50, 40, 1)
    model.show_only(chosen)
    assert ids(model) == found


def test_a_gain_is_told_with_its_majority_or_by_lot(qtbot: QtBot) -> None:
    desk, _, model = begun(GainList)
    commit(desk, Declare, ALPHA, 700, 900, 200)
    assert model.words(ALPHA) == "Alpha ward, Con gain from Lab, majority 200"
    commit(desk, Retract, ALPHA)
    figures = Figures(votes=by_order(TOWN.contests[ALPHA], 900, 900, 200), lot=(CandidacyId("alpha.2"),))
    commit(desk, Declare, ALPHA, figures=figures)
    assert model.words(ALPHA) == "Alpha ward, Con gain from Lab, by lot"


def test_a_scope_narrows_gains_and_parties(qtbot: QtBot) -> None:
    first = Scope(ScopeKind.GROUP, "first")
    for make in (GainList, PartyList):
        desk, viewing, model = begun(make)
        viewing.scope(first)
        before = ids(model)
        commit(desk, Declare, BETA, 10, 20, 5, 15)
        assert ids(model) == before
        commit(desk, Declare, ALPHA, 700, 900, 200)
        assert ids(model) != before
