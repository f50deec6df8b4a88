"""HexJSON 1.1: contests as hexagons, in any of its four layouts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.sheets import content
from resultsdesk.night.briefing import Lattice


@dataclass(frozen=True, slots=True)
class Place:
    """One hexagon of a file: its id there, the name it gives, column and row, rows counting upwards."""

    id: str
    name: str
    q: int
    r: int


@dataclass(frozen=True, slots=True)
class HexLayout:
    """A HexJSON file's hexagons, in its order, two on one spot as they are: the linter speaks of them."""

    lattice: Lattice
    places: tuple[Place, ...]


def read_hexjson(path: Path) -> HexLayout:
    """Return a file's hexagons; without a `layout` key they are odd-r. Raises IntakeError where it is not HexJSON."""
    try:
        whole = json.loads(content(path).decode("utf-8-sig"))
        lattice = Lattice(whole.get("layout") or Lattice.ODD_R)
        places = tuple(
            Place(key, _name(one), _whole(one["q"]), _whole(one["r"])) for key, one in whole["hexes"].items()
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        allowed = ", ".join(Lattice)
        raise IntakeError(
            f"{path} is not HexJSON: it needs “hexes” with q and r in whole numbers, and a layout of {allowed}."
        ) from wrong
    return HexLayout(lattice, places)


def _name(hexagon: Mapping[str, object]) -> str:
    return str(hexagon.get("n") or hexagon.get("name") or "")


def _whole(value: object) -> int:
    """Return a coordinate; some files have them as text."""
    if isinstance(value, (int, str)) and not isinstance(value, bool):
        return int(value)
    raise TypeError(value)
