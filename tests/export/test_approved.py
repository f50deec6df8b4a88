"""What leaves the program as text, against files a person has read: the made-up town, half declared.

RESULTSDESK_APPROVE=1 approves what is written now.
"""

import os
from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from resultsdesk.export.folder import staged
from resultsdesk.export.summary import Lent, Summary, Writer
from resultsdesk.export.writers import chosen, writers
from resultsdesk.export.writing import write_summary

APPROVED = Path(__file__).parent.parent / "approved" / "summary"
ONLY = ("csv", "summary.json", "summary.xlsx")


def written(summary: Summary, folder: Path) -> Path:
    """Write the summary's data files and return their folder."""
    with staged(folder, rehearsal=summary.night.rehearsal, night=summary.night.briefing.election.id) as stage:
        found = write_summary(summary, data_files(summary), stage, whole=True)
    assert found.faults == []
    return folder


def data_files(summary: Summary) -> tuple[Writer, ...]:
    """Return the writers of text and of the workbook, which need nothing of other rooms."""
    everything = writers(summary, Lent(lambda *_: None, None, lambda _: (), lambda _: summary.night))
    return chosen(everything, ONLY)[0]


def as_text(path: Path) -> str:
    """Return what is to be read of a file: its text, or of a workbook each sheet's cells."""
    if path.suffix != ".xlsx":
        return path.read_bytes().decode("utf-8")
    book = CalamineWorkbook.from_path(str(path))
    lines = []
    for name in book.sheet_names:
        lines += ["", f"[{name}]"]
        lines += ["\t".join(map(_cell, row)) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return repr(value) if isinstance(value, bool | float | int) else str(value)


@pytest.mark.parametrize("mode", ["live", "rehearsal"])
def test_the_folder_is_as_approved(mode: str, summary: Summary, rehearsed: Summary, tmp_path: Path) -> None:
    out = written(summary if mode == "live" else rehearsed, tmp_path / "out")
    approved = APPROVED / mode
    files = [one for one in out.iterdir() if not one.name.endswith("SHA256SUMS")]
    now = {f"{one.name}{'.txt' if one.suffix == '.xlsx' else ''}": as_text(one) for one in files}
    if os.environ.get("RESULTSDESK_APPROVE"):
        approved.mkdir(parents=True, exist_ok=True)
        for one in approved.iterdir():
            one.unlink()
        for name, text in now.items():
            (approved / name).write_bytes(text.encode("utf-8"))
    before = {one.name: one.read_bytes().decode("utf-8") for one in approved.iterdir()}
    assert sorted(now) == sorted(before)
    assert {name: text for name, text in now.items() if text != before[name]} == {}
