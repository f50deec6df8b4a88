"""Sentences about sums over a scope, about control, and about what is left."""

from collections.abc import Sequence
from fractions import Fraction

from resultsdesk.psephology.headlines import is_parliament
from resultsdesk.psephology.rounding import number, per_cent, signed
from resultsdesk.story.grammar import Subject, counted, listed, many, opened, points_words, possessive


def standings(declared: str, seats: Sequence[str]) -> str:
    """Return how many seats the parties have."""
    return f"{declared}: {listed(seats)}."


def all_known(contests: int) -> str:
    """Return that everything is declared, before the seats."""
    return f"All {counted(contests)} declared"


def seats_of_others(seats: int) -> str:
    """Return how many seats those have who are not named."""
    return f"others {number(seats)}"


def seats_of(owner: str, seats: int, net: int | None) -> str:
    """Return a party's seats, with the change where it is known."""
    change = "" if net is None else f" ({'no change' if net == 0 else signed(net)})"
    return f"{owner} {number(seats)}{change}"


def patch_complete(name: str, contests: int, areas: str, what: str, postponed: Sequence[str] = ()) -> str:
    """Return that a group or region has declared, but for polls that are postponed."""
    no_poll = f"; {polls_postponed(postponed)}" if postponed else ""
    said = every(contests, areas, len(postponed), f" in {name}")
    return f"{said} declared: {what}{no_poll}."


def every(contests: int, areas: str, without: int, where: str = "") -> str:
    """Return `All nine wards in Town are`, or of how many of them that is true: `All but one of the nine wards are`."""
    if without:
        return f"All but {counted(without)} of the {counted(contests)} {areas}{where} are"
    return f"{'Both' if contests == 2 else f'All {counted(contests)}'} {areas}{where} are"


def polls_postponed(places: Sequence[str]) -> str:
    """Return which polls do not take place."""
    one = len(places) == 1
    return f"the {'poll' if one else 'polls'} in {listed(places)} {'is' if one else 'are'} postponed"


def defended_words(who: Subject, held_: int, defended: int, moves: Sequence[str]) -> str:
    """Return how a party fared where it defended seats: `Labour hold seven of eight and lose X to an independent`."""
    kept = f"{who.does('hold')} {'none' if not held_ else counted(held_)} of {counted(defended)}"
    if held_ == defended:
        kept = f"{who.does('hold')} {'the one they had' if defended == 1 else f'all {counted(defended)} they had'}"
    return listed([kept, *moves])


def majority_held(who: Subject, body: str, seats: int, of: int, net: str) -> str:
    """Return that a party keeps a council, or its majority in a parliament."""
    if is_parliament(body):
        return opened(f"{who.does('keep')} their majority in {body}: {number(seats)} of {number(of)} seats{net}.")
    return opened(f"{who.does('hold')} {body} with {number(seats)} of {number(of)} seats{net}.")


def majority_won(who: Subject, body: str, seats: int, of: int, from_: str, by: str) -> str:
    """Return that a party takes a council, or a parliament's majority; `from_` is empty where nobody had it."""
    told = f"with {number(seats)} of {number(of)} seats{by}."
    if not is_parliament(body):
        return opened(f"{who.does('win')} control of {body} from {from_ or 'no overall control'}, {told}")
    if from_:
        return opened(f"{who.does('take')} the majority in {body} from {from_}, {told}")
    return opened(f"{who.does('win')} a majority in {body}, {told}")


def majority_had(who: Subject, body: str, seats: int, of: int, so_far: str) -> str:
    """Return that a party has a majority, where nobody knows who had it before."""
    return opened(f"{who.does('have')} a majority in {body}: {number(seats)} of {number(of)} seats{so_far}.")


def no_control(
    body: str, lost: Subject | None, still: bool, largest: Sequence[str], seats: int, of: int, so_far: str
) -> str:
    """Return that nobody has a majority in a body, and who is largest."""
    none = "no majority" if is_parliament(body) else "no overall control"
    said = f"{lost.does('lose')} their majority in {body}" if lost else f"{opened(none)} in {body}"
    if still:
        said = f"Still {none} in {body}"
    if len(largest) == 1:
        who = "but are" if lost is not None and largest[0] == lost.name else f"{listed(largest)} are"
        said += f"{' ' if who == 'but are' else '; '}{who} the largest party"
    elif largest:
        said += f"; {listed(largest)} are level"
    return opened(f"{said} with {number(seats)} of {number(of)} seats{so_far}." if largest else f"{said}.")


def net_words(net: int | None) -> str:
    """Return a change in seats after how many there are: `, up two`."""
    if net is None:
        return ""
    return ", no change" if net == 0 else f", {'up' if net > 0 else 'down'} {counted(abs(net))}"


def independents_total(seats: int, where: str, so_far: str) -> str:
    """Return how many independents are elected."""
    return f"{opened(many(seats, 'independent'))} {'is' if seats == 1 else 'are'} elected{where}{so_far}."


def turnout_total(where: str, so_far: str, share: Fraction, change: Fraction | None, election: str) -> str:
    """Return the turnout of a scope."""
    moved = ""
    if change is not None:
        by = points_words(change)
        same = by == points_words(Fraction())
        moved = f", {'as' if same else 'up' if change > 0 else 'down'} {'in' if same else f'{by} on'} {election}"
    return f"Turnout{where}{so_far} is {per_cent(share)}{moved}."


def turnout_unknown(where: str, lacking: int, areas: str, contests: int) -> str:
    """Return that nobody can tell the turnout, and why."""
    which = "any" if lacking == contests else counted(lacking)
    of = f"{which} of the {counted(contests)} {areas}" if contests > 1 else f"the {areas}"
    return f"Turnout{where} is not known: nobody has given the electorate of {of}."


def deposits_total(how_many: int, who: Sequence[str], most_of_them: bool, so_far: str) -> str:
    """Return how many deposits have been lost, and by whom the most."""
    most = f", {'most' if most_of_them else 'the most'} of them by {listed(who)}" if who else ""
    return f"{opened(many(how_many, 'deposit'))} {'is' if how_many == 1 else 'are'} lost{so_far}{most}."


def targets_total(who: Subject, won_: int, declared: int, all_: int) -> str:
    """Return how a party is doing on its list."""
    if declared == all_:
        how_many = (
            f"all {counted(all_)}" if won_ == all_ else f"{counted(won_) if won_ else 'none'} of the {counted(all_)}"
        )
        return opened(f"{who.does('win')} {how_many} seats they set out to win.")
    said = f"{who.does('have')} won {counted(won_) if won_ else 'none'} of {many(declared, 'target')} declared"
    return opened(f"{said}, with {counted(all_ - declared)} to come.")


def remaining(contests: int, area: str, areas: str, where: str, recounts: int, what: str) -> str:
    """Return what is still to come and what it could change."""
    said = f"{opened(many(contests, area, areas))}{where} still to declare"
    if recounts:
        which = {1: "", 2: "both "}.get(contests, "all ") if recounts == contests else f"{counted(recounts)} "
        said += f", {which}in recount"
    return f"{said}; {what}." if what else f"{said}."


def could_decide(who: Subject, needed: int, to_come: int, too: bool = False) -> str:
    """Return what a party still needs for control; `too` where it was said of another just before."""
    all_ = {1: "the one", 2: "both"}.get(needed, f"all {counted(needed)}")
    if too:
        return f"{who.name} {all_ if needed == to_come else counted(needed)}"
    if needed == to_come:
        seats = f"{all_} {'seat' if needed == 1 else 'seats'}"
    else:
        seats = f"{counted(needed)} of the {many(to_come, 'seat')}"
    return f"{who.does('need')} {seats} left for a majority"


def cannot_decide(who: Subject) -> str:
    """Return that a party cannot reach a majority any more."""
    return f"{who.name} cannot reach one"


def settled(who: Subject, body: str) -> str:
    """Return that nothing left can change who has a majority."""
    return f"none of them can take {possessive(who.name)} majority in {body} away"


def unsettled(body: str) -> str:
    """Return that nothing left can give anybody a majority."""
    return f"none of them can give any party a majority in {body}"
