"""Everything is within reach of the keys and of a screen reader."""

from collections import Counter

import pytest
from operators import Operator, Sit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QWidget

from resultsdesk.windows.commands import OFFERS
from resultsdesk.windows.desk.frame.palette import Palette


def can_have_focus(inside: QWidget) -> list[QWidget]:
    widgets = [one for one in inside.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    # What a control is made of is the control's to answer for.
    inner = [one.viewport() for one in inside.findChildren(QAbstractScrollArea)]
    return [one for one in widgets if one.isVisibleTo(inside) and one not in inner]


def test_every_control_has_a_name(sit: Sit) -> None:
    one = sit()
    one.enter("gamma", 900, 800, 700, 700, 600, 500)
    one.press("Alt J")
    nameless = [widget for widget in can_have_focus(one.window) if not widget.accessibleName()]
    assert nameless == []
    assert len(can_have_focus(one.window)) > 15


@pytest.mark.parametrize("keys", ["F1", "Ctrl Shift P", "Ctrl H"])
def test_every_control_of_a_dialog_has_a_name(sit: Sit, keys: str) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.press(keys)
    (dialog,) = (found for found in one.window.findChildren(QDialog) if found.isVisible())
    assert [widget for widget in can_have_focus(dialog) if not widget.accessibleName()] == []
    dialog.close()


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(offer.keys for offer in OFFERS if offer.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_palette_does_what_is_chosen(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl Shift P")
    (palette,) = (found for found in one.window.findChildren(Palette) if found.isVisible())
    one.type("recount called")
    one.press("Enter")
    one.settle()
    assert not one.window.findChildren(Palette) or not palette.isVisible()
    assert one.banner().startswith("Recount called.")


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        ("Ctrl K", "Alt A: awaited"),
        ("F2", "Enter: next box"),
        ("F6", "0: whole map"),
        ("Alt G", "Alt J: journal"),
        ("Ctrl L", "1 2 3: choose"),
    ],
)
def test_the_key_line_follows_the_hands(sit: Sit, keys: str, shows: str) -> None:
    one = sit()
    one.find("alpha")
    one.press(keys)
    assert shows in one.window.keys.accessibleName()


def test_the_window_is_as_it_was_left(sit: Sit) -> None:
    one = sit()
    one.window.resize(1500, 800)
    one.window.splitter.setSizes([300, 500, 350, 350])
    sizes = one.window.splitter.sizes()
    one.window.close()
    assert one.kept[-1].window_geometry
    two = sit(settings=one.kept[-1])
    two.window.resize(1500, 800)  # the screen of the tests is smaller, and a window is fitted to its screen
    assert two.window.splitter.sizes() == sizes


@pytest.mark.parametrize(("night", "mode"), [("live", "Live"), ("rehearsal", "Rehearsal")])
def test_the_top_line_tells_live_from_rehearsal(sit: Sit, night: str, mode: str) -> None:
    one: Operator = sit(night)
    assert f"General election 2024. {mode}." in one.told()
    assert ("REHEARSAL" in one.window.windowTitle()) is (mode == "Rehearsal")
    grounds = one.window.top.figure.shapes["ground"].ink
    assert (grounds == "rehearsal-ground") is (mode == "Rehearsal")
    assert ("band" in one.window.top.figure.shapes) is (mode == "Rehearsal")
