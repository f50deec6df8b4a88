"""A row for each party in each scope: body, nation, region and group."""

from collections.abc import Iterator

from resultsdesk.export.objects import Object, tally_object
from resultsdesk.export.summary import Summary
from resultsdesk.export.tables.table import Cell, Column, Kind, Table, cell, table
from resultsdesk.night.night import Night, Scope, ScopeKind

WHAT = "A row for each party in each body, nation, region and group: seats, gains, losses, votes, share, control."
SCOPE = (
    Column("kind", "Of a", what="`night`, `body`, `nation`, `region` or `group`"),
    Column("id", "Id"),
    Column("name", "Name"),
)
PARTY = (
    Column("party", "Party"),
    Column("id", "Party id"),
    Column("name", "Party’s name"),
    Column("seats", "Seats", Kind.COUNT, "won tonight, and those not up"),
    Column("won", "Won tonight", Kind.COUNT),
    Column("continuing", "Not up", Kind.COUNT),
    Column("gains", "Gains", Kind.COUNT),
    Column("losses", "Losses", Kind.COUNT),
    Column("net", "Net", Kind.SIGNED),
    Column("votes", "Votes", Kind.COUNT),
    Column("share", "Share", Kind.PART),
    Column("change", "Change", Kind.POINTS, "in share since the last election, over the contests that can be compared"),
    Column("new", "New", Kind.TRUTH, "votes now and none last time"),
    Column("to_majority", "To majority", Kind.COUNT, "seats still needed for control"),
)
SUMS = (
    Column("seats", "All seats", Kind.COUNT, "of the body; elsewhere those up tonight"),
    Column("majority", "Majority line", Kind.COUNT, "seats a party needs for control"),
    Column("contests", "Contests", Kind.COUNT),
    Column("declared", "Declared", Kind.COUNT),
    Column("flashed", "Only heard", Kind.COUNT),
    Column("in_recount", "In recount", Kind.COUNT),
    Column("postponed", "Postponed", Kind.COUNT),
    Column("to_come", "Seats to come", Kind.COUNT),
    Column("holders_known", "Holders known", Kind.COUNT, "gains and losses are of so many of the declared contests"),
    Column("valid_votes", "Valid votes", Kind.COUNT),
    Column("turnout", "Turnout", Kind.PART),
    Column("turnout_before", "Turnout before", Kind.PART),
)
CONTROL = (
    Column("control", "Control", what="the party's short name, or `no overall control`, `not yet known`, `not known`"),
    Column("control_before", "Control before"),
)
PREFIXED = {"id": "party_id", "name": "party_name", "seats": "party_seats"}
OF_SCOPE = {"kind": "scope_kind", "id": "scope_id", "name": "scope"}


def _renamed(columns: tuple[Column, ...], names: dict[str, str]) -> tuple[Column, ...]:
    return tuple(Column(names.get(one.name, one.name), one.title, one.kind, one.what) for one in columns)


COLUMNS = (
    *_renamed(SCOPE, OF_SCOPE),
    *_renamed(PARTY, PREFIXED),
    *SUMS,
    *CONTROL,
    Column("baseline", "Gains against", what="`last`, the last election, or `holder`, who has the seat now"),
)


def tally_table(summary: Summary) -> Table:
    """Return the sums over every scope, that of the whole night first; a party without seat or vote has no row."""
    rows = (row for scope in scopes(summary.night) for row in _rows(summary, scope))
    return table(summary, "tally", "Tally", COLUMNS, rows)


def scopes(night: Night) -> tuple[Scope, ...]:
    """Return every scope once, the main one first: with one body alone the whole night is that body."""
    main = night.main_scope
    return (main, *(one for one in night.scopes if one != main and one.kind is not ScopeKind.NIGHT))


def _rows(summary: Summary, scope: Scope) -> Iterator[tuple[Cell, ...]]:
    said = tally_object(summary.night, scope, summary.measure)
    first = tuple(cell(said[one.name]) for one in SCOPE)
    last = (
        *(cell(said[one.name]) for one in SUMS),
        *(_controlled(said[one.name]) for one in CONTROL),
        str(summary.measure),
    )
    parties = said["parties"]
    for party in parties if isinstance(parties, list) and parties else ({},):
        yield (*first, *(cell(party.get(one.name)) for one in PARTY), *last)


def _controlled(said: object) -> Cell:
    if not isinstance(said, dict):
        return None
    known: Object = said
    return cell(known["party"] or known["kind"])
