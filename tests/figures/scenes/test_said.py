"""How scenes put it: as the field does, with what it goes by, and never what a tie or a first result cannot say."""

from dataclasses import replace
from itertools import pairwise

import pytest
from built_in import told
from scenes_seen import LAB, WALSALL, headline, live, nights, of, uncertain, words
from town import TOWN, people, town, ward

from resultsdesk.figures.presenter_side import latest
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.scenes.stage import SMALLEST, stage_of
from resultsdesk.figures.shapes import Box, Text
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, begin, replay
from resultsdesk.psephology.baseline import Measure

NIGHTS = nights()


def level() -> Night:
    """Return a town's night with Alpha ward tied."""
    contest = next(one for one in TOWN.contests.values() if one.name == "Alpha ward")
    votes = {one.id: number for one, number in zip(contest.candidacies, (800, 800, 200), strict=True)}
    return told(begin(TOWN), "Alpha ward", Kind.DECLARED, votes=votes)


def drawn(winner: int) -> Night:
    """Return a town's night with the tie of Alpha ward decided by lot, and Delta ward unopposed."""
    contest = next(one for one in TOWN.contests.values() if one.name == "Alpha ward")
    votes = {one.id: number for one, number in zip(contest.candidacies, (800, 800, 200), strict=True)}
    night = told(begin(TOWN), "Alpha ward", Kind.DECLARED, votes=votes, lot=(contest.candidacies[winner].id,))
    return told(night, "Delta ward", Kind.UNOPPOSED)


def test_the_house_of_commons_is_hung_or_has_a_majority() -> None:
    assert headline(draw(live("uk-2017"), SceneRequest(SceneName.COUNCIL))) == "Hung parliament"
    assert headline(draw(NIGHTS["all"], SceneRequest(SceneName.COUNCIL))) == "Labour win a majority"
    assert words(draw(NIGHTS["all"], SceneRequest(SceneName.TALLY)), "under") == ["A majority of 172"]


@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP, SceneName.CARD])
def test_a_tie_is_measured_by_no_outcome_and_says_once_what_decides_it(name: SceneName) -> None:
    night = level()
    said = " ".join(words(draw(night, of(night, name, "Alpha ward"))))
    assert "not known" not in said
    assert "Gains" not in said
    assert "Change since 2012" in said
    assert said.lower().count("tie") == 1
    assert said.lower().count("drawn lot decides") == 1


@pytest.mark.parametrize("name", [SceneName.SHARES, SceneName.SWINGOMETER])
def test_a_share_is_said_beside_how_many_results_it_is_of(name: SceneName) -> None:
    said = {one: words(draw(NIGHTS[one], SceneRequest(name)), "kicker") for one in ("none", "one", "all")}
    assert said["one"] == ["House of Commons  ·  after 1 of 650 constituencies"]
    assert said["none"] == said["all"] == ["House of Commons"]


@pytest.mark.parametrize("name", [SceneName.MAP, SceneName.TALLY, SceneName.GAINS, SceneName.COUNCIL])
def test_what_no_gain_is_known_of_is_measured_against_nobody(name: SceneName) -> None:
    figure = draw(NIGHTS["councils all"], SceneRequest(name, scope=WALSALL))
    foot = " ".join(words(figure, "foot"))
    assert "Gains and losses are not known" in foot
    assert "against" not in foot
    assert "dot" not in foot


def test_a_map_explains_its_dots_once_there_is_one() -> None:
    feet = {one: words(draw(NIGHTS[one], SceneRequest(SceneName.MAP)), "foot")[-1] for one in ("one", "half")}
    assert feet == {"one": "Gains against 2019 (notional)", "half": "Gains against 2019 (notional), each with a dot"}


def test_the_dots_of_a_swingometer_and_the_faded_seats_of_a_chamber_are_explained() -> None:
    assert "Each dot a constituency" in words(draw(NIGHTS["half"], SceneRequest(SceneName.SWINGOMETER)), "foot/")[0]
    one = draw(NIGHTS["half"], of(NIGHTS["half"], SceneName.SWINGOMETER, "Burnley"))
    assert not any("dot" in said for said in words(one, "foot"))
    assert "Faded" in " ".join(words(draw(NIGHTS["councils all"], SceneRequest(SceneName.COUNCIL)), "foot"))
    assert "Faded" not in " ".join(words(draw(NIGHTS["all"], SceneRequest(SceneName.COUNCIL)), "foot"))


def test_a_target_that_was_missed_says_who_has_it() -> None:
    said = words(draw(NIGHTS["all"], SceneRequest(SceneName.BATTLEGROUND, party=LAB)), "target-what:")
    assert "10  missed: Con hold" in said
    con = draw(NIGHTS["councils all"], SceneRequest(SceneName.BATTLEGROUND))
    assert words(con, "target-what:") == ["1  lost to Lab"]


def test_those_awaited_say_whose_seat_it_was_in_full_and_how_many_are_not_listed() -> None:
    figure = draw(NIGHTS["none"], SceneRequest(SceneName.RECOUNTS))
    under = words(figure, "due-under:")
    assert "Northern Ireland  ·  Alliance seat" in under
    assert words(figure, "foot/") == ["1 to 16 of 650  ·  Times are those expected"]
    second = draw(NIGHTS["none"], SceneRequest(SceneName.DUE, page=1))
    assert words(second, "foot/") == ["17 to 32 of 650  ·  Times are those expected"]
    assert words(draw(NIGHTS["all"], SceneRequest(SceneName.DUE)), "foot/") == []


def test_a_strap_without_figures_says_who_had_the_seat_and_by_how_much() -> None:
    night = uncertain()
    strap = draw(night, of(night, SceneName.STRAP, "Aldershot"))
    assert words(strap, "before") == ["Conservative seat: majority 17,985 in 2019 (notional)"]


@pytest.mark.parametrize("format", list(Format))
def test_a_strap_of_a_contest_unopposed_names_who_is_elected(format: Format) -> None:
    night = drawn(0)
    strap = draw(night, replace(of(night, SceneName.STRAP, "Delta ward"), format=format))
    assert words(strap, "delta.1") == ["A Candidate1"]
    assert words(strap, "majority") == ["Elected unopposed"]
    assert "swatch:delta.1" in strap.shapes


@pytest.mark.parametrize("vacancies", [8, 3])
def test_a_strap_says_how_many_of_those_unopposed_it_has_no_room_for(vacancies: int) -> None:
    long = [
        replace(one, forenames="Alexandrina", surname=f"Candidate-Longname{one.order}")
        for one in people("epsilon", " ".join(["LD"] * vacancies))
    ]
    full = replace(ward("epsilon", "LD", vacancies=vacancies), candidacies=tuple(long))
    night = told(begin(town(full)), "Epsilon ward", Kind.UNOPPOSED)
    strap = draw(night, of(night, SceneName.STRAP, "Epsilon ward"))
    (more,) = words(strap, "more")
    assert more == f"and {vacancies - len(words(strap, 'epsilon.'))} more"
    texts = [one for one in strap.shapes.values() if isinstance(one, Text)]
    in_row = [one for one in texts if one.id.startswith(("epsilon.", "more", "majority"))]
    row = sorted((one.x, one.x + one.width) for one in in_row)
    assert all(end <= start for (_, end), (start, _) in pairwise(row))
    tall = draw(night, replace(of(night, SceneName.STRAP, "Epsilon ward"), format=Format.TALL))
    assert len(words(tall, "epsilon.")) == vacancies


def test_what_a_lot_decided_is_by_lot_and_what_nobody_opposed_is_unopposed() -> None:
    night = drawn(1)
    listed = words(draw(night, SceneRequest(SceneName.TICKER)), "result-words:")
    assert sorted(one.rpartition("  ")[2] for one in listed) == ["Con gain from Lab by lot", "LD win unopposed"]
    assert words(draw(night, SceneRequest(SceneName.GAINS)), "gain-majority:") == ["by lot"]
    assert latest(night, Scope(), Measure.LAST) == (
        "Delta ward: LD win unopposed",
        "Alpha ward: Con gain from Lab by lot",
    )
    strap = draw(night, of(night, SceneName.STRAP, "Alpha ward"))
    assert words(strap, "majority") == ["By lot"]


@pytest.mark.parametrize("format", list(Format))
def test_parties_have_their_full_names_where_shares_stand_one_below_the_other(format: Format) -> None:
    figure = draw(NIGHTS["all"], SceneRequest(SceneName.SHARES, format=format))
    assert words(figure, "name:")[:4] == ["Labour", "Conservative", "Reform UK", "Liberal Democrat"]
    bars = [one for id, one in figure.shapes.items() if id.startswith("bar:") and isinstance(one, Box)]
    assert bars[0].width / bars[1].width == pytest.approx(33.7 / 23.7, rel=0.01)


def test_a_ticker_is_not_left_half_empty_by_a_long_name() -> None:
    night = NIGHTS["all"]
    said = words(draw(night, SceneRequest(SceneName.TICKER)), "result-words:")
    assert said[:2] == [
        "Inverness, Skye and West Ross-shire  LD gain from SNP",
        "South Basildon and East Thurrock  RUK gain from Con",
    ]
    one = replay(night.briefing, night.journal[:1])
    assert words(draw(one, SceneRequest(SceneName.TICKER)), "result-words:")[0].endswith("by 7,169")


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", list(SceneName))
@pytest.mark.parametrize("night", list(NIGHTS))
def test_no_foot_is_cut_or_leaves_the_safe_area(night: str, name: SceneName, format: Format) -> None:
    figure = draw(NIGHTS[night], SceneRequest(name, format=format))
    safe = stage_of(format).safe
    feet = [one for id, one in figure.shapes.items() if id.startswith("foot") and isinstance(one, Text)]
    for one in feet:
        assert width_of("".join(span.text for span in one.spans), one.size) <= one.width + 1, one.id
        assert one.size >= SMALLEST
        assert safe.x - 1 <= one.x <= one.x + one.width <= safe.right + 1
        assert one.y + one.height <= safe.bottom + 1


def test_parties_beside_names_are_in_full_with_thirteen_candidacies() -> None:
    night = live("uk-2017")
    names = words(draw(night, of(night, SceneName.CONTEST, "Maidenhead")), "name:")
    assert names[2] == "Tony Hill  Liberal Democrat"
    few = replace(of(night, SceneName.CONTEST, "Bedford"), format=Format.WIDE)
    assert "Labour" in words(draw(night, few), "party:")


@pytest.mark.parametrize(
    ("name", "format"),
    [*((SceneName.MAP, one) for one in Format), (SceneName.TALLY, Format.WIDE), (SceneName.TALLY, Format.SQUARE)],
)
def test_the_first_row_stays_as_it_is_while_parties_are_added_below_it(name: SceneName, format: Format) -> None:
    figures = [draw(NIGHTS[one], SceneRequest(name, format=format)) for one in ("one", "half", "all")]
    rows = {(row.y, row.height) for one in figures if isinstance(row := one.shapes["swatch:Lab"], Box)}
    assert len(rows) == 1


def test_names_are_in_full_beside_few_parties() -> None:
    birmingham = Scope(ScopeKind.GROUP, "birmingham")
    for format in Format:
        figure = draw(NIGHTS["all"], SceneRequest(SceneName.MAP, scope=birmingham, format=format))
        assert words(figure, "name:") == ["Labour", "Independent", "Conservative"]


def test_the_swing_of_a_gain_is_from_the_party_that_lost_the_seat() -> None:
    night = NIGHTS["all"]
    said = {
        name: words(draw(night, of(night, SceneName.CONTEST, name)), "stat:")[-2:]
        for name in ("Burnley", "Richmond and Northallerton", "Leicester South", "Ashfield")
    }
    assert said == {
        "Burnley": ["Swing Con to Lab", "5.8%"],  # not from Labour to the Liberal Democrats, who came second
        "Richmond and Northallerton": ["Swing Con to Lab", "10.9%"],
        "Leicester South": ["Lab share change", "−35.3"],
        "Ashfield": ["Swing Con to RUK", "34.4%"],
    }
