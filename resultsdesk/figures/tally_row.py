"""The party table: a line for each party, its columns given up one by one as the panel narrows."""

from dataclasses import dataclass
from functools import cache, lru_cache

from resultsdesk.figures.lettering import text
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Shape, figure
from resultsdesk.night.tally import TallyLine
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.rounding import number, per_cent, points, signed

# What a name must have before a column may be added: the first two columns may press it harder.
_NAME, _PRESSED = 146.0, 96.0

Said = tuple[str, Ink]  # what a cell says, and in which ink


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its heading and how wide it is."""

    name: str
    width: float


# In the order they are given room; they stand in the table in the order of _SHOWN.
_WANTED = (
    (Column("Seats", 52),),
    (Column("Net", 48),),
    (Column("Share", 62),),
    (Column("Change", 62),),
    (Column("Gains", 50), Column("Losses", 54)),
    (Column("Votes", 92),),
)
_SHOWN = ("Votes", "Share", "Change", "Gains", "Losses", "Seats", "Net")


@cache
def columns(width: float) -> tuple[Column, ...]:
    """Return the columns a table of this width has room for, left to right."""
    room = width - 22
    found: list[Column] = []
    for some in _WANTED:
        wide = sum(one.width for one in some)
        if room - wide < (_NAME if len(found) >= 2 else _PRESSED):
            break
        room -= wide
        found += some
    return tuple(sorted(found, key=lambda one: _SHOWN.index(one.name)))


def tally_head(width: float, height: float = 22.0) -> Figure:
    """Return the headings of the party table."""
    shapes: list[Shape] = [text("party", 0, 0, _PRESSED, height, "Party", ink="muted", strong=True, size=13)]
    x = width
    for one in reversed(columns(width)):
        x -= one.width
        shapes.append(text(one.name, x, 0, one.width, height, one.name, ink="muted", size=13, align=Align.RIGHT))
    return figure(width, height, *shapes)


def tally_row(line: TallyLine, party: Party, width: float, height: float = 30.0) -> Figure:
    """Return one party's line; what is not known is a dash, and no change is a quiet 0."""
    return _drawn(party.id, party.name, tuple(_said(one.name, line) for one in columns(width)), width, height)


@lru_cache(maxsize=128)  # most parties' lines say the same after a declaration as before
def _drawn(party: PartyId, name: str, said: tuple[Said, ...], width: float, height: float) -> Figure:
    shapes: list[Shape] = [Box("swatch", 0, (height - 13) / 2, 13, 13, f"party:{party}", radius=2)]
    x = width
    for one, (words, ink) in zip(reversed(columns(width)), reversed(said), strict=True):
        x -= one.width
        shapes.append(_cell(one, words, ink, x, height))
    shapes.append(text("name", 22, 0, x - 22, height, name, strong=True))
    return figure(width, height, *shapes)


def _cell(column: Column, words: str, ink: Ink, x: float, height: float) -> Shape:
    seats = column.name == "Seats"
    return text(
        column.name,
        x,
        0,
        column.width,
        height,
        words,
        ink=ink,
        strong=seats or column.name == "Net",
        role="figure" if seats else "body",
        size=19 if seats else 14,
        align=Align.RIGHT,
    )


def _said(column: str, line: TallyLine) -> Said:
    match column:
        case "Seats":
            return number(line.seats), "text" if line.seats else "muted"
        case "Net":
            return signed(line.net), sign_ink(line.net)
        case "Share":
            return per_cent(line.share), "text"
        case "Change":
            return ("new" if line.new else points(line.change)), "muted"
        case "Gains":
            return number(line.gains), "muted"
        case "Losses":
            return number(line.losses), "muted"
        case _:
            return number(line.votes), "muted"


def sign_ink(value: int | None) -> Ink:
    """Return the ink of a signed number: the sign itself says which way, the colour only repeats it."""
    if not value:
        return "muted"
    return "gain" if value > 0 else "loss"
