"""Shares, changes, swing, turnout and deposits, exact to the last step: rounding belongs to `wording` alone."""

from fractions import Fraction

from resultsdesk.psephology.baseline import Baseline
from resultsdesk.psephology.party import Party
from resultsdesk.psephology.poll import Poll


def share(votes: int, valid_votes: int) -> Fraction | None:
    """Return votes over valid votes, between 0 and 1, or None where nobody voted.

    In a contest of several vacancies these are all votes cast, of which an elector has one for each seat.
    """
    return Fraction(votes, valid_votes) if valid_votes else None


def change(now: Fraction | None, party: Party, baseline: Baseline | None) -> Fraction | None:
    """Return the change in a party's share since the baseline, or None where there is nothing to compare.

    Independents are never compared: two people without a party are not one party twice.
    """
    if now is None or baseline is None or not party.compares:
        return None
    before = baseline.share(party.id)
    return None if before is None else now - before


def swing(change_from: Fraction | None, change_to: Fraction | None) -> Fraction | None:
    """Return the conventional (Butler) swing: half the rise of one party plus half the fall of the other."""
    if change_from is None or change_to is None:
        return None
    return (change_to - change_from) / 2


def turnout(poll: Poll, electorate: int | None, vacancies: int, count_rejected: bool = False) -> Fraction | None:
    """Return valid ballot papers over electorate, or with `count_rejected` all ballot papers (Electoral Commission)."""
    papers = poll.all_papers(vacancies) if count_rejected else poll.valid_papers(vacancies)
    if papers is None or not electorate:
        return None
    return Fraction(papers, electorate)


def deposit_lost(votes: int, valid_votes: int) -> bool:
    """Return whether a candidacy polled no more than one twentieth of the valid votes.

    Representation of the People Act 1983, schedule 1, rule 53, as amended in 1985.
    """
    return 20 * votes <= valid_votes
