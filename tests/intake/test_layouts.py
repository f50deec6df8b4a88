import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from resultsdesk.intake.check import check
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.hexjson import Place, read_hexjson
from resultsdesk.intake.layouts import beside, laid_out, made_layout
from resultsdesk.night.briefing import BodyId, Contest, ContestId, Hex, Lattice


def hexjson(path: Path, layout: str | None, **hexes: tuple[object, object]) -> Path:
    whole: dict[str, object] = {} if layout is None else {"layout": layout}
    whole["hexes"] = {key: {"n": f"{key} ward", "q": q, "r": r} for key, (q, r) in hexes.items()}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


@pytest.mark.parametrize("layout", list(Lattice))
def test_all_four_layouts_are_read(layout: Lattice, tmp_path: Path) -> None:
    read = read_hexjson(hexjson(tmp_path / "a.hexjson", layout, a=(-3, 2), b=("4", "-5")))
    assert read.lattice is layout
    assert read.places == (Place("a", "a ward", -3, 2), Place("b", "b ward", 4, -5))


def test_without_a_layout_it_is_odd_r(tmp_path: Path) -> None:
    assert read_hexjson(hexjson(tmp_path / "a.hexjson", None, a=(0, 0))).lattice is Lattice.ODD_R


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"hexes": []}', '{"hexes": {"a": {"q": 1}}}', '{"hexes": {"a": {"q": 1.5, "r": 2}}}',
     '{"layout": "square", "hexes": {}}', '{"hexes": {"a": {"q": true, "r": 2}}}'],
)  # fmt: skip
def test_what_is_not_hexjson_is_said_in_a_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.hexjson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IntakeError, match="is not HexJSON"):
        read_hexjson(path)
    with pytest.raises(IntakeError, match="cannot be read"):
        read_hexjson(tmp_path / "none.hexjson")


def shape(hexes: Iterable[Hex], lattice: Lattice) -> set[tuple[float, float]]:
    """Return the middles of hexagons, in half widths and rows, from the leftmost and lowest."""
    rows = lattice in (Lattice.ODD_R, Lattice.EVEN_R)
    odd = lattice in (Lattice.ODD_R, Lattice.ODD_Q)
    points = []
    for one in hexes:
        along, across = (one.q, one.r) if rows else (one.r, one.q)
        points.append((2 * along + (across % 2 == int(odd)), across))
    left, low = min(x for x, _ in points), min(y for _, y in points)
    return {(x - left, y - low) for x, y in points}


@pytest.mark.parametrize("lattice", list(Lattice))
@pytest.mark.parametrize("at", [(0, 0), (1, 0), (0, 1), (-3, -7), (2, 5)])
def test_a_block_keeps_its_shape_beside_another(lattice: Lattice, at: tuple[int, int]) -> None:
    q, r = at
    flower = [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (0, 2)]
    first = [Hex(ContestId(f"a{n}"), n % 3, n // 3) for n in range(9)]
    second = [Hex(ContestId(f"b{n}"), q + x, r + y) for n, (x, y) in enumerate(flower)]
    both = list(beside([first, second], lattice))
    assert len({(one.q, one.r) for one in both}) == len(both)
    moved = [one for one in both if one.contest.startswith("b")]
    assert shape(moved, lattice) == shape(second, lattice)
    assert min(one.q for one in moved) > max(one.q for one in both if one.contest.startswith("a")) + 1


def test_layouts_of_two_kinds_are_not_put_together(tmp_path: Path) -> None:
    paths = [hexjson(tmp_path / "a", "odd-r", a=(0, 0)), hexjson(tmp_path / "b", "even-q", b=(0, 0))]
    with pytest.raises(IntakeError, match="odd-r and even-q"):
        laid_out(paths, {"a": ContestId("a"), "b": ContestId("b")})


def test_contests_go_by_id_or_name_and_others_are_left_out(tmp_path: Path) -> None:
    path = hexjson(tmp_path / "a", "odd-r", a=(0, 0), b=(1, 0), c=(2, 0))
    known = {"a": ContestId("a"), "b ward": ContestId("E1")}
    assert laid_out([path], known).hexes == (Hex(ContestId("a"), 0, 0), Hex(ContestId("E1"), 1, 0))
    with pytest.raises(IntakeError, match="none of the contests"):
        laid_out([path], {"d": ContestId("d")})


def test_two_on_one_spot_are_reported_and_not_crashed_upon(folder: Path, shared: Path) -> None:
    layout = read_hexjson(shared / "data" / "layouts" / "overlapping-pair.hexjson")
    assert max(Counter((one.q, one.r) for one in layout.places).values()) == 2
    text = (folder / "layout.csv").read_text(encoding="utf-8")
    (folder / "layout.csv").write_text(text.replace("gamma,4,7", "gamma,0,0"), encoding="utf-8")
    (fault,) = [one for one in check(folder) if one.code == "hex-twice"]
    assert "Gamma ward are on one spot, q 0 and r 0" in fault.text


@pytest.mark.parametrize(
    ("name", "lattice", "places"),
    [
        ("uk-constituencies-2024", "odd-r", 650),
        ("uk-constituencies-2010", "odd-r", 650),
        ("uk-constituencies-2019-odd-q", "odd-q", 650),
        ("uk-nuts3-even-r", "even-r", 173),
        ("uk-wards-2022", "odd-r", 8482),
        ("birmingham-wards-2004-2018", "odd-r", 40),
    ],
)
def test_published_layouts(name: str, lattice: str, places: int, shared: Path) -> None:
    layout = read_hexjson(shared / "data" / "layouts" / f"{name}.hexjson")
    assert (layout.lattice, len(layout.places)) == (lattice, places)
    assert len({(one.q, one.r) for one in layout.places}) == places


def wards(*councils: int) -> list[Contest]:
    return [
        Contest(ContestId(f"{council}-{ward}"), "Ward", BodyId(str(council)), ())
        for council, number in enumerate(councils)
        for ward in range(number)
    ]


@pytest.mark.parametrize("councils", [(1,), (2,), (5, 5), (69, 1, 40, 13, 7, 20), tuple(range(1, 60))])
def test_a_made_layout_has_a_spot_for_each_and_keeps_councils_whole(councils: tuple[int, ...]) -> None:
    contests = wards(*councils)
    lattice, hexes = made_layout(contests, lambda contest: contest.body)
    assert lattice is Lattice.ODD_R
    assert [one.contest for one in hexes] == [one.id for one in contests]
    spots = {(one.q, one.r): one.contest.partition("-")[0] for one in hexes}
    assert len(spots) == len(contests)
    for (q, r), council in spots.items():
        beside_it = {spots.get((q + x, r + y), council) for x in (-1, 0, 1) for y in (-1, 0, 1)}
        assert beside_it == {council}
