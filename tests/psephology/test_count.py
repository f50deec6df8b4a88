"""Who is elected, as tables."""

import pytest

from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.count import count, drawn_in_vain


def votes(**figures: int) -> dict[CandidacyId, int]:
    return {CandidacyId(name): number for name, number in figures.items()}


@pytest.mark.parametrize(
    ("figures", "vacancies", "lot", "elected", "tied", "majority"),
    [
        ({"a": 10, "b": 7}, 1, (), "a", "", 3),
        ({"b": 7, "a": 10}, 1, (), "a", "", 3),
        ({"a": 7, "b": 7}, 1, (), "", "ab", 0),
        ({"a": 7, "b": 7}, 1, ("b",), "b", "", 0),
        ({"a": 9, "b": 7, "c": 7, "d": 1}, 2, (), "a", "bc", 0),
        ({"a": 9, "b": 7, "c": 7, "d": 1}, 2, ("c",), "ac", "", 0),
        ({"a": 9, "b": 7, "c": 7, "d": 7}, 3, ("d",), "ad", "bc", 0),
        ({"a": 9, "b": 9, "c": 9}, 2, ("c", "a"), "ca", "", 0),
        ({"a": 9, "b": 8, "c": 2}, 2, (), "ab", "", 6),
        ({"a": 9, "b": 8}, 2, (), "ab", "", None),
        ({"a": 9}, 1, (), "a", "", None),
        ({"a": 0, "b": 0}, 1, (), "", "ab", 0),
        ({"a": 747, "b": 747, "c": 2000}, 1, (), "c", "", 1253),
        ({"a": 7, "b": 5}, 1, ("b",), "a", "", 2),
    ],
)
def test_count(
    figures: dict[str, int], vacancies: int, lot: tuple[str, ...], elected: str, tied: str, majority: int | None
) -> None:
    counted = count(votes(**figures), vacancies, tuple(CandidacyId(one) for one in lot))
    assert "".join(counted.elected) == elected
    assert "".join(counted.tied) == tied
    assert counted.majority == majority
    assert set(counted.ranked) == set(figures)


def test_the_first_in_sort_order_never_wins_a_tie() -> None:
    for order in (("a", "b"), ("b", "a")):
        assert count({CandidacyId(one): 5 for one in order}, 1).elected == ()


@pytest.mark.parametrize(
    ("figures", "vacancies", "lot", "in_vain"),
    [
        ({"a": 7, "b": 7}, 1, "b", ""),
        ({"a": 9, "b": 9, "c": 9}, 2, "ca", ""),
        ({"a": 9, "b": 7, "c": 7, "d": 7}, 3, "d", ""),
        ({"a": 7, "b": 7}, 1, "ba", "a"),  # the seat was b's by then
        ({"a": 7, "b": 5}, 1, "a", "a"),  # there was no tie
        ({"a": 7}, 1, "a", "a"),
        ({"a": 9, "b": 7, "c": 7, "d": 1}, 2, "a", "a"),  # elected without one
        ({"a": 9, "b": 7, "c": 7, "d": 1}, 2, "dc", "d"),
    ],
)
def test_whom_a_lot_could_not_fall_on(figures: dict[str, int], vacancies: int, lot: str, in_vain: str) -> None:
    assert "".join(drawn_in_vain(votes(**figures), vacancies, [CandidacyId(one) for one in lot])) == in_vain
