"""The story after one declaration, and the whole of it. The aims: 5 ms at 650, half a second for the whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from nights import general_election
from pytest_benchmark.fixture import BenchmarkFixture

from resultsdesk.intake.local_archive import build_councils
from resultsdesk.night.briefing import Briefing, PastResult
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night, replay, step
from resultsdesk.story.telling import Telling, continued, tell, telling

ROUNDS = 200
CORRECTIONS = 20


def entries(briefing: Briefing, results: tuple[PastResult, ...]) -> tuple[Entry, ...]:
    """Return the results of a night as entries, in the order of declaration."""
    close = briefing.election.close_of_poll
    ordered = sorted(((one.declared_at or close, one) for one in results), key=lambda pair: pair[0])
    return tuple(
        Entry(
            seq=seq,
            entry_id=f"e{seq}",
            contest=one.contest,
            kind=Kind.DECLARED if one.votes else Kind.UNOPPOSED,
            supersedes=None,
            keyed_at=at,
            declared_at=at,
            keyed_by="AB",
            desk="bench",
            votes=one.votes or None,
            rejected=one.rejected,
            papers=one.papers,
            lot=one.lot,
        )
        for seq, (at, one) in enumerate(ordered, start=1)
    )


def carried_on(benchmark: BenchmarkFixture, briefing: Briefing, kept: tuple[Entry, ...]) -> None:
    """Measure the story after each of the declarations that follow the first half of a night."""
    half = len(kept) // 2
    told: list[Telling] = [telling(replay(briefing, kept[:half]))]
    coming: Iterator[Entry] = iter(kept[half:])

    def one_more() -> tuple[tuple[Telling, Night], dict[str, object]]:
        return (told[-1], step(told[-1].night, next(coming))), {}

    def carry_on(before: Telling, night: Night) -> None:
        told[:] = [continued(before, night)]
        assert told[-1].story.lines

    benchmark.pedantic(carry_on, setup=one_more, rounds=ROUNDS)
    assert told[-1].story == tell(told[-1].night)


def test_story_at_650(benchmark: BenchmarkFixture) -> None:
    briefing, results = general_election()
    carried_on(benchmark, briefing, entries(briefing, results))


@pytest.mark.against("test_story_at_650", aim=1.5)
def test_story_at_2749(benchmark: BenchmarkFixture, shared: Path) -> None:
    files = shared / "data" / "locals-2018"
    built = build_councils(
        id="locals-2018",
        title="Local elections 2018",
        date=date(2018, 5, 3),
        results=[files / "results.csv"],
        holders=[],
        composition=[files / "council-composition-2016-2025.csv"],
        baseline=[],
        layout=[],
        credit_lines=[],
    )
    assert len(built.briefing.contests) == 2749
    carried_on(benchmark, built.briefing, entries(built.briefing, built.results))


def test_whole_story_of_650_with_corrections(benchmark: BenchmarkFixture) -> None:
    briefing, results = general_election()
    kept = list(entries(briefing, results))
    for number, one in enumerate(kept[:: len(kept) // CORRECTIONS][:CORRECTIONS]):
        seq = len(kept) + 1
        kept.append(
            replace(
                one, kind=Kind.CORRECTED, seq=seq, entry_id=f"e{seq}", supersedes=one.entry_id, reason="Read again",
                rejected=(one.rejected or 0) + number + 1, keyed_at=kept[-1].keyed_at,
            )
        )  # fmt: skip
    night = replay(briefing, kept)
    benchmark.pedantic(tell, args=(night,), rounds=5)
