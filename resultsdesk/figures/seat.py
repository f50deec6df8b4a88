"""How one contest looks: its ink, pattern and mark, the same on the map, in the finder and in every list."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from resultsdesk.figures.shapes import Ink, Mark, Pattern, Texture, Tile
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import Party, PartyId

# The majority, as a share of the votes, at which the next strength begins.
STEPS = (Fraction(5, 100), Fraction(12, 100), Fraction(25, 100))
UNOPPOSED = "U"


class Colouring(StrEnum):
    """What a map's colours tell."""

    WINNER = "winner"
    GAIN = "gain"
    MAJORITY = "majority"


def dressed(
    tile: Tile,
    standing: Standing,
    parties: Mapping[PartyId, Party],
    colouring: Colouring = Colouring.WINNER,
    measure: Measure = Measure.LAST,
    letters: bool = False,
) -> Tile:
    """Return a tile in the ink, pattern and mark of the contest as it stands; its place and edge stay.

    With `letters`, parties are told apart by a letter and by lines too, for those to whom colours say little.
    """
    match standing.stage:
        case Stage.AWAITED:
            return _plain(tile, "awaited-edge", Pattern.HOLLOW, "awaited")
        case Stage.FLASHED:
            return _plain(tile, _heard_ink(standing), Pattern.RINGED, "awaited")
        case Stage.RECOUNT:
            return _plain(tile, "awaited", Pattern.HATCHED, "recount")
        case Stage.POSTPONED:
            return _plain(tile, "awaited-edge", Pattern.HOLLOW, "panel", Mark.CROSS)
        case _:
            return _declared(tile, standing, parties, colouring, measure, letters)


def strength(standing: Standing) -> int:
    """Return how safe a majority is, 1 (under 5 per cent) to 4 (25 per cent and more, or nobody beaten)."""
    majority = standing.count.majority if standing.count else None
    if majority is None or standing.poll is None:
        return 4
    votes = standing.poll.valid_papers(standing.contest.vacancies) or standing.poll.valid_votes
    share = Fraction(majority, votes) if votes else Fraction(0)
    return 1 + sum(share >= step for step in STEPS)


def texture(party: Party) -> Texture:
    """Return the lines of a party's tiles: the first in the briefing's order has none, the next three their own."""
    return tuple(Texture)[(party.order - 1) % len(Texture)]


def _plain(tile: Tile, ink: Ink, pattern: Pattern, second: Ink, mark: Mark = Mark.NONE) -> Tile:
    return _with(tile, ink, pattern, second, mark)


def _with(
    tile: Tile,
    ink: Ink,
    pattern: Pattern,
    second: Ink,
    mark: Mark,
    letter: str = "",
    parts: tuple[Ink, ...] = (),
    lines: Texture = Texture.NONE,
) -> Tile:
    # Field by field: dataclasses.replace takes five times as long, and a night of wards has thousands of tiles.
    return Tile(
        tile.id,
        tile.rings,
        tile.centre,
        tile.size,
        ink,
        pattern,
        second,
        mark,
        tile.edge,
        letter,
        tile.label,
        parts,
        tile.edge_width,
        lines,
    )


def _declared(
    tile: Tile,
    standing: Standing,
    parties: Mapping[PartyId, Party],
    colouring: Colouring,
    measure: Measure,
    letters: bool,
) -> Tile:
    elected = _elected(standing)
    different = tuple(dict.fromkeys(elected))
    shade, mark = _shade(standing, colouring, measure)
    grey = shade == "unknown"
    inks = tuple("faint" if grey else f"party:{one}{shade}" for one in elected)
    if standing.stage is Stage.UNOPPOSED:
        letter = UNOPPOSED
    else:
        letter = parties[different[0]].short[:3] if letters and len(different) == 1 else ""
    whole = len(different) == 1 or grey
    return _with(
        tile,
        inks[0] if inks else "faint",
        Pattern.SOLID if whole else Pattern.SPLIT,
        "",
        Mark.RING if standing.tied else mark,
        letter,
        () if whole else inks,
        texture(parties[different[0]]) if letters and whole and different else Texture.NONE,
    )


def _elected(standing: Standing) -> tuple[PartyId, ...]:
    """Return the parties to show, one a seat: those elected and, after a tie, those level for the last."""
    if not standing.tied or standing.count is None:
        return standing.parties
    level = (standing.contest.candidacy(one) for one in standing.count.tied)
    return (*standing.parties, *(one.party for one in level if one is not None))


def _shade(standing: Standing, colouring: Colouring, measure: Measure) -> tuple[str, Mark]:
    """Return the strength to paint a result in, or `unknown`, and its mark."""
    outcome = standing.outcome(measure)
    gained = Mark.DOT if outcome is not None and outcome.is_gain else Mark.NONE
    if colouring is Colouring.MAJORITY:
        return f"/{strength(standing)}", Mark.NONE
    if colouring is Colouring.GAIN and not standing.tied:
        if outcome is None or not outcome.known:
            return "unknown", Mark.NONE
        return ("" if outcome.is_gain else "/dim"), gained
    return "", gained


def _heard_ink(standing: Standing) -> Ink:
    candidacy = standing.contest.candidacy(standing.flash) if standing.flash else None
    return f"party:{candidacy.party}" if candidacy else "faint"
