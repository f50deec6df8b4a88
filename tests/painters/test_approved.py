"""Everything that is drawn on the desk, from real nights, against pictures a person has looked at."""

from collections.abc import Callable, Iterable

import pytest
from built_in import built_in, told
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from resultsdesk.figures.contest_row import contest_row
from resultsdesk.figures.entry_row import entry_row
from resultsdesk.figures.gain_row import gain_row
from resultsdesk.figures.map_key import map_key
from resultsdesk.figures.outcome_card import outcome_card
from resultsdesk.figures.presenter_side import facts_of, latest, presenter_foot
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.seat_map import seat_map
from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.story_row import evidence_row, missing_row, story_row
from resultsdesk.figures.tally_bar import tally_bar
from resultsdesk.figures.tally_row import tally_head, tally_row
from resultsdesk.figures.tip import tip
from resultsdesk.night.commands import EntryId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.standing import Standing
from resultsdesk.painters.paint import paint
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number
from resultsdesk.story.lines import Evidence, Line, Source, Withdrawn

pytestmark = pytest.mark.usefixtures("qapp")

Approve = Callable[[str, QImage], None]
LOOKS = ["dark", "light"]


def half_way() -> Night:
    """The night of 2024 at 04:47, with a recount, a flash and a postponed poll that make every state seen."""
    night = told(built_in("uk-2024", "04:47"), "Birmingham Perry Barr", Kind.RECOUNT)
    night = told(night, "Aldershot", Kind.FLASHED, order=1)
    return told(night, "Rutherglen", Kind.POSTPONED)


def place(night: Night, name: str) -> Standing:
    (found,) = [one for one in night.contests.values() if one.contest.name == name]
    return found


def picture(figures: Iterable[Figure], look: str, night: Night, gap: float = 6) -> QImage:
    """Return figures one below the other on the theme's panel."""
    shown = list(figures)
    wide, tall = max(one.width for one in shown) + 24, sum(one.height + gap for one in shown) + 24 - gap
    colours = theme(look, night.briefing.parties)
    image = QImage(round(wide), round(tall), QImage.Format.Format_RGB32)
    image.fill(colours.colour("panel"))
    painter = QPainter(image)
    y = 12.0
    for one in shown:
        paint(painter, one, colours, QRectF(12, y, one.width, one.height))
        y += one.height + gap
    painter.end()
    return image


def on_panel(figure: Figure, look: str, night: Night, width: int, height: int) -> QImage:
    colours = theme(look, night.briefing.parties)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colours.colour("panel"))
    painter = QPainter(image)
    paint(painter, figure, colours, QRectF(0, 0, width, height))
    painter.end()
    return image


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("colouring", list(Colouring))
def test_the_map_half_way(approved: Approve, look: str, colouring: Colouring) -> None:
    approved(f"map-{colouring}-{look}", on_panel(seat_map(half_way(), colouring), look, half_way(), 400, 560))


def test_the_map_for_those_to_whom_colours_say_little(approved: Approve) -> None:
    night = built_in("uk-2024")
    approved("map-letters", on_panel(seat_map(night, letters=True), "dark", night, 400, 560))


def test_three_councils_with_letters(approved: Approve) -> None:
    night = built_in("midlands-2016")
    figure = seat_map(night, measure=Measure.HOLDER, letters=True)
    approved("map-councils", on_panel(figure, "dark", night, 700, 400))


@pytest.mark.parametrize("look", LOOKS)
def test_the_tally_bar_from_nothing_to_all_in(approved: Approve, look: str) -> None:
    bars = [
        tally_bar(night.tally(night.main_scope), night.briefing.parties, 420)
        for night in (built_in("uk-2024", "22:00"), built_in("uk-2024", "04:47"), built_in("uk-2024"))
    ]
    approved(f"bar-{look}", picture(bars, look, built_in("uk-2024")))


def test_the_tally_bar_of_a_council_keeps_the_seats_not_up(approved: Approve) -> None:
    nights = (built_in("midlands-2016", "22:00"), built_in("midlands-2016"))
    bars = [
        tally_bar(night.tally(Scope(ScopeKind.BODY, body)), night.briefing.parties, 420, title=council.name)
        for night in nights
        for body, council in night.briefing.bodies.items()
    ]
    approved("bar-councils", picture(bars, "dark", nights[0]))


@pytest.mark.parametrize("width", [220, 330, 460, 700])
def test_the_party_table_at_every_width(approved: Approve, width: int) -> None:
    night = built_in("uk-2024")
    tally, parties = night.tally(night.main_scope), night.briefing.parties
    rows = [
        tally_row(tally.line(one, Measure.LAST, parties[one].compares), parties[one], width)
        for one in tally.parties[:9]
    ]
    approved(f"parties-{width}", picture([tally_head(width), *rows], "dark", night, gap=0))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [240, 330])
def test_rows_of_the_finder(approved: Approve, look: str, width: int) -> None:
    night = half_way()
    names = (
        "Birmingham Perry Barr",
        "Aldershot",
        "Rutherglen",
        "Burnley",
        "Manchester Central",
        "Inverness, Skye and West Ross-shire",
        "Normanton and Hemsworth",
        "Ashfield",
    )
    now = night.last_keyed
    rows = [contest_row(place(night, name), night.briefing, now, Measure.LAST, width) for name in names]
    found = contest_row(place(night, "Ashfield"), night.briefing, now, Measure.HOLDER, width, found="Lee Anderson")
    approved(f"finder-{width}-{look}", picture([*rows, found], look, night, gap=0))


@pytest.mark.parametrize("width", [220, 330, 460])
def test_gains_and_the_journal(approved: Approve, width: int) -> None:
    night = half_way()
    gained = ("Burnley", "North Devon", "Great Yarmouth", "Livingston", "Southend East and Rochford")
    rows = [gain_row(place(night, name), night.briefing, Measure.LAST, width) for name in gained]
    entries = [entry_row(one, night.briefing, Measure.LAST, width) for one in night.journal[-8:]]
    approved(f"gains-{width}", picture([*rows, *entries], "dark", night, gap=0))


@pytest.mark.parametrize("look", LOOKS)
def test_outcomes_as_cards(approved: Approve, look: str) -> None:
    night, flashed = built_in("uk-2024"), half_way()
    cards = [
        outcome_card(place(night, name), night.briefing, measure, width)
        for name, measure, width in (
            ("Birmingham Perry Barr", Measure.LAST, 500),
            ("Ashfield", Measure.LAST, 500),
            ("Ashfield", Measure.HOLDER, 500),
            ("Inverness, Skye and West Ross-shire", Measure.LAST, 340),
            ("North Herefordshire", Measure.LAST, 220),
        )
    ]
    cards += [
        outcome_card(place(flashed, name), flashed.briefing, Measure.LAST, 340)
        for name in ("Aldershot", "Birmingham Perry Barr", "Rutherglen")
    ]
    approved(f"cards-{look}", picture(cards, look, night))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [560, 900])
def test_rows_of_the_story(approved: Approve, look: str, width: int) -> None:
    night = half_way()
    told = {
        "Lichfield": "Lichfield changes hands after 32 years: the Conservatives had held it since 1992, at first as "
        "Mid Staffordshire.",
        "Inverness, Skye and West Ross-shire": "A short sentence.",
        "Leicester South": "Labour fall 35.3 points in Leicester South and the vote divides: independent Shockat Adam "
        "with 35.2% ahead of the Conservatives (11.5%) and the Greens (9.1%), more than finds room in two lines.",
    }
    parties = dict(zip(told, ("Con", "LD", "Ind"), strict=True))
    lines = [
        Line(name, "kind", sentence, 60, place(night, name).declared_at, (place(night, name).contest.id,), Scope(),
             PartyId(parties[name]), ())
        for name, sentence in told.items()
    ]  # fmt: skip
    scope = Line("scope", "remaining", "Three wards still to declare.", 40, None, (), Scope(), None, ())
    back = Withdrawn(
        lines[0], EntryId("e9"), night.journal[-1].keyed_at, "Lichfield was corrected at 04:47: read again."
    )
    rows = [
        *(story_row(one, night.briefing, width) for one in (*lines, scope)),
        story_row(lines[0], night.briefing, width, pinned=True),
        story_row(lines[1], night.briefing, width, said="in preview"),
        story_row(lines[2], night.briefing, width, pinned=True, said="on air"),
        story_row(lines[0], night.briefing, width, withdrawn=back),
        story_row(lines[0], night.briefing, width, pinned=True, withdrawn=back),
    ]
    lichfield = place(night, "Lichfield")
    assert lichfield.count is not None
    assert lichfield.contest.baseline is not None
    first = Evidence("Majority", number(lichfield.count.majority), Source.ENTRY)
    before = number(lichfield.contest.baseline.majority)
    last = Evidence("Majority last time", f"{before}, Con, 2019 (notional)", Source.BASELINE)
    since = Evidence("Held by the party since", "1992", Source.BRIEFING)
    rows += [
        evidence_row(first, night.briefing, width, entry=41),
        evidence_row(last, night.briefing, width, name="Lichfield"),
        evidence_row(since, night.briefing, width, name="Inverness, Skye and West Ross-shire"),
        missing_row("who had the seats before", width),
    ]
    approved(f"story-{width}-{look}", picture(rows, look, night, gap=0))


def test_the_presenters_foot(approved: Approve) -> None:
    night = half_way()
    told = (
        "Sitting member Jonathan Ashworth (Labour) is out in Leicester South: second, 979 votes behind.",
        "The first independent elected: Shockat Adam in Leicester South, at 03:46.",
        "A sentence that finds no room in what is left of the four lines and so gives way to a shorter one after it.",
        "A short one.",
    )
    facts = facts_of(night, place(night, "Leicester South"))
    later = latest(night, Scope(), Measure.LAST)
    feet = [presenter_foot(told, facts), presenter_foot(told[1:2], later), presenter_foot((), facts)]
    approved("presenter-foot", picture(feet, "dark", night, gap=24))


def test_what_the_map_tells_of_a_contest(approved: Approve) -> None:
    night = half_way()
    tips = [
        tip(place(night, name), night.briefing, Measure.HOLDER)
        for name in ("Leicester South", "Ashfield", "Aldershot", "Birmingham Perry Barr")
    ]
    rare = ("several parties", "tie", "unopposed", "postponed")
    keys = [*(map_key(one, 300) for one in Colouring), map_key(Colouring.WINNER, 300, rare)]
    approved("tips", picture([*tips, *keys], "dark", night))


def test_a_picture_of_something_else_is_not_approved(
    approved: Approve, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RESULTSDESK_APPROVE", raising=False)
    night = built_in("midlands-2016", "22:00")
    figure = seat_map(night, measure=Measure.HOLDER, letters=True)
    with pytest.raises(AssertionError, match="differs"):
        approved("map-councils", on_panel(figure, "dark", night, 700, 400))
