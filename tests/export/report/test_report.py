"""What both the printed pages and the page say, in words."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from built_in import built_in, told
from python_calamine import CalamineWorkbook
from summaries import built, put_right, summary_of
from town import TOWN, by_order

from resultsdesk.export.readme import readme_text
from resultsdesk.export.report.bodies import BodyPart, control_said
from resultsdesk.export.report.flows import flows
from resultsdesk.export.report.places import PlaceLine, places, still_to_come
from resultsdesk.export.report.report import PARTIAL, gains_words, most_telling, report, story_words
from resultsdesk.export.report.told import corrections, ended
from resultsdesk.export.summary import Summary
from resultsdesk.export.xlsx.workbook import XlsxWriter
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import begin
from resultsdesk.psephology.candidacy import CandidacyId


def line(summary: Summary, name: str) -> PlaceLine:
    (found,) = [one for part in places(summary) for one in part.lines if one.name == name]
    return found


def party(part: BodyPart, id: str) -> dict[str, str]:
    (found,) = [one for one in part.rows if one.id == id]
    return {name: getattr(found, name) for name in ("seats", "gains", "losses", "net", "votes", "share", "change")}


def test_a_general_election() -> None:
    whole = report(built("uk-2024")).whole
    assert (whole.headline, whole.under) == ("411 seats for Labour", "Labour: a majority of 172")
    assert party(whole, "Lab") == {
        "seats": "411", "gains": "218", "losses": "7", "net": "+211", "votes": "9,708,716", "share": "33.7%",
        "change": "+1.6",
    }  # fmt: skip
    assert whole.declared == "650 of 650 declared"
    assert whole.control == "Labour"


def test_half_a_night_says_so() -> None:
    said = report(built("uk-2024", "04:47"))
    assert said.partial == PARTIAL
    assert said.declared == "228 of 650 declared at 04:47"
    assert report(built("uk-2024")).partial == ""


def test_nothing_is_made_up_before_the_first_result() -> None:
    said = report(built("uk-2024", "22:00"))
    assert said.whole.headline == "No results yet"
    assert said.whole.under == ""
    assert said.flows == ()
    assert {one.votes for one in said.whole.rows} <= {"–"}
    assert gains_words(said).startswith("No seat has changed hands")
    assert [(what, len(names)) for what, names in said.to_come] == [("Awaited", 650)]


def test_councils() -> None:
    said = report(built("midlands-2016"))
    assert [(one.name, one.control, one.before) for one in said.bodies] == [
        ("Birmingham", "Labour", "Labour"),
        ("Walsall", "no overall control", ""),
        ("Redditch", "Labour", ""),
    ]
    assert said.bodies[0].headline == "Labour hold Birmingham"
    assert party(said.bodies[0], "Lab")["seats"] == "80"
    assert "120 seats, 40 up" in said.bodies[0].seats
    assert said.whole.under == "Labour hold Birmingham · No overall control in Walsall · Labour win Redditch"
    assert [one.places for one in said.flows] == [("Springfield (Birmingham)",), ("Weoley (Birmingham)",)]


def test_gains_say_of_how_many_they_are() -> None:
    said = report(built("midlands-2016"))
    some = "Gains and losses of the 40 of 69 wards whose holder is known"
    none = "Who held these wards is not known, nor are gains and losses"
    assert said.whole.known == some
    assert gains_words(said).endswith(some)
    assert said.compared == ("Gains against the holder now", "Change since 2014", some)
    assert [one.known for one in said.bodies] == ["", none, none]
    assert report(built("midlands-2016", "21:59")).whole.known == ""


def test_every_file_people_read_says_of_how_many_gains_are_known(tmp_path: Path) -> None:
    summary = built("midlands-2016")
    some = "Gains and losses of the 40 of 69 wards whose holder is known"
    XlsxWriter().write(summary, tmp_path / "summary.xlsx")
    night = CalamineWorkbook.from_path(tmp_path / "summary.xlsx").get_sheet_by_index(0).to_python()
    assert any(some in str(cell) for row in night for cell in row)
    assert some in " ".join(readme_text(summary, (), ()).split())


def test_control_of_many_bodies_is_counted() -> None:
    parts = report(built("midlands-2016")).bodies
    assert control_said(parts * 3) == "In control: Labour 6, no overall control 3"
    assert control_said([replace(one, decided=False) for one in parts]) == ""
    assert report(built("midlands-2016", "21:59")).whole.under == ""


def test_a_body_is_named_while_its_control_is_open() -> None:
    night = built_in("midlands-2016", "21:59")
    standing = next(iter(night.contests.values()))
    votes = {one.id: 100 + one.order for one in standing.contest.candidacies}
    some = report(summary_of(told(night, standing.contest.name, Kind.DECLARED, votes=votes)))
    assert [one.headline for one in some.bodies] == [
        "Birmingham: 50 seats for Labour", "Walsall: no results yet", "Redditch: no results yet"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [("Zoë O’Brien", "Zoë O’Brien"), ("王小明", "王小明"), ("محمد", "محمد\u200e"), ("שרה (Lab)", "שרה (Lab)\u200e")],
)
def test_a_figure_after_a_name_is_not_set_before_it(name: str, said: str) -> None:
    assert ended(name) == said


def test_a_headline_calls_a_party_as_a_sentence_does() -> None:
    whole = report(built("uk-2017")).whole
    assert (whole.headline, whole.under) == ("317 seats for the Conservatives", "Conservatives: 9 short of a majority")


def test_a_time_that_is_not_of_the_night_has_its_day() -> None:
    summary = built("uk-2024")
    late, first = line(summary, "Inverness, Skye and West Ross-shire"), line(summary, "Houghton and Sunderland South")
    assert (late.declared, first.declared) == ("18:00 Sat", "23:30")
    assert late.after is not None
    assert first.after is not None
    assert first.after == 90 * 60 < late.after
    (told_,) = [one for one in report(summary).story if one.sentence.startswith("All 650 constituencies")]
    assert told_.at == "18:00 Sat"


def test_a_contest_in_a_line() -> None:
    found = line(built("uk-2024"), "Burnley")
    assert found.result == "Lab gain from Con"
    assert found.gained
    assert found.majority == "3,420"
    assert [one.party for one in found.candidacies][:2] == ["Lab", "LD"]
    assert [one.elected for one in found.candidacies][:2] == [True, False]
    assert found.candidacies[-1].deposit_lost


def test_an_awaited_contest_has_no_figures() -> None:
    found = line(built("uk-2024", "22:00"), "Burnley")
    assert found.result == "awaited"
    assert {found.winners, found.share, found.majority, found.turnout, found.swing, found.declared} == {""}
    assert {one.votes for one in found.candidacies} == {""}


def test_every_gain_is_in_one_flow() -> None:
    summary = built("uk-2024")
    found = flows(summary)
    tally = summary.night.tally(summary.night.main_scope)
    assert sum(one.seats for one in found) == sum(tally.gains[summary.measure].values())
    assert (found[0].gainer, found[0].loser, found[0].seats) == ("Labour", "Conservatives", 182)
    assert gains_words(report(summary)).startswith("303 seats changed hands")


def test_a_correction_names_every_figure_that_differs() -> None:
    (found,) = corrections(put_right())
    assert found.place == "Leicester South"
    assert found.reason == "Ten votes were in another pile"
    assert found.what == ("Shockat Adam: 14,739, now 14,749",)
    assert line(put_right(), "Leicester South").flags == ("corrected",)


def test_what_a_lot_decided_and_what_nobody_opposed_say_so() -> None:
    level = by_order(TOWN.contests[ContestId("alpha")], 800, 800, 200)
    night = told(begin(TOWN), "Alpha ward", Kind.DECLARED, votes=level, lot=(CandidacyId("alpha.2"),))
    summary = summary_of(told(night, "Delta ward", Kind.UNOPPOSED))
    assert (line(summary, "Alpha ward").result, line(summary, "Alpha ward").flags) == ("Con gain from Lab", ("by lot",))
    assert line(summary, "Delta ward").flags == ("unopposed",)


def test_what_is_still_to_come_by_what_is_known_of_it() -> None:
    found = dict(still_to_come(put_right().night))
    assert found["In recount"] == ("Birmingham Perry Barr",)
    assert found["Heard, no figures yet"] == ("Aldershot",)
    assert line(put_right(), "Aldershot").result == "Lab gain from Con heard"
    postponed = told(built_in("uk-2024", "04:47"), "Rutherglen", Kind.POSTPONED)
    assert dict(still_to_come(postponed))["Poll postponed"] == ("Rutherglen",)


@pytest.mark.parametrize(("most", "words"), [(10_000, "Each line"), (5, "The 5 most telling of")])
def test_a_story_cut_short_says_so(most: int, words: str) -> None:
    said = report(built("uk-2024", "04:47"))
    assert len(said.story) > 5
    assert story_words(said, most).startswith(words)


def test_a_story_cut_short_has_every_kind_of_line_before_many_of_one() -> None:
    said = report(built("uk-2024"))
    chosen = most_telling(said, 40)
    assert len(chosen) == 40
    assert max(Counter(one.kind for one in chosen).values()) == 8
    assert [one for one in said.story if one in chosen] == list(chosen), "the most telling come first"
    assert most_telling(said, 10_000) == said.story
    few = replace(said, story=tuple(one for one in said.story if one.kind == "gain"))
    assert most_telling(few, 40) == few.story[:40]


def test_a_tie_has_no_winner() -> None:
    night = built_in("midlands-2016", "21:59")
    standing = next(iter(night.contests.values()))
    level = {one.id: 100 for one in standing.contest.candidacies}
    tied = summary_of(told(night, standing.contest.name, Kind.DECLARED, votes=level))
    found = next(one for part in places(tied) for one in part.lines if one.id == standing.contest.id)
    assert found.winners == ""
    assert found.second == ""
    assert "tied, lot to be drawn" in found.flags
    assert dict(still_to_come(tied.night))["Tied, lot to be drawn"] == (f"{standing.contest.name} (Birmingham)",)
