"""The story at the desk, by keyboard alone: found, filtered, pinned, followed to its evidence."""

import re

from operators import Operator, Sit

from resultsdesk.models.story import Order
from resultsdesk.night.night import ScopeKind
from resultsdesk.story.lines import Line
from resultsdesk.windows.desk.story.panel import NO_PIN, NOTHING, StoryPanel
from resultsdesk.windows.history.history_window import HistoryWindow

CLOCK = re.compile(r"\b\d\d:\d\d, ")
GAIN = "Conservative gain Alpha ward from Labour: A Candidate2 wins by 200 votes."


def declare_alpha(one: Operator, *votes: int) -> None:
    one.find("alpha")
    one.key(*(votes or (700, 900, 200)))
    one.declare()


def opened(one: Operator) -> StoryPanel:
    one.press("F5")
    panel = one.window.story.panel
    assert panel is not None
    return panel


def told(panel: StoryPanel) -> list[str]:
    """Return the lines in words, without the clock."""
    model = panel.model
    return [CLOCK.sub("", model.words(model.id_at(row)), count=1) for row in range(model.rowCount())]


def go_to(one: Operator, panel: StoryPanel, id: str) -> None:
    """Put the cursor on a line by the keys."""
    panel.list.setFocus()
    one.press("Home")
    for _ in range(panel.model.rowCount()):
        if panel.list.told is not None and panel.list.told.line.id == id:
            return
        one.press("Down")
    raise AssertionError(f"{id} is not told: {told(panel)}")


def evidence(panel: StoryPanel) -> list[str]:
    model = panel.evidence.model()
    return [model.words(model.id_at(row)) for row in range(model.rowCount())]


def test_before_the_first_declaration_it_says_so(sit: Sit) -> None:
    one = sit()
    panel = opened(one)
    assert panel.model.rowCount() == 0
    assert panel.list.nothing == NOTHING
    assert not panel.buttons["card"].isEnabled()
    assert one.focused() is panel.list


def test_the_story_stands_in_the_place_of_the_map_and_goes_again(sit: Sit) -> None:
    one = sit()
    widths = one.window.splitter.sizes()
    panel = opened(one)
    assert panel.isVisible()
    assert not one.window.map.isVisible()
    assert one.window.entry.isVisible()
    one.press("F5")
    assert not panel.isVisible()
    assert one.window.map.isVisible()
    assert one.window.splitter.sizes()[:4] == widths
    opened(one)
    one.press("Esc")
    assert not panel.isVisible()
    assert one.focused() is one.window.finder.search


def test_a_window_closed_over_it_opens_with_the_map(sit: Sit) -> None:
    one = sit()
    widths = one.window.splitter.sizes()
    opened(one)
    one.window.close()
    again = sit(settings=one.kept[-1])
    assert again.window.map.isVisible()
    assert again.window.splitter.sizes() == widths


def test_keys_of_what_it_covers_bring_that_back(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    for keys, shown in (("F6", one.window.map), ("Alt G", one.window.lists), ("Alt S", one.window.seats)):
        opened(one)
        one.press(keys)
        assert shown.isVisible(), keys
        assert shown.isAncestorOf(one.focused()), keys


def test_a_declaration_is_told_while_it_is_open(sit: Sit, qtbot: object) -> None:
    one = sit()
    panel = opened(one)
    with qtbot.waitSignal(one.window.story_feed.changed):  # type: ignore[attr-defined]  # pytest-qt's own
        declare_alpha(one)
    assert GAIN in told(panel)
    assert panel.filters.count.text().endswith(" lines")


def test_nothing_is_told_until_somebody_asks(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    assert not one.window.story_feed.asked
    opened(one)
    assert one.window.story_feed.asked


def test_evidence_is_one_key_away_and_leads_to_the_entry(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    panel = opened(one)
    go_to(one, panel, "gain/alpha")
    assert panel.sentence.text() == GAIN
    assert "Majority: 200 (11.1%), entry 1" in evidence(panel)
    one.press("E")
    assert one.focused() is panel.evidence
    one.press("Enter")
    (dialog,) = (found for found in one.window.findChildren(HistoryWindow) if found.isVisible())
    dialog.close()
    one.settle()
    panel.evidence.setFocus()
    one.press("Esc")
    assert one.focused() is panel.list


def test_a_line_opens_its_contest_and_its_history(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    one.find("beta")
    panel = opened(one)
    go_to(one, panel, "gain/alpha")
    one.press("H")
    (dialog,) = (found for found in one.window.findChildren(HistoryWindow) if found.isVisible())
    dialog.close()
    one.settle()
    go_to(one, panel, "gain/alpha")
    one.press("O")
    assert one.standing.contest.name == "Alpha ward"
    assert panel.isVisible()


def test_lines_are_filtered_by_words(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    panel = opened(one)
    every = panel.model.rowCount()
    one.press("Slash")
    one.type("GAIN alpha wins")
    assert told(panel) == [GAIN]
    one.press("Enter")
    assert one.focused() is panel.list
    one.press("Slash")
    one.press("Esc")
    assert panel.model.rowCount() == every
    one.type("nothing of the kind")
    assert panel.list.nothing == "No line passes this filter"


def test_lines_of_a_group(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    one.find("beta")
    one.key(40, 20, 30, 10)
    one.declare()
    panel = opened(one)
    assert any("Beta" in said for said in told(panel))
    one.press("G")
    one.type("The first")
    assert panel.filters.now.scope.kind is ScopeKind.GROUP
    assert GAIN in told(panel)
    assert not any("hold Beta" in said for said in told(panel))


def test_the_newest_first_and_the_most_telling_again(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    panel = opened(one)
    weights = [panel.model.subject(panel.model.id_at(row)).line.weight for row in range(panel.model.rowCount())]
    assert weights == sorted(weights, reverse=True)
    one.press("N")
    assert panel.filters.now.order is Order.NEWEST
    assert panel.filters.orders[Order.NEWEST].isChecked()
    one.press("N")
    assert panel.filters.now.order is Order.TELLING


def test_a_pinned_line_is_on_top_and_remembered(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    panel = opened(one)
    one.press("A")
    assert panel.list.nothing == NO_PIN
    one.press("A")
    last = _lines(panel)[-1]
    go_to(one, panel, last.id)
    one.press("P")
    assert _lines(panel)[0] == last
    assert told(panel)[0].endswith(", pinned")
    assert panel.list.told is not None
    assert panel.list.told.line == last, "the cursor stays on it"
    one.press("A")
    assert _lines(panel) == [last]
    again = sit()
    assert _lines(opened(again))[0].id == last.id
    assert again.file.pins.load() == (last.id,)
    panel.list.setFocus()
    again.press("P")
    assert again.file.pins.load() == ()


def test_what_was_taken_back_stands_last_with_why(sit: Sit, qtbot: object) -> None:
    one = sit()
    declare_alpha(one)
    panel = opened(one)
    go_to(one, panel, "gain/alpha")
    one.press("P")
    one.find("alpha")
    one.press("Ctrl E")
    one.key("read out again", 950, 900, 200)
    with qtbot.waitSignal(one.window.story_feed.changed):  # type: ignore[attr-defined]  # pytest-qt's own
        one.declare()
    assert told(panel)[0].startswith(f"Withdrawn: {GAIN} Alpha ward was corrected at"), "what is pinned stays in sight"
    assert told(panel)[-1].startswith("Withdrawn: ")
    go_to(one, panel, "gain/alpha")
    assert panel.why.text().startswith("Withdrawn. Alpha ward was corrected")
    assert not panel.buttons["card"].isEnabled()
    assert "withdrawn" in panel.filters.count.text()


def test_a_desk_that_only_looks_tells_but_pins_and_sends_nothing(sit: Sit) -> None:
    sit().window.close()
    one = sit(read_only=True)
    panel = opened(one)
    assert not panel.buttons["pin"].isEnabled()
    assert not panel.buttons["card"].isEnabled()


def _lines(panel: StoryPanel) -> list[Line]:
    model = panel.model
    return [model.subject(model.id_at(row)).line for row in range(model.rowCount())]
