"""The tables of what is told of the story: lines somebody keeps at hand, and the lines a scene's words come from."""

SCENES = ("rundown", "in_preview", "on_air")

STATEMENTS = (
    # Lines of the story by their ids, one to a line of the text; empty where a scene's words are its own.
    *(f"ALTER TABLE {table} ADD COLUMN lines TEXT NOT NULL DEFAULT ''" for table in SCENES),
    # Nothing refers to a line: the story is computed, and one may be pinned before it is true again.
    "CREATE TABLE pins (place INTEGER PRIMARY KEY, line TEXT NOT NULL UNIQUE) STRICT",
)
