"""Words that are longer than their place end in an ellipsis, and never lie over each other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from resultsdesk.painters.theme import theme
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.tailed_items import TAIL, TailedItems
from resultsdesk.windows.whole_rows import WholeRows

LONG = "Alpha Ward Residents’ and Ratepayers’ Association Independent Group of the Outskirts"


def row(qtbot: QtBot, words: str, tail: str, width: int = 360) -> tuple[str, str, QListWidget]:
    """Return what a row shows at either end, and its list."""
    shown = QListWidget()
    qtbot.addWidget(shown)
    delegate = TailedItems(theme("dark", {}), shown)
    shown.setItemDelegate(delegate)
    item = QListWidgetItem(words)
    item.setData(TAIL, tail)
    shown.addItem(item)
    shown.resize(width, 200)
    shown.show()
    option = QStyleOptionViewItem()
    option.rect = shown.visualItemRect(item)
    option.font = shown.font()
    index = shown.indexFromItem(item)
    end = delegate.tail(option, index)
    delegate.initStyleOption(option, index)
    return option.text, end, shown


def test_a_row_with_room_says_both_in_full(qtbot: QtBot) -> None:
    words, tail, _ = row(qtbot, "1   CANDIDATE, A", "Labour")
    assert (words, tail) == ("1   CANDIDATE, A", "Labour")


def test_the_tail_gives_way_first_and_the_list_never_scrolls_sideways(qtbot: QtBot) -> None:
    words, tail, shown = row(qtbot, "1   CANDIDATE, A", LONG)
    assert words == "1   CANDIDATE, A"
    assert tail.endswith("…")
    assert len(tail) > 20
    words, tail, shown = row(qtbot, f"1   {LONG.upper()}", LONG)
    assert words.endswith("…")
    assert tail.endswith("…")
    assert shown.horizontalScrollBar().maximum() == 0


def test_a_key_with_room_is_never_cut(qtbot: QtBot) -> None:
    for key in ("Ctrl L", "Ctrl Shift Del", "Ctrl ,", "F12", "Ctrl Shift W"):
        assert row(qtbot, "Flash the winner before the figures", key, 520)[1] == key


@pytest.mark.parametrize("height", range(200, 240, 7))
def test_a_list_shows_whole_rows(qtbot: QtBot, height: int) -> None:
    shown = WholeRows()
    qtbot.addWidget(shown)
    shown.addItems([f"Candidate {place}" for place in range(40)])
    shown.resize(300, height)
    shown.show()
    assert shown.viewport().height() % shown.sizeHintForRow(0) == 0
    assert shown.viewport().height() > height - shown.sizeHintForRow(0) - 10


def test_what_is_chosen_ends_in_an_ellipsis_where_it_is_too_long(qtbot: QtBot) -> None:
    chooser = Chooser(theme("dark", {}), "Where")
    qtbot.addWidget(chooser)
    chooser.addItems(["Town", LONG])
    chooser.resize(200, 30)
    chooser.show()
    assert chooser.shown() == "Town"
    chooser.setCurrentIndex(1)
    assert chooser.shown().endswith("…")
    assert chooser.fontMetrics().horizontalAdvance(chooser.shown()) < 200
    picture = chooser.grab()
    assert picture.width() >= 200
    assert chooser.itemData(1, Qt.ItemDataRole.DisplayRole) == LONG, "the list says it in full"
