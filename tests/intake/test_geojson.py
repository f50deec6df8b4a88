import json
from pathlib import Path

import pytest

from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.geojson import read_geojson, rings_of
from resultsdesk.night.briefing import ContestId, Outline

SQUARE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]
A, B = ContestId("E1"), ContestId("E2")


def features(path: Path, *rows: tuple[dict[str, object], str, object]) -> Path:
    whole = [
        {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
        for properties, kind, coordinates in rows
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": whole}), encoding="utf-8")
    return path


def test_the_property_with_known_ids_is_found(tmp_path: Path) -> None:
    path = features(
        tmp_path / "a",
        ({"NAME": "E9", "LONG": 1, "CODE": "E2"}, "Polygon", [SQUARE]),
        ({"NAME": "E2", "LONG": 2, "CODE": "E1"}, "MultiPolygon", [[SQUARE, SQUARE], [SQUARE]]),
        ({"NAME": "E8", "LONG": 3, "CODE": "E3"}, "Polygon", [SQUARE]),
    )
    ring = tuple((float(x), float(y)) for x, y in SQUARE)
    assert read_geojson(path, {"E1": A, "E2": B}) == (Outline(A, (ring, ring, ring)), Outline(B, (ring,)))


def test_the_features_own_id_will_do(tmp_path: Path) -> None:
    path = features(tmp_path / "a", ({}, "Polygon", [SQUARE]))
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["features"][0]["id"] = "E1"
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert [one.contest for one in read_geojson(path, {"E1": A})] == [A]


def test_decimals_are_few_and_specks_are_left_out(tmp_path: Path) -> None:
    fine = [[0.123456789, 1], [0.123456781, 1.00000001], [2, 3], [4, 5], [0.123456789, 1]]
    speck = [[9, 9], [9.00001, 9], [9, 9.00001], [9, 9]]
    path = features(tmp_path / "a", ({"id": "E1"}, "MultiPolygon", [[fine], [speck]]))
    (outline,) = read_geojson(path, {"E1": A})
    assert outline.rings == (((0.1235, 1.0), (2.0, 3.0), (4.0, 5.0), (0.1235, 1.0)),)


@pytest.mark.parametrize("wild", ["NaN", "Infinity", "1e999", "1" + "0" * 400, '"north"', "null"])
def test_a_ring_with_a_wild_number_is_no_ring(wild: str) -> None:
    text = json.dumps({"type": "Polygon", "coordinates": [SQUARE]}).replace("0, 1", f"0, {wild}", 1)
    assert rings_of(json.loads(text)) == ()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"features": [3]}', '{"features": [{"geometry": null}]}'])
def test_what_holds_no_areas_is_said_in_a_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IntakeError):
        read_geojson(path, {"E1": A})
    with pytest.raises(IntakeError, match="cannot be read"):
        read_geojson(tmp_path / "none", {"E1": A})


def test_published_boundaries(shared: Path) -> None:
    path = shared / "data" / "boundaries" / "birmingham-wards-2004-2018.geojson"
    known = {f"E0500{1178 + at}": ContestId(f"E0500{1178 + at}") for at in range(40)}
    outlines = read_geojson(path, known)
    assert [one.contest for one in outlines] == list(known.values())
    for outline in outlines:
        for ring in outline.rings:
            assert ring[0] == ring[-1]
            assert all(-2.1 < x < -1.7 and 52.3 < y < 52.7 for x, y in ring)
