"""Every kind of line has its weight and its chapter."""

from resultsdesk.story.chapters import CHAPTERS, chapters
from resultsdesk.story.lines import Story
from resultsdesk.story.weights import WEIGHTS
from resultsdesk.story.withdrawing import PASSING


def test_every_kind_is_in_one_chapter() -> None:
    kinds = [kind for there in CHAPTERS.values() for kind in there]
    assert sorted(kinds) == sorted(WEIGHTS)
    assert set(WEIGHTS) > PASSING


def test_weights_are_from_0_to_100_and_an_empty_story_has_no_chapters() -> None:
    assert all(0 <= weight <= 100 for weight in WEIGHTS.values())
    assert chapters(Story()) == ()
