import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from night_files import BRIEFING
from town import CLOSE, TOWN, last_time, people, town, ward

from resultsdesk.assets import resource
from resultsdesk.intake.folder import read_briefing, read_outlines, read_results
from resultsdesk.night.briefing import (
    Body,
    BodyId,
    Briefing,
    ContestId,
    Group,
    GroupId,
    Hex,
    Lattice,
    Outline,
    PastResult,
    Target,
)
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine, Measure
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.store.night_file import create_night, open_night
from resultsdesk.store.trouble import BriefingRefused

LAB, CON, SPEAKER = PartyId("Lab"), PartyId("Con"), PartyId("Spk")
ALPHA, BETA = ContestId("alpha"), ContestId("beta")


def everything_at_once() -> Briefing:
    """A briefing with a value in every place, some of them odd."""
    notional = Baseline(
        "2019",
        BaselineKind.NOTIONAL,
        (BaselineLine(LAB, Fraction(12345, 7)), BaselineLine(CON, 8, "B Candidate"), BaselineLine(LAB, Fraction(9))),
        70123,
    )
    alpha = replace(
        BRIEFING.contests[ALPHA],
        name='Inbhir Nis, O\'Skye & "West" wârd',
        candidacies=(
            *people("alpha", "Lab Con"),
            replace(
                people("alpha", "Lab Con Spk")[2],
                adjunct=LAB,
                sitting=True,
                forenames="Zoë",
                surname="",
                elected_for=CON,
            ),
        ),
        expected=datetime(2016, 5, 6, 1, 30, tzinfo=UTC),
        defended=(LAB,),
        holders=(CON,),
        baseline=notional,
        note="held since 1992",
        former_names=("Mid Alpha", "Old Alpha"),
        party_since=1992,
        lost_last=(CON, SPEAKER),
    )
    beta = replace(BRIEFING.contests[BETA], electorate=None, expected=None, baseline=None, defended=(), region="")
    return replace(
        BRIEFING,
        election=replace(
            BRIEFING.election,
            deposits=True,
            count_rejected=True,
            shown=Measure.HOLDER,
            lattice=Lattice.EVEN_Q,
            credits=("One, CC BY 4.0", "Another"),
        ),
        parties={
            **BRIEFING.parties,
            SPEAKER: Party(SPEAKER, "Speaker", "Spk", "#ffffff", 9, PartyKind.SPEAKER, "us", "ever"),
        },
        bodies={**BRIEFING.bodies, BodyId("empty"): Body(BodyId("empty"), "Empty", 0, 1, {}, "nothing up")},
        contests={BETA: beta, ALPHA: alpha},
        groups=(Group(GroupId("z"), "Both", (BETA, ALPHA)), Group(GroupId("a"), "None", ())),
        targets=(Target(LAB, BETA, 2), Target(CON, ALPHA, 1)),
        hexes=(Hex(BETA, -3, 4), Hex(ALPHA, 0, -1)),
    )


@pytest.mark.parametrize(
    "briefing", [BRIEFING, everything_at_once(), town(ward("alpha", "Lab"))], ids=["town", "everything", "smallest"]
)
def test_a_briefing_comes_back_as_it_was(tmp_path: Path, briefing: Briefing) -> None:
    with create_night(tmp_path / "a.night", briefing, "live") as night:
        back = night.briefing()
    # A fixed zone comes back under its name, which is not the same object.
    assert replace(back, election=replace(back.election, zone=briefing.election.zone)) == briefing
    assert str(back.election.zone) == briefing.election.zone_name
    for mapping in ("parties", "bodies", "contests"):
        assert list(getattr(back, mapping)) == list(getattr(briefing, mapping))
    assert [list(one.continuing) for one in back.bodies.values()] == [
        list(one.continuing) for one in briefing.bodies.values()
    ]


def test_whole_votes_stay_integers_and_fractions_stay_exact(tmp_path: Path) -> None:
    with create_night(tmp_path / "a.night", everything_at_once(), "live") as night:
        baseline = night.briefing().contests[ALPHA].baseline
    assert baseline is not None
    assert [(type(line.votes), line.votes) for line in baseline.lines] == [
        (Fraction, Fraction(12345, 7)),
        (int, 8),
        (Fraction, 9),
    ]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40),
    votes=st.lists(st.one_of(st.integers(0, 10**9), st.fractions(0, 10**6, max_denominator=10**6)), max_size=5),
    electorate=st.none() | st.integers(0, 10**9),
)
def test_any_name_and_any_figure_come_back(
    tmp_path: Path, name: str, votes: list[int | Fraction], electorate: int | None
) -> None:
    lines = tuple(BaselineLine(LAB, one, name) for one in votes)
    baseline = Baseline(name, BaselineKind.ACTUAL, lines, electorate)
    alpha = replace(BRIEFING.contests[ALPHA], name=name, note=name, electorate=electorate, baseline=baseline)
    path = tmp_path / "any.night"
    try:
        with create_night(path, replace(BRIEFING, contests={ALPHA: alpha}, groups=()), "live") as night:
            assert night.briefing().contests == {ALPHA: alpha}
    finally:
        path.unlink(missing_ok=True)


def test_results_and_outlines_come_back_and_only_when_asked_for(tmp_path: Path) -> None:
    results = (
        PastResult(
            BETA, CLOSE, {CandidacyId("beta.2"): 5, CandidacyId("beta.1"): 0}, 3, 8, 2, (CandidacyId("beta.1"),)
        ),
        PastResult(ALPHA, None, {}),
    )
    outlines = (
        Outline(BETA, (((-2.15, 52.5), (1e-7, 52.25), (-2.15, 52.5)), ((0.1, 0.2), (0.3, 0.4)))),
        Outline(ALPHA, (((1.0, 2.0), (3.0, 4.0)),)),
    )
    with create_night(tmp_path / "a.night", BRIEFING, "rehearsal", results, outlines) as night:
        assert night.rehearsal
        assert night.results() == results
        assert list(night.results()[0].votes) == ["beta.2", "beta.1"]
        assert night.outlines() == outlines
        assert night.briefing() == BRIEFING


def test_a_live_night_holds_no_results(tmp_path: Path) -> None:
    result = PastResult(ALPHA, CLOSE, {CandidacyId("alpha.1"): 5})
    with pytest.raises(ValueError, match="live night"):
        create_night(tmp_path / "a.night", BRIEFING, "live", [result])
    with create_night(tmp_path / "a.night", BRIEFING, "live") as night:
        assert (night.rehearsal, night.results(), night.outlines()) == (False, (), ())
        assert night.briefing_id == "town-2016"


UP_IN_THE_AIR = {
    "a party nobody knows": (
        town(ward("alpha", "Lab Nobody")),
        "candidacies names something in parties",
    ),
    "a holder nobody knows": (town(ward("alpha", "Lab", before="Nobody")), "seats_before names something in parties"),
    "a baseline of nobody": (
        town(ward("alpha", "Lab", baseline=last_time(Nobody=3))),
        "baseline_lines names something in parties",
    ),
    "a target nowhere": (
        replace(TOWN, targets=(Target(LAB, ContestId("nowhere"), 1),)),
        "targets names something in contests",
    ),
    "the same candidacy twice": (
        town(replace(ward("alpha", "Lab"), candidacies=people("alpha", "Lab") * 2)),
        "candidacies.id",
    ),
    "no vacancy": (town(replace(ward("alpha", "Lab"), vacancies=0)), "vacancies"),
}


@pytest.mark.parametrize(("briefing", "says"), UP_IN_THE_AIR.values(), ids=UP_IN_THE_AIR)
def test_a_briefing_that_contradicts_itself_makes_no_night(tmp_path: Path, briefing: Briefing, says: str) -> None:
    with pytest.raises(BriefingRefused) as refused:
        create_night(tmp_path / "a.night", briefing, "live")
    assert says in refused.value.sentence
    assert "briefing check" in refused.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_the_built_in_briefing_comes_back(tmp_path: Path) -> None:
    folder = resource("briefings", "uk-2024")
    briefing = read_briefing(folder)
    results, outlines = read_results(folder, briefing), read_outlines(folder)
    create_night(tmp_path / "uk.night", briefing, "rehearsal", results, outlines).close()
    with open_night(tmp_path / "uk.night") as night:
        assert night.briefing() == briefing
        assert night.results() == results
        assert night.outlines() == outlines
    with sqlite3.connect(tmp_path / "uk.night") as raw:
        assert raw.execute("SELECT count(*) FROM candidacies").fetchone() == (4515,)
    raw.close()
