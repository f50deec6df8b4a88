"""How the story says that nobody has a majority: of a parliament, and of a council."""

import pytest

from resultsdesk.story.grammar import Subject
from resultsdesk.story.wording.sums import no_control


@pytest.mark.parametrize(
    ("body", "still", "said"),
    [
        ("Walsall", False, "No overall control in Walsall"),
        ("Walsall", True, "Still no overall control in Walsall"),
        ("the House of Commons", False, "No majority in the House of Commons"),
        ("the House of Commons", True, "Still no majority in the House of Commons"),
    ],
)
def test_a_parliament_has_no_majority_where_a_council_has_no_overall_control(body: str, still: bool, said: str) -> None:
    sentence = no_control(body, None, still, ["Labour"], 28, 60, "")
    assert sentence == f"{said}; Labour are the largest party with 28 of 60 seats."


def test_a_majority_that_was_lost_is_told_first() -> None:
    said = no_control("the House of Commons", Subject("the Conservatives"), False, ["the Conservatives"], 317, 650, "")
    assert said == (
        "The Conservatives lose their majority in the House of Commons but are the largest party with 317 of 650 seats."
    )
