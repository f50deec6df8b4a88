"""The shape of a night file, as statements. Each tuple is one migration: once released it never changes."""

APPLICATION_ID = 0x5244736B
"""`RDsk`: what `file` and SQLite itself tell our files by."""

SCHEMA = 3
"""The number of migrations a file of today has had; it stands in the file's `user_version`."""

BRIEFING_TABLES = (
    "election",
    "credits",
    "parties",
    "bodies",
    "continuing",
    "contests",
    "former_names",
    "seats_before",
    "candidacies",
    "baselines",
    "baseline_lines",
    "groups",
    "group_contests",
    "targets",
    "hexes",
    "outlines",
    "results",
    "result_votes",
)
JOURNAL_TABLES = ("entries", "entry_votes", "entry_lot", "entry_accepted")


def _kept(table: str, what: str) -> tuple[str, ...]:
    return (
        f"CREATE TRIGGER {table}_never_updated BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{what}'); END",
        f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{what}'); END",
    )


def _refused(name: str, table: str, when: str, why: str) -> str:
    # A BEFORE INSERT trigger also stops INSERT OR REPLACE on a connection without recursive_triggers, where the
    # row that is replaced goes without its DELETE trigger being asked.
    return f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"


_FIXED = "what the night was briefed with does not change"
_ADDED = "the journal is only ever added to"

BRIEFING = (
    """CREATE TABLE election (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        day TEXT NOT NULL,
        close_of_poll TEXT NOT NULL,
        zone TEXT NOT NULL,
        area TEXT NOT NULL,
        areas TEXT NOT NULL,
        deposits INTEGER NOT NULL CHECK (deposits IN (0, 1)),
        count_rejected INTEGER NOT NULL CHECK (count_rejected IN (0, 1)),
        shown TEXT NOT NULL CHECK (shown IN ('last', 'holder')),
        lattice TEXT NOT NULL
    ) STRICT""",
    # One row, written last when a night is made: from then on nothing above the journal can be added or changed.
    """CREATE TABLE meta (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        mode TEXT NOT NULL CHECK (mode IN ('live', 'rehearsal')),
        briefing TEXT NOT NULL REFERENCES election (id),
        created_at TEXT NOT NULL,
        made_by TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE credits (place INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    """CREATE TABLE parties (
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        short TEXT NOT NULL,
        colour TEXT NOT NULL,
        rank INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('party', 'independent', 'speaker'))
    ) STRICT""",
    """CREATE TABLE bodies (
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        seats INTEGER NOT NULL CHECK (seats >= 0),
        majority INTEGER NOT NULL CHECK (majority >= 0),
        note TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE continuing (
        body TEXT NOT NULL REFERENCES bodies (id),
        place INTEGER NOT NULL,
        party TEXT NOT NULL REFERENCES parties (id),
        seats INTEGER NOT NULL CHECK (seats >= 0),
        PRIMARY KEY (body, place),
        UNIQUE (body, party)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE contests (
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        body TEXT NOT NULL REFERENCES bodies (id),
        region TEXT NOT NULL,
        nation TEXT NOT NULL,
        vacancies INTEGER NOT NULL CHECK (vacancies > 0),
        electorate INTEGER CHECK (electorate >= 0),
        expected TEXT,
        note TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE former_names (
        contest TEXT NOT NULL REFERENCES contests (id),
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (contest, place)
    ) STRICT, WITHOUT ROWID""",
    # A row for each seat: by `last`, who won it at the last election; by `holder`, who has it now.
    """CREATE TABLE seats_before (
        contest TEXT NOT NULL REFERENCES contests (id),
        measure TEXT NOT NULL CHECK (measure IN ('last', 'holder')),
        seat INTEGER NOT NULL,
        party TEXT NOT NULL REFERENCES parties (id),
        PRIMARY KEY (contest, measure, seat)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE candidacies (
        contest TEXT NOT NULL REFERENCES contests (id),
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        ballot_order INTEGER NOT NULL,
        forenames TEXT NOT NULL,
        surname TEXT NOT NULL,
        party TEXT NOT NULL REFERENCES parties (id),
        adjunct TEXT REFERENCES parties (id),
        sitting INTEGER NOT NULL CHECK (sitting IN (0, 1)),
        PRIMARY KEY (contest, place),
        UNIQUE (contest, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE baselines (
        contest TEXT PRIMARY KEY REFERENCES contests (id),
        election TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('actual', 'notional')),
        electorate INTEGER CHECK (electorate >= 0)
    ) STRICT, WITHOUT ROWID""",
    # Recomputed votes may be fractions: votes / divisor, exactly; no divisor means whole votes.
    """CREATE TABLE baseline_lines (
        contest TEXT NOT NULL REFERENCES baselines (contest),
        place INTEGER NOT NULL,
        party TEXT NOT NULL REFERENCES parties (id),
        name TEXT NOT NULL,
        votes INTEGER NOT NULL,
        divisor INTEGER CHECK (divisor > 0),
        PRIMARY KEY (contest, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE groups (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT",
    """CREATE TABLE group_contests (
        "group" TEXT NOT NULL REFERENCES groups (id),
        place INTEGER NOT NULL,
        contest TEXT NOT NULL REFERENCES contests (id),
        PRIMARY KEY ("group", place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE targets (
        place INTEGER PRIMARY KEY,
        party TEXT NOT NULL REFERENCES parties (id),
        contest TEXT NOT NULL REFERENCES contests (id),
        rank INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE hexes (
        place INTEGER PRIMARY KEY,
        contest TEXT NOT NULL REFERENCES contests (id),
        q INTEGER NOT NULL,
        r INTEGER NOT NULL
    ) STRICT""",
    # A ring is one line in well-known text: LINESTRING (longitude latitude, …).
    """CREATE TABLE outlines (
        place INTEGER PRIMARY KEY,
        contest TEXT NOT NULL REFERENCES contests (id),
        outline INTEGER NOT NULL,
        ring TEXT NOT NULL
    ) STRICT""",
    # What a rehearsal plays. A live night has none: see meta_no_results_live.
    """CREATE TABLE results (
        place INTEGER PRIMARY KEY,
        contest TEXT NOT NULL UNIQUE REFERENCES contests (id),
        declared_at TEXT,
        rejected INTEGER CHECK (rejected >= 0),
        papers INTEGER CHECK (papers >= 0),
        recounts INTEGER NOT NULL CHECK (recounts >= 0)
    ) STRICT""",
    """CREATE TABLE result_votes (
        contest TEXT NOT NULL REFERENCES results (contest),
        place INTEGER NOT NULL,
        candidacy TEXT NOT NULL,
        votes INTEGER NOT NULL CHECK (votes >= 0),
        PRIMARY KEY (contest, place),
        UNIQUE (contest, candidacy),
        FOREIGN KEY (contest, candidacy) REFERENCES candidacies (contest, id)
    ) STRICT, WITHOUT ROWID""",
    *(statement for table in (*BRIEFING_TABLES, "meta") for statement in _kept(table, _FIXED)),
    *(
        _refused(f"{table}_sealed", table, "EXISTS (SELECT 1 FROM meta)", _FIXED)
        for table in (*BRIEFING_TABLES, "meta")
    ),
    _refused(
        "meta_no_results_live",
        "meta",
        "NEW.mode = 'live' AND EXISTS (SELECT 1 FROM results)",
        "a live night holds no results to play",
    ),
)

JOURNAL = (
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
        PRIMARY KEY (entry, place),
        UNIQUE (entry, candidacy),
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
    *(statement for table in JOURNAL_TABLES for statement in _kept(table, _ADDED)),
    _refused(
        "entries_one_after_the_other",
        "entries",
        "NEW.seq IS NOT 1 + (SELECT coalesce(max(seq), 0) FROM entries)",
        "entries are numbered one after the other",
    ),
    _refused(
        "entries_replace_nothing",
        "entries",
        "EXISTS (SELECT 1 FROM entries WHERE entry_id = NEW.entry_id) "
        "OR EXISTS (SELECT 1 FROM entries WHERE supersedes = NEW.supersedes) "
        "OR NEW.supersedes IS NULL "
        "AND EXISTS (SELECT 1 FROM entries WHERE contest = NEW.contest AND supersedes IS NULL)",
        _ADDED,
    ),
    *(
        _refused(f"{table}_with_their_entry", table, "NEW.entry IS NOT (SELECT max(seq) FROM entries)", _ADDED)
        for table in ("entry_votes", "entry_lot", "entry_accepted")
    ),
    *(
        _refused(
            f"{table}_replace_nothing",
            table,
            f"EXISTS (SELECT 1 FROM {table} WHERE entry = NEW.entry AND place = NEW.place)",
            _ADDED,
        )
        for table in ("entry_votes", "entry_lot", "entry_accepted")
    ),
    _refused(
        "entry_votes_once_a_candidacy",
        "entry_votes",
        "EXISTS (SELECT 1 FROM entry_votes WHERE entry = NEW.entry AND candidacy = NEW.candidacy)",
        _ADDED,
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

DESK = (
    # Half-typed counts. They survive a crash; no output ever reads them.
    """CREATE TABLE drafts (
        contest TEXT NOT NULL REFERENCES contests (id),
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (contest, field)
    ) STRICT, WITHOUT ROWID""",
    # Which entry was on which output, from when to when; no end while it is still there.
    """CREATE TABLE airings (
        id INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES entries (seq),
        output TEXT NOT NULL,
        aired_from TEXT NOT NULL,
        aired_to TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX on_air_once ON airings (output, entry) WHERE aired_to IS NULL",
    """CREATE TRIGGER airings_only_end BEFORE UPDATE ON airings
        WHEN OLD.aired_to IS NOT NULL OR NEW.aired_to IS NULL OR NEW.id IS NOT OLD.id OR NEW.entry IS NOT OLD.entry
            OR NEW.output IS NOT OLD.output OR NEW.aired_from IS NOT OLD.aired_from
        BEGIN SELECT RAISE(ABORT, 'what was on air can only end'); END""",
    """CREATE TRIGGER airings_never_deleted BEFORE DELETE ON airings
        BEGIN SELECT RAISE(ABORT, 'what was on air stays known'); END""",
)
