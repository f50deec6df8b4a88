"""Any two entries of a contest line against line."""

import pytest
from operators import KEYS
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from town import TOWN, by_order, sit

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import CallRecount, Correct, Declare, Figures
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.windows.history.history_window import HistoryWindow

ALPHA = ContestId("alpha")


@pytest.fixture
def window(qtbot: QtBot) -> HistoryWindow:
    """Alpha ward: a first count, a recount, a declaration, a correction."""
    desk = sit()

    def figures(*votes: int) -> Figures:
        return Figures(votes=by_order(TOWN.contests[ALPHA], *votes), rejected=7 if votes[0] == 910 else None)

    for command in (
        lambda head: CallRecount(contest=ALPHA, after=head, figures=figures(899, 700, 200)),
        lambda head: Declare(contest=ALPHA, after=head, figures=figures(900, 700, 200)),
        lambda head: Correct(contest=ALPHA, after=head, figures=figures(910, 700, 200), reason="misheard"),
    ):
        assert desk.commit(command(desk.night.contests[ALPHA].head)).entry is not None
    shown = HistoryWindow(desk.night.contests[ALPHA], desk.night, Measure.LAST, theme("dark", TOWN.parties))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def cells(window: HistoryWindow) -> list[tuple[str, ...]]:
    table = window.differences
    return [tuple(table.index(row, column).data() for column in range(4)) for row in range(table.rowCount())]


def test_it_opens_on_the_latest_against_the_one_before(window: HistoryWindow) -> None:
    assert window.entry_view.currentIndex().row() == 2
    assert cells(window) == [
        ("A Candidate1", "900", "910", "+10"),
        ("A Candidate2", "700", "700", ""),
        ("A Candidate3", "200", "200", ""),
        ("Rejected papers", "–", "7", "–"),
    ]


@pytest.mark.parametrize("rehearsal", [True, False])
def test_a_rehearsal_says_so(qtbot: QtBot, rehearsal: bool) -> None:
    desk = sit(rehearsal=rehearsal)
    figures = Figures(votes=by_order(TOWN.contests[ALPHA], 900, 700, 200))
    assert desk.commit(Declare(contest=ALPHA, figures=figures)).entry is not None
    shown = HistoryWindow(desk.night.contests[ALPHA], desk.night, Measure.LAST, theme("dark", TOWN.parties))
    qtbot.addWidget(shown)
    shown.show()
    assert shown.rehearsal.isVisible() is rehearsal
    assert ("REHEARSAL" in shown.windowTitle()) is rehearsal


def test_up_chooses_another_entry(window: HistoryWindow) -> None:
    QTest.keyClick(window.entry_view, KEYS["Up"])
    assert cells(window)[0] == ("A Candidate1", "899", "900", "+1")
    QTest.keyClick(window.entry_view, KEYS["Up"])
    assert cells(window)[0] == ("A Candidate1", "–", "899", "–")


def test_any_other_entry_may_be_compared(window: HistoryWindow) -> None:
    window.against.setFocus()
    QTest.keyClick(window.against, KEYS["Up"])
    assert window.against.currentText() == "entry 1, recount called"
    assert cells(window)[0] == ("A Candidate1", "899", "910", "+11")


def test_an_entry_tells_when_by_whom_and_why(window: HistoryWindow) -> None:
    row = [window.entries.index(2, column).data() for column in range(window.entries.columnCount())]
    assert row[0] == "3"
    assert row[3:8] == ["corrected", "Lab hold", "AB", "desk 1", "misheard"]
