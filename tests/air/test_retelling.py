"""A line of the story on air: told otherwise it is put right, taken back it is not said, and somebody is told."""

from dataclasses import replace

import pytest
from stations import MAP, TITLE, OnStage, result

from resultsdesk.air.programme import OnAir
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.told import card_of, strap_of, ticker_of
from resultsdesk.night.commands import Retract
from resultsdesk.story.lines import Line, Story, Withdrawn
from resultsdesk.story.telling import tell


def told(stage: OnStage, id: str) -> Line:
    return next(one for one in tell(stage.desk.night).lines if one.id == id)


def retell(stage: OnStage) -> None:
    stage.station.retell(tell(stage.desk.night))


def program(stage: OnStage) -> OnAir:
    on = stage.station.output.program
    assert on is not None
    return on


def gained() -> OnStage:
    """A Conservative gain in Alpha ward."""
    stage = OnStage()
    stage.declare("alpha", 700, 900, 200)
    return stage


def test_a_line_that_still_holds_changes_nothing() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    before = stage.station.programme
    retell(stage)
    stage.declare("beta", 40, 20, 30, 10)
    retell(stage)
    assert stage.station.programme is before


@pytest.mark.parametrize("of", [card_of, strap_of])
def test_a_corrected_sentence_is_put_right_and_marked(of: object) -> None:
    stage = gained()
    stage.station.air(of(told(stage, "gain/alpha")))  # type: ignore[operator]  # one of the two
    before = program(stage)
    stage.correct("alpha", 700, 950, 200)
    retell(stage)
    after = program(stage)
    assert "250 votes" in " ".join(after.scene.words)
    assert (after.corrected, after.serial) == (True, before.serial), "an update plays no entrance"
    assert stage.station.wrong == ()


def test_a_withdrawn_line_is_not_said_and_the_result_takes_its_place() -> None:
    stage = gained()
    stage.station.air(replace(card_of(told(stage, "gain/alpha")), format=Format.TALL))
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    on = program(stage)
    assert (on.scene.name, on.scene.contest, on.scene.format) == (SceneName.CARD, "alpha", Format.TALL)
    assert (on.scene.words, on.scene.lines, on.corrected, on.entries) == ((), (), True, (2,))
    (wrong,) = stage.station.wrong
    assert wrong.words.startswith(
        "Withdrawn: “Conservative gain Alpha ward from Labour: A Candidate2 wins by 200 votes”"
    )
    assert "on presenter at 01:00, because Alpha ward was corrected at 01:00: read out again. " in wrong.words
    assert wrong.again == result("alpha")


def test_what_was_withdrawn_is_asked_about_until_the_result_has_been_shown() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    stage.station.air(MAP)
    assert len(stage.station.wrong) == 1
    stage.station.air(result("alpha"), "browser")
    assert len(stage.station.wrong) == 1, "it was wrong elsewhere"
    stage.station.air(result("alpha"))
    assert stage.station.wrong == ()


def test_a_line_of_no_contest_gives_way_to_the_contest_that_took_it_back() -> None:
    stage = gained()
    line = replace(told(stage, "gain/alpha"), contests=())
    stage.station.air(card_of(line))
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    assert program(stage).scene == SceneRequest(SceneName.CARD, contest=line.evidence[0].contest, scope=line.scope)
    assert stage.station.wrong[0].contest == "alpha"


def test_what_has_only_passed_is_taken_off_without_a_correction() -> None:
    stage = gained()
    line = replace(told(stage, "gain/alpha"), id="only-gain/body/town/Con")
    stage.station.air(card_of(line))
    retell(stage)
    assert not program(stage).corrected
    assert stage.station.wrong[0].words.startswith("Taken off: “Conservative gain Alpha ward")


def test_a_ticker_goes_on_without_the_line() -> None:
    stage = gained()
    stage.declare("beta", 40, 20, 30, 10)
    kept = told(stage, "hold/beta")
    stage.station.air(ticker_of([told(stage, "gain/alpha"), kept]))
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    on = program(stage)
    assert (on.scene.lines, on.scene.words, on.corrected) == (("hold/beta",), (kept.sentence,), True)
    assert "Conservative gain Alpha ward" in stage.station.wrong[0].words


def test_nobody_can_take_what_was_withdrawn_meanwhile() -> None:
    stage = gained()
    stage.declare("beta", 40, 20, 30, 10)
    gone, kept = card_of(told(stage, "gain/alpha")), card_of(told(stage, "hold/beta"))
    stage.station.add(gone)
    stage.station.add(kept)
    stage.station.preview(gone, cue=1)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    assert stage.station.output.preview is None
    assert [one.scene for one in stage.station.programme.rundown] == [kept]
    assert stage.station.wrong == (), "it was never on air"


def test_what_is_planned_is_told_as_it_is_now() -> None:
    stage = gained()
    stage.station.add(card_of(told(stage, "gain/alpha")))
    stage.station.preview(card_of(told(stage, "gain/alpha")))
    stage.correct("alpha", 700, 950, 200)
    retell(stage)
    for scene in (stage.station.output.preview, stage.station.programme.rundown[0].scene):
        assert scene is not None
        assert "250 votes" in " ".join(scene.words)


def test_a_retraction_leaves_nothing_said() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    head = stage.desk.night.journal[0]
    stage.desk.commit(Retract(contest=head.contest, after=head.entry_id, reason="wrong ward"))
    retell(stage)
    on = program(stage)
    assert (on.scene.words, on.scene.contest, on.scene.party, on.corrected) == ((), "alpha", None, True)


def test_words_of_somebodys_own_are_left_to_them() -> None:
    stage = gained()
    own = SceneRequest(SceneName.CARD, words=("Conservative gain Alpha ward",))
    stage.station.air(own)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    assert program(stage).scene == own


def test_what_is_off_air_already_is_asked_about_when_it_is_withdrawn() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    retell(stage)
    stage.wait(180)
    stage.station.air(MAP)
    stage.wait(60)
    stage.station.air(card_of(told(stage, "gain/alpha")))
    stage.wait(60)
    stage.station.air(MAP)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    (wrong,) = stage.station.wrong
    assert wrong.words == (
        "Withdrawn: “Conservative gain Alpha ward from Labour: A Candidate2 wins by 200 votes” on presenter "
        "01:00–01:03, 01:04–01:05, because Alpha ward was corrected at 01:00: read out again. Air "
        "the correction?"
    )
    assert wrong.again == result("alpha")
    stage.station.air(result("alpha"))
    assert stage.station.wrong == ()


def test_a_corrected_sentence_off_air_is_put_right_by_the_sentence_as_it_is_told_now() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    stage.station.air(MAP)
    stage.correct("alpha", 700, 950, 200)
    retell(stage)
    assert ["by 200 votes" in one.words for one in stage.station.wrong] == [True]
    stage.station.air(card_of(told(stage, "gain/alpha")), "browser")
    assert len(stage.station.wrong) == 1, "it was heard elsewhere"
    stage.station.air(card_of(told(stage, "gain/alpha")))
    assert stage.station.wrong == ()


def test_what_is_true_again_is_asked_about_no_more() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    stage.station.air(MAP)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    assert len(stage.station.wrong) == 1
    stage.correct("alpha", 700, 900, 200)
    retell(stage)
    assert stage.station.wrong == ()


def test_words_that_only_changed_with_the_night_are_not_asked_about() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "turnout/body/town")))
    before = program(stage).scene
    stage.station.air(MAP)
    stage.declare("beta", 40, 20, 30, 10)
    retell(stage)
    assert card_of(told(stage, "turnout/body/town")) != before
    assert stage.station.wrong == ()


def test_a_line_that_was_only_planned_is_not_asked_about() -> None:
    stage = gained()
    stage.station.preview(card_of(told(stage, "gain/alpha")))
    stage.station.air(MAP)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    assert stage.station.wrong == ()


def test_a_strap_that_showed_figures_and_a_line_is_asked_about_for_both() -> None:
    stage = gained()
    stage.station.air(strap_of(told(stage, "gain/alpha")))
    stage.station.air(TITLE)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    assert [one.words.partition(":")[0] for one in stage.station.wrong] == ["Alpha ward", "Withdrawn"]
    stage.station.air(result("alpha"))
    assert stage.station.wrong == (), "one scene puts both right"


def test_a_restart_forgets_nothing_and_asks_nothing_twice() -> None:
    stage = gained()
    stage.declare("beta", 40, 20, 30, 10)
    stage.station.air(card_of(told(stage, "gain/alpha")))
    stage.station.air(card_of(told(stage, "gain/alpha")), "browser")
    stage.station.air(card_of(told(stage, "hold/beta")))
    stage.correct("alpha", 950, 900, 200)
    stage.correct("beta", 20, 40, 30, 10)
    retell(stage)
    asked = stage.station.wrong
    assert [one.output for one in asked] == ["presenter", "browser", "presenter"]
    again = stage.another("Desk 1")
    assert again.lines_aired
    again.retell(tell(stage.desk.night))
    assert again.wrong == asked
    again.leave(asked[0])
    third = stage.another("Desk 1")
    third.retell(tell(stage.desk.night))
    assert third.wrong == again.wrong == asked[1:]
    stage.station.catch_up()
    assert stage.station.wrong == asked[1:], "left at one desk it is left at all"


def test_what_cannot_be_kept_is_left_here_all_the_same() -> None:
    stage = gained()
    stage.station.air(card_of(told(stage, "gain/alpha")))
    stage.station.air(MAP)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    stage.shelf.full = True
    stage.station.leave(stage.station.wrong[0])
    assert (stage.station.wrong, [str(one) for one in stage.troubles]) == ((), ["The disk is full."])


def test_a_record_that_passed_to_another_contest_says_why() -> None:
    stage = gained()
    stage.declare("beta", 40, 20, 30, 10)
    alpha = told(stage, "gain/alpha")
    beta = told(stage, "hold/beta")
    record = replace(alpha, id="closest/night")
    stage.station.air(card_of(record))
    stage.correct("alpha", 950, 900, 200)
    story = tell(stage.desk.night)
    passed = Withdrawn(record, stage.desk.night.journal[-1].entry_id, stage.now, "Alpha ward was corrected.")
    now = replace(beta, id=record.id)
    moved = Story((*story.lines, now), (*story.withdrawn, passed))
    stage.station.retell(moved)
    assert (program(stage).scene.contest, program(stage).corrected) == ("beta", True)
    (wrong,) = stage.station.wrong
    assert wrong.words == (
        "Now told of Beta ward on presenter: Alpha ward was corrected, A Candidate1 from 700 to 950."
    )
    assert wrong.again == result("alpha")
    stage.station.retell(replace(moved, lines=tuple(replace(one, weight=1) for one in moved.lines)))
    assert stage.station.wrong == (wrong,), "it stays as long as the card is on air"
    stage.station.air(MAP)
    assert stage.station.wrong == ()


def test_a_line_of_a_ticker_is_told_from_when_it_was_first_heard_though_others_changed() -> None:
    stage = gained()
    turnout = told(stage, "turnout/body/town")
    stage.station.air(ticker_of([told(stage, "gain/alpha"), turnout]))
    stage.wait(60)
    stage.declare("beta", 40, 20, 30, 10)
    retell(stage)
    assert program(stage).scene.words[1] != turnout.sentence
    stage.wait(60)
    stage.station.air(TITLE)
    stage.correct("alpha", 950, 900, 200)
    retell(stage)
    listed, line = stage.station.wrong
    assert listed.words == (
        "Alpha ward: aired as “Con gain from Lab by 200”, now “Lab hold by 50”, on presenter 01:00–01:02; air again?"
    )
    assert "on presenter 01:00–01:02, because" in line.words


def test_a_ticker_that_is_told_otherwise_counts_its_lines_once() -> None:
    stage = gained()
    stage.declare("beta", 40, 20, 30, 10)
    lines = [replace(told(stage, id), contests=()) for id in ("gain/alpha", "hold/beta")]
    other = told(stage, "turnout/body/town")
    stage.station.air(ticker_of([*lines, other]))
    night = stage.desk.night
    story = Story((*lines, replace(other, sentence="Turnout is rising.")))
    stage.station.retell(story)
    stage.correct("alpha", 950, 900, 200)
    entry = stage.desk.night.journal[len(night.journal)]
    back = tuple(Withdrawn(one, entry.entry_id, stage.now, "Alpha ward was corrected.") for one in lines)
    stage.station.retell(Story((*(replace(one, sentence=f"Not {one.sentence}") for one in lines), other), back))
    assert [one.words.partition(":")[0] for one in stage.station.wrong] == [
        "Now told otherwise in 2 lines on presenter"
    ]
