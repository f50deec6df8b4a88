"""The night's side of the desk: what it shows of a declaration, and the ways to look at it."""

from dataclasses import replace

import pytest
from operators import Operator, Sit
from town import TOWN

from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.shapes import Pattern
from resultsdesk.night.briefing import BodyId, ContestId
from resultsdesk.night.commands import Postpone
from resultsdesk.night.night import begin
from resultsdesk.psephology.baseline import Measure
from resultsdesk.windows.desk.night.key_view import KeyView
from resultsdesk.windows.desk.night.seats_panel import control_words
from resultsdesk.windows.desk.night.tip_view import TipView
from resultsdesk.windows.history.history_window import HistoryWindow


def declare_alpha(one: Operator) -> None:
    one.find("alpha")
    one.key(700, 900, 200)
    one.declare()


def test_a_declaration_is_on_the_map_in_the_bar_and_in_the_lists(sit: Sit) -> None:
    one = sit()
    tile = one.window.map.figure.shapes["alpha"]
    assert tile.pattern is Pattern.HOLLOW
    declare_alpha(one)
    tile = one.window.map.figure.shapes["alpha"]
    assert (tile.ink, tile.pattern) == ("party:Con", Pattern.SOLID)
    assert "Conservative 4" in one.window.seats.bar.accessibleName()
    assert one.window.lists.gains.model.rowCount() == 1
    assert one.window.parties.model.id_at(0) == "Con"


def test_colours_letters_and_baseline_by_their_keys(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    one.press("Alt 3")
    assert one.window.viewing.now.colouring is Colouring.MAJORITY
    assert one.window.map.figure.shapes["alpha"].ink.startswith("party:Con/")
    one.press("Alt 1")
    one.press("Alt L")
    assert one.window.map.figure.shapes["alpha"].letter == "Con"
    one.press("Alt B")
    assert one.window.viewing.now.measure is Measure.HOLDER
    assert one.window.map.baseline.text() == "Against the holder now"


def test_the_key_to_the_map_names_a_postponed_poll_once_there_is_one(sit: Sit) -> None:
    one = sit()

    def named() -> set[str]:
        key = one.window.map.findChild(KeyView)
        assert key is not None
        assert key.figure is not None
        return {id.removeprefix("word:") for id in key.figure.shapes if id.startswith("word:")}

    assert "postponed" not in named()
    one.desk.commit(Postpone(contest=ContestId("delta")))
    assert "postponed" in named()


def test_outlines_are_loaded_when_they_are_looked_at(sit: Sit) -> None:
    one = sit("live")
    hexagon = one.window.map.figure.shapes["E14001063"].rings
    one.press("Alt M")
    outline = one.window.map.figure.shapes["E14001063"].rings
    assert len(outline[0]) != len(hexagon[0])
    one.press("Alt M")
    assert one.window.map.figure.shapes["E14001063"].rings == hexagon


def test_the_other_baseline_is_in_the_form_at_once(sit: Sit) -> None:
    one = sit("live")
    one.find("ashfield")
    one.key(17062, 1100, 619, 11554, 3271, 6276)
    one.declare()
    one.find("ashfield")
    card = one.window.entry.card.card
    assert card.accessibleName() == "RUK gain from Con"
    one.press("Alt B")
    assert card.accessibleName() == "RUK hold"
    one.press("Alt B")
    assert card.accessibleName() == "RUK gain from Con"


def test_a_scope_is_chosen_by_the_keys_and_narrows_every_view(sit: Sit) -> None:
    one = sit("live")
    one.press("Alt S")
    one.type("West Mid")
    assert one.window.viewing.now.scope.name == "West Midlands"
    assert len(one.window.map.figure.shapes) == 57
    assert "West Midlands" in one.window.seats.bar.accessibleName()


def test_the_map_is_walked_and_opened_by_the_keys(sit: Sit) -> None:
    one = sit()
    one.press("F6")
    assert one.focused() is one.window.map.view
    one.press("Enter")
    assert one.standing.contest.id in one.desk.night.contests


def test_gains_open_their_contest(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    one.find("beta")
    one.press("Alt G")
    one.press("Enter")
    assert one.standing.contest.name == "Alpha ward"


@pytest.mark.parametrize("outlines", [False, True])
def test_what_is_said_of_a_tile_covers_neither_it_nor_leaves_the_panel(sit: Sit, outlines: bool) -> None:
    one = sit("live")
    one.window.showNormal()
    one.window.resize(1280, 720)
    one.settle()
    if outlines:
        one.press("Alt M")
        one.settle()
    panel = one.window.map
    said = panel.findChild(TipView)
    assert said is not None
    for contest in list(one.desk.night.contests)[::13]:
        panel.view.contest_hovered.emit(contest)
        tile = panel.view.place_of(contest)
        assert tile is not None
        assert panel.rect().contains(said.geometry()), contest
        assert not said.geometry().intersects(tile.translated(panel.view.pos())), contest


def test_the_journal_grows_and_opens_a_history(sit: Sit) -> None:
    one = sit()
    one.press("Alt J")
    declare_alpha(one)
    model = one.window.lists.journal.model
    assert model.rowCount() == 1
    assert model.words(1).startswith("Entry 1,")
    one.press("Alt J")
    one.press("Enter")
    (dialog,) = (found for found in one.window.findChildren(HistoryWindow) if found.isVisible())
    assert dialog.entries.rowCount() == 1
    dialog.close()


def test_a_late_baseline_names_itself(sit: Sit) -> None:
    one = sit("live")
    assert one.window.map.baseline.text() == "Against the last election"
    assert "measured against the last election" in one.window.map.baseline.accessibleName()


def test_a_body_whose_other_seats_nobody_told_says_that_control_is_not_known() -> None:
    town = BodyId("town")
    untold = replace(TOWN, bodies={town: replace(TOWN.bodies[town], majority=None)})
    assert control_words(begin(untold), town)[0].startswith("Control not known")
    assert control_words(begin(TOWN), town) == ()


def test_who_controls_is_said_in_as_many_words_as_there_is_room_for(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200)
    one.declare()
    one.find("beta")
    one.key(10, 20, 900, 40)
    one.declare()
    one.find("gamma")
    one.key(900, 800, 700, 600, 500, 400)
    one.declare()
    panel = one.window.seats
    for width in (700, 284):
        panel.resize(width, panel.height())
        layout = panel.layout()
        assert layout is not None
        layout.activate()
        assert panel.status.text() == ("Labour majority · 1 to come" if width == 700 else "Lab majority · 1 to come")
        assert panel.status.width() >= panel.status.fontMetrics().horizontalAdvance(panel.status.text())


def test_gains_say_of_how_many_wards_they_are_where_a_holder_is_not_known(sit: Sit) -> None:
    one = sit()
    declare_alpha(one)
    assert one.window.parties.known.isHidden()
    one.find("delta")
    one.press("Ctrl U")
    one.answer()
    assert one.window.parties.known.text() == "Gains and losses of the 1 of 2 wards whose holder is known"


def test_where_no_holder_is_known_nobody_says_that_no_seat_has_changed_hands(sit: Sit) -> None:
    one = sit()
    assert one.window.lists.gains.list.nothing == "No seat has changed hands yet"
    one.find("delta")
    one.press("Ctrl U")
    one.answer()
    assert one.window.lists.gains.list.nothing == "Who held the seats is not known"
    assert one.window.parties.known.text() == "Who held these wards is not known, nor are gains and losses"
    declare_alpha(one)
    assert one.window.lists.gains.list.nothing == "No seat has changed hands yet"
