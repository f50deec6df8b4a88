"""A label with too little room."""

from pytestqt.qtbot import QtBot

from resultsdesk.windows.elided import ElidedLabel


def test_a_long_title_ends_in_an_ellipsis_and_tells_the_rest(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("West Midlands and East Midlands")
    label.resize(600, 20)
    assert label.shown() == label.text()
    assert label.toolTip() == ""
    label.resize(80, 20)
    label.show()
    assert label.shown().endswith("…")
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() == 0
