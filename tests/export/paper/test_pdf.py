"""The printed report, read by another program than made it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf import PdfWriter as Rewriter
from summaries import NAMES, built, put_right, strange, summary_of, town_summary
from town import TOWN

from resultsdesk.export.paper import typesetting
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.summary import Summary
from resultsdesk.night.night import begin
from resultsdesk.night.trouble import Trouble


def made(summary: Summary, folder: Path) -> Path:
    path = folder / "report.pdf"
    PdfWriter().write(summary, path)
    return path


def words(path: Path) -> list[str]:
    return [" ".join(one.extract_text().split()) for one in PdfReader(path).pages]


@pytest.mark.parametrize("night", ["half", "councils", "nothing", "put right"])
def test_every_page_says_which_night_and_how_much_of_it(night: str, tmp_path: Path) -> None:
    summary = {
        "half": lambda: built("uk-2024", "04:47"),
        "councils": lambda: built("midlands-2016"),
        "nothing": lambda: built("midlands-2016", "21:59"),
        "put right": put_right,
    }[night]()
    path = made(summary, tmp_path)
    assert PdfWriter().check(summary, path) == ()
    pages = words(path)
    for at, page in enumerate(pages, start=1):
        assert summary.night.briefing.election.title in page
        assert summary.declared in page
        assert f"page {at} of {len(pages)}" in page
        assert "REHEARSAL" not in page


def test_a_rehearsal_says_so_on_every_page(tmp_path: Path) -> None:
    summary = built("midlands-2016", None, live=False)
    path = made(summary, tmp_path)
    assert PdfWriter().check(summary, path) == ()
    pages = words(path)
    assert all(page.count("REHEARSAL") >= 2 for page in pages)  # in the heading, and under everything
    assert "REHEARSAL" in str(PdfReader(path).metadata.title)  # type: ignore[union-attr]  # written by us


def test_the_first_page_and_every_contest(tmp_path: Path) -> None:
    summary = built("midlands-2016")
    pages = words(made(summary, tmp_path))
    assert "47 seats for Labour" in pages[0]
    everything = " ".join(pages)
    for standing in summary.night.contests.values():
        assert standing.contest.name in everything
    for said in ("Labour hold Birmingham", "no overall control", "Andrew Teale", "Kings Norton"):
        assert said in everything


def test_a_correction_and_its_reason_are_printed(tmp_path: Path) -> None:
    everything = " ".join(words(made(put_right(), tmp_path)))
    assert "14,739, now 14,749" in everything
    assert "Ten votes were in another pile" in everything


def test_it_is_tagged_and_outlined(tmp_path: Path) -> None:
    said = PdfReader(made(built("midlands-2016"), tmp_path))
    root = said.root_object
    assert root["/Lang"] == "en-GB"
    assert str(root["/MarkInfo"].get_object()) == "{'/Marked': True, '/Suspects': False}"
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()  # type: ignore[union-attr]  # a stream of PDF
    assert [one["/Title"] for one in said.outline if not isinstance(one, list)][-1] == "Where this comes from"  # type: ignore[misc]  # an entry of the outline
    assert {round(float(one)) for one in said.pages[0].mediabox[2:]} == {595, 842}  # A4 in points


def test_figures_are_drawn_and_not_pictures_of_pixels(tmp_path: Path) -> None:
    said = PdfReader(made(built("midlands-2016"), tmp_path))
    assert [image.name for page in said.pages for image in page.images] == []


def test_the_same_summary_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (tmp_path / name for name in ("one", "other"))
    one.mkdir()
    other.mkdir()
    summary = built("midlands-2016")
    assert made(summary, one).read_bytes() == made(summary, other).read_bytes()


def test_any_name_can_be_printed(tmp_path: Path) -> None:
    summary = strange()
    path = made(summary, tmp_path)
    assert PdfWriter().check(summary, path) == ()
    everything = "".join("".join(words(path)).split())
    for name in NAMES[:3]:
        assert "".join(name.split()) in everything


def test_a_letter_no_typeface_has_costs_the_standard_and_not_the_report(tmp_path: Path) -> None:
    contests = {
        id: replace(one, name="A ward \ue123\U000f1234") for id, one in TOWN.contests.items()
    }  # letters for private use, which mean nothing here
    path = made(summary_of(begin(replace(TOWN, contests=contests))), tmp_path)
    said = PdfReader(path)
    assert said.root_object["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in said.root_object
    assert b"pdfuaid" not in said.root_object["/Metadata"].get_object().get_data()  # type: ignore[union-attr]  # a stream


def test_a_damaged_file_is_found_out(tmp_path: Path) -> None:
    path = made(built("midlands-2016"), tmp_path)
    wrong = PdfWriter().check(built("midlands-2016", "21:59"), path)
    assert any("how much is declared" in one for one in wrong)
    bare = Rewriter()
    bare.add_page(PdfReader(path).pages[0])
    bare.write(tmp_path / "bare.pdf")
    wrong = PdfWriter().check(built("midlands-2016"), tmp_path / "bare.pdf")
    assert "it is not tagged" in wrong
    assert "it does not say its language" in wrong


def ended(tasks: Iterator[object]) -> Iterator[str]:
    for _ in tasks:
        os._exit(1)
    yield ""


def test_that_typst_was_ended_is_nobodys_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_set_each", ended)
    with pytest.raises(Trouble, match="was ended, for want of memory perhaps"):
        made(town_summary(), tmp_path)


def test_where_it_comes_from_is_on_one_page(tmp_path: Path) -> None:
    town = town_summary().night.briefing
    for lines in range(4, 44, 8):
        credits = tuple(f"Source {one}" for one in range(lines))
        briefing = replace(town, election=replace(town.election, credits=credits))
        last = words(made(summary_of(begin(briefing)), tmp_path))[-1]
        assert "Where this comes from" in last
        assert "The files beside this one" in last
