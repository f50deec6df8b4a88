"""Outcomes and majorities in few words."""

import pytest

from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.outcome import outcome
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.wording import majority_words, outcome_words

PARTIES = {
    PartyId(short): Party(PartyId(short), short, short, "#777777", order)
    for order, short in enumerate(("Lab", "Con", "LD", "Green", "Ind"))
}


@pytest.mark.parametrize(
    ("elected", "before", "vacancies", "words"),
    [
        ("Lab", "Con", 1, "Lab gain from Con"),
        ("Lab", "Lab", 1, "Lab hold"),
        ("Lab", "", 1, "Lab win"),
        ("Ind", "Ind", 1, "Ind hold"),
        ("Lab Lab Lab", "Lab Lab Lab", 3, "Lab 3 hold"),
        ("Lab Con LD", "LD Con Lab", 3, "Lab, Con, LD hold"),
        ("LD LD Lab", "Lab Con Con", 3, "LD gain 2 from Con; Lab hold"),
        ("LD Green Lab", "Con Con Lab", 3, "LD gain, Green gain from Con; Lab hold"),
        ("LD LD", "Lab Con", 2, "LD gain 2 from Lab, Con"),
        ("Lab Con", "", 2, "Lab, Con win"),
    ],
)
def test_outcome_words(elected: str, before: str, vacancies: int, words: str) -> None:
    parties = [PartyId(one) for one in elected.split()]
    seats = [PartyId(one) for one in before.split()]
    assert outcome_words(outcome(parties, seats, vacancies, Measure.LAST), PARTIES) == words


def test_a_change_is_never_counted_by_halves() -> None:
    one_of_two = outcome([PartyId("LD")], [PartyId("Con"), PartyId("Con")], 2, Measure.LAST)
    assert not one_of_two.known
    assert not one_of_two.gains


def test_a_majority_is_counted_once_every_seat_is_known() -> None:
    assert majority_words(317, 650, 326, True) == "9 short of a majority"
    assert majority_words(330, 650, 326, False) == "enough for a majority"
    assert majority_words(411, 650, 326, True) == "a majority of 172"
