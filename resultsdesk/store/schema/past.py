"""The tables of what the story knows of the past: since when, lost by whom, and what sentences call a party.

They have rows only where there is something to say. They are sealed as the rest of the briefing is.
"""

from resultsdesk.store.schema.briefing import FIXED
from resultsdesk.store.schema.guards import kept, refused

TABLES = ("party_words", "held_since", "lost_last", "elected_for")

STATEMENTS = (
    """CREATE TABLE party_words (
        party TEXT PRIMARY KEY REFERENCES parties (id),
        called TEXT NOT NULL,
        first_ever TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Years: since when the party that holds the seat, and the sitting member, have had it.
    """CREATE TABLE held_since (
        contest TEXT PRIMARY KEY REFERENCES contests (id),
        party INTEGER,
        member INTEGER
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE lost_last (
        contest TEXT NOT NULL REFERENCES contests (id),
        place INTEGER NOT NULL,
        party TEXT NOT NULL REFERENCES parties (id),
        PRIMARY KEY (contest, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE elected_for (
        contest TEXT NOT NULL,
        candidacy TEXT NOT NULL,
        party TEXT NOT NULL REFERENCES parties (id),
        PRIMARY KEY (contest, candidacy),
        FOREIGN KEY (contest, candidacy) REFERENCES candidacies (contest, id)
    ) STRICT, WITHOUT ROWID""",
    *(statement for table in TABLES for statement in kept(table, FIXED)),
    *(refused(f"{table}_sealed", table, "EXISTS (SELECT 1 FROM meta)", FIXED) for table in TABLES),
)
