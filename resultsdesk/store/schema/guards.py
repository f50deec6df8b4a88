"""Triggers that keep what was written as it was written."""


def kept(table: str, why: str) -> tuple[str, ...]:
    """Return statements after which no row of a table is changed or deleted."""
    return tuple(
        f"CREATE TRIGGER {table}_never_{change}d BEFORE {change.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        for change in ("update", "delete")
    )


def refused(name: str, table: str, when: str, why: str) -> str:
    """Return a statement after which a row is not added while `when` holds."""
    # A BEFORE INSERT trigger also stops INSERT OR REPLACE on a connection without recursive_triggers, where the
    # row that is replaced goes without its DELETE trigger being asked.
    return f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"
