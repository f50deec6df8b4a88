"""What the rows, the bar, the card and the tip say, read from their texts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from built_in import built_in, told
from town import LATER, TOWN, by_order, sit

from resultsdesk.figures.contest_row import contest_row
from resultsdesk.figures.entry_row import entry_row
from resultsdesk.figures.gain_row import gain_row
from resultsdesk.figures.lettering import shortened, width_of
from resultsdesk.figures.map_key import map_key, seldom
from resultsdesk.figures.outcome_card import outcome_card
from resultsdesk.figures.place import Place, Placing
from resultsdesk.figures.seat import UNOPPOSED, Colouring, dressed
from resultsdesk.figures.seat_map import seat_map
from resultsdesk.figures.shapes import Box, Figure, Mark, Pattern, Rule, Text, Tile
from resultsdesk.figures.tally_bar import tally_bar
from resultsdesk.figures.tally_row import columns, tally_head, tally_row
from resultsdesk.figures.tip import tip
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Command, Correct, Declare, DeclareUnopposed, Figures, Postpone
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, begin
from resultsdesk.night.standing import Standing
from resultsdesk.night.tally import TallyLine
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

LAST, HOLDER = Measure.LAST, Measure.HOLDER


def words(figure: Figure) -> dict[str, str]:
    """Return what each text of a figure says, by its id."""
    texts = (shape for shape in figure.shapes.values() if isinstance(shape, Text))
    return {one.id: "".join(span.text for span in one.spans) for one in texts}


def place(night: Night, name: str) -> Standing:
    (found,) = [one for one in night.contests.values() if one.contest.name == name]
    return found


def declared(contest: str, *votes: int) -> Declare:
    one = TOWN.contests[ContestId(contest)]
    papers = sum(votes) if one.vacancies == 1 else max(votes) * 2
    figures = Figures(votes=by_order(one, *votes), papers=papers)
    return Declare(contest=one.id, figures=figures)


def weighed(command: Command) -> Standing:
    after = sit().weigh(command).after
    assert after is not None
    return after


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (-60, "exp 01:00"),
        (-5, "exp 01:00"),
        (0, "exp 01:00"),
        (20, "20 min late"),
        (119, "119 min late"),
        (180, "3 h late"),
    ],
)
def test_a_contest_still_to_come_says_when(minutes: int, expected: str) -> None:
    now = LATER + timedelta(minutes=minutes)
    row = contest_row(begin(TOWN).contests[ContestId("alpha")], TOWN, now, LAST, 260)
    assert words(row)["status"] == expected


def test_a_contest_of_no_known_time_says_nothing() -> None:
    night = built_in("midlands-2016", "22:00")
    assert "status" not in words(contest_row(place(night, "Weoley"), night.briefing, LATER, LAST, 260))


def test_the_finder_tells_each_stage_in_a_word() -> None:
    night = built_in("uk-2024", "04:47")
    night = told(night, "Birmingham Perry Barr", Kind.RECOUNT)
    night = told(night, "Aldershot", Kind.FLASHED, order=1)
    night = told(night, "Rutherglen", Kind.POSTPONED)

    def status(name: str, measure: Measure = LAST) -> str:
        return words(contest_row(place(night, name), night.briefing, None, measure, 260))["status"]

    assert status("Birmingham Perry Barr") == "recount"
    assert status("Aldershot") == "heard gain"
    assert status("Rutherglen") == "postponed"
    assert status("Burnley") == "GAIN 04:44"
    assert status("Manchester Central") == "hold 04:47"
    assert (status("Ashfield", LAST), status("Ashfield", HOLDER)) == ("GAIN 02:30", "hold 02:30")


def test_what_is_half_typed_says_what_was_declared_too() -> None:
    night = built_in("uk-2024", "04:47")

    def status(name: str) -> str:
        return words(contest_row(place(night, name), night.briefing, LATER, LAST, 260, half_typed=True))["status"]

    assert status("Burnley") == "half typed · GAIN"
    assert status("Manchester Central") == "half typed · hold"
    assert status("Birmingham Perry Barr") == "half typed"


def test_the_finder_tells_a_tie_an_unopposed_return_and_a_correction() -> None:
    def status(standing: Standing) -> str:
        return words(contest_row(standing, TOWN, None, LAST, 260))["status"].partition(" 0")[0]

    assert status(weighed(declared("alpha", 500, 500, 20))) == "tie"
    assert status(weighed(DeclareUnopposed(contest=ContestId("delta")))) == "unopposed"
    desk, first = sit(), declared("alpha", 900, 700, 200)
    warned = frozenset(one.code for one in desk.weigh(first).objections)
    assert desk.commit(replace(first, accepted=warned)).entry is not None
    standing = desk.night.contests[ContestId("alpha")]
    figures = Figures(votes=by_order(standing.contest, 900, 710, 200), papers=1810)
    again = desk.weigh(Correct(contest=standing.contest.id, after=standing.head, figures=figures, reason="misread"))
    assert again.after is not None
    assert status(again.after) == "corrected hold"


def test_a_row_of_the_finder_tells_what_a_search_found() -> None:
    night = built_in("uk-2024", "04:47")
    row = contest_row(place(night, "Ashfield"), night.briefing, None, LAST, 330, found="Lee Anderson")
    assert words(row)["name"] == "Ashfield  Lee Anderson"


def test_a_long_name_gives_way_to_the_candidate_searched_for() -> None:
    night = built_in("uk-2024", "23:00")
    contest = place(night, "Leeds South West and Morley")
    row = contest_row(contest, night.briefing, None, LAST, 240, found="Mark Sewards")
    assert words(row)["found"] == "Mark Sewards"
    name, found = row.shapes["name"], row.shapes["found"]
    assert isinstance(name, Text)
    assert isinstance(found, Text)
    assert name.x + name.width < found.x
    assert found.width >= width_of("Mark Sewards", 14)


def test_constituencies_that_begin_alike_are_told_apart_in_a_narrow_list() -> None:
    night = built_in("uk-2024", "23:00")
    alike = [one for one in night.contests.values() if one.contest.name.startswith("Newcastle upon Tyne")]
    rows = [contest_row(one, night.briefing, None, LAST, 200, advance=width_of) for one in alike]
    ends = {str(words(row)["name"]).partition("… ")[2] for row in rows}
    assert ends == {"North", "West", "Wallsend"}


def line(**more: object) -> TallyLine:
    known: dict[str, object] = {
        "party": PartyId("Lab"), "seats": 0, "won": 0, "continuing": 0, "gains": None, "losses": None, "net": None,
        "votes": 0, "share": None, "change": None, "new": False,
    }  # fmt: skip
    return TallyLine(**(known | more))  # type: ignore[arg-type]  # fields by name


def test_unknown_is_a_dash_and_no_change_is_nought() -> None:
    labour = TOWN.parties[PartyId("Lab")]
    unknown = words(tally_row(line(), labour, 700))
    assert {unknown[name] for name in ("Net", "Share", "Change", "Gains", "Losses")} == {"–"}
    level = words(tally_row(line(gains=2, losses=2, net=0), labour, 700))
    assert (level["Net"], level["Gains"], level["Losses"]) == ("0", "2", "2")
    assert words(tally_row(line(new=True), labour, 700))["Change"] == "new"


def test_a_loss_has_a_true_minus() -> None:
    night = built_in("uk-2024")
    tally, conservative = night.tally(night.main_scope), night.briefing.parties[PartyId("Con")]
    row = words(tally_row(tally.line(conservative.id, LAST), conservative, 700))
    assert (row["Seats"], row["Net"], row["name"]) == ("121", "−251", "Conservative")


@pytest.mark.parametrize(
    ("name", "room", "shown"),
    [
        ("Newcastle upon Tyne North", 18, "Newcastle u… North"),
        ("Newcastle upon Tyne Central and West", 18, "Newcastle up… West"),
        ("Houghton and Sunderland South", 17, "Houghton a… South"),
        ("Sunderland Central", 18, "Sunderland Central"),
        ("Middlesbrough", 5, "Middlesbrough"),
        ("Ynys Llanfairpwllgwyngyll", 12, "Ynys Llanfairpwllgwyngyll"),
    ],
)
def test_a_name_that_is_too_long_keeps_the_end_that_tells_it_from_others(name: str, room: float, shown: str) -> None:
    assert shortened(name, room, len) == shown


@pytest.mark.parametrize("width", [220, 300, 330, 420, 460, 560, 700])
def test_columns_never_run_into_the_name_and_stand_under_their_headings(width: int) -> None:
    row, head = tally_row(line(), TOWN.parties[PartyId("LD")], width), tally_head(width)
    name = row.shapes["name"]
    assert isinstance(name, Text)
    assert name.width >= 90
    for column in columns(width):
        figure, heading = row.shapes[column.name], head.shapes[column.name]
        assert isinstance(figure, Text)
        assert isinstance(heading, Text)
        assert figure.x >= name.x + name.width
        assert (figure.x, figure.width) == (heading.x, heading.width)
        assert figure.x + figure.width <= width


def test_seats_and_their_net_come_before_every_other_column() -> None:
    assert [one.name for one in columns(220)] == ["Seats", "Net"]
    assert {one.name for one in columns(700)} >= {"Votes", "Share", "Change", "Gains", "Losses"}


def test_the_bar_is_to_scale_and_its_line_where_the_majority_is() -> None:
    night = built_in("uk-2024")
    bar = tally_bar(night.tally(night.main_scope), night.briefing.parties, 650)
    labour, line_ = bar.shapes["won:Lab"], bar.shapes["majority"]
    assert isinstance(labour, Box)
    assert isinstance(line_, Rule)
    assert (labour.x, labour.width) == (0, pytest.approx(411))
    assert line_.x1 == pytest.approx(326)
    segments = [one for one in bar.shapes.values() if isinstance(one, Box) and one.id.startswith(("won:", "kept:"))]
    assert sum(one.width for one in segments) == pytest.approx(650)
    assert words(bar)["line"] == "326 for a majority"
    assert words(bar)["to come"] == "all in"


def test_the_bar_of_a_council_keeps_the_seats_not_up_apart() -> None:
    night = built_in("midlands-2016")
    body = next(one for one, council in night.briefing.bodies.items() if council.name == "Birmingham")
    bar = tally_bar(night.tally(Scope(ScopeKind.BODY, body)), night.briefing.parties, 1200)
    kept, won = bar.shapes["kept:Lab"], bar.shapes["won:Lab"]
    assert isinstance(kept, Box)
    assert isinstance(won, Box)
    assert (kept.width + won.width) / 10 == pytest.approx(80)
    assert won.x == pytest.approx(kept.x + kept.width)


def test_a_scope_that_is_no_body_has_no_line() -> None:
    night = built_in("uk-2024")
    bar = tally_bar(night.tally(Scope(ScopeKind.REGION, "West Midlands")), night.briefing.parties, 300)
    assert "majority" not in bar.shapes


@pytest.mark.parametrize("width", [220, 330, 700])
def test_a_gain_tells_from_whom_at_every_width(width: int) -> None:
    night = built_in("uk-2024")
    row = words(gain_row(place(night, "Southend East and Rochford"), night.briefing, LAST, width))
    assert row["what"].endswith("from Con")


def test_the_journal_tells_what_each_entry_said_then() -> None:
    night = built_in("uk-2024", "04:47")
    night = told(night, "Aldershot", Kind.FLASHED, order=1)
    row = words(entry_row(night.journal[-1], night.briefing, LAST, 460))
    assert (row["time"], row["name"], row["by"]) == ("04:47", "Aldershot", "JS")
    assert row["what"].startswith("heard: ")
    first = words(entry_row(night.journal[0], night.briefing, LAST, 460))
    assert first["what"] == "Lab hold, majority 7,169"


@pytest.mark.parametrize(
    ("name", "measure", "head", "under", "side"),
    [
        ("Birmingham Perry Barr", LAST, "INDEPENDENT GAIN", "from Labour · majority 507 (1.4%)", "−33.9"),
        (
            "Ashfield",
            LAST,
            "REFORM UK GAIN",
            "from Conservative · against 2019 (notional) · majority 5,508 (13.8%)",
            "",
        ),
        (
            "Ashfield",
            HOLDER,
            "REFORM UK HOLD",
            "against the holder now · majority 5,508 (13.8%) · swing Lab to RUK 17.2%",
            "",
        ),
        ("Dudley", LAST, "LABOUR GAIN", "from Conservative · majority 1,900 (5.3%) · swing Con to Lab 18.8%", ""),
    ],
)
def test_the_card_says_it_in_full(name: str, measure: Measure, head: str, under: str, side: str) -> None:
    night = built_in("uk-2024")
    card = words(outcome_card(place(night, name), night.briefing, measure, 640))
    assert (card["head"], card["under"]) == (head, under)
    assert card["side"] == side or not side


@pytest.mark.parametrize("width", [365, 420, 500, 640])
@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("name", ["Ashfield", "North Shropshire"])
def test_where_the_two_baselines_differ_the_card_names_its_own_at_every_width(
    name: str, measure: Measure, width: int
) -> None:
    night = built_in("uk-2024")
    drawn = outcome_card(place(night, name), night.briefing, measure, width)
    under = drawn.shapes["under"]
    assert isinstance(under, Text)
    said = "".join(one.text for one in under.spans)
    assert {Measure.LAST: "against 2019 (notional)", Measure.HOLDER: "against the holder now"}[measure] in said
    assert width_of(said, under.size) <= under.width


def test_the_card_of_a_tie_names_no_winner() -> None:
    card = words(outcome_card(weighed(declared("alpha", 500, 500, 20)), TOWN, LAST, 500))
    assert card["head"] == "TIE"
    assert card["under"] == "Candidate1 and Candidate2: the drawn lot decides"


def test_two_of_one_surname_who_are_level_are_named_in_full() -> None:
    standing = weighed(declared("alpha", 500, 500, 20))
    first, second, third = standing.contest.candidacies
    namesake = replace(second, forenames="B", surname=first.surname)
    contest = replace(standing.contest, candidacies=(first, namesake, third))
    card = words(outcome_card(replace(standing, contest=contest), TOWN, LAST, 500))
    assert card["under"] == f"{first.name} and B {first.surname}: the drawn lot decides"


def test_the_card_of_a_lot_says_that_it_decided() -> None:
    alpha = TOWN.contests[ContestId("alpha")]
    figures = Figures(votes=by_order(alpha, 500, 500, 20), lot=(alpha.candidacies[0].id,))
    card = words(outcome_card(weighed(Declare(contest=ContestId("alpha"), figures=figures)), TOWN, LAST, 500))
    assert card["head"] == "LABOUR HOLD"
    assert "by the drawn lot" in card["under"]
    assert "majority" not in card["under"]


def test_the_card_of_three_seats_counts_them() -> None:
    card = words(outcome_card(weighed(declared("gamma", 900, 800, 100, 850, 90, 80)), TOWN, LAST, 700))
    assert card["head"] == "LABOUR GAIN, LABOUR HOLD, CONSERVATIVE HOLD"
    assert card["under"].startswith("from Conservative")


def test_a_flash_says_that_it_is_hearsay() -> None:
    night = told(built_in("uk-2024", "04:47"), "Aldershot", Kind.FLASHED, order=1)
    assert words(outcome_card(place(night, "Aldershot"), night.briefing, LAST, 400))["under"].startswith("heard, ")


def test_the_tip_names_the_first_three() -> None:
    night = built_in("uk-2024")
    said = words(tip(place(night, "Leicester South"), night.briefing, LAST))
    assert [said[f"votes:{one}"] for one in range(3)] == ["14,739", "13,760", "4,820"]
    assert "who:3" not in said
    assert said["known:1"] == "Ind gain from Lab · majority 979"


def test_the_tip_says_by_lot_and_unopposed_where_there_is_no_majority() -> None:
    drawn = declared("alpha", 800, 800, 200)
    drawn = replace(drawn, figures=replace(drawn.figures, lot=(TOWN.contests[ContestId("alpha")].candidacies[1].id,)))
    by_lot, unopposed = weighed(drawn), weighed(DeclareUnopposed(contest=ContestId("delta")))
    said = [list(words(tip(one, TOWN, LAST)).values()) for one in (by_lot, unopposed)]
    assert "Con gain from Lab · by lot" in said[0]
    assert "LD win · unopposed" in said[1]


IN_A_ROW = Placing(
    40,
    10,
    {
        one: Place((((at * 10, 0), (at * 10 + 9, 0), (at * 10, 9)),), (at * 10 + 3, 3), 5)
        for at, one in enumerate(TOWN.contests)
    },
)


def test_the_key_names_what_few_maps_have_only_where_it_is_seen() -> None:
    usual = set(words(map_key(Colouring.WINNER, 900)).values())
    assert usual == {"gain", "awaited", "heard", "recount"}
    one = Tile("one", (((0, 0), (9, 0), (9, 9)),), (5, 5), 9)
    tiles = {
        "tie": replace(one, mark=Mark.RING, pattern=Pattern.SPLIT),
        "several parties": replace(one, pattern=Pattern.SPLIT),
        "unopposed": replace(one, letter=UNOPPOSED),
        "postponed": replace(one, mark=Mark.CROSS),
    }
    assert seldom([one, replace(one, mark=Mark.DOT)]) == frozenset()
    for word, shown in tiles.items():
        assert seldom([shown]) == {word}
    for colouring in Colouring:
        assert set(tiles) <= set(words(map_key(colouring, 900, tuple(tiles))).values())


@pytest.mark.parametrize("colouring", list(Colouring))
@pytest.mark.parametrize("width", [160, 320, 900])
def test_the_key_stays_within_its_width(colouring: Colouring, width: int) -> None:
    key = map_key(colouring, width, ("several parties", "tie", "unopposed", "postponed"))
    assert all(one.x + one.width <= width + 1 for one in key.shapes.values() if isinstance(one, Text))
    assert key.height >= 18


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (Postpone(contest=ContestId("delta")), "postponed"),
        (DeclareUnopposed(contest=ContestId("delta")), "unopposed"),
        (declared("alpha", 800, 800, 200), "tie"),
    ],
)
def test_the_key_names_what_the_map_shows_of_a_contest_and_no_more(command: Command, word: str) -> None:
    standing = weighed(command)
    map_ = seat_map(begin(TOWN), where=IN_A_ROW).shapes
    key = map_key(Colouring.WINNER, 320, seldom(map_.values()))
    assert not {"postponed", "unopposed", "tie", "several parties"} & set(words(key).values())
    plain = map_[standing.contest.id]
    assert isinstance(plain, Tile)
    shown = dressed(plain, standing, TOWN.parties)
    key = map_key(Colouring.WINNER, 320, seldom([*map_.values(), shown]))
    assert word in words(key).values()
    sample = key.shapes[f"tile:{word}"]
    assert isinstance(sample, Tile)
    assert (sample.pattern, sample.mark, sample.letter) == (shown.pattern, shown.mark, shown.letter)
