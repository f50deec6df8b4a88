"""Charts as data: what each says, what it leaves out, and that nothing lies where it should not."""

from datetime import UTC, datetime
from fractions import Fraction
from itertools import pairwise
from math import isfinite

import pytest
from built_in import built_in, told
from hypothesis import given
from hypothesis import strategies as st
from storied import Storied
from town import TOWN

from resultsdesk.figures.plots.asked import OF_A_PARTY, Asked, ChartName, parties_offered
from resultsdesk.figures.plots.draw import kicker, plot
from resultsdesk.figures.plots.plot import Axis, Plot, Scale, Symbol
from resultsdesk.figures.plots.sheet import sheet
from resultsdesk.figures.plots.spread import spread
from resultsdesk.figures.plots.symbols import symbol
from resultsdesk.figures.plots.telling import telling
from resultsdesk.figures.plots.ticks import step, ticks
from resultsdesk.figures.shapes import Text
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, begin
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

EVERY = list(ChartName)
NIGHTS = [("uk-2024", "22:00"), ("uk-2024", "04:47"), ("uk-2024", None), ("uk-2017", "03:00"), ("midlands-2016", None)]


def asked(night: Night, chart: ChartName, party: str | None = None, measure: Measure = Measure.LAST) -> Asked:
    return Asked(chart, night.main_scope, measure, PartyId(party) if party else None)


def shown(id: str, until: str | None, chart: ChartName, party: str | None = None) -> Plot:
    night = built_in(id, until)
    return plot(night, asked(night, chart, party))


@pytest.mark.parametrize("chart", EVERY)
@pytest.mark.parametrize(("id", "until"), NIGHTS)
def test_everything_lies_on_its_axes(id: str, until: str | None, chart: ChartName) -> None:
    found = shown(id, until, chart)
    x, y = found.x, found.y
    assert x.low < x.high
    assert y.low < y.high
    for spot in found.spots:
        assert x.low - 1e-9 <= spot.x <= x.furthest + 1e-9
        assert y.low - 1e-9 <= spot.y <= y.high + 1e-9
        assert spot.contest in built_in(id, until).contests
    for line in found.lines:
        assert all(isfinite(value) for point in line.points for value in point)
        assert all(y.low <= value <= y.high for _, value in line.points)
    for block in found.blocks:
        assert block.height >= 0
        assert block.y + block.height <= y.high + 1e-9


@pytest.mark.parametrize("chart", EVERY)
def test_an_empty_night_says_so(chart: ChartName) -> None:
    found = shown("uk-2024", "22:00", chart)
    assert found.empty == "No results yet"
    assert not found.spots


@pytest.mark.parametrize("chart", EVERY)
def test_every_chart_says_how_much_is_declared(chart: ChartName) -> None:
    assert shown("uk-2024", "04:47", chart).notes[0] == "228 of 650 declared at 04:47"


@pytest.mark.parametrize(
    ("chart", "headline"),
    [
        (ChartName.SEATS, "170 seats for Labour"),
        (ChartName.SHARES, "Labour on 37.8% of the vote"),
        (ChartName.CHANGE, "Labour up in 138 of 223 constituencies"),
        (ChartName.SWING, "10.7% swing from Conservative to Labour"),
        (ChartName.TURNOUT, "Labour +1.2 points on a turnout of 57.9%"),
        (ChartName.MAJORITIES, "Half of the majorities are below 16.8%"),
        (ChartName.FLOW, "Labour gain 67 seats from the Conservatives"),
    ],
)
def test_what_half_a_night_comes_to(chart: ChartName, headline: str) -> None:
    assert shown("uk-2024", "04:47", chart).headline == headline


def test_the_baseline_is_named_and_is_the_one_asked_for() -> None:
    night = built_in("uk-2024")
    last, holder = (plot(night, asked(night, ChartName.FLOW, measure=one)) for one in Measure)
    assert "Against 2019 (notional)" in last.notes
    assert "Against the holder now" in holder.notes
    assert any("whose holder is not known" in one for one in holder.notes)
    assert last.ribbons != holder.ribbons
    assert "Change since 2019 (notional)" in plot(night, asked(night, ChartName.CHANGE)).notes


def test_wards_without_turnout_are_counted() -> None:
    found = shown("midlands-2016", None, ChartName.TURNOUT)
    assert found.empty == "Nothing declared can be compared for Labour"
    assert "40 wards without turnout" in found.notes
    assert "29 wards without a last time to compare with" in found.notes


def test_late_declarations_do_not_squeeze_the_night() -> None:
    found = shown("uk-2024", None, ChartName.SEATS)
    assert found.x.high < 900
    assert found.x.furthest == 2640
    assert "2 constituencies declared later, beyond the right edge" in found.notes
    assert next(one.value for one in found.lines if one.name == "LD") == "72", "with the last of them"


@pytest.mark.parametrize("chart", [ChartName.SEATS, ChartName.SHARES])
def test_nothing_is_drawn_beyond_the_last_declaration_of_a_night_just_begun(chart: ChartName) -> None:
    found = shown("uk-2017", "23:05", chart)
    last = max(spot.x for spot in found.spots)
    assert found.x.high == last
    assert found.x.high - found.x.low == 20, "so that two declarations a minute apart do not fill the chart"
    assert {line.points[-1][0] for line in found.lines} == {last}


def test_the_majority_line_is_a_bodys() -> None:
    night = built_in("uk-2024", "04:47")
    assert [one.words for one in shown("uk-2024", "04:47", ChartName.SEATS).guides] == ["326 for a majority"]
    region = Asked(ChartName.SEATS, Scope(ScopeKind.REGION, "London"), Measure.LAST)
    assert plot(night, region).guides == ()


def test_parties_are_told_apart_without_colour() -> None:
    night = built_in("uk-2024")
    found = shown("uk-2024", None, ChartName.CHANGE)
    some = {one.ink: one.symbol for one in found.spots}
    assert len(some) == len(set(some.values())) == len(found.keys)
    assert symbol(night.briefing.parties[PartyId("Ind")]) is Symbol.RING
    lines = shown("uk-2024", None, ChartName.SEATS).lines
    assert len({one.dash for one in lines[:4]}) == 4
    assert all(one.name and one.value for one in lines)


def test_a_party_can_be_chosen_and_an_independent_cannot() -> None:
    night = built_in("uk-2024")
    offered = parties_offered(night, night.main_scope)
    assert offered[:3] == ("Lab", "Con", "RUK")
    assert "Ind" not in offered
    assert plot(night, asked(night, ChartName.CHANGE, "RUK")).headline.startswith("Reform UK up in")
    assert kicker(night, asked(night, ChartName.CHANGE, "RUK")).endswith("Change by previous share: Reform UK")


@pytest.mark.parametrize("chart", EVERY)
def test_every_spot_can_be_told_of(chart: ChartName) -> None:
    night = built_in("uk-2024", "04:47")
    one = asked(night, chart)
    found = plot(night, one)
    for spot in found.spots[:40]:
        standing = night.contests[ContestId(spot.contest)]
        assert telling(night, one, found, standing).startswith(f"{standing.contest.name}: ")


def test_what_is_told_is_exact() -> None:
    night = built_in("uk-2024")
    (perry_barr,) = [one for one in night.contests.values() if one.contest.name == "Birmingham Perry Barr"]

    def said(chart: ChartName) -> str:
        one = asked(night, chart)
        return telling(night, one, plot(night, one), perry_barr)

    assert said(ChartName.MAJORITIES) == "Birmingham Perry Barr: majority 507, 1.4% of the votes"
    assert said(ChartName.FLOW) == "Birmingham Perry Barr: Ind gain from Lab"
    assert said(ChartName.CHANGE).endswith("34.1% now (−33.9)")


def test_of_a_seat_drawn_by_lot_no_majority_is_told() -> None:
    alpha = TOWN.contests[ContestId("alpha")]
    votes = {one.id: number for one, number in zip(alpha.candidacies, (800, 800, 200), strict=True)}
    night = told(begin(TOWN), alpha.name, Kind.DECLARED, votes=votes, lot=(alpha.candidacies[1].id,))
    one = Asked(ChartName.MAJORITIES, Scope(), Measure.LAST)
    assert telling(night, one, plot(night, one), night.contests[alpha.id]) == "Alpha ward: by lot"


def test_majorities_are_a_cell_each() -> None:
    found = shown("uk-2024", None, ChartName.MAJORITIES)
    assert len(found.spots) == sum(one.units for one in found.blocks) == 650
    assert len({(one.x, one.y) for one in found.spots}) == 650


def test_seats_of_a_tied_ward_are_not_said_to_have_no_known_holder() -> None:
    storied = Storied()
    storied.declare("alpha", 900, 700, 200)
    storied.keep("gamma", 900, 800, 700, 700, 500, 400)
    shown = plot(storied.desk.night, Asked(ChartName.FLOW, storied.desk.night.main_scope, Measure.LAST))
    assert [one.contest for one in shown.spots] == ["alpha"]
    assert "1 ward tied" in shown.notes
    assert not any("not known" in note for note in shown.notes)


def test_the_flow_has_a_strand_for_each_seat() -> None:
    found = shown("uk-2024", None, ChartName.FLOW)
    assert len(found.spots) == sum(round(one.height) for one in found.ribbons) == 650


@pytest.mark.parametrize("chart", EVERY)
@pytest.mark.parametrize("rehearsal", [True, False])
def test_a_picture_carries_title_credits_and_what_it_is(chart: ChartName, rehearsal: bool) -> None:
    night = built_in("uk-2024", "04:47")
    night = Night(night.briefing, night.contests, night.journal, rehearsal)
    one = asked(night, chart)
    found = sheet(night, one, plot(night, one), 1280, 720)
    words = [
        "".join(span.text for span in shape.spans)
        for figure in (found.frame, found.over)
        for shape in figure.shapes.values()
        if isinstance(shape, Text)
    ]
    assert any("General election 2024" in each for each in words)
    assert any("228 of 650 declared" in each for each in words)
    assert any("Contains OS data" in each for each in words)
    assert any("REHEARSAL" in each for each in words) is rehearsal
    _, top, _, height = found.chart
    assert height > 400
    assert top + height < 720


def test_a_night_without_a_last_time_says_so() -> None:
    night = begin(built_in("uk-2024").briefing)
    bare = built_in("midlands-2016")
    scope = Scope(ScopeKind.BODY, next(one for one, body in bare.briefing.bodies.items() if body.name == "Walsall"))
    for chart in OF_A_PARTY:
        assert "no votes of a last time" in plot(bare, Asked(chart, scope, Measure.LAST)).empty
        assert plot(night, asked(night, chart)).empty == "No results yet"


@pytest.mark.parametrize(
    ("scale", "low", "high", "room", "words"),
    [
        (Scale.COUNT, 0, 4, 200, ["0", "1", "2", "3", "4"]),
        (Scale.COUNT, 0, 1400, 300, ["0", "500", "1,000"]),
        (Scale.SHARE, 0, 0.52, 300, ["0%", "10%", "20%", "30%", "40%", "50%"]),
        (Scale.SHARE, 0.1, 0.11, 200, ["10.0%", "10.5%", "11.0%"]),
        (Scale.CHANGE, -0.1, 0.1, 260, ["−10", "−5", "0", "+5", "+10"]),
        (Scale.SWING, -0.1, 0.1, 160, ["10%", "0%", "10%"]),
        (Scale.NONE, 0, 1, 300, []),
    ],
)
def test_ticks(scale: Scale, low: float, high: float, room: float, words: list[str]) -> None:
    assert [said for _, said in ticks(Axis(scale, low, high), low, high, room, 50)] == words


def test_ticks_of_a_clock_are_on_its_hours() -> None:
    axis = Axis(Scale.CLOCK, 0, 300, begin=datetime(2024, 7, 4, 21, 40, tzinfo=UTC))
    assert ticks(axis, 0, 300, 400, 80) == (
        (20.0, "22:00"), (80.0, "23:00"), (140.0, "00:00"), (200.0, "01:00"), (260.0, "02:00"),
    )  # fmt: skip


@given(st.floats(1e-4, 1e6), st.integers(2, 40))
def test_there_are_never_more_ticks_than_find_room(span: float, most: int) -> None:
    assert Fraction(span) / step(span, most) <= most + Fraction(1, 10**6)


@given(st.lists(st.floats(-50, 450), max_size=30), st.floats(1, 20))
def test_labels_stand_apart_in_their_order_and_within(wanted: list[float], gap: float) -> None:
    placed = spread(wanted, gap, 0.0, 400.0)
    assert all(-1e-6 <= one <= 400 + 1e-6 for one in placed)
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    apart = min(gap, 400 / max(len(wanted) - 1, 1))
    assert all(placed[b] - placed[a] >= apart - 1e-6 for a, b in pairwise(order))


def test_a_label_with_room_stays_where_it_belongs() -> None:
    assert spread([10.0, 100.0, 300.0], 17, 0, 400) == (10.0, 100.0, 300.0)
    assert spread([100.0, 100.0], 10, 0, 400) == (95.0, 105.0)
