"""What the form says of a contest before, and what it says stands in the way of its figures."""

import pytest
from operators import Sit
from PySide6.QtWidgets import QLabel

from resultsdesk.windows.desk.entry.heading import facts


def test_figures_that_make_no_result_say_what_stands_in_the_way(sit: Sit) -> None:
    one = sit("live")
    one.find("perry barr")
    card = one.window.entry.card.card
    assert card.accessibleName() == "awaited"
    one.key(2440, 1302, 4227, "13e03", 2446, 12796, 509)
    assert card.accessibleName() == "awaited", "a figure is still to come"
    one.key(453)
    assert card.accessibleName() == f"Put right first. {one.objections()[0]}"
    one.window.entry.rows.focus(3)
    one.key(13303)
    assert card.accessibleName() == "Ind gain from Lab"


def test_a_tie_is_said_to_be_one(sit: Sit) -> None:
    one = sit("live")
    one.find("perry barr")
    one.key(*[4000] * 8)
    assert one.window.entry.card.card.accessibleName() == "tie"


def test_a_narrow_heading_keeps_what_was_won_last_time(sit: Sit) -> None:
    one = sit("live")
    briefing = one.desk.night.briefing
    contest = next(each for each in briefing.contests.values() if each.name == "Birmingham Perry Barr")
    assert facts(contest, briefing) == (
        "West Midlands · electorate 76,350 · Labour majority 22,325 in 2019 (notional)",
        "electorate 76,350 · Labour majority 22,325 in 2019 (notional)",
        "electorate 76,350 · Lab majority 22,325 in 2019",
    )


@pytest.mark.parametrize("votes", [900, 9_900])
@pytest.mark.parametrize("off", [0, 1])
def test_no_check_figure_is_cut_off_in_the_smallest_window(sit: Sit, votes: int, off: int) -> None:
    one = sit()
    one.window.resize(1280, 720)
    one.find("gamma")
    one.key(votes, 800, 700, 650, 600, 500, votes + 3250 + off, 50 + off)
    one.settle()
    checks = one.window.entry.checks
    labels = [label for label in checks.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 9
    assert [label.text() for label in labels if label.width() < label.sizeHint().width()] == []
    assert all(checks.rect().contains(label.geometry().translated(label.parentWidget().pos())) for label in labels)
    mark = "✗" if off else "✓"
    assert (checks.label("read_out"), checks.label("announced_majority")) == (f"Read {mark}", f"Maj. {mark}")


def test_what_was_declared_is_shown_with_its_ticks_its_time_and_what_nobody_read_out(sit: Sit) -> None:
    one = sit("live")
    one.find("perry barr")
    one.key(2440, 1302, 4227, 13303, 2446, 12796, 509, 453, 37476, 507)
    one.declare()
    one.find("perry barr")
    checks = one.window.entry.checks
    assert (checks.label("read_out"), checks.label("announced_majority")) == ("Read out ✓", "Majority ✓")
    assert checks.boxes["rejected"].placeholderText() == "–"
    declared_at = one.standing.declared_at
    assert declared_at is not None
    assert checks.boxes["declared_at"].text() == f"{one.desk.night.briefing.local(declared_at):%H:%M}"
    one.press("Ctrl E")
    assert checks.boxes["declared_at"].text() == "", "a correction is of now, unless somebody says otherwise"
    assert checks.boxes["rejected"].placeholderText() == ""
