"""The briefings that come with the program: sound, small, and what the builder makes of its sources today."""

import subprocess
import sys
from pathlib import Path

import pytest

from resultsdesk.assets import resource
from resultsdesk.intake.check import check
from resultsdesk.intake.faults import Severity
from resultsdesk.intake.folder import read_briefing, read_outlines, read_results
from resultsdesk.night.briefing import Briefing, Contest, PastResult
from resultsdesk.psephology.baseline import Measure

IDS = ("uk-2024", "uk-2017", "midlands-2016")
BUILDER = Path(__file__).parents[2] / "packaging" / "build_briefings.py"


@pytest.fixture(scope="session")
def briefings() -> dict[str, Briefing]:
    return {key: read_briefing(resource("briefings", key)) for key in IDS}


def named(briefing: Briefing, name: str) -> Contest:
    (found,) = [one for one in briefing.contests.values() if one.name == name]
    return found


@pytest.mark.parametrize("key", IDS)
def test_nothing_is_wrong_with_it(key: str, briefings: dict[str, Briefing]) -> None:
    folder = resource("briefings", key)
    assert briefings[key].election.id == key
    assert [str(one) for one in check(folder) if one.severity is Severity.ERROR] == []
    assert len(read_results(folder, briefings[key])) == len(briefings[key].contests)


def test_the_only_warnings_are_true_ones() -> None:
    warned = {
        (key, one.code) for key in IDS for one in check(resource("briefings", key)) if one.severity is Severity.WARNING
    }
    assert warned == {
        ("uk-2024", "near-identical"),  # two people of one name did stand in Mid Buckinghamshire
        ("midlands-2016", "no-holder"),  # no file says who had the seats of Walsall and Redditch
        ("midlands-2016", "no-baseline"),  # nor how their wards voted before
    }


def test_they_are_small() -> None:
    files = [one for key in IDS for one in resource("briefings", key).iterdir()]
    assert sum(one.stat().st_size for one in files) < 4_000_000
    assert resource("briefings", "uk-2024", "outlines.geojson").stat().st_size <= 350_000


def test_the_builder_makes_them_of_its_sources_today(shared: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, BUILDER, shared / "data", tmp_path], check=True, capture_output=True)
    for key in IDS:
        made, kept = tmp_path / key, resource("briefings", key)
        files = sorted(one.name for one in made.iterdir())
        assert sorted(one.name for one in kept.iterdir()) == files
        assert [name for name in files if (made / name).read_bytes() != (kept / name).read_bytes()] == []


def test_groups_of_2024(briefings: dict[str, Briefing]) -> None:
    uk = briefings["uk-2024"]
    groups = {one.name: one.contests for one in uk.groups}
    assert {name: len(there) for name, there in groups.items()} == {
        "Birmingham": 9,
        "Leicester": 3,
        "West Midlands and East Midlands": 57 + 47,
        "the Midlands": 57 + 47 + 2,
    }
    beyond = set(groups["the Midlands"]) - set(groups["West Midlands and East Midlands"])
    assert {(uk.contests[one].name, uk.contests[one].region) for one in beyond} == {
        ("Cheltenham", "South West"),
        ("Tewkesbury", "South West"),
    }
    assert len(uk.regions) == 12
    assert uk.nations == ("Wales", "Scotland", "England", "Northern Ireland")


@pytest.mark.parametrize(
    ("key", "name", "party", "rank"),
    [
        ("uk-2024", "North Herefordshire", "Green", 1),
        ("uk-2017", "Birmingham, Northfield", "Con", 26),
        ("midlands-2016", "Sutton Vesey", "Con", 1),
    ],
)
def test_targets(key: str, name: str, party: str, rank: int, briefings: dict[str, Briefing]) -> None:
    contest = named(briefings[key], name)
    assert [(one.party, one.rank) for one in briefings[key].targets if one.contest == contest.id] == [(party, rank)]


def test_notes_and_former_names(briefings: dict[str, Briefing]) -> None:
    lichfield = named(briefings["uk-2024"], "Lichfield")
    assert lichfield.note == "Held by Michael Fabricant since 1992, at first as Mid Staffordshire."
    assert lichfield.former_names == ("Mid Staffordshire",)
    assert (
        named(briefings["uk-2017"], "Birmingham, Northfield").note == "Held by Labour and by Richard Burden since 1992."
    )
    bodies = {one.name: one.note for one in briefings["midlands-2016"].bodies.values()}
    assert "40 of 120 seats are up; the next election is in 2018." in bodies["Birmingham"]


def past(key: str, contest: Contest, briefing: Briefing) -> PastResult:
    return next(one for one in read_results(resource("briefings", key), briefing) if one.contest == contest.id)


def test_perry_barr_went_to_a_recount(briefings: dict[str, Briefing]) -> None:
    uk = briefings["uk-2024"]
    assert past("uk-2024", named(uk, "Birmingham Perry Barr"), uk).recounts == 1
    assert sum(one.recounts for one in read_results(resource("briefings", "uk-2024"), uk)) == 1


def test_northfield_was_declared_at_its_hour(briefings: dict[str, Briefing]) -> None:
    uk = briefings["uk-2017"]
    declared = past("uk-2017", named(uk, "Birmingham, Northfield"), uk).declared_at
    assert declared is not None
    assert declared.isoformat() == "2017-06-09T02:49:00+01:00"


def test_each_names_the_baseline_it_shows_and_credits_its_sources(briefings: dict[str, Briefing]) -> None:
    assert [briefings[key].election.shown for key in IDS] == [Measure.LAST, Measure.LAST, Measure.HOLDER]
    for key in ("uk-2024", "uk-2017"):
        assert "House of Commons Library, Open Parliament Licence v3.0" in briefings[key].election.credits
    assert briefings["midlands-2016"].election.credits[:2] == (
        "Andrew Teale, Local Elections Archive Project, CC BY-SA 3.0",
        "Open Council Data UK, CC BY-SA 4.0",
    )


def test_areas_of_2024(briefings: dict[str, Briefing]) -> None:
    outlines = read_outlines(resource("briefings", "uk-2024"), briefings["uk-2024"])
    assert {one.contest for one in outlines} == briefings["uk-2024"].contests.keys()
    points = [point for one in outlines for ring in one.rings for point in ring]
    assert all(-8.7 < x < 1.8 and 49.8 < y < 60.9 for x, y in points)
