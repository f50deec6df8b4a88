"""The tables of what has been told since, and the views of how each contest stands by it."""

from resultsdesk.store.schema.guards import kept, refused

PARTS = {"entry_votes": "candidacy", "entry_lot": "place", "entry_accepted": "place"}
"""The tables of an entry's rows, each with the column that is different in each of them."""

ADDED = "the journal is only ever added to"

STATEMENTS = (
    "CREATE TABLE kinds (kind TEXT PRIMARY KEY, stage TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """INSERT INTO kinds (kind, stage) VALUES
        ('flashed', 'flashed'),
        ('declared', 'declared'),
        ('recount called', 'in recount'),
        ('corrected', 'declared'),
        ('retracted', 'awaited'),
        ('declared unopposed', 'declared unopposed'),
        ('postponed', 'postponed')""",
    """CREATE TABLE entries (
        seq INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL UNIQUE,
        contest TEXT NOT NULL REFERENCES contests (id),
        kind TEXT NOT NULL REFERENCES kinds (kind),
        supersedes TEXT UNIQUE,
        keyed_at TEXT NOT NULL,
        declared_at TEXT NOT NULL,
        keyed_by TEXT NOT NULL,
        desk TEXT NOT NULL,
        source TEXT NOT NULL,
        reason TEXT NOT NULL,
        winner TEXT,
        rejected INTEGER CHECK (rejected >= 0),
        papers INTEGER CHECK (papers >= 0),
        read_out INTEGER CHECK (read_out >= 0),
        announced_majority INTEGER CHECK (announced_majority >= 0),
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (entry_id, contest),
        UNIQUE (seq, contest),
        FOREIGN KEY (supersedes, contest) REFERENCES entries (entry_id, contest),
        FOREIGN KEY (contest, winner) REFERENCES candidacies (contest, id)
    ) STRICT""",
    "CREATE UNIQUE INDEX one_first_entry_a_contest ON entries (contest) WHERE supersedes IS NULL",
    """CREATE TABLE entry_votes (
        entry INTEGER NOT NULL,
        place INTEGER NOT NULL,
        contest TEXT NOT NULL,
        candidacy TEXT NOT NULL,
        votes INTEGER NOT NULL CHECK (votes >= 0),
        PRIMARY KEY (entry, candidacy),
        FOREIGN KEY (entry, contest) REFERENCES entries (seq, contest),
        FOREIGN KEY (contest, candidacy) REFERENCES candidacies (contest, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE entry_lot (
        entry INTEGER NOT NULL,
        place INTEGER NOT NULL,
        contest TEXT NOT NULL,
        candidacy TEXT NOT NULL,
        PRIMARY KEY (entry, place),
        FOREIGN KEY (entry, contest) REFERENCES entries (seq, contest),
        FOREIGN KEY (contest, candidacy) REFERENCES candidacies (contest, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE entry_accepted (
        entry INTEGER NOT NULL REFERENCES entries (seq),
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        PRIMARY KEY (entry, place)
    ) STRICT, WITHOUT ROWID""",
    *(statement for table in ("entries", *PARTS) for statement in kept(table, ADDED)),
    refused(
        "entries_one_after_the_other",
        "entries",
        "NEW.seq IS NOT 1 + (SELECT coalesce(max(seq), 0) FROM entries)",
        "entries are numbered one after the other",
    ),
    refused(
        "entries_replace_nothing",
        "entries",
        "EXISTS (SELECT 1 FROM entries WHERE entry_id = NEW.entry_id) "
        "OR EXISTS (SELECT 1 FROM entries WHERE supersedes = NEW.supersedes) "
        "OR NEW.supersedes IS NULL "
        "AND EXISTS (SELECT 1 FROM entries WHERE contest = NEW.contest AND supersedes IS NULL)",
        ADDED,
    ),
    # Only the newest entry's own rows, each once.
    *(
        refused(
            f"{table}_with_their_entry",
            table,
            "NEW.entry IS NOT (SELECT max(seq) FROM entries) "
            f"OR EXISTS (SELECT 1 FROM {table} WHERE entry = NEW.entry AND {key} = NEW.{key})",
            ADDED,
        )
        for table, key in PARTS.items()
    ),
    # The last entry of each contest, found without the fold: `resultsdesk verify` holds the two against each other.
    """CREATE VIEW standing AS
        SELECT contests.id AS contest, contests.name, coalesce(kinds.stage, 'awaited') AS stage,
            entries.seq, entries.entry_id, entries.kind, entries.declared_at,
            (SELECT sum(votes) FROM entry_votes WHERE entry_votes.entry = entries.seq) AS valid_votes
        FROM contests
        LEFT JOIN entries ON entries.contest = contests.id AND NOT EXISTS (
            SELECT 1 FROM entries AS later WHERE later.supersedes = entries.entry_id)
        LEFT JOIN kinds ON kinds.kind = entries.kind
        ORDER BY contests.place""",
    # Of declared contests. From `place` to `last_place` is where a candidacy can come in: apart only in a tie.
    """CREATE VIEW standing_votes AS
        SELECT standing.contest, entry_votes.candidacy, entry_votes.votes,
            rank() OVER poll AS place, count(*) OVER poll AS last_place
        FROM standing JOIN entry_votes ON entry_votes.entry = standing.seq
        WHERE standing.stage = 'declared'
        WINDOW poll AS (PARTITION BY standing.contest ORDER BY entry_votes.votes DESC)""",
)
