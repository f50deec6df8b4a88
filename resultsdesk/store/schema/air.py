"""The tables of what is on air and planned: as it is now, so that a crash takes nothing off the screens."""

# What a scene is asked to show. Its words are lines of one text.
SCENE = """
        scene TEXT NOT NULL,
        contest TEXT REFERENCES contests (id),
        scope TEXT NOT NULL,
        scope_name TEXT NOT NULL,
        party TEXT REFERENCES parties (id),
        measure TEXT CHECK (measure IN ('last', 'holder')),
        format TEXT NOT NULL,
        words TEXT NOT NULL,
        page INTEGER NOT NULL CHECK (page >= 0)"""

STATEMENTS = (
    f"""CREATE TABLE rundown (
        place INTEGER PRIMARY KEY,
        id INTEGER NOT NULL UNIQUE CHECK (id > 0),
        dwell INTEGER NOT NULL CHECK (dwell > 0),{SCENE}
    ) STRICT""",
    """CREATE TABLE interrupts (
        place INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,
        scope_name TEXT NOT NULL,
        seconds INTEGER NOT NULL CHECK (seconds > 0),
        UNIQUE (scope, scope_name)
    ) STRICT""",
    """CREATE TABLE outputs (
        place INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        lock TEXT NOT NULL,
        cue INTEGER,
        item INTEGER,
        taken INTEGER NOT NULL CHECK (taken >= 0)
    ) STRICT""",
    # An automatic run of the rundown; no `until` while it is held. `seconds` are left of the line held or interrupted.
    """CREATE TABLE runs (
        output TEXT PRIMARY KEY REFERENCES outputs (name),
        until TEXT,
        seconds REAL NOT NULL CHECK (seconds >= 0),
        interrupting TEXT REFERENCES contests (id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE waiting (
        output TEXT NOT NULL REFERENCES runs (output),
        place INTEGER NOT NULL,
        contest TEXT NOT NULL REFERENCES contests (id),
        seconds INTEGER NOT NULL CHECK (seconds > 0),
        PRIMARY KEY (output, place)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE in_preview (
        output TEXT PRIMARY KEY REFERENCES outputs (name),{SCENE}
    ) STRICT, WITHOUT ROWID""",
    # Which entries are on an output is in airings: those that have not ended.
    f"""CREATE TABLE on_air (
        output TEXT PRIMARY KEY REFERENCES outputs (name),
        since TEXT NOT NULL,
        corrected INTEGER NOT NULL CHECK (corrected IN (0, 1)),
        way TEXT NOT NULL CHECK (way IN ('cut', 'move')),
        serial INTEGER NOT NULL,{SCENE}
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX airings_by_entry ON airings (entry)",
)

TABLES = ("waiting", "runs", "in_preview", "on_air", "outputs", "rundown", "interrupts")
"""Every table, those that refer to another before it."""
