"""The tables of what is being typed and of what has been on air: the only rows that may change."""

STATEMENTS = (
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
