"""A read-only table, watched by Qt's own tester."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from resultsdesk.models.roles import Role
from resultsdesk.models.table import TextTable


def test_cells_heads_and_what_stands_out(qtbot: QtBot) -> None:
    table = TextTable(("Who", "Votes"), numbers=(1,))
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert table.rowCount() == 0
    table.fill([("A Candidate", "12"), ("B Candidate", "13")], strong=[1])
    assert table.index(1, 1).data() == "13"
    assert table.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Votes: 12"
    assert [table.index(row, 0).data(Role.SUBJECT) for row in (0, 1)] == [False, True]
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Votes"
    del tester
