"""Every sentence of the story, in plain broadcast English. Figures and names come in; nothing is worked out here."""

from collections.abc import Sequence
from fractions import Fraction

from resultsdesk.psephology.wording import decimal, number, per_cent, signed
from resultsdesk.story.grammar import Subject, counted, listed, many, opened, ordinal, possessive


def points_words(value: Fraction) -> str:
    """Return a change in share without its sign: `29.0 points`."""
    return f"{decimal(abs(value) * 100)} points"


def margin_words(majority: int | None, by_lot: bool = False) -> str:
    """Return how somebody won: `by 810 votes`, `by lot`, `unopposed`."""
    if by_lot:
        return "by lot"
    return "unopposed" if majority is None else f"by {many(majority, 'vote')}"


# One contest: who has the seat ---------------------------------------------------------------------------------------


def gained(
    winner: Subject, place: str, loser: str, margin: str, person: str, sitting: bool = False, aside: str = ""
) -> str:
    """Return that a seat changed hands; `person` is empty where the winner is named already."""
    said = f"{winner.does('gain')} {place} from {loser}{aside}"
    if not person:
        return opened(f"{said}, {margin}.")
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
        return opened(f"{kept}, {margin}{over}.")
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
        else f"{winner.does('win')} {place}, {margin}{over}."
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


# One contest: people -------------------------------------------------------------------------------------------------


def member_out(person: str, party: str, place: str, since: int | None, elected: str, ending: str, also: bool) -> str:
    """Return that a sitting member is not elected; `also` where another sitting member is."""
    told = [f"a member since {since}"] * bool(since) + [f"elected {elected}"] * bool(elected)
    long = f", {listed(told)}," if told else ""
    who = f"{person} ({party}), another sitting member," if also else f"Sitting member {person} ({party}){long}"
    return f"{who} is out in {place}: {ending}."


def came(place: int, behind: int | None, share: str) -> str:
    """Return where somebody came, and how far behind or with what share."""
    if place == 2 and behind is not None:
        return f"second, {many(behind, 'vote')} behind"
    return f"{ordinal(place)}, with {share} of the vote"


def member_changed(person: str, place: str, standing_for: str, before: str, again: bool) -> str:
    """Return that a person elected for one party before is elected for another."""
    return opened(
        f"{person}, elected {before} last time, is {'re-elected' if again else 'elected'} in {place} {standing_for}."
    )


# One contest: how it came about --------------------------------------------------------------------------------------


def rose(who: Subject, place: str, before: int, now: int, election: str) -> str:
    """Return that a party that did not win jumped in rank."""
    return opened(f"{who.does('rise')} from {ordinal(before)} in {election} to {ordinal(now)} in {place}.")


def split(loser: Subject, place: str, fall: Fraction, to: str, others: Sequence[str], winner: Subject, won: str) -> str:
    """Return that the votes of the party that lost a seat went to several, not to the winner alone."""
    fell = f"In {place} {loser.does('fall')} {points_words(fall)} to {to} and the vote divides"
    return f"{fell}: {listed(others)}, as {winner.does('win')} with {won}."


def level_for_second(names: Sequence[str], place: str, votes: int) -> str:
    """Return that two are level behind the winner."""
    return opened(f"{listed(names)} are level for second place in {place} on {many(votes, 'vote')}: no lot is needed.")


def level_for_seat(names: Sequence[str], place: str, votes: int, seats: int) -> str:
    """Return that the lot has to decide."""
    seat = "the seat" if seats == 1 else many(seats, "seat")
    return f"{listed(names)} are level on {many(votes, 'vote')} for {seat} in {place}: the lot decides."


def drawn(names: Sequence[str], place: str, votes: int) -> str:
    """Return who was elected by the lot."""
    verb = "wins" if len(names) == 1 else "win"
    return f"{listed(names)} {verb} by lot in {place}, level on {many(votes, 'vote')}."


def target_met(who: Subject, place: str, which: str, before: bool) -> str:
    """Return that a party has a seat it set out to win, or to keep."""
    return opened(f"{who.does('keep' if before else 'take')} {place}, {which}.")


def target_missed(who: Subject, place: str, which: str, what: str) -> str:
    """Return that a party has not won what it set out to win, and what became of it."""
    return opened(f"{who.does('miss')} {place}, {which}: {what}.")


def target_which(rank: int, of: int, ranked: bool) -> str:
    """Return which of a party's targets one is: its place on a list, or one of so many without an order."""
    if ranked or of == 1:
        return f"number {number(rank)} on their target list"
    return f"one of their {counted(of)} targets"


def target_now(winner: Subject, verb: str, margin: str) -> str:
    """Return what became of a target: `Labour hold it by 4,667 votes`."""
    return f"{winner.does(verb)} it {margin}"


def deposits(names: Sequence[str], place: str, how_many: int) -> str:
    """Return who lost deposits in one contest."""
    return opened(f"{listed(names)} lose their {'deposit' if how_many == 1 else 'deposits'} in {place}.")


def deposit_of_one(person: str, place: str) -> str:
    """Return that one independent alone lost a deposit."""
    return f"{person}, an independent, loses the deposit in {place}."


def deposit_of_defender(who: Subject, place: str, share: str) -> str:
    """Return that the party that had the seat lost its deposit."""
    return opened(f"{who.does('lose')} their deposit in {place}, a seat they had: {share} of the vote.")


# One contest: the count ----------------------------------------------------------------------------------------------


def in_recount(place: str, times: int) -> str:
    """Return that papers are being counted again; the first figures are not told."""
    again = "" if times == 1 else f", for the {ordinal(times)} time"
    return f"{place} is in recount{again}."


def after_recount(place: str, times: int, majority: int | None) -> str:
    """Return that a contest was declared after a recount."""
    how = "a recount" if times == 1 else f"{counted(times)} recounts"
    by = f" with a majority of {number(majority)}" if majority is not None else ""
    return f"{place} was declared after {how}{by}."


def corrected(place: str, clock: str, what: Sequence[str], reason: str) -> str:
    """Return that a declared count was corrected, and what that changed."""
    said = " ".join(what) or "Neither outcome nor majority changes."
    why = f" ({reason})" if reason else ""
    return f"{place} was corrected at {clock}{why}. {said}"


def postponed(place: str) -> str:
    """Return that a poll does not take place."""
    return f"The poll in {place} is postponed."


# A scope: firsts, records, milestones ---------------------------------------------------------------------------------


def first_declared(place: str, where: str, clock: str, what: str) -> str:
    """Return which contest came first."""
    return f"{place} is the first to declare{where}, at {clock}: {what}."


def first_seat(owner: str, where: str, place: str, clock: str, person: str, before: str) -> str:
    """Return a party's first seat of the night or of a part of it."""
    return opened(f"{possessive(owner)} first seat {where} is {place}, won by {person} at {clock}{before}.")


def first_ever(owner: str, words: str, place: str, clock: str, person: str) -> str:
    """Return a party's first seat ever, in the briefing's words."""
    first = f"{possessive(owner)} first seat of the night and first ever {words}"
    return opened(f"{first} is {place}, won by {person} at {clock}.")


def first_independent(where: str, place: str, clock: str, person: str) -> str:
    """Return the first independent elected; independents are no party."""
    return f"The first independent elected{where}: {person} in {place}, at {clock}."


def none_before(election: str) -> str:
    """Return that a party had no seat there."""
    return f"; they had none there {f'in {election}' if election else 'before'}"


def only_gain(place: str, owner: str, where: str) -> str:
    """Return that a party gained one seat and no more."""
    return opened(f"{place} is {possessive(owner)} only gain{where}.")


def closest(place: str, where: str, so_far: str, winner: str, margin: str, second: str) -> str:
    """Return the smallest majority."""
    return f"The closest result{where}{so_far}: {place}, {winner} {margin}{f' over {second}' if second else ''}."


def largest(place: str, where: str, so_far: str, winner: str, majority: int, share: str) -> str:
    """Return the largest majority."""
    return f"The largest majority{where}{so_far}: {place}, {winner} by {many(majority, 'vote')} ({share})."


def moved_most(rise: bool, who: str, place: str, where: str, so_far: str, by: Fraction, election: str) -> str:
    """Return the largest rise or fall in share."""
    most = f"The largest {'rise' if rise else 'fall'} in share{where}{so_far}"
    return f"{most}: {who} {'up' if rise else 'down'} {points_words(by)} on {election} in {place}."


def overturned(place: str, where: str, so_far: str, majority: str, loser: str, winner: str, election: str) -> str:
    """Return the largest majority that was lost."""
    had = f"where {loser} had a majority of {majority} in {election}"
    return f"The largest majority overturned{where}{so_far}: {place}, {had}, lost to {winner}."


def swung(place: str, where: str, so_far: str, by: Fraction, loser: str, gainer: str, election: str) -> str:
    """Return the largest swing."""
    most = f"The largest swing{where}{so_far}"
    return f"{most}: {decimal(by * 100)} points from {loser} to {gainer} in {place}, on {election}."


def turnout_most(which: str, place: str, where: str, so_far: str, share: Fraction) -> str:
    """Return the highest or lowest turnout."""
    return f"The {which} turnout{where}{so_far}: {per_cent(share)} in {place}."


def turnout_moved(up: bool, place: str, where: str, so_far: str, by: Fraction, now: Fraction, election: str) -> str:
    """Return the largest change in turnout."""
    which, way = ("rise", "up") if up else ("fall", "down")
    return (
        f"The largest {which} in turnout{where}{so_far}: {place}, {way} {points_words(by)} on {election} "
        f"to {per_cent(now)}."
    )


def majority_line(who: Subject, seats: int, body: str, place: str, clock: str) -> str:
    """Return which seat gave a party its majority."""
    return opened(f"{place} gives {who.name} a majority in {body} with their {ordinal(seats)} seat, at {clock}.")


def round_number(owner: str, seats: int, place: str, clock: str) -> str:
    """Return which seat was a party's hundredth."""
    return opened(f"{place} is {possessive(owner)} {ordinal(seats)} seat, at {clock}.")


def half_declared(contests: int, areas: str, place: str, clock: str) -> str:
    """Return when half was declared."""
    return f"Half of the {number(contests)} {areas} are declared, with {place} at {clock}."


def all_declared(contests: int, areas: str, place: str, clock: str) -> str:
    """Return when the last was declared."""
    return f"All {number(contests)} {areas} are declared; {place} was the last, at {clock}."


# A scope: sums -------------------------------------------------------------------------------------------------------


def standings(declared: str, seats: Sequence[str]) -> str:
    """Return how many seats the parties have."""
    return f"{declared}: {listed(seats)}."


def seats_of(owner: str, seats: int, net: int | None) -> str:
    """Return a party's seats, with the change where it is known."""
    change = "" if net is None else f" ({'no change' if net == 0 else signed(net)})"
    return f"{owner} {number(seats)}{change}"


def patch_complete(name: str, contests: int, areas: str, what: str) -> str:
    """Return that a group or region has declared."""
    every = "Both" if contests == 2 else f"All {counted(contests)}"
    return f"{every} {areas} in {name} are declared: {what}."


def defended_words(who: Subject, held_: int, defended: int, moves: Sequence[str]) -> str:
    """Return how a party fared where it defended seats: `Labour hold seven of eight and lose X to an independent`."""
    kept = f"{who.does('hold')} {'none' if not held_ else counted(held_)} of {counted(defended)}"
    if held_ == defended:
        kept = f"{who.does('hold')} {'the one it had' if defended == 1 else f'all {counted(defended)} it had'}"
    return listed([kept, *moves])


def majority_held(who: Subject, body: str, seats: int, of: int, net: str) -> str:
    """Return that a party keeps a body."""
    return opened(f"{who.does('hold')} {body} with {number(seats)} of {number(of)} seats{net}.")


def majority_won(who: Subject, body: str, seats: int, of: int, from_: str, by: str) -> str:
    """Return that a party takes a body from another, or from no overall control."""
    return opened(f"{who.does('win')} {body} from {from_}, with {number(seats)} of {number(of)} seats{by}.")


def majority_had(who: Subject, body: str, seats: int, of: int) -> str:
    """Return that a party has a majority, where nobody knows who had it before."""
    return opened(f"{who.does('have')} a majority in {body}: {number(seats)} of {number(of)} seats.")


def no_control(body: str, lost: Subject | None, still: bool, largest: Sequence[str], seats: int, of: int) -> str:
    """Return that nobody has a majority in a body, and who is largest."""
    said = f"{lost.does('lose')} their majority in {body}" if lost else f"No overall control in {body}"
    if still:
        said = f"Still no overall control in {body}"
    if len(largest) == 1:
        who = "but are" if lost is not None and largest[0] == lost.name else f"{listed(largest)} are"
        said += f"{' ' if who == 'but are' else '; '}{who} the largest party"
    elif largest:
        said += f"; {listed(largest)} are level"
    return opened(f"{said} with {number(seats)} of {number(of)} seats." if largest else f"{said}.")


def net_words(net: int | None) -> str:
    """Return a change in seats after how many there are: `, up two`."""
    if net is None:
        return ""
    return ", no change" if net == 0 else f", {'up' if net > 0 else 'down'} {counted(abs(net))}"


def independents_total(seats: int, where: str, net: str) -> str:
    """Return how many independents are elected."""
    return f"{opened(many(seats, 'independent'))} {'is' if seats == 1 else 'are'} elected{where}{net}."


def turnout_total(where: str, so_far: str, share: Fraction, change: Fraction | None, election: str) -> str:
    """Return the turnout of a scope."""
    moved = ""
    if change is not None:
        moved = f", {'up' if change > 0 else 'down'} {points_words(change)} on {election}"
    return f"Turnout{where}{so_far} is {per_cent(share)}{moved}."


def turnout_unknown(where: str, lacking: int, areas: str, contests: int) -> str:
    """Return that nobody can tell the turnout, and why."""
    every = "any" if lacking == contests else counted(lacking)
    return f"Turnout{where} is not known: nobody has told the electorate of {every} of the {counted(contests)} {areas}."


def deposits_total(how_many: int, who: Sequence[str]) -> str:
    """Return how many deposits have been lost."""
    most = f", most of them by {listed(who)}" if who else ""
    return f"{opened(many(how_many, 'deposit'))} {'is' if how_many == 1 else 'are'} lost{most}."


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
    said += f", {counted(recounts)} in recount" if recounts else ""
    return f"{said}; {what}." if what else f"{said}."


def could_decide(who: Subject, needed: int, to_come: int) -> str:
    """Return what a party still needs for control."""
    return f"{who.does('need')} {counted(needed)} of the {many(to_come, 'seat')} left for a majority"


def cannot_decide(who: Subject) -> str:
    """Return that a party cannot reach a majority any more."""
    return f"{who.name} cannot reach one"


def settled(who: Subject, body: str) -> str:
    """Return that nothing left can change who has a majority."""
    return f"none of them can take {possessive(who.name)} majority in {body} away"


def unsettled(body: str) -> str:
    """Return that nothing left can give anybody a majority."""
    return f"none of them can give any party a majority in {body}"


# What was said and is not true any more ------------------------------------------------------------------------------


def taken_back(kind: str, place: str, clock: str, reason: str, now: str) -> str:
    """Return why a line was withdrawn, and what is true instead where anything is."""
    why = f": {reason}" if reason else ""
    instead = f" Now: {now}" if now else ""
    return f"{place} was {kind} at {clock}{why}{'' if why.endswith('.') else '.'}{instead}"
