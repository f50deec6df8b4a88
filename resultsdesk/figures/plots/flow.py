"""Who gained from whom: the seats declared so far, from the parties that had them to the parties that have them."""

from collections.abc import Iterable

from resultsdesk.figures.plots.asked import Asked
from resultsdesk.figures.plots.plot import Axis, Block, Plot, Ribbon, Scale, Spot
from resultsdesk.figures.plots.saying import NOTHING, against, declared, said
from resultsdesk.figures.scenes.facts import areas_words
from resultsdesk.night.night import Night
from resultsdesk.night.series.flows import SEVERAL, UNKNOWN, Flows, Link, flows
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, signed
from resultsdesk.psephology.wording import seats_words
from resultsdesk.story.grammar import opened, party_named

_THICK = 0.035  # of the width between the two sides
_GAP = 0.022  # of all seats, between two parties
_AIR = 0.42  # of the width, beside the blocks for their names
_KNOT = 0.47, 0.53
_PARTIES = 14  # with a name of their own: for more there is no room beside the blocks
OTHERS = PartyId("+")
_NAMES = {UNKNOWN: "Holder not known", OTHERS: "Other parties"}

Tops = dict[PartyId, float]


def flow_plot(night: Night, asked: Asked) -> Plot:
    """Return where the seats of a scope came from by the baseline asked for, and where they are."""
    found, together = _together(flows(night, asked.scope, asked.measure))
    unknown, several = found.seats(before=UNKNOWN), found.seats(before=SEVERAL)
    tied = sum(one.tied for one in night.within(asked.scope))
    notes = said(
        declared(night, asked.scope),
        against(night, asked.scope, asked.measure),
        f"{seats_words(unknown)} whose holder is not known" if unknown else "",
        f"{seats_words(several)} where several parties lost and several gained: which went to whom cannot be told"
        if several
        else "",
        f"{areas_words(night, tied)} tied" if tied else "",
        f"{number(together)} other parties drawn together" if together else "",
    )
    x = Axis(Scale.NONE, -_AIR, 1 + _AIR)
    total = found.seats() - several  # each of those is there twice, once into the knot and once out of it
    if not total:
        return Plot(NOTHING, x, Axis(Scale.NONE, 0, 1), notes, empty=NOTHING)
    gap = max(total * _GAP, 0.05)
    before = _ordered(night, found, 0)
    after = _ordered(night, found, 1)
    tops = _tops(found, before, 0, gap), _tops(found, after, 1, gap)
    tall = max(max((top + _seats(found, one, side) for one, top in tops[side].items()), default=0.0) for side in (0, 1))
    knot = tall * 0.5 - several / 2
    ribbons, spots = _bands(found, before, after, tops, knot)
    blocks = [*_blocks(night, asked, found, tops), *([_knot(knot, several)] if several else [])]
    y = Axis(Scale.NONE, -gap, tall + gap)
    return Plot(_headline(night, found), x, y, notes, spots=tuple(spots), blocks=tuple(blocks), ribbons=tuple(ribbons))


def _together(found: Flows) -> tuple[Flows, int]:
    """Return flows with the smallest of many parties as one, and how many those are."""
    named = dict.fromkeys(one for link in found.links for one in link if one not in (UNKNOWN, SEVERAL))
    ranked = sorted(named, key=lambda one: -found.seats(before=one) - found.seats(after=one))
    small = frozenset(ranked[_PARTIES:]) if len(ranked) > _PARTIES + 1 else frozenset()
    links: dict[Link, tuple[Standing, ...]] = {}
    for (before, after), seats in found.links.items():
        link = OTHERS if before in small else before, OTHERS if after in small else after
        links[link] = links.get(link, ()) + seats
    return Flows(links), len(small)


def _seats(found: Flows, party: PartyId, side: int) -> int:
    return found.seats(before=party) if side == 0 else found.seats(after=party)


def _ordered(night: Night, found: Flows, side: int) -> tuple[PartyId, ...]:
    """Return the parties of one side in the order of both: most seats now first, unknown holders last."""
    parties = night.briefing.parties
    named = dict.fromkeys(link[side] for link in found.links if link[side] != SEVERAL)

    def place(one: PartyId) -> tuple[bool, bool, int, int]:
        seats, party = found.seats(after=one) + found.seats(before=one), parties.get(one)
        return one == UNKNOWN, one == OTHERS, -seats, party.order if party else 0

    return tuple(sorted(named, key=place))


def _tops(found: Flows, parties: Iterable[PartyId], side: int, gap: float) -> Tops:
    tops: Tops = {}
    at = 0.0
    for one in parties:
        tops[one] = at
        at += _seats(found, one, side) + gap
    return tops


def _bands(
    found: Flows, before: tuple[PartyId, ...], after: tuple[PartyId, ...], tops: tuple[Tops, Tops], knot: float
) -> tuple[list[Ribbon], list[Spot]]:
    """Return a ribbon for each link and a strand for each of its seats, stacked so that few of them cross."""
    leaving, coming = dict(tops[0]) | {SEVERAL: knot}, dict(tops[1]) | {SEVERAL: knot}
    place = {one: at for at, one in enumerate((*after, SEVERAL))}
    ribbons: list[Ribbon] = []
    spots: list[Spot] = []
    for from_ in (*before, SEVERAL):
        for link in sorted((one for one in found.links if one[0] == from_), key=lambda one: place[one[1]]):
            seats = found.links[link]
            start, end = leaving[from_], coming[link[1]]
            leaving[from_] += len(seats)
            coming[link[1]] += len(seats)
            x1 = _KNOT[1] if from_ == SEVERAL else _THICK
            x2 = _KNOT[0] if link[1] == SEVERAL else 1 - _THICK
            middle = len(seats) / 2
            ribbons.append(
                Ribbon(
                    f"{link[0]}>{link[1]}",
                    (x1, start + middle),
                    (x2, end + middle),
                    float(len(seats)),
                    _ink(link),
                    faint=link[0] in (link[1], UNKNOWN),
                )
            )
            spots += [
                Spot(one.contest.id, x1, start + at + 0.5, _ink(link), height=1.0, end=(x2, end + at + 0.5))
                for at, one in enumerate(seats)
            ]
    # What changed hands lies over what did not.
    return sorted(ribbons, key=lambda one: not one.faint), spots


def _ink(link: Link) -> str:
    from_, to = link
    shown = from_ if to == SEVERAL else to
    return "faint" if shown == OTHERS else f"party:{shown}"


def _blocks(night: Night, asked: Asked, found: Flows, tops: tuple[Tops, Tops]) -> list[Block]:
    blocks = []
    for side in (0, 1):
        for one, top in tops[side].items():
            seats = _seats(found, one, side)
            known = one != UNKNOWN
            ink = f"party:{one}" if one not in _NAMES else "awaited" if one == UNKNOWN else "faint"
            name = _NAMES[one] if one in _NAMES else night.briefing.parties[one].name
            blocks.append(
                Block(
                    f"{side}:{one}",
                    0.0 if side == 0 else 1 - _THICK,
                    top,
                    _THICK,
                    float(seats),
                    ink,
                    words=name,
                    strong=_figures(found, one, side, seats),
                    hatched=not known,
                    beside=1 if side else -1,
                )
            )
    return blocks


def _figures(found: Flows, party: PartyId, side: int, seats: int) -> str:
    """Return a party's seats and, where it has them now and every holder is known, the difference."""
    if side == 0 or found.seats(before=UNKNOWN):
        return number(seats)
    return f"{number(seats)} ({signed(seats - found.seats(before=party))})"


def _knot(top: float, seats: int) -> Block:
    return Block("knot", _KNOT[0], top, _KNOT[1] - _KNOT[0], float(seats), "awaited", hatched=True)


def _headline(night: Night, found: Flows) -> str:
    """Return the largest gain of one party from another as a fact."""
    parties = night.briefing.parties
    gains = [one for one in found.gains if OTHERS not in one[0]]
    if gains:
        (loser, gainer), seats = gains[0]
        subject = opened(party_named(parties[gainer]))
        return f"{subject} gain {seats_words(len(seats))} from {party_named(parties[loser])}"
    if all(before == UNKNOWN for before, _ in found.links):
        return "Nobody can say who had these seats"
    changed = found.gains or found.seats(before=SEVERAL)
    return "Seats changed hands in several ways" if changed else "No seat has changed hands"
