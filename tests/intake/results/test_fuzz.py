"""Whatever is in a file, reading it ends in a source or in sentences: never in anything else."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from town import TOWN

from resultsdesk.intake.faults import BriefingFaults, IntakeError
from resultsdesk.intake.results.democracy_club import LAYOUT as CLUB
from resultsdesk.intake.results.matching import placed
from resultsdesk.intake.results.own_csv import LAYOUT as OWN
from resultsdesk.intake.results.reading import read_source

PLAIN = st.sampled_from(
    ["alpha", "Alpha ward", "town", "Town", "alpha.1", "A Candidate1", "Lab", "PP53", "0", "9", "x"]
)
ODD = st.sampled_from(
    [
        *("", "'=1", "-1", "1,234", "1.0", "1e9", "٣", "9" * 400, "NaN", "NULL", "\x00", "\ufeff", '"', "\r", "🐈"),
        *("declared", "flashed", "t", "f", "2016-05-06T01:00:00+01:00", "24:00"),
        *(".", "local..2016-05-05", "local.town.alpha-ward.2016-13-05"),
    ]
)
CELL = st.one_of(PLAIN, ODD, st.text(max_size=8))
LIST = st.lists(CELL, max_size=20)


def read(raw: bytes, name: str) -> None:
    """Read a file and place it; only sentences may come of it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        said = _read(path)
    assert not said or said.endswith((".", "?", "]")), said


def _read(path: Path) -> str:
    """Return what was said against a file, nothing where it could be read."""
    try:
        placed(read_source(path, TOWN.election), TOWN)
    except (BriefingFaults, IntakeError) as wrong:
        return str(wrong)
    return ""


@settings(max_examples=150, deadline=None)
@given(raw=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.json", "a"]))
@example(b"\xff\xfe", "a.csv")
@example(b"contest,name,votes\n\x00,,\n", "a.csv")
@example(b'contest,name,votes\n"' + b"x" * 200_000 + b'",A,5\n', "a.csv")
@example(b"contest\rname\rvotes", "a.csv")
@example(b"[" + b"9" * 5000 + b"]", "a.json")
@example(b"null", "a.json")
def test_bytes(raw: bytes, name: str) -> None:
    read(raw, name)


@pytest.mark.parametrize("columns", [tuple(OWN.names), tuple(CLUB.names)], ids=["own", "club"])
@settings(max_examples=150, deadline=None)
@given(rows=st.lists(LIST, max_size=6))
def test_rows(columns: tuple[str, ...], rows: list[list[str]]) -> None:
    lines = [columns, *([cell.replace('"', '""') for cell in row] for row in rows)]
    text = "\n".join(",".join(f'"{cell}"' if cell else "" for cell in line) for line in lines)
    read(text.encode("utf-8", "surrogatepass"), "a.csv")


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**15) | st.floats() | CELL,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=5,
)
PERSON = st.fixed_dictionaries(
    {"id": PLAIN | VALUE, "name": PLAIN | VALUE, "party_id": PLAIN | VALUE},
    optional={"votes": st.integers(0, 900) | VALUE, "elected": VALUE},
)
CONTEST = st.fixed_dictionaries(
    {
        "id": PLAIN | VALUE,
        "name": PLAIN | VALUE,
        "body": PLAIN | VALUE,
        "stage": st.sampled_from(["awaited", "declared", "flashed", "in recount"]) | VALUE,
        "candidacies": st.lists(PERSON | VALUE, max_size=4) | VALUE,
    },
    optional={"rejected": VALUE, "papers": VALUE, "declared_at": VALUE, "lot": VALUE},
)
SUMMARY = st.fixed_dictionaries(
    {
        "format": st.just("resultsdesk-summary"),
        "version": st.just(1),
        "election": st.fixed_dictionaries({"day": st.just("2016-05-05") | VALUE}) | VALUE,
        "contests": st.lists(CONTEST | VALUE, max_size=3) | VALUE,
        "journal": st.lists(st.fixed_dictionaries({"kind": st.just("flashed"), "contest": VALUE, "winner": VALUE}))
        | VALUE,
    }
)


@settings(max_examples=200, deadline=None)
@given(found=SUMMARY)
def test_summaries(found: dict[str, object]) -> None:
    read(json.dumps(found).encode(), "summary.json")
