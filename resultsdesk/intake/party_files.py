"""parties.csv, bodies.csv and continuing.csv."""

import re
from collections.abc import Collection
from pathlib import Path

from resultsdesk.intake.cells import Cells
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import BODIES, CONTINUING, PARTIES
from resultsdesk.intake.sheets import Row, rows, save, without_empty_end
from resultsdesk.night.briefing import Body, BodyId, Briefing
from resultsdesk.psephology.party import Party, PartyId, PartyKind

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
NO_COLOUR = "#9AA3B2"
NOT_KNOWN = "unknown"  # the majority line of a body of which not every seat's party is known
Lines = dict[tuple[str, str], int]


def read_parties(folder: Path, faults: Faults, lines: Lines) -> dict[PartyId, Party]:
    """Return the parties by id."""
    cells = Cells(PARTIES.file, faults)
    found: dict[PartyId, Party] = {}
    for line, (key, name, short, colour, order, kind, called, first_ever) in rows(folder, PARTIES, faults):
        if not cells.identity(line, "party", key, found):
            continue
        if not name:
            faults.error(cells.file, line, "no-name", f"Party “{key}” has no name: fill the cell.")
        if not COLOUR.fullmatch(colour):
            said = f"the colour “{colour}”" if colour else "no colour"
            faults.error(
                cells.file,
                line,
                "colour" if colour else "no-colour",
                f"Party “{key}” has {said}: write # and six digits or letters a to f, such as #E4003B.",
            )
            colour = NO_COLOUR
        if kind not in ("", *PartyKind):
            allowed = ", ".join(PartyKind)
            faults.error(cells.file, line, "kind", f"“{kind}” is no kind of party: write one of {allowed}, or nothing.")
            kind = ""
        place = cells.whole(line, "order", order)
        lines[PARTIES.file, key] = line
        found[PartyId(key)] = Party(
            PartyId(key),
            name or key,
            short or key,
            colour,
            len(found) + 1 if place is None else place,
            PartyKind(kind or PartyKind.PARTY),
            called,
            first_ever,
        )
    return found


def read_bodies(folder: Path, parties: Collection[PartyId], faults: Faults, lines: Lines) -> dict[BodyId, Body]:
    """Return the bodies by id, with their seats not up tonight."""
    continuing = _read_continuing(folder, parties, faults, lines)
    cells = Cells(BODIES.file, faults)
    found: dict[BodyId, Body] = {}
    for line, (key, name, seats_cell, majority_cell, note) in rows(folder, BODIES, faults):
        if not cells.identity(line, "body", key, found):
            continue
        if not seats_cell:
            faults.error(cells.file, line, "no-seats", f"Body “{key}” has no number of seats: fill the cell.")
        seats = cells.whole(line, "seats", seats_cell) or 0
        majority: int | None = seats // 2 + 1
        if majority_cell.casefold() == NOT_KNOWN:
            majority = None
        elif majority_cell:
            majority = cells.whole(line, "majority", majority_cell)
        lines[BODIES.file, key] = line
        found[BodyId(key)] = Body(
            BodyId(key),
            name or key,
            seats,
            majority,
            continuing.pop(key, {}),
            note,
        )
    check = Cells(CONTINUING.file, faults)
    for key in continuing:
        check.known(lines[CONTINUING.file, key], "body", key, found, BODIES.file)
    return found


def _read_continuing(
    folder: Path, parties: Collection[PartyId], faults: Faults, lines: Lines
) -> dict[str, dict[PartyId, int]]:
    cells = Cells(CONTINUING.file, faults)
    found: dict[str, dict[PartyId, int]] = {}
    for line, (body, party, seats_cell) in rows(folder, CONTINUING, faults):
        lines.setdefault((CONTINUING.file, body), line)
        of_body = found.setdefault(body, {})
        if not cells.known(line, "party", party, parties, PARTIES.file):
            continue
        if party in of_body:
            faults.error(cells.file, line, "twice", f"{party} is there twice for “{body}”: make one row of the two.")
        seats = cells.whole(line, "seats", seats_cell)
        if seats_cell == "":
            faults.error(cells.file, line, "no-seats", "The row has no number of seats: fill the cell.")
        if seats:
            of_body[PartyId(party)] = seats
    return found


def write_parties(folder: Path, briefing: Briefing) -> None:
    """Write parties.csv."""
    body: list[Row] = [
        (
            one.id,
            one.name,
            one.short,
            one.colour,
            one.order,
            "" if one.kind is PartyKind.PARTY else one.kind,
            one.called,
            one.first_ever,
        )
        for one in briefing.parties.values()
    ]
    save(folder / PARTIES.file, *without_empty_end(PARTIES.names, body, 2))


def write_bodies(folder: Path, briefing: Briefing) -> None:
    """Write bodies.csv, and continuing.csv where there are seats not up tonight."""
    bodies = briefing.bodies.values()
    save(
        folder / BODIES.file,
        BODIES.names,
        [(one.id, one.name, one.seats, _majority(one), one.note) for one in bodies],
    )
    continuing = [(one.id, party, seats) for one in bodies for party, seats in one.continuing.items()]
    if continuing:
        save(folder / CONTINUING.file, CONTINUING.names, continuing)


def _majority(body: Body) -> int | str:
    """Return the majority line as a cell: empty where it is the usual one."""
    if body.majority is None:
        return NOT_KNOWN
    return "" if body.majority == body.seats // 2 + 1 else body.majority
