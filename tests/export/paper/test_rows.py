"""Rows whose height is said are as high as Typst would find them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from summaries import built, strange

from resultsdesk.export.paper import rows as rows_room
from resultsdesk.export.paper import setting
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.paper.rows import KEPT, Rows, rows
from resultsdesk.export.report.places import CandidacyLine, PlaceLine, places
from resultsdesk.export.summary import Summary


def lines(summary: Summary) -> list[PlaceLine]:
    return [line for part in places(summary) for line in part.lines]


def placed(summary: Summary, path: Path) -> list[list[tuple[str, float]]]:
    """Return every piece of text of the last pages with how far it is from the foot."""
    PdfWriter().write(summary, path)
    found = []
    for page in PdfReader(path).pages[-4:]:
        pieces: list[tuple[str, float]] = []

        def note(text: str, _: object, at: list[float], *__: object, into: list[tuple[str, float]] = pieces) -> None:
            if text.strip():
                into.append((text.strip(), at[5]))

        page.extract_text(visitor_text=note)
        found.append(pieces)
    return found


def found_by_typst(one: PlaceLine) -> Rows:
    return Rows(rows(one).stood, (None, None))


@pytest.mark.parametrize("night", [lambda: built("uk-2024"), lambda: built("midlands-2016"), strange])
def test_heights_are_those_typst_would_find(
    night: Callable[[], Summary], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = placed(night(), tmp_path / "said.pdf")
    monkeypatch.setattr(setting, "rows", found_by_typst)
    found = placed(night(), tmp_path / "found.pdf")
    assert len(said) == len(found)
    for page, other in zip(said, found, strict=True):
        assert [one for one, _ in page] == [one for one, _ in other]
        assert [at for _, at in page] == pytest.approx([at for _, at in other], abs=1.5)


def test_most_heights_are_said() -> None:
    heights = [rows(one).heights for one in lines(built("uk-2024"))]
    assert sum(None not in one for one in heights) > 0.95 * len(heights)


def contest(*names: str, **more: object) -> PlaceLine:
    stood = tuple(CandidacyLine(one, "Lab", "labour", "1,234", "12.3%", "", False, False) for one in names)  # type: ignore[arg-type]  # an id made of nothing
    texts = dict.fromkeys(
        ("region", "share", "change", "second", "majority", "majority_share", "turnout", "declared"), ""
    )
    said: dict[str, Any] = {
        **texts, "id": "alpha", "name": "Alpha ward", "result": "Lab hold", "gained": False, "flags": (),
        "party_ids": (), "winners": "A Candidate", "swing": "", "after": None, "candidacies": stood,
    }  # fmt: skip
    return PlaceLine(**{**said, **more})


def test_those_who_stood_are_broken_between_them() -> None:
    set_ = rows(contest(*(f"Candidate {one}" for one in range(20))))
    assert set_.heights[1] is not None
    broken = set_.stood.split("\n")
    assert len(broken) > 2
    assert all(one.startswith("Candidate ") for one in broken)
    assert all(one.endswith(f"{KEPT}·") for one in broken[:-1])
    assert set_.heights[1] == pytest.approx(len(broken) * 6 * 0.66 + (len(broken) - 1) * 3 + 3.6, abs=0.01)


@pytest.mark.parametrize(
    ("one", "sure"),
    [
        (contest("A Candidate"), (True, True)),
        (contest("A Candidate", winners=", ".join(["A Candidate"] * 6)), (False, False)),
        (contest("A Candidate", name="Alpha ward with a name that is longer than any two lines hold"), (True, False)),
        (contest("A Candidate", flags=("corrected", "tied, lot to be drawn")), (True, False)),
        (contest("A Candidate" * 20), (True, False)),
        (contest("候補"), (True, False)),
        (contest("A Candidate", winners="候補"), (False, False)),
        (contest("A Candidate", declared="18:00"), (True, True)),
        (contest("A Candidate", declared="18:00 Sat"), (False, False)),
    ],
)
def test_what_is_not_sure_is_left_to_typst(one: PlaceLine, sure: tuple[bool, bool]) -> None:
    assert tuple(each is not None for each in rows(one).heights) == sure
    assert rows_room.BETWEEN not in rows(one).stood, "one alone has nobody beside them"
