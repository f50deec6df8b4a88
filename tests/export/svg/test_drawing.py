"""What an SVG file says, and what it never does."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from built_in import built_in

from resultsdesk.assets.palette import palette
from resultsdesk.export.svg.drawing import to_svg
from resultsdesk.export.svg.look import Look, TwoLooks
from resultsdesk.figures.lettering import span, text
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.seat_map import seat_map
from resultsdesk.figures.shapes import Align, Figure, figure
from resultsdesk.psephology.party import Party, PartyId

PARTIES = {PartyId("A/1"): Party(PartyId("A/1"), "Alpha", "A", "#e4003b", 1)}
LOOK = Look(palette("light"), PARTIES)
SVG = "{http://www.w3.org/2000/svg}"


def line(words: str, width: float = 400, **more: object) -> Figure:
    return figure(400, 40, text("t", 0, 0, width, 40, span(words), size=20, **more))  # type: ignore[arg-type]  # by name


def drawn(shown: Figure, title: str = "A title") -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(shown, LOOK, title))


def said(shown: Figure) -> list[str]:
    return ["".join(one.itertext()) for one in drawn(shown).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    "name",
    [
        "</text></svg><script>alert(1)</script>",
        "]]>&amp;'\"",
        "Ŷnyr ap é",
        "Màiri NicDhòmhnaill",
        "أحمد",
        "李雷",
        "🗳️ Tŷ",
    ],
)
def test_names_in_any_script_survive_and_stay_words(name: str) -> None:
    assert said(line(name)) == [name]
    assert drawn(line(name), name).findtext(f"{SVG}title") == name


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert said(line("A\x00B\x1bC\ufffe")) == ["ABC"]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    (words,) = said(line("Inverness, Skye and West Ross-shire", 120))
    assert words.endswith("…")
    assert "Inverness, Skye and West Ross-shire".startswith(words[:-1])


def test_a_letter_keeps_its_accent_where_it_is_cut() -> None:
    cut = {said(line("e\u0301" * 20, float(wide)))[0] for wide in range(60, 180)}
    assert all(one.count("e") == one.count("\u0301") for one in cut)
    assert len(cut) > 3


def test_it_shrinks_first_where_it_may() -> None:
    whole = drawn(line("Inverness, Skye and West Ross-shire", 230, shrink=True))
    (words,) = whole.iter(f"{SVG}text")
    assert "".join(words.itertext()) == "Inverness, Skye and West Ross-shire"
    assert float(words.attrib["font-size"]) < 20


def test_texts_end_where_they_are_aligned() -> None:
    (words,) = drawn(line("1,234", align=Align.RIGHT)).iter(f"{SVG}text")
    assert (words.attrib["text-anchor"], words.attrib["x"]) == ("end", "400")


def test_it_stands_alone_and_is_the_same_every_time() -> None:
    night = built_in("uk-2024", "04:47")
    scene = draw(night, SceneRequest(SceneName.MAP), night.last_keyed)
    look = Look(palette("dark"), night.briefing.parties)
    once = to_svg(scene, look, "Seats")
    assert once == to_svg(scene, look, "Seats")
    assert "http" not in once.replace("http://www.w3.org/2000/svg", "")
    assert "REHEARSAL" in once
    assert once.count("@font-face") >= 3
    assert len(once) < 250_000


def test_figures_of_one_page_share_no_id() -> None:
    night = built_in("uk-2024", "04:47")
    shown = seat_map(night, letters=True)
    look = Look(palette("light"), night.briefing.parties)
    ids = [set(re.findall(r' id="([^"]+)"', to_svg(shown, look, "", False, key, scale=0.1))) for key in ("a", "b")]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_page_of_two_looks_has_a_variable_for_every_colour() -> None:
    night = built_in("uk-2024", "04:47")
    look = TwoLooks(palette("dark"), palette("light"), night.briefing.parties)
    shown = to_svg(seat_map(night), look, "Seats", alone=False)
    assert "#" not in shown
    dark, light = dict(look.said(0)), dict(look.said(1))
    assert dark.keys() == light.keys()
    assert set(re.findall(r"var\((--c\d+)\)", shown)) <= dark.keys()
    assert dark != light
