"""The table of what was shown: each scene on each output, from when to when, and how far the night had come."""

from resultsdesk.store.schema.air import SCENE

STATEMENTS = (
    # A map shows hundreds of entries, and follows the night: the numbers of the last entry when it came and when it
    # went say which, and what stood between.
    f"""CREATE TABLE screenings (
        id INTEGER PRIMARY KEY,
        output TEXT NOT NULL,
        serial INTEGER NOT NULL,
        aired_from TEXT NOT NULL,
        aired_to TEXT,
        first_entry INTEGER NOT NULL CHECK (first_entry >= 0),
        last_entry INTEGER CHECK (last_entry >= first_entry),
        lines TEXT NOT NULL,{SCENE},
        CHECK ((aired_to IS NULL) = (last_entry IS NULL))
    ) STRICT""",
    "CREATE UNIQUE INDEX shown_once ON screenings (output) WHERE aired_to IS NULL",
    """CREATE TRIGGER screenings_only_end BEFORE UPDATE ON screenings
        WHEN OLD.aired_to IS NOT NULL OR NEW.aired_to IS NULL OR NEW.id IS NOT OLD.id OR NEW.output IS NOT OLD.output
            OR NEW.serial IS NOT OLD.serial OR NEW.aired_from IS NOT OLD.aired_from
            OR NEW.first_entry IS NOT OLD.first_entry OR NEW.scene IS NOT OLD.scene OR NEW.contest IS NOT OLD.contest
            OR NEW.scope IS NOT OLD.scope OR NEW.scope_name IS NOT OLD.scope_name OR NEW.party IS NOT OLD.party
            OR NEW.measure IS NOT OLD.measure OR NEW.format IS NOT OLD.format OR NEW.words IS NOT OLD.words
            OR NEW.page IS NOT OLD.page OR NEW.lines IS NOT OLD.lines
        BEGIN SELECT RAISE(ABORT, 'what was on air can only end'); END""",
    """CREATE TRIGGER screenings_never_deleted BEFORE DELETE ON screenings
        BEGIN SELECT RAISE(ABORT, 'what was on air stays known'); END""",
)
