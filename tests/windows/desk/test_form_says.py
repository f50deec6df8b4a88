"""What the form says of a contest before, and what it says stands in the way of its figures."""

from operators import Sit

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
