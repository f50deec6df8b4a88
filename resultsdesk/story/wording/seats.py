"""Sentences about who has the seats of a contest."""

from collections.abc import Sequence

from resultsdesk.story.grammar import Subject, counted, listed, many, opened, ordinal


def margin_words(majority: int | None, by_lot: bool = False) -> str:
    """Return how somebody won: `by 810 votes`, `by lot`, `unopposed`."""
    if by_lot:
        return "by lot"
    return "unopposed" if majority is None else f"by {many(majority, 'vote')}"


def gained(
    winner: Subject, place: str, loser: str, margin: str, person: str, sitting: bool = False, aside: str = ""
) -> str:
    """Return that a seat changed hands; `person` is empty where the winner is named already."""
    said = f"{winner.does('gain')} {place} from {loser}{aside}"
    if not person:
        return opened(f"{said}{',' if aside else ''} {margin}.")
    return opened(f"{said}: {person} {'is re-elected' if sitting else 'wins'} {margin}.")


def against_both(measured: str, other: str, from_: str) -> str:
    """Return what a gain is by the one baseline and by the other, where it is then a hold or from somebody else."""
    return f" {measured}, {f'from {from_}' if from_ else 'a hold'} {other}"


def held(
    winner: Subject, place: str, margin: str, person: str, again: bool, second: str, how: str = "", aside: str = ""
) -> str:
    """Return that a seat was kept, narrowly perhaps; `again` where the same person keeps it."""
    over = f" over {second}" if second else ""
    kept = f"{winner.does('hold')} {place}{how}{aside}"
    if not person:
        return opened(f"{kept}{',' if how or aside else ''} {margin}{over}.")
    return opened(f"{kept}: {person} {'is re-elected' if again else 'wins'} {margin}{over}.")


BY_A_HAIR, NARROWLY = " by a hair", " narrowly"


def from_below(rank: int, election: str) -> str:
    """Return from which place the winner of a gain came."""
    return f", coming from {ordinal(rank)} in {election}"


def held_otherwise(measured: str, other: str, from_: str) -> str:
    """Return what a hold by the one baseline is by the other: a gain."""
    return f" {measured}, a gain from {from_} {other}"


def won(winner: Subject, place: str, margin: str, person: str, second: str) -> str:
    """Return that somebody has a seat of which nobody knows who had it before."""
    over = f" over {second}" if second else ""
    return opened(
        f"{winner.does('win')} {place}: {person} wins {margin}{over}."
        if person
        else f"{winner.does('win')} {place} {margin}{over}."
    )


def seats_taken(verb: str, seats: Sequence[tuple[Subject, int]], place: str, losers: str = "", rest: str = "") -> str:
    """Return what happened to several seats of one contest, such as `Labour gain two seats and the Greens one`."""
    (who, how_many), *others = seats
    said = [f"{who.does(verb)} {many(how_many, 'seat')}", *(f"{one.name} {counted(n)}" for one, n in others)]
    from_ = f" from {losers}" if losers else ""
    return opened(f"{listed(said)} in {place}{from_}{rest}.")


def seats_kept(seats: Sequence[tuple[Subject, int]]) -> str:
    """Return the end of a sentence about several seats: who holds the others."""
    said = [f"{one.does('hold')} {counted(n)}" for one, n in seats]
    return f"; {listed(said)}"


def long_held(place: str, holder: str, since: int, years: int, former: str) -> str:
    """Return that a seat changed hands after many years."""
    once = f", at first as {former}" if former else ""
    return opened(f"{place} changes hands after {many(years, 'year')}: {holder} had held it since {since}{once}.")


def won_back(
    winner: Subject, place: str, loser: str, lost: str, margin: str, person: str, sitting: bool = False
) -> str:
    """Return that a party has again what it had lost; `lost` says when or to whom."""
    from_ = f" from {loser}" if loser else ""
    said = f"{winner.does('win')} back {place}{from_}, {lost}"
    return opened(f"{said}: {person} {'is re-elected' if sitting else 'wins'} {margin}.")


def lost_in(election: str) -> str:
    """Return when a seat was lost."""
    return f"lost in {election}"


def lost_since(election: str, to: str) -> str:
    """Return who has held a seat between elections."""
    return f"won in {election} and since held by {to}"
