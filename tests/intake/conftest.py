"""A small briefing that has something of everything, and its folder."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from resultsdesk.intake.built import Built
from resultsdesk.night.briefing import (
    Body,
    BodyId,
    Briefing,
    Contest,
    ContestId,
    Election,
    Group,
    GroupId,
    Hex,
    Outline,
    PastResult,
    Target,
)
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine, Measure
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import Party, PartyId, PartyKind

LONDON = ZoneInfo("Europe/London")
CLOSE = datetime(2016, 5, 5, 22, tzinfo=LONDON)

LAB, CON, IND, SPK = PartyId("Lab"), PartyId("Con"), PartyId("Ind"), PartyId("Spk")
ALPHA, BETA, GAMMA = ContestId("alpha"), ContestId("beta"), ContestId("gamma")


def person(contest: str, order: int, party: PartyId, **more: object) -> Candidacy:
    """Return a candidacy with the usual id."""
    plain = Candidacy(CandidacyId(f"{contest}.{order}"), order, "A", f"Candidate{order}", party)
    return replace(plain, **more)  # type: ignore[arg-type]  # the fields of Candidacy


@pytest.fixture
def built() -> Built:
    parties = {
        LAB: Party(LAB, "Labour", "Lab", "#E4003B", 1),
        CON: Party(CON, "Conservative, or so", "Con", "#0087dc", 2),
        IND: Party(IND, "Independent", "Ind", "#9AA3B2", 95, PartyKind.INDEPENDENT),
        SPK: Party(SPK, "Speaker", "Spk", "#D5DBE6", 96, PartyKind.SPEAKER),
    }
    contests = (
        Contest(
            ALPHA,
            'Alpha "and" Bravo, île',
            BodyId("town"),
            (
                person("alpha", 1, LAB, adjunct=CON, sitting=True),
                person("alpha", 2, CON, id=CandidacyId("typed"), forenames=""),
            ),
            "East",
            "England",
            electorate=5000,
            expected=CLOSE + timedelta(hours=4, minutes=30),
            defended=(LAB,),
            holders=(CON,),
            baseline=Baseline(
                "2012",
                BaselineKind.NOTIONAL,
                (BaselineLine(LAB, Fraction(25, 2)), BaselineLine(CON, Fraction(1, 3)), BaselineLine(IND, 7, "A One")),
                4800,
            ),
            note="Two lines\nof note.",
            former_names=("Old Alpha", "Older Alpha"),
        ),
        Contest(
            BETA,
            "Beta ward",
            BodyId("town"),
            tuple(person("beta", order, party) for order, party in enumerate((LAB, CON, CON), start=1)),
            vacancies=2,
            expected=CLOSE + timedelta(hours=37),
            holders=(LAB, CON),
            baseline=Baseline("2015", BaselineKind.ACTUAL, (BaselineLine(LAB, 10), BaselineLine(CON, 9))),
        ),
        Contest(GAMMA, "Gamma ward", BodyId("village"), (person("gamma", 1, IND),)),
    )
    election = Election(
        id="town-2016",
        title="Town and village 2016",
        day=date(2016, 5, 5),
        close_of_poll=CLOSE,
        zone=LONDON,
        zone_name="Europe/London",
        area="ward",
        areas="wards",
        count_rejected=True,
        shown=Measure.HOLDER,
        credits=("A paper", "Ein “Blatt”"),
    )
    briefing = Briefing(
        election,
        parties,
        {
            BodyId("town"): Body(BodyId("town"), "Town", 6, 4, {LAB: 2, CON: 1}),
            BodyId("village"): Body(BodyId("village"), "Village", 1, 2, {}, "The chair's vote counts."),
        },
        {one.id: one for one in contests},
        (Group(GroupId("both"), "Both wards", (BETA, ALPHA)),),
        (Target(CON, ALPHA, 3), Target(LAB, BETA, 1)),
        (Hex(ALPHA, 0, 0), Hex(BETA, -1, -2), Hex(GAMMA, 4, 7)),
    )
    results = (
        PastResult(
            ALPHA,
            CLOSE + timedelta(hours=5, seconds=7),
            {CandidacyId("alpha.1"): 20, CandidacyId("typed"): 0},
            rejected=3,
            papers=23,
            recounts=2,
        ),
        PastResult(
            BETA,
            None,
            {CandidacyId("beta.1"): 9, CandidacyId("beta.2"): 5, CandidacyId("beta.3"): 5},
            lot=(CandidacyId("beta.3"),),
        ),
        PastResult(GAMMA, CLOSE + timedelta(days=2), {}),
    )
    square = ((0.0, 0.0), (0.0, 1.5), (1.5, 1.5), (1.5, 0.0), (0.0, 0.0))
    hole = tuple(reversed([(x / 3 + 0.5, y / 3 + 0.5) for x, y in square]))
    island = tuple((x + 5, y) for x, y in square)
    return Built(briefing, results, (Outline(ALPHA, (square, hole, island)), Outline(BETA, (island,))))


@pytest.fixture
def folder(built: Built, tmp_path: Path) -> Path:
    """The small briefing as a folder."""
    there = tmp_path / "town-2016"
    built.write(there)
    return there
