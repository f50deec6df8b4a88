"""Every scene as PNG and SVG."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from summaries import built, strange

from resultsdesk.app.pictures import painter
from resultsdesk.export.readme import readme_text
from resultsdesk.export.stills.choosing import MOST_BODIES, stills, told_of
from resultsdesk.export.stills.png import PngWriter, png_files
from resultsdesk.export.stills.svg_file import SvgWriter, svg_files
from resultsdesk.export.summary import Summary
from resultsdesk.figures.scenes.request import Format, SceneName


def test_every_scene_in_every_format() -> None:
    found = stills(built("uk-2024", "04:47"))
    assert {(one.request.name, one.request.format) for one in found} == {
        (name, format) for name in SceneName for format in Format
    }
    assert len({one.stem for one in found}) == len(found) == 42
    assert next(one.stem for one in found) == "contest-16x9"


def test_a_council_each() -> None:
    councils = [one for one in stills(built("midlands-2016")) if one.request.name is SceneName.COUNCIL]
    assert [one.what for one in councils][::3] == [
        "Council: Birmingham, 16:9.",
        "Council: Walsall, 16:9.",
        "Council: Redditch, 16:9.",
    ]
    assert len(councils) <= 3 * MOST_BODIES


def test_the_result_is_the_one_the_story_begins_with() -> None:
    summary = built("uk-2024", "04:47")
    id = told_of(summary)
    assert id is not None
    assert summary.night.contests[id].decided
    assert summary.night.contests[id].contest.name == "Ashfield"
    assert told_of(built("uk-2024", "22:00")) in summary.night.contests


def test_the_readme_names_a_scene_once() -> None:
    summary = built("midlands-2016")
    said = readme_text(summary, svg_files(summary), ())
    assert said.count("stills/") == len(svg_files(summary)) / len(Format)
    assert "stills/council-02-*: Council: Walsall (16x9, 9x16, 1x1; svg).\n" in said
    one = readme_text(summary, svg_files(summary)[:1], ())
    assert f"{svg_files(summary)[0].name}: " in one, "one alone bears its own name"


@pytest.mark.parametrize("summary", [built("uk-2024", "22:00"), strange()], ids=["nothing", "strange"])
def test_every_svg_is_well_formed_whatever_is_known(summary: Summary, tmp_path: Path) -> None:
    for writer in svg_files(summary):
        path = tmp_path / Path(writer.name).name
        writer.write(summary, path)
        assert writer.check(summary, path) == (), writer.name


def test_every_png_is_whole_and_of_its_size(qapp: QGuiApplication, tmp_path: Path) -> None:
    summary = built("midlands-2016", None, live=False)
    paint = painter(summary.night)
    for writer in png_files(summary, paint)[::4]:
        assert isinstance(writer, PngWriter)
        path = tmp_path / Path(writer.name).name
        writer.write(summary, path)
        assert writer.check(summary, path) == (), writer.name
        image = QImage(str(path))
        assert (image.width(), image.height()) == writer.still.request.format.size


def test_a_damaged_png_is_found_out(qapp: QGuiApplication, tmp_path: Path) -> None:
    summary = built("midlands-2016")
    writer = next(one for one in png_files(summary, painter(summary.night)) if one.name == "stills/title-1x1.png")
    path = tmp_path / "title.png"
    writer.write(summary, path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert "its end is missing" in writer.check(summary, path)
    path.write_bytes(whole[:200] + bytes([whole[200] ^ 1]) + whole[201:])
    assert any("is damaged" in one for one in writer.check(summary, path))
    wide = next(one for one in png_files(summary, painter(summary.night)) if one.name == "stills/title-16x9.png")
    path.write_bytes(whole)
    assert wide.check(summary, path) == ("it is 1080 × 1080 pixels and not 1920 × 1080",)


def test_a_rehearsal_says_so_in_every_drawing(tmp_path: Path) -> None:
    live, rehearsed = built("midlands-2016"), built("midlands-2016", None, live=False)
    for writer in svg_files(rehearsed)[::4]:
        path = tmp_path / Path(writer.name).name
        writer.write(rehearsed, path)
        assert writer.check(rehearsed, path) == ()
        writer.write(live, path)
        assert writer.check(rehearsed, path) == ("it does not say REHEARSAL",)


def test_a_drawing_that_points_elsewhere_is_found_out(tmp_path: Path) -> None:
    summary = built("midlands-2016")
    writer = SvgWriter(stills(summary)[0])
    path = tmp_path / "one.svg"
    writer.write(summary, path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<title>", '<image href="https://example.org/a.png"/><title>', 1), encoding="utf-8")
    assert writer.check(summary, path) == ("it points to something that is not in the file",)
    path.write_text(text[:-10], encoding="utf-8")
    assert writer.check(summary, path)[0].startswith("it is no XML")
