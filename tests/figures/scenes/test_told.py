"""Scenes that say lines of the story: how a sentence is broken, and that all of it is there and can be read."""

import pytest
from scenes_seen import headline, live, place, words

from resultsdesk.figures.scenes.request import Format, SceneName
from resultsdesk.figures.scenes.scene import draw, title
from resultsdesk.figures.scenes.told import MOST_LINES, card_of, headline_words, retold, says, strap_of, ticker_of
from resultsdesk.night.night import Night, Scope
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.lines import Line

GAIN = "The Greens gain Bristol Central from Labour: Carla Denyer wins by 10,407 votes."
BIRMINGHAM = "Labour hold seven of eight in Birmingham."


def half() -> Night:
    return live("uk-2024", "04:47")


def line(sentence: str, contest: str = "", id: str = "gain") -> Line:
    about = (place(half(), contest).contest.id,) if contest else ()
    return Line(id, "gain", sentence, 60, None, about, Scope(), PartyId("Green"), ())


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Short enough.", ("Short enough",)),
        (GAIN, ("The Greens gain Bristol Central from Labour", "Carla Denyer wins by 10,407 votes")),
        (
            "All nine constituencies in Birmingham are declared: labour hold seven, and lose one.",
            ("All nine constituencies in Birmingham are declared", "Labour hold seven, and lose one"),
        ),
        ("A sentence that never pauses for breath and goes on " + "and on " * 4, None),
        (
            "The Liberal Democrats gain Caithness, Sutherland and Easter Ross from the SNP, coming from third in 2019.",
            (
                "The Liberal Democrats gain Caithness, Sutherland and Easter Ross from the SNP",
                "Coming from third in 2019",
            ),
        ),
    ],
)
def test_a_sentence_is_broken_where_it_pauses(sentence: str, said: tuple[str, ...] | None) -> None:
    assert headline_words(sentence) == (said or (sentence,))


def test_a_card_is_about_its_contest() -> None:
    night, scene = half(), card_of(line(GAIN, "Bristol Central"))
    figure = draw(night, scene)
    assert headline(figure) == "The Greens gain Bristol Central from Labour"
    assert words(figure, "under") == ["Carla Denyer wins by 10,407 votes"]
    assert words(figure, "kicker") == ["Bristol Central"]
    assert words(figure, "foot") == ["228 of 650 declared at 04:47", "Compared with 2019 (notional)"]
    assert figure.shapes["bar:edge"].ink == "party:Green"  # type: ignore[union-attr]  # a box


def test_a_card_of_a_party_has_its_ink() -> None:
    assert draw(half(), card_of(line("Green, first."))).shapes["bar:edge"].ink == "party:Green"  # type: ignore[union-attr]  # a box


def test_a_strap_has_the_story_under_the_figures() -> None:
    scene = strap_of(line(GAIN, "Bristol Central"))
    figure = draw(half(), scene)
    assert words(figure, "story") == [GAIN]
    assert "Majority 10,407" in words(figure)
    assert title(half(), scene) == "Strap: Bristol Central"
    alone = draw(half(), strap_of(line(BIRMINGHAM)))
    assert words(alone, "name") == ["Labour hold seven of eight in Birmingham"]


@pytest.mark.parametrize("format", list(Format))
def test_a_ticker_says_lines_above_the_results(format: Format) -> None:
    lines = [line(GAIN, id="1"), line(BIRMINGHAM, id="2")]
    scene = ticker_of(lines)
    figure = draw(half(), scene)
    assert " ".join(words(figure, "story-words:0")) == GAIN
    assert words(figure, "story-words:1") == [BIRMINGHAM]
    assert any(one.startswith("result:") for one in figure.shapes)


def test_a_ticker_has_room_for_so_many() -> None:
    scene = ticker_of([line(BIRMINGHAM, id=str(one)) for one in range(MOST_LINES + 2)])
    assert scene.lines == ("0", "1", "2", "3")


def test_words_follow_the_line() -> None:
    before, after = line(GAIN, "Bristol Central"), line(GAIN.replace("407", "408"), "Bristol Central")
    for scene in (card_of(before), strap_of(before), ticker_of([before])):
        now = retold(scene, {after.id: after})
        assert now is not None
        assert "10,408" in " ".join(now.words)
        assert (says(scene, before), says(now, before), says(now, after)) == (True, False, True)
        assert retold(scene, {before.id: before}) == scene


def test_without_its_line_a_card_is_nothing_and_a_ticker_goes_on() -> None:
    one = line(GAIN)
    assert retold(card_of(one), {}) is None
    left = retold(ticker_of([one]), {})
    assert left is not None
    assert (left.name, left.lines, left.words) == (SceneName.TICKER, (), ())
