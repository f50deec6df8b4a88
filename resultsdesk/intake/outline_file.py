"""outlines.geojson: the areas of the contests, one feature each."""

import json
from collections.abc import Collection, Iterable
from itertools import pairwise
from pathlib import Path

from resultsdesk.intake.faults import Faults, IntakeError
from resultsdesk.intake.files import CONTESTS, OUTLINES
from resultsdesk.intake.geojson import rings_of
from resultsdesk.intake.sheets import decoded
from resultsdesk.night.briefing import ContestId, Outline, Ring


def read_areas(folder: Path, contests: Collection[ContestId] | None, faults: Faults) -> tuple[Outline, ...]:
    """Return the outlines in the file's order, all of them where `contests` is None."""
    path = folder / OUTLINES
    if not path.is_file():
        return ()
    try:
        whole = json.loads(decoded(path, faults))
        features = [(feature["properties"]["contest"], feature["geometry"]) for feature in whole["features"]]
    except IntakeError as wrong:
        faults.error(OUTLINES, 0, "unreadable", str(wrong))
        return ()
    except json.JSONDecodeError as wrong:
        faults.error(OUTLINES, wrong.lineno, "json", f"This is not JSON ({wrong.msg}): correct that place.")
        return ()
    except (KeyError, TypeError, ValueError, RecursionError):  # the last two: numbers or nesting beyond measure
        faults.error(
            OUTLINES, 0, "geojson", "This is no collection of features with a property “contest”: make it again."
        )
        return ()
    found: dict[ContestId, Outline] = {}
    for contest, geometry in features:
        if contests is not None and contest not in contests:
            faults.error(
                OUTLINES, 0, "unknown-contest", f"There is no contest “{contest}” in {CONTESTS.file}: correct it."
            )
            continue
        rings = rings_of(geometry)
        if not rings:
            faults.error(
                OUTLINES, 0, "geometry", f"“{contest}” has neither a Polygon nor a MultiPolygon: make it again."
            )
            continue
        if contest in found:
            faults.error(OUTLINES, 0, "twice", f"“{contest}” has two outlines: remove one.")
        found[contest] = Outline(contest, rings)
    return tuple(found.values())


def write_areas(folder: Path, outlines: Iterable[Outline]) -> None:
    """Write outlines.geojson, a feature a line; nothing where there are no outlines."""
    features = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"contest": one.contest},
                "geometry": {"type": "MultiPolygon", "coordinates": _polygons(one.rings)},
            },
            separators=(",", ":"),
        )
        for one in outlines
    ]
    if features:
        text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
        (folder / OUTLINES).write_text(text, encoding="utf-8", newline="\n")


def _polygons(rings: Iterable[Ring]) -> list[list[Ring]]:
    """Return rings as polygons: one that turns the other way than the first ring is a hole in the last polygon."""
    polygons: list[list[Ring]] = []
    for ring in rings:
        if polygons and _turns_left(ring) != _turns_left(polygons[0][0]):
            polygons[-1].append(ring)
        else:
            polygons.append([ring])
    return polygons


def _turns_left(ring: Ring) -> bool:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) > 0
