"""Themes: every ink is there, and every text can be read where it stands."""

from pathlib import Path

import pytest
from built_in import briefing_of
from PySide6.QtGui import QFontInfo

from resultsdesk.assets.inks import Inks, mixed
from resultsdesk.assets.palette import palette, palettes, read_palette
from resultsdesk.figures.contrast import contrast
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.party import Party, PartyId

LOOKS = palettes()
BUILT_IN = ("uk-2024", "uk-2017", "midlands-2016")
GROUNDS = ("ink", "glow", "panel", "raised", "field")


def inks(look: str, briefing: str = "uk-2024") -> Inks:
    return Inks(palette(look), briefing_of(briefing)[0].parties)


def test_there_is_a_dark_and_a_light_theme_with_the_same_inks() -> None:
    assert set(LOOKS) >= {"dark", "light"}
    assert len({frozenset(palette(look).inks) for look in LOOKS}) == 1
    assert len({frozenset(palette(look).roles) for look in LOOKS}) == 1


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ink", ["text", "muted", "gain", "loss", "warn", "good", "bad"])
def test_words_can_be_read_on_every_ground(look: str, ink: str) -> None:
    for ground in GROUNDS:
        assert contrast(inks(look)[ink], inks(look)[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on-accent", "accent"),
        ("good", "good-ground"),
        ("warn", "warn-ground"),
        ("bad", "bad-ground"),
        ("rehearsal", "rehearsal-ground"),
    ],
)
def test_words_can_be_read_on_their_own_ground(look: str, ink: str, ground: str) -> None:
    assert contrast(inks(look)[ink], inks(look)[ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("briefing", BUILT_IN)
def test_words_in_and_on_every_partys_colour_can_be_read(look: str, briefing: str) -> None:
    colours = inks(look, briefing)
    for party in briefing_of(briefing)[0].parties:
        assert contrast(colours[f"words:{party}"], colours["panel"]) >= 4.5, party
        assert contrast(colours[f"words:{party}"], colours["glow"]) >= 4.5, party
        assert contrast(colours[f"on:{party}"], colours[f"party:{party}"]) >= 4.5, party
        # Only large figures stand on a subdued colour.
        assert contrast(colours[f"on:{party}/dim"], colours[f"party:{party}/dim"]) >= 3, party
        assert contrast(colours["text"], colours[f"party:{party}/wash"]) >= 4.5, party
        assert contrast(colours["muted"], colours[f"party:{party}/wash"]) >= 3, party


@pytest.mark.parametrize("look", LOOKS)
def test_a_safer_majority_stands_out_more_from_the_panel(look: str) -> None:
    colours = inks(look)
    steps = [contrast(colours[f"party:Lab/{step}"], colours["panel"]) for step in (1, 2, 3, 4)]
    assert steps == sorted(steps)
    assert colours["party:Lab/4"] == colours["party:Lab"].upper()


def test_a_party_nobody_knows_is_grey_and_an_ink_nobody_knows_is_a_mistake() -> None:
    assert inks("dark")["party:Nobody"] == inks("dark")["faint"]
    with pytest.raises(KeyError):
        inks("dark")["ultramarine"]


def test_a_partys_id_may_hold_a_stroke() -> None:
    odd = Party(PartyId("A/B"), "A and B", "A/B", "#6080A0", 1)
    colours = Inks(palette("dark"), {odd.id: odd})
    assert colours["party:A/B"] == "#6080A0"
    assert colours["party:A/B/dim"] != "#6080A0"


@pytest.mark.parametrize("look", sorted(palettes()))
@pytest.mark.parametrize("briefing", ["uk-2024", "uk-2017", "midlands-2016"])
def test_every_partys_colour_can_be_told_from_the_ground(look: str, briefing: str) -> None:
    parties = briefing_of(briefing)[0].parties | {
        PartyId(one): Party(PartyId(one), one, one, one, 99) for one in ("#000000", "#FFFFFF", "#0B0F1A", "#FDF38E")
    }
    colours = Inks(palette(look), parties)
    for one in parties:
        assert contrast(colours[f"party:{one}"], colours["ink"]) >= 1.5, one
        assert contrast(colours[f"party:{one}"], colours[f"on:{one}"]) >= 4.5, one


def test_a_colour_that_can_be_seen_is_the_briefings_own() -> None:
    parties = briefing_of("uk-2024")[0].parties
    dark, light = (Inks(palette(look), parties) for look in ("dark", "light"))
    assert all(dark[f"party:{one}"].lower() == party.colour.lower() for one, party in parties.items() if party.colour)
    assert light["party:Lab"].lower() == parties[PartyId("Lab")].colour.lower()
    assert light["party:SNP"] != parties[PartyId("SNP")].colour


def test_mixing_meets_in_the_middle() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mixed("#123456", "#FFFFFF", 1) == "#123456"


def test_a_theme_that_lacks_something_says_what(tmp_path: Path) -> None:
    file = tmp_path / "half.toml"
    file.write_text('name = "Half"\n[inks]\n', encoding="utf-8")
    with pytest.raises(KeyError, match="party"):
        read_palette(file)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("role", "family"),
    [
        ("headline", "Red Hat Display"),
        ("figure", "Red Hat Display"),
        ("label", "Source Sans Pro"),
        ("body", "Source Sans Pro"),
    ],
)
@pytest.mark.parametrize("strong", [False, True])
def test_every_role_is_set_in_the_programs_own_typefaces(role: str, family: str, strong: bool) -> None:
    font = theme("dark", {}).font(role, 20, strong)
    assert QFontInfo(font).family() == family
    assert QFontInfo(font).weight() == font.weight(), "the very weight, not the nearest"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("role", "ems"), [("body", 0.001), ("figure", 0.04)])
def test_figures_of_one_column_are_of_one_width(role: str, ems: float) -> None:
    """Red Hat Display's tabular nine is its proportional one, a little wider than the rest."""
    widths = [theme("dark", {}).advance(str(digit), role, 20, True) for digit in range(10)]
    assert max(widths) - min(widths) <= ems * 20
