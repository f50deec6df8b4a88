"""Half-typed counts: what stands in the boxes of a contest, kept through a crash. No output ever reads them."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from resultsdesk.night.briefing import ContestId
from resultsdesk.store.connection import reading, writing

Texts = dict[str, str]


class Drafts:
    """The drafts of one night file: for each contest, text by field as it was typed."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def save(self, contest: ContestId, texts: Mapping[str, str]) -> None:
        """Keep exactly these texts for a contest, in place of those kept before."""
        with writing(self._connection, self._path):
            kept = self._texts(contest)
            self._connection.executemany(
                "DELETE FROM drafts WHERE contest = ? AND field = ?",
                ((contest, field) for field in kept if field not in texts),
            )
            self._connection.executemany(
                "INSERT INTO drafts (contest, field, text) VALUES (?,?,?) "
                "ON CONFLICT (contest, field) DO UPDATE SET text = excluded.text",
                ((contest, field, text) for field, text in texts.items() if kept.get(field) != text),
            )

    def forget(self, contest: ContestId) -> None:
        """Keep nothing more of a contest."""
        with writing(self._connection, self._path):
            self._connection.execute("DELETE FROM drafts WHERE contest = ?", (contest,))

    def get(self, contest: ContestId) -> Texts:
        """Return the texts kept for a contest; empty where there are none."""
        with reading(self._connection, self._path):
            return self._texts(contest)

    def load(self) -> dict[ContestId, Texts]:
        """Return all texts kept, by contest."""
        drafts: dict[ContestId, Texts] = defaultdict(dict)
        with reading(self._connection, self._path):
            for contest, field, text in self._connection.execute("SELECT contest, field, text FROM drafts"):
                drafts[contest][field] = text
        return dict(drafts)

    def _texts(self, contest: ContestId) -> Texts:
        return dict(self._connection.execute("SELECT field, text FROM drafts WHERE contest = ?", (contest,)).fetchall())
