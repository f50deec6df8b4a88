"""The table of what was aired wrong and left: somebody was asked about it, and said to let it be."""

from resultsdesk.store.schema.guards import kept

STATEMENTS = (
    # What is asked follows from the journal and what was shown; of the answer only this is known from nowhere else.
    """CREATE TABLE left_as_aired (
        id INTEGER PRIMARY KEY,
        output TEXT NOT NULL,
        what TEXT NOT NULL,
        left_at TEXT NOT NULL,
        left_by TEXT NOT NULL,
        UNIQUE (output, what)
    ) STRICT""",
    *kept("left_as_aired", "what was left as it was aired stays known"),
)
