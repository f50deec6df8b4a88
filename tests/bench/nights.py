"""Nights to measure on: the real 650, and 8,482 wards with the places of a real layout and even figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from resultsdesk.assets import resource
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.desk.undo import figures_of
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.intake.hexjson import read_hexjson
from resultsdesk.night.briefing import Body, BodyId, Briefing, Contest, ContestId, Election, Hex, PastResult
from resultsdesk.night.commands import Correct
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.store.night_file import create_night

PARTIES = ("Lab", "Con", "LD", "Green", "RUK", "SNP", "PC")
COLOURS = ("#e4003b", "#0087dc", "#faa61a", "#02a95b", "#12b6cf", "#fdf38e", "#3f8428")
CLOSE = datetime(2022, 5, 5, 21, tzinfo=UTC)


def general_election() -> tuple[Briefing, tuple[PastResult, ...]]:
    """Return the built-in briefing of 2024 and its results in the order of declaration."""
    folder = resource("briefings", "uk-2024")
    briefing = read_briefing(folder)
    return briefing, read_results(folder, briefing)


def wards(layout: Path) -> tuple[Briefing, tuple[PastResult, ...]]:
    """Return a briefing with a ward for each hexagon of a layout, and a result for each."""
    found = read_hexjson(layout)
    contests, results, hexes = {}, [], []
    for number, place in enumerate(found.places):
        contest = _ward(ContestId(place.id), place.name, number)
        contests[contest.id] = contest
        hexes.append(Hex(contest.id, place.q, place.r))
        votes = {one.id: 900 - 100 * one.order + (number * 7 + one.order * 13) % 97 for one in contest.candidacies}
        results.append(PastResult(contest.id, CLOSE, votes))
    election = Election(
        "wards", "Every ward", date(2022, 5, 5), CLOSE, UTC, "UTC", "ward", "wards", lattice=found.lattice
    )
    parties = {
        PartyId(one): Party(PartyId(one), one, one, colour, order)
        for order, (one, colour) in enumerate(zip(PARTIES, COLOURS, strict=True))
    }
    body = Body(BodyId("all"), "Every ward", len(contests), len(contests) // 2 + 1, {})
    return Briefing(election, parties, {body.id: body}, contests, hexes=tuple(hexes)), tuple(results)


def _ward(id: ContestId, name: str, number: int) -> Contest:
    people = tuple(
        Candidacy(CandidacyId(f"{id}.{order}"), order, "A", f"Candidate {order}", PartyId(party))
        for order, party in enumerate(PARTIES, start=1)
    )
    last = Baseline(
        "2018",
        BaselineKind.ACTUAL,
        tuple(BaselineLine(one.party, 880 - 100 * one.order + (number * 5 + one.order * 11) % 97) for one in people),
        7000,
    )
    holder = (last.ranked[0].party,)
    return Contest(
        id, name, BodyId("all"), people, f"Region {number % 10}", "England", 1, 7000, None, holder, holder, last
    )


def half_declared(path: Path, briefing: Briefing, results: tuple[PastResult, ...]) -> Path:
    """Make a rehearsal night at `path` with every second result declared."""
    with create_night(path, briefing, "rehearsal", results) as file:
        clock = RehearsalClock(briefing.election.close_of_poll)
        desk = Desk(begin(briefing, rehearsal=True), file.journal, clock, Author("Bench", "bench"))
        player = Player(desk, clock, results[::2])
        while player.step() is not None:
            pass
    return path


def still_to_come(results: tuple[PastResult, ...]) -> Iterator[PastResult]:
    """Yield the results `half_declared` left out, for ever."""
    while True:
        yield from results[1::2]


def full_night(path: Path, entries: int = 2000) -> Path:
    """Make a rehearsal of 2024 with every result declared, and corrections until it has so many entries."""
    briefing, results = general_election()
    with create_night(path, briefing, "rehearsal", results) as file:
        clock = RehearsalClock(briefing.election.close_of_poll)
        desk = Desk(begin(briefing, rehearsal=True), file.journal, clock, Author("Bench", "bench"))
        player = Player(desk, clock, results)
        while player.step() is not None:
            pass
        contests = tuple(desk.night.contests)
        while (number := len(desk.night.journal)) < entries:
            standing = desk.night.contests[contests[number % len(contests)]]
            last = figures_of(standing.entries[-1])
            figures = replace(last, rejected=(last.rejected or 0) + 1)
            said = {"contest": standing.contest.id, "after": standing.head, "reason": "Read again"}
            asked = desk.weigh(Correct(**said, figures=figures)).asking
            accepted = frozenset(one.code for one in asked)
            assert desk.commit(Correct(**said, figures=figures, accepted=accepted)).entry
    return path
