"""Lines of the story from the desk's panel to air: by way of preview, and for as long as they are true."""

from collections.abc import Callable

from producers import Producer
from pytestqt.qtbot import QtBot
from scenes_seen import words
from stations import result

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.windows.desk.story.panel import TAKEN_BACK, StoryPanel

Produce = Callable[..., Producer]
GAIN = "Conservative gain Alpha ward from Labour"


def told(producer: Produce) -> tuple[Producer, StoryPanel]:
    """Return a producer with the story of one gain open at the desk."""
    one = producer()
    one.declare("alpha", 700, 900, 200)
    one.press("F5", one.session.window)
    panel = one.session.window.story.panel
    assert panel is not None
    return one, panel


def choose(one: Producer, panel: StoryPanel, id: str) -> None:
    """Put the cursor on a line."""
    (row,) = (at for at in range(panel.model.rowCount()) if panel.model.id_at(at)[0] == id)
    panel.list.setCurrentIndex(panel.model.index(row))
    panel.list.setFocus()


def correct(one: Producer, qtbot: QtBot, *votes: int) -> None:
    with qtbot.waitSignal(one.session.window.story_feed.changed):
        one.declare("alpha", *votes)
    one.settle()


def news(one: Producer) -> str:
    top = one.session.window.top.words
    return top.news if top is not None else ""


def test_enter_puts_a_card_in_preview_and_nothing_on_air(producer: Produce) -> None:
    one, panel = told(producer)
    choose(one, panel, "gain/alpha")
    one.press("Enter", one.session.window)
    preview = one.station.output.preview
    assert preview is not None
    assert (preview.name, preview.contest, preview.lines) == (SceneName.CARD, "alpha", ("gain/alpha",))
    assert preview.words == (GAIN, "A Candidate2 wins by 200 votes")
    assert one.on() is None
    assert news(one).startswith(f"In preview, as a card: {GAIN}")
    assert panel.list.told.said == "in preview"
    one.press("F9", one.session.window)
    assert one.on().scene == preview
    assert panel.list.told.said == "on air"


def test_s_puts_the_sentence_on_the_strap_of_its_contest(producer: Produce) -> None:
    one, panel = told(producer)
    choose(one, panel, "gain/alpha")
    one.press("S", one.session.window)
    assert one.shown()[0] == "Preview: Strap: Alpha ward"
    assert words(one.panel.preview.view.figure, "story") == [f"{GAIN}: A Candidate2 wins by 200 votes."]


def test_t_adds_lines_to_the_ticker_and_takes_them_out(producer: Produce) -> None:
    one, panel = told(producer)
    for id in ("gain/alpha", "turnout/body/town"):
        choose(one, panel, id)
        one.press("T", one.session.window)
    assert one.station.output.preview.lines == ("turnout/body/town", "gain/alpha"), "the last one first"
    choose(one, panel, "turnout/body/town")
    one.press("T", one.session.window)
    assert one.station.output.preview.lines == ("gain/alpha",)
    one.press("F9", one.session.window)
    choose(one, panel, "turnout/body/town")
    one.press("T", one.session.window)
    assert one.station.output.preview.lines == ("turnout/body/town", "gain/alpha"), "added to what is on air"
    assert one.on().scene.lines == ("gain/alpha",)
    assert news(one).startswith("In the ticker in preview: ")


def test_a_line_on_air_that_is_withdrawn_is_not_said_and_the_producer_knows(producer: Produce, qtbot: QtBot) -> None:
    one, panel = told(producer)
    choose(one, panel, "gain/alpha")
    one.press("Enter", one.session.window)
    one.press("F9", one.session.window)
    correct(one, qtbot, 950, 900, 200)
    assert GAIN not in " ".join(words(one.panel.program.view.figure))
    assert words(one.panel.program.view.figure, "headline") == ["Labour hold"]
    assert one.shown()[1] == "Program: Headline: Alpha ward, CORRECTED"
    assert one.panel.wrong.isVisible()
    said = one.panel.wrong.words.text()
    assert said.startswith(f"Withdrawn: “{GAIN}: A Candidate2 wins by 200 votes” on presenter ")
    assert "because Alpha ward was corrected" in said
    assert said in (news(one), one.told()), "it is also said where the hands are"
    one.press("Ctrl A")
    assert one.station.output.preview == result("alpha")
    one.press("F9")
    assert not one.panel.wrong.isVisible()


def heard_and_withdrawn(one: Producer, panel: StoryPanel, qtbot: QtBot) -> None:
    """Have the gain on air, off air, and then corrected away."""
    choose(one, panel, "gain/alpha")
    one.press("Enter", one.session.window)
    one.press("F9", one.session.window)
    one.press("F12")
    correct(one, qtbot, 950, 900, 200)


def test_a_line_that_is_off_air_already_is_asked_about_too(producer: Produce, qtbot: QtBot) -> None:
    one, panel = told(producer)
    heard_and_withdrawn(one, panel, qtbot)
    said = one.panel.wrong.words.text()
    assert said.startswith(f"Withdrawn: “{GAIN}: A Candidate2 wins by 200 votes” on presenter ")
    assert said.endswith("Air the correction?")
    assert said in (news(one), one.told())
    one.press("Ctrl A")
    one.press("F9")
    assert one.on().scene == result("alpha")
    assert not one.panel.wrong.isVisible()


def test_what_was_aired_wrong_is_asked_about_after_a_restart_until_it_is_left(producer: Produce, qtbot: QtBot) -> None:
    one, panel = told(producer)
    heard_and_withdrawn(one, panel, qtbot)
    said = one.panel.wrong.words.text()
    one.session.close()
    two = producer()
    qtbot.waitUntil(lambda: two.panel.wrong.words.text() == said)
    assert two.panel.wrong.isVisible()
    two.press("Ctrl D")
    assert not two.panel.wrong.isVisible()
    two.session.close()
    three = producer()
    qtbot.waitUntil(lambda: three.session.window.story_feed.asked)
    assert not three.panel.wrong.isVisible()


def test_a_withdrawn_line_cannot_be_sent(producer: Produce, qtbot: QtBot) -> None:
    one, panel = told(producer)
    correct(one, qtbot, 950, 900, 200)
    choose(one, panel, "gain/alpha")
    before = one.station.programme
    one.press("Enter", one.session.window)
    assert one.station.programme is before
    assert news(one) == TAKEN_BACK


def test_a_night_opened_again_says_only_what_is_true(producer: Produce, qtbot: QtBot) -> None:
    one, panel = told(producer)
    choose(one, panel, "gain/alpha")
    one.press("Enter", one.session.window)
    one.station.add(one.station.output.preview)
    one.session.close()
    again = producer()
    assert again.station.programme.rundown[0].scene.lines == ("gain/alpha",)
    qtbot.waitUntil(lambda: again.session.window.story_feed.asked)
    again.declare("alpha", 950, 900, 200)
    qtbot.waitUntil(lambda: not again.station.programme.rundown)
    assert again.station.output.preview is None


def test_the_panel_leads_to_the_story(producer: Produce) -> None:
    one = producer()
    one.press("F5")
    assert one.session.window.story.shown
    one.press("F5")
    assert one.session.window.story.shown, "asked for again it is still there"


def test_words_of_a_programme_without_lines_wake_nobody(producer: Produce) -> None:
    one = producer()
    one.station.preview(SceneRequest(SceneName.CARD, words=("Hello",)))
    one.declare("alpha", 700, 900, 200)
    assert not one.session.window.story_feed.asked
