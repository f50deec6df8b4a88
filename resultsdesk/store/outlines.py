"""Areas' outlines, each ring a line of well-known text. They are read apart: only a map with outlines needs them."""

import sqlite3
from collections.abc import Iterable
from itertools import groupby

from resultsdesk.night.briefing import Outline, Ring

OPENING, CLOSING = "LINESTRING (", ")"


def write_outlines(connection: sqlite3.Connection, outlines: Iterable[Outline]) -> None:
    """Write outlines inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO outlines (contest, outline, ring) VALUES (?,?,?)",
        ((one.contest, number, _text(ring)) for number, one in enumerate(outlines) for ring in one.rings),
    )


def has_outlines(connection: sqlite3.Connection) -> bool:
    """Return whether there is any outline."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM outlines)").fetchone()[0])


def read_outlines(connection: sqlite3.Connection) -> tuple[Outline, ...]:
    """Return the outlines in the order they were given. Raises ValueError where a ring is not one."""
    rows = connection.execute("SELECT outline, contest, ring FROM outlines ORDER BY place")
    return tuple(
        Outline(contest, tuple(_ring(text) for _, _, text in rings))
        for (_, contest), rings in groupby(rows, key=lambda row: (row[0], row[1]))
    )


def _text(ring: Ring) -> str:
    return OPENING + ", ".join(f"{x!r} {y!r}" for x, y in ring) + CLOSING


def _ring(text: str) -> Ring:
    if not (text.startswith(OPENING) and text.endswith(CLOSING)):
        raise ValueError(f"not a line of well-known text: {text[:40]}")
    points = (point.split(" ") for point in text[len(OPENING) : -len(CLOSING)].split(", "))
    return tuple((float(x), float(y)) for x, y in points)
