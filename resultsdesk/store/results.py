"""What a rehearsal plays: real results as they were declared. Only a rehearsal file has them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from resultsdesk.night.briefing import PastResult
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.store.moments import read, written_or_none


def write_results(connection: sqlite3.Connection, results: Iterable[PastResult]) -> None:
    """Write results inside the caller's transaction."""
    kept = tuple(results)
    connection.executemany(
        "INSERT INTO results (place, contest, declared_at, rejected, papers, recounts) VALUES (?,?,?,?,?,?)",
        (
            (place, one.contest, written_or_none(one.declared_at), one.rejected, one.papers, one.recounts)
            for place, one in enumerate(kept)
        ),
    )
    connection.executemany(
        "INSERT INTO result_votes (contest, place, candidacy, votes, drawn) VALUES (?,?,?,?,?)",
        (
            (one.contest, place, candidacy, votes, one.lot.index(candidacy) if candidacy in one.lot else None)
            for one in kept
            for place, (candidacy, votes) in enumerate(one.votes.items())
        ),
    )


def read_results(connection: sqlite3.Connection) -> tuple[PastResult, ...]:
    """Return the results to play, in the order they were given; none in a live night."""
    votes: dict[str, dict[CandidacyId, int]] = defaultdict(dict)
    drawn: dict[str, dict[int, CandidacyId]] = defaultdict(dict)
    for contest, candidacy, figure, lot in connection.execute(
        "SELECT contest, candidacy, votes, drawn FROM result_votes ORDER BY contest, place"
    ):
        votes[contest][candidacy] = figure
        if lot is not None:
            drawn[contest][lot] = candidacy
    return tuple(
        PastResult(
            contest,
            None if declared_at is None else read(declared_at),
            votes.get(contest, {}),
            rejected,
            papers,
            recounts,
            tuple(candidacy for _, candidacy in sorted(drawn[contest].items())),
        )
        for contest, declared_at, rejected, papers, recounts in connection.execute(
            "SELECT contest, declared_at, rejected, papers, recounts FROM results ORDER BY place"
        )
    )
