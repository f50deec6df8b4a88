"""Settings, credits and failures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from resultsdesk.intake.faults import BriefingFaults, Fault
from resultsdesk.intake.library import builtin_briefings
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import theme
from resultsdesk.settings import Settings
from resultsdesk.windows.dialogs.about import AboutDialog
from resultsdesk.windows.dialogs.failure import FailureDialog
from resultsdesk.windows.dialogs.settings_dialog import SettingsDialog
from resultsdesk.windows.dialogs.telling import told


def test_settings_are_changed_by_keyboard(qtbot: QtBot) -> None:
    dialog = SettingsDialog(theme("dark", {}), Settings(desk_name="Desk 2", recent_nights=("a.night",)))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.initials, " JS ")
    qtbot.keyClick(dialog.patterns, Qt.Key.Key_Space)
    light = next(button for button in dialog.themes.buttons() if button.text() == "Light")
    qtbot.keyClick(light, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.initials, Qt.Key.Key_Return)
    assert dialog.settings == Settings(
        theme="light", desk_name="Desk 2", operator_initials="JS", party_patterns=True, recent_nights=("a.night",)
    )


def test_escape_changes_no_setting(qtbot: QtBot) -> None:
    before = Settings(operator_initials="JS")
    dialog = SettingsDialog(theme("light", {}), before)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.initials, "XX")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.initials, Qt.Key.Key_Escape)
    assert dialog.settings == before


def test_a_desk_without_a_name_gets_the_usual_one(qtbot: QtBot) -> None:
    dialog = SettingsDialog(theme("dark", {}), Settings(desk_name="Desk 2"))
    qtbot.addWidget(dialog)
    dialog.desk.clear()
    dialog.accept()
    assert dialog.settings.desk_name == "", "each desk has a number of its own then"


def test_every_credit_line_is_there(qtbot: QtBot) -> None:
    offers = builtin_briefings()
    dialog = AboutDialog(theme("dark", {}), "1.2.3", offers)
    qtbot.addWidget(dialog)
    shown = dialog.credits.toPlainText()
    assert offers
    assert all(one.credits for one in offers)
    assert all(line in shown for one in offers for line in one.credits)


def test_a_failure_is_a_sentence_and_a_remedy(qtbot: QtBot) -> None:
    looked: list[str] = []
    dialog = FailureDialog(theme("dark", {}), "It broke.", "Mend it.", lambda: looked.append("log"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.accessibleName(), dialog.accessibleDescription()) == ("It broke.", "Mend it.")
    log = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Show the log")
    qtbot.keyClick(log, Qt.Key.Key_Space)
    assert looked == ["log"]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(dialog, key)
    assert dialog.isVisible(), "whoever types on takes it away unread"
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_known_failures_keep_their_words_and_bugs_get_some() -> None:
    assert told(Trouble("It broke.", "Mend it.")) == ("It broke.", "Mend it.")
    sentence, remedy = told(BriefingFaults([Fault("a.csv", 3, "x", "Wrong."), Fault("b.csv", 1, "y", "Wrong too.")]))
    assert "a.csv, line 3: Wrong. [x]" in sentence
    assert sentence.endswith("And 1 more.")
    assert remedy
    sentence, remedy = told(KeyError("x"))
    assert "mistake of the program" in sentence
    assert "safe" in remedy
