"""Numbers and outcomes in words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import (
    control_headline,
    net_headline,
    people_named,
    share_headline,
    targets_headline,
)
from resultsdesk.psephology.outcome import outcome
from resultsdesk.psephology.party import Party, PartyId, PartyKind
from resultsdesk.psephology.rounding import decimal, number, per_cent, points, rounded, signed
from resultsdesk.psephology.wording import majority_words, outcome_words

PARTIES = {
    PartyId(short): Party(PartyId(short), short, short, "#777777", order)
    for order, short in enumerate(("Lab", "Con", "LD", "Green", "Ind"))
}


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Fraction(1, 20), 1, "0.1"),
        (Fraction(-1, 20), 1, "−0.1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "−3"),
        (Fraction(1234567), 0, "1,234,567"),
        (Fraction(-1, 1000), 1, "0.0"),
        (Fraction(149, 1000), 1, "0.1"),
    ],
)
def test_rounding_is_half_away_from_zero_and_happens_once(value: Fraction, places: int, said: str) -> None:
    assert decimal(value, places) == said
    assert rounded(value, places).denominator <= 10**places


def test_shares_and_changes() -> None:
    assert per_cent(Fraction(14739, 41842)) == "35.2%"
    assert points(Fraction(-353, 1000)) == "−35.3"
    assert points(Fraction(58, 1000)) == "+5.8"
    assert points(Fraction(1, 100000)) == "0.0"


def test_unknown_is_a_dash_and_no_change_is_nought() -> None:
    assert (number(None), per_cent(None), points(None), signed(None)) == ("–",) * 4
    assert (signed(0), signed(3), signed(-3)) == ("0", "+3", "−3")


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


@given(st.fractions(min_value=-10_000, max_value=10_000), st.integers(0, 6))
def test_rounding_is_never_further_off_than_half_a_step(value: Fraction, places: int) -> None:
    step = Fraction(1, 10**places)
    near = rounded(value, places)
    assert abs(near - value) <= step / 2
    assert (near / step).denominator == 1
    if abs(near - value) == step / 2:
        assert abs(near) > abs(value), "halves go away from zero"
    said = decimal(value, places).replace(",", "").replace("−", "-")
    assert Fraction(said) == near


def test_a_headline_calls_a_party_by_its_people() -> None:
    made = Party(PartyId("Con"), "Conservative", "Con", "#0087DC", 2, called="the Conservatives")
    other = Party(PartyId("SNP"), "Scottish National Party", "SNP", "#FDF38E", 4, called="the SNP")
    alone = Party(PartyId("Ind"), "Independent", "Ind", "#9AA3B2", 9, PartyKind.INDEPENDENT)
    plain = Party(PartyId("Lab"), "Labour", "Lab", "#E4003B", 1)
    assert [people_named(one) for one in (made, other, alone, plain)] == [
        "Conservatives", "SNP", "Independents", "Labour"
    ]  # fmt: skip
    assert net_headline(made, -85) == "Conservatives down 85 seats"
    assert share_headline(made, Fraction(423, 1000)) == "Conservatives on 42.3% of the vote"
    assert control_headline("Alpha", made, made, True) == "Conservatives hold Alpha"
    assert control_headline("Alpha", plain, made, True) == "Labour gain Alpha from the Conservatives"


@pytest.mark.parametrize(
    ("won", "declared", "targets", "said"),
    [
        (0, 0, 1, "1 target for the Conservatives"),
        (0, 0, 4, "4 targets for the Conservatives"),
        (1, 1, 4, "Conservatives win 1 target, 3 to come"),
        (0, 1, 4, "Conservatives miss 1 target, 3 to come"),
        (1, 1, 1, "Conservatives win their target"),
        (0, 1, 1, "Conservatives miss their target"),
        (35, 36, 100, "Conservatives win 35 of 36 targets, 64 to come"),
        (0, 3, 4, "Conservatives win none of 3 targets, 1 to come"),
        (4, 4, 4, "Conservatives win all 4 targets"),
    ],
)
def test_targets_are_told_as_one_would_say_them(won: int, declared: int, targets: int, said: str) -> None:
    party = Party(PartyId("Con"), "Conservative", "Con", "#0087DC", 2, called="the Conservatives")
    assert targets_headline(party, won, declared, targets) == said


def test_a_parliament_is_hung_and_has_majorities_where_a_council_is_controlled() -> None:
    con = Party(PartyId("Con"), "Conservative", "Con", "#0087DC", 2, called="the Conservatives")
    lab = Party(PartyId("Lab"), "Labour", "Lab", "#E4003B", 1)
    commons, holyrood = "House of Commons", "Scottish Parliament"
    assert control_headline("Walsall", None, lab, True) == "No overall control in Walsall"
    assert control_headline(commons, None, con, True) == "Hung parliament"
    assert control_headline(holyrood, None, None, True) == "No majority in the Scottish Parliament"
    assert control_headline(commons, lab, con, True) == "Labour win a majority"
    assert control_headline(commons, con, None, True) == "Conservatives win a majority"
    assert control_headline(commons, con, con, True) == "Conservatives keep their majority"
    assert control_headline(commons, con, None, False) == "Conservatives have a majority"


def test_a_majority_is_counted_once_every_seat_is_known() -> None:
    assert majority_words(317, 650, 326, True) == "9 short of a majority"
    assert majority_words(330, 650, 326, False) == "enough for a majority"
    assert majority_words(411, 650, 326, True) == "a majority of 172"
