import pytest

from resultsdesk.figures.contrast import DARK, LIGHT, contrast, difference, text_on


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),  # the grey famous for just missing 4.5
        ("#767676", "#FFFFFF", 4.54),
        ("#E4003B", "#E4003B", 1.0),
    ],
)
def test_contrast_is_wcags_and_the_same_both_ways(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("rgb", "word"),
    [("#FDF38E", "dark"), ("#FAA61A", "dark"), ("#000080", "light"), (DARK, "light"), (LIGHT, "dark")],
)
def test_text_takes_the_larger_contrast(rgb: str, word: str) -> None:
    assert text_on(rgb) == word


def test_difference_grows_with_unlikeness() -> None:
    near, far = difference("#E4003B", "#E4103B"), difference("#E4003B", "#0087DC")
    assert difference("#E4003B", "#E4003B") == 0
    assert near < 5 < 60 < far
