"""Figures as they are printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultsdesk.psephology.rounding import decimal, number, per_cent, points, rounded, signed


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
