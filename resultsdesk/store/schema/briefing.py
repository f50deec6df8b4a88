"""The tables of what was known before the polls closed, sealed by the row in meta."""

from resultsdesk.store.schema.guards import kept, refused

TABLES = (
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

FIXED = "what the night was briefed with does not change"

STATEMENTS = (
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
        majority INTEGER CHECK (majority >= 0),
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
        drawn INTEGER CHECK (drawn >= 0),
        PRIMARY KEY (contest, place),
        UNIQUE (contest, candidacy),
        FOREIGN KEY (contest, candidacy) REFERENCES candidacies (contest, id)
    ) STRICT, WITHOUT ROWID""",
    *(statement for table in (*TABLES, "meta") for statement in kept(table, FIXED)),
    *(refused(f"{table}_sealed", table, "EXISTS (SELECT 1 FROM meta)", FIXED) for table in (*TABLES, "meta")),
    refused(
        "meta_no_results_live",
        "meta",
        "NEW.mode = 'live' AND EXISTS (SELECT 1 FROM results)",
        "a live night holds no results to play",
    ),
)
