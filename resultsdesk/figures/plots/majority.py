"""How majorities are spread: a column for each step, a cell for each contest, the cells of a party together."""

from fractions import Fraction
from math import ceil

from resultsdesk.figures.plots.asked import Asked
from resultsdesk.figures.plots.plot import Axis, Block, Plot, Scale, Spot
from resultsdesk.figures.plots.saying import NOTHING, declared, said
from resultsdesk.figures.plots.symbols import keys
from resultsdesk.figures.scenes.facts import areas_words
from resultsdesk.figures.seat import texture
from resultsdesk.night.night import Night
from resultsdesk.night.series.majorities import Majority, majorities
from resultsdesk.psephology.rounding import per_cent

_COLUMNS = 40  # at most
_STEPS = (Fraction(1, 100), Fraction(2, 100), Fraction(25, 1000), Fraction(5, 100))
_GAP = 0.08  # of a column


def majority_plot(night: Night, asked: Asked) -> Plot:
    """Return the majorities of a scope as parts of the votes, each contest a cell of the column it falls in."""
    found = majorities(night, asked.scope)
    notes = said(
        declared(night, asked.scope),
        f"{areas_words(night, found.unbeaten)} where nobody was beaten" if found.unbeaten else "",
        f"{areas_words(night, found.tied)} tied" if found.tied else "",
        "A seat of several counts for the party that was elected last" if _several(found.contests) else "",
    )
    y = Axis(Scale.COUNT, 0, 10, night.briefing.election.areas.capitalize())
    x = Axis(Scale.SHARE, 0, 0.5, "Majority, % of votes")
    if not found.contests:
        return Plot(NOTHING, x, y, notes, empty=NOTHING)
    most = found.contests[-1].share
    step = next((one for one in _STEPS if most / one <= _COLUMNS), _STEPS[-1])
    columns: dict[int, list[Majority]] = {}
    width_of_one = float(step)
    for one in found.contests:
        columns.setdefault(int(one.share / width_of_one), []).append(one)
    held = keys(night, [one.party for one in found.contests], textured=True)
    order = {key.ink: place for place, key in enumerate(held)}
    blocks: list[Block] = []
    spots: list[Spot] = []
    width = float(step) * (1 - _GAP)
    for column, inside in columns.items():
        start = float(step * column) + float(step) * _GAP / 2
        inside.sort(key=lambda one: (order[f"party:{one.party}"], one.share))
        for place, one in enumerate(inside):
            middle = start + width / 2
            spots.append(Spot(one.standing.contest.id, middle, place + 0.5, width=width, height=1.0))
        blocks += _column(night, column, start, width, inside)
    top = max(len(inside) for inside in columns.values())
    x = Axis(Scale.SHARE, 0.0, float(step * ceil(Fraction(most) / step + Fraction(1, 1000))), x.words)
    y = Axis(Scale.COUNT, 0.0, top * 1.06 + 0.2, y.words)
    return Plot(_headline(found.contests), x, y, notes, spots=tuple(spots), blocks=tuple(blocks), keys=held)


def _column(night: Night, column: int, start: float, width: float, inside: list[Majority]) -> list[Block]:
    """Return a block for each party of a column, one over the other."""
    blocks = []
    floor = 0
    while floor < len(inside):
        party = night.briefing.parties[inside[floor].party]
        many = sum(one.party == party.id for one in inside)
        blocks.append(
            Block(
                f"{column}:{party.id}",
                start,
                float(floor),
                width,
                float(many),
                f"party:{party.id}",
                texture(party),
                party.short,
                f"on:{party.id}",
                units=many,
            )
        )
        floor += many
    return blocks


def _headline(contests: tuple[Majority, ...]) -> str:
    """Return the middle majority as a fact."""
    middle = contests[len(contests) // 2]
    if len(contests) == 1 or middle.standing.poll is None or middle.standing.count is None:
        return f"One majority of {per_cent(Fraction(middle.share))}"
    return f"Half of the majorities are below {per_cent(Fraction(middle.share))}"


def _several(contests: tuple[Majority, ...]) -> bool:
    return any(one.standing.contest.vacancies > 1 for one in contests)
