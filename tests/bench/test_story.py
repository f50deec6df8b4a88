"""The story after one declaration, and the whole of it. The aims: 5 ms at 650, a second for the whole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from built_in import entries_of
from councils_2018 import councils_2018
from nights import general_election
from pytest_benchmark.fixture import BenchmarkFixture

from resultsdesk.night.briefing import Briefing, PastResult
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night, replay, step
from resultsdesk.story.telling import Telling, continued, tell, telling

ROUNDS = 200
CORRECTIONS = 300


def entries(briefing: Briefing, results: tuple[PastResult, ...]) -> tuple[Entry, ...]:
    """Return the results of a night as entries, in the order of declaration."""
    close = briefing.election.close_of_poll
    return entries_of((one.declared_at or close, one) for one in results)


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
    built = councils_2018(shared)
    assert len(built.briefing.contests) == 2749
    carried_on(benchmark, built.briefing, entries(built.briefing, built.results))


def corrected(kept: tuple[Entry, ...], corrections: int) -> list[Entry]:
    """Return the entries of a night and so many corrections after the last, of every second result, of its papers."""
    found = list(kept)
    for one in kept[::2][:corrections]:
        seq = len(found) + 1
        found.append(
            replace(
                one, kind=Kind.CORRECTED, seq=seq, entry_id=f"e{seq}", supersedes=one.entry_id, reason="Read again",
                rejected=(one.rejected or 0) + 1, keyed_at=kept[-1].keyed_at,
            )
        )  # fmt: skip
    return found


@pytest.mark.parametrize("corrections", [0, CORRECTIONS])
def test_whole_story_of_650(benchmark: BenchmarkFixture, corrections: int) -> None:
    briefing, results = general_election()
    night = replay(briefing, corrected(entries(briefing, results), corrections))
    benchmark.pedantic(tell, args=(night,), rounds=5)
    benchmark.extra_info["entries"] = len(night.journal)
