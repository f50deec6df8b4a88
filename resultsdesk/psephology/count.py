"""Who is elected: a pure function of the votes, the vacancies and, where a tie needs one, the drawn lot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resultsdesk.psephology.candidacy import CandidacyId


@dataclass(frozen=True, slots=True)
class Count:
    """The order of a poll. `tied` are those level for the last seats that no lot has settled; they are not elected."""

    ranked: tuple[CandidacyId, ...]
    elected: tuple[CandidacyId, ...]
    tied: tuple[CandidacyId, ...]
    tied_seats: int
    majority: int | None


def count(votes: Mapping[CandidacyId, int], vacancies: int, lot: Sequence[CandidacyId] = ()) -> Count:
    """Return who is elected to `vacancies` seats; `lot` names those the returning officer drew, in the order drawn.

    The majority is first minus second, or for n vacancies last elected minus first not elected; None where
    nobody was beaten.
    """
    ranked = tuple(sorted(votes, key=lambda candidacy: -votes[candidacy]))
    if len(ranked) <= vacancies:
        return Count(ranked, ranked, (), 0, None)
    mark = votes[ranked[vacancies - 1]]
    majority = mark - votes[ranked[vacancies]]
    if majority:
        return Count(ranked, ranked[:vacancies], (), 0, majority)
    clear = tuple(one for one in ranked if votes[one] > mark)
    level = tuple(one for one in ranked if votes[one] == mark)
    seats = vacancies - len(clear)
    drawn = tuple(one for one in dict.fromkeys(lot) if one in level)[:seats]
    rest = tuple(one for one in level if one not in drawn)
    ranked = clear + drawn + rest + tuple(one for one in ranked if votes[one] < mark)
    open_seats = seats - len(drawn)
    return Count(ranked, clear + drawn, rest if open_seats else (), open_seats, 0)


def drawn_in_vain(
    votes: Mapping[CandidacyId, int], vacancies: int, lot: Sequence[CandidacyId]
) -> tuple[CandidacyId, ...]:
    """Return whom a lot names that could not fall on them: not level for the last seat, or that seat gone by then."""
    counted = count(votes, vacancies, lot)
    if counted.majority != 0:
        return tuple(lot)
    level = votes[counted.ranked[vacancies - 1]]
    return tuple(one for one in lot if one not in counted.elected or votes[one] != level)
