"""GeoJSON (RFC 7946) outlines, as statistical offices publish them."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from math import isfinite
from pathlib import Path

from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.sheets import content
from resultsdesk.night.briefing import ContestId, Outline, Ring

PLACES = 4  # decimals of a degree kept: about ten metres


def read_geojson(path: Path, contests: Mapping[str, ContestId]) -> tuple[Outline, ...]:
    """Return the outlines of known contests; `contests` gives the contest for each id an area may go by.

    The property that holds the ids is the one with the most known ids among its values, or the feature's own id.
    """
    try:
        whole = json.loads(content(path).decode("utf-8-sig"))
        features = [(feature["geometry"], _names(feature)) for feature in whole["features"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise IntakeError(f"{path} is not a GeoJSON collection of features: is it the right file?") from wrong
    column = _column(contests, [names for _, names in features])
    if column is None:
        raise IntakeError(f"No property in {path} holds the id of a contest: are these the right areas?")
    found: dict[ContestId, Outline] = {}
    for geometry, names in features:
        contest = contests.get(names.get(column, ""))
        if contest is None:
            continue
        rings = tuple(_rounded(ring) for ring in rings_of(geometry))
        before = found[contest].rings if contest in found else ()
        found[contest] = Outline(contest, before + tuple(ring for ring in rings if len(ring) > 3))
    return tuple(found[one] for one in dict.fromkeys(contests.values()) if one in found)


def rings_of(geometry: object) -> tuple[Ring, ...]:
    """Return the rings of a Polygon or MultiPolygon, or nothing for anything else."""
    if not isinstance(geometry, Mapping):
        return ()
    try:
        match geometry.get("type"):
            case "Polygon":
                polygons = [geometry["coordinates"]]
            case "MultiPolygon":
                polygons = geometry["coordinates"]
            case _:
                return ()
        rings = tuple(
            tuple((float(point[0]), float(point[1])) for point in ring) for polygon in polygons for ring in polygon
        )
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return ()
    return rings if all(isfinite(x) and isfinite(y) for ring in rings for x, y in ring) else ()


def _names(feature: Mapping[str, object]) -> dict[str, str]:
    properties = feature.get("properties")
    names = {key: str(value) for key, value in properties.items()} if isinstance(properties, Mapping) else {}
    return {"": str(feature.get("id", ""))} | names


def _column(contests: Collection[str], features: Collection[Mapping[str, str]]) -> str | None:
    hits = Counter(key for names in features for key, value in names.items() if value in contests)
    return hits.most_common(1)[0][0] if hits else None


def _rounded(ring: Ring) -> Ring:
    """Return a ring with fewer decimals, points that fall together made one."""
    points = [(round(x, PLACES), round(y, PLACES)) for x, y in ring]
    return tuple(point for at, point in enumerate(points) if at == 0 or point != points[at - 1])
