"""Figures against last time and against tonight: surprises that are often true and sometimes a slip."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from resultsdesk.night.checks.case import Case
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.night.objections import Objection, warning
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.psephology.shares import change, share

# Each was set by playing the 650 true results of 2024 and of 2017 in the order they came: what is true should pass in
# silence, and the slips of tests/nights/test_slips.py should not.
SHARE_MOVED = Fraction(25, 100)
SHARE_UNLIKELY = 0.15
"""Both together ask about 45 of 2024 and five of 2017; the first alone asked at every second declaration of 2024."""
TURNOUT_FAR = 0.15
"""Of the true turnouts two of 2024 lie further from the trend, 0.171 and 0.160, and none of 2017: there it is 0.121."""
NEIGHBOURS = 3
"""Fewer results are no trend: a first one would be compared with itself."""
SWAP_GAIN = 0.30
"""True results the other way about would fit better by 0.27 at most, but for one of 2024."""
DIGIT_FACTOR = 8
"""A digit is a factor of ten. Where true figures have one more or fewer than was likely, they differ by up to 7.8, but
for three of the two nights."""
SMALL_SHARE = 0.02
"""Below it what is likely is some hundred votes, and eight times as many a good night rather than a slip."""


def share_moved(case: Case) -> Iterator[Objection]:
    """Ask about a share that moved by more than 25 points since last time, and not because its party did all over.

    On a night when a party falls by twenty points everywhere, a quarter of all contests would ask for nothing.
    """
    baseline, poll = case.contest.baseline, case.poll
    if baseline is None or poll is None or not poll.valid_votes:
        return
    for candidacy, likely in case.likely.items():
        if abs(case.shares[candidacy] - likely) <= SHARE_UNLIKELY:
            continue
        one = case.contest.candidacy(candidacy)
        party = case.night.briefing.parties[one.party] if one else None
        moved = change(share(poll.votes[candidacy], poll.valid_votes), party, baseline) if party else None
        if one and party and moved is not None and abs(moved) > SHARE_MOVED:
            text = f"{party.short} {points(moved)} points on {baseline.election}: check {one.surname}'s figure."
            yield warning("share-moved", text, candidacy)


def digit_count(case: Case) -> Iterator[Objection]:
    """Ask about a figure of a likely size times ten or a tenth of it: a digit too many or too few."""
    poll = case.poll
    if poll is None or not poll.valid_votes:
        return
    for candidacy, likely in case.likely.items():
        if likely < SMALL_SHARE or likely >= 1:
            continue
        votes = poll.votes[candidacy]
        size = likely * (poll.valid_votes - votes) / (1 - likely)
        if len(str(votes)) == len(str(int(size))):
            continue
        if votes * DIGIT_FACTOR < size or votes > size * DIGIT_FACTOR:
            text = f"{case.name(candidacy)}: {number(votes)} where about {number(round(int(size), -2))} was likely."
            yield warning("digit-count", f"{text} A digit too {'few' if votes < size else 'many'}?", candidacy)


def swap(case: Case) -> Iterator[Objection]:
    """Ask where two figures the other way about would fit last time far better."""
    shares, likely = case.shares, case.likely
    best: tuple[float, CandidacyId, CandidacyId] | None = None
    for a, b in combinations(likely if shares else (), 2):
        now = abs(shares[a] - likely[a]) + abs(shares[b] - likely[b])
        then = abs(shares[b] - likely[a]) + abs(shares[a] - likely[b])
        if now - then > SWAP_GAIN and then * 3 < now and (best is None or now - then > best[0]):
            best = (now - then, a, b)
    if best is not None:
        _, a, b = best
        text = f"{case.name(a)} and {case.name(b)} the other way about would fit last time far better."
        yield warning("swap-suspected", text, a, b)


def same_figure(case: Case) -> Iterator[Objection]:
    """Ask about two candidacies with one figure. Small figures often agree by chance, so only from 100 votes.

    Of those between whom the lot is drawn it is known: they are asked about as a tie.
    """
    if case.poll is None or case.counted is None or case.figures is None:
        return
    level = {case.poll.votes.get(one) for one in (*case.counted.tied, *case.figures.lot)}
    seen: dict[int, CandidacyId] = {}
    for candidacy, votes in case.poll.votes.items():
        if votes >= 100 and votes in seen and votes not in level:
            text = f"{case.name(seen[votes])} and {case.name(candidacy)} both have {number(votes)}: keyed twice?"
            yield warning("same-figure", text, seen[votes], candidacy)
        seen.setdefault(votes, candidacy)


def winner(case: Case) -> Iterator[Objection]:
    """Ask about a winner whose party, or who as an independent, was not in the first two last time."""
    baseline, counted = case.contest.baseline, case.counted
    if baseline is None or counted is None or case.contest.vacancies > 1:
        return
    for one in counted.elected:
        candidacy = case.contest.candidacy(one)
        rank = case.rank_before(candidacy) if candidacy else None
        if candidacy and (rank is None or rank > 2):
            party = case.night.briefing.parties[candidacy.party]
            who = party.name if party.compares else candidacy.name
            where = f"was number {rank}" if rank else "did not stand" if party.compares else "was not in the first two"
            yield warning("winner-unlikely", f"{who} {where} here in {baseline.election}: confirm the winner.", one)


def flashed(case: Case) -> Iterator[Objection]:
    """Ask where the figures elect somebody other than the flash announced."""
    heard = case.standing.flash
    if heard and case.counted is not None and case.counted.elected and heard not in case.counted.elected:
        text = (
            f"{case.name(heard)} was flashed as the winner, but the figures elect {case.name(case.counted.elected[0])}."
        )
        yield warning("flash-differs", text, heard)


def turnout(case: Case) -> Iterator[Objection]:
    """Ask about a turnout far from last time's and tonight's trend, or with no last time from the region's."""
    papers = case.poll.valid_papers(case.contest.vacancies) if case.poll else None
    electorate, baseline = case.contest.electorate, case.contest.baseline
    if papers is None or not electorate:
        return
    now = papers / electorate
    if baseline is not None and baseline.electorate and case.contest.vacancies == 1:
        before = float(baseline.valid_votes / baseline.electorate)
        if abs(now - before - case.night.tally(Scope()).turnout_trend(NEIGHBOURS)) > TURNOUT_FAR:
            then = f"{per_cent(baseline.turnout)} in {baseline.election}"
            said = per_cent(Fraction(papers, electorate))
            yield warning("turnout-far", f"Turnout {said} against {then}: {_batch(now < before)}")
    elif case.contest.region:
        around = case.night.tally(Scope(ScopeKind.REGION, case.contest.region))
        if not around.electorate or around.declared < NEIGHBOURS:
            return
        gap = now - around.papers / around.electorate
        if abs(gap) > TURNOUT_FAR:
            said = f"Turnout {per_cent(Fraction(papers, electorate))} is {abs(gap) * 100:.0f} points"
            text = f"{said} from the rest of {case.contest.region} tonight: {_batch(gap < 0)}"
            yield warning("turnout-far", text)


def _batch(low: bool) -> str:
    """Return what may have become of a batch where turnout is far too low or too high."""
    return "is a batch missing?" if low else "was a batch counted twice?"


def elsewhere(case: Case) -> Iterator[Objection]:
    """Ask whether the figures were keyed into the wrong place, where another contest has the same."""
    poll = case.poll
    if poll is None or len(poll.votes) < 2:
        return
    mine = sorted(poll.votes.values())
    for other in case.night.with_total(poll.valid_votes):
        if other.poll and other.contest.id != case.contest.id and sorted(other.poll.votes.values()) == mine:
            text = f"{other.contest.name} has the very same figures: is this the right {case.noun}?"
            yield warning("same-as-other", text)
            return
