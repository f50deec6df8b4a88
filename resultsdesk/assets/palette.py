"""A theme as its TOML file says it: inks, what is mixed from party colours, and a typeface a role."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resultsdesk.assets import HEADLINE_FAMILY, TEXT_FAMILY, resource

FAMILIES = {"headline": HEADLINE_FAMILY, "text": TEXT_FAMILY}


@dataclass(frozen=True, slots=True)
class Face:
    """How a role is set: `weight` plain and `strong`, letters `tracking` ems apart."""

    family: str
    weight: int
    strong: int
    tabular: bool = False
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme file. `ground` is the ink that weaker party colours are mixed with; parts are 0 to 1."""

    name: str
    inks: Mapping[str, str]
    ground: str
    strengths: tuple[float, ...]
    dim: float
    wash: float
    roles: Mapping[str, Face]


def palette(name: str) -> Palette:
    """Return the theme `name` of resources/themes; FileNotFoundError if there is none of that name."""
    return read_palette(resource("themes", f"{name}.toml"))


def palettes() -> tuple[str, ...]:
    """Return the names of all themes."""
    return tuple(sorted(path.stem for path in resource("themes").glob("*.toml")))


def read_palette(path: Path) -> Palette:
    """Return a theme read from a file; KeyError names what it lacks."""
    # Any: a file may hold anything; the values are built into checked types just below.
    said: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    party = said["party"]
    return Palette(
        name=str(said["name"]),
        inks={str(ink): str(colour) for ink, colour in said["inks"].items()},
        ground=str(party["ground"]),
        strengths=tuple(float(one) for one in party["strengths"]),
        dim=float(party["dim"]),
        wash=float(party["wash"]),
        roles={str(role): _face(face) for role, face in said["roles"].items()},
    )


def _face(said: Mapping[str, Any]) -> Face:
    return Face(
        FAMILIES[said["family"]],
        int(said["weight"]),
        int(said["strong"]),
        bool(said.get("tabular", False)),
        float(said.get("tracking", 0.0)),
    )
