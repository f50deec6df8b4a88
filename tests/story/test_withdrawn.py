"""Lines that were told and are not true: withdrawn by name, with the entry that took them back and why."""

from dataclasses import replace

from storied import Storied
from town import town, ward

from resultsdesk.night.briefing import Briefing
from resultsdesk.story.lines import Withdrawn


def wards(how_many: int) -> Briefing:
    """Return a town of so many wards that Labour and the Conservatives fight over."""
    return town(*(ward(f"w{number}", "Lab Con", before="Lab") for number in range(1, how_many + 1)))


def kinds(night: Storied) -> set[str]:
    return {one.line.kind for one in night.story().withdrawn}


def of_kind(night: Storied, kind: str) -> Withdrawn:
    (found,) = [one for one in night.story().withdrawn if one.line.kind == kind]
    return found


def test_a_gain_that_was_none_is_withdrawn_with_what_is_true_instead() -> None:
    night = Storied()
    night.declare("alpha", 700, 900, 200)
    night.correct("alpha", 900, 700, 200, reason="Two piles were swapped")
    gone = of_kind(night, "gain")
    entry = night.desk.night.journal[-1]
    assert (gone.entry, gone.at) == (entry.entry_id, entry.declared_at)
    assert gone.line.sentence.startswith("Conservative gain Alpha ward from Labour")
    assert gone.why == "Alpha ward was corrected at 01:01: Two piles were swapped."
    assert night.said("hold")


def test_a_figure_that_changes_withdraws_the_sentence_it_was_in() -> None:
    night = Storied()
    night.declare("alpha", 900, 700, 200)
    night.correct("alpha", 901, 700, 200)
    gone = of_kind(night, "hold")
    assert "by 200 votes" in gone.line.sentence
    assert gone.why.endswith("Now: Labour hold Alpha ward: A Candidate1 wins by 201 votes over Conservative.")


def test_a_correction_of_papers_alone_withdraws_nothing() -> None:
    night = Storied(wards(2))
    night.declare("w1", 900, 700)
    night.correct("w1", 900, 700, rejected=12)
    assert night.story().withdrawn == ()
    assert night.said("correction") == [
        "W1 ward was corrected at 01:01 (Read again). Neither outcome nor majority changes."
    ]


def test_a_correction_is_told_in_the_words_of_the_story() -> None:
    night = Storied()
    night.declare("alpha", 700, 900, 200)
    night.correct("alpha", 900, 700, 200, reason="Two piles were swapped")
    (said,) = night.said("correction")
    assert said == (
        "Alpha ward was corrected at 01:01 (Two piles were swapped). "
        "Now: Labour hold; before: Conservative gain from Labour."
    )


def test_a_correction_that_only_moves_votes_says_what_the_majority_is() -> None:
    night = Storied()
    night.declare("alpha", 900, 700, 200)
    night.correct("alpha", 901, 700, 200)
    (said,) = night.said("correction")
    assert said == "Alpha ward was corrected at 01:01 (Read again). The majority is 201, not 200."


def test_a_lot_that_is_drawn_is_told_of_what_was_open_before() -> None:
    night = Storied()
    night.keep("alpha", 900, 900, 200)
    night.correct("alpha", 900, 900, 200, lot=("alpha.1",), reason="The lot was drawn")
    (said,) = night.said("correction")
    assert said.endswith("Now: Labour hold; before: the lot was to decide.")


def test_a_retraction_withdraws_every_line_of_the_contest() -> None:
    night = Storied()
    night.declare("alpha", 900, 700, 200)
    told = {one.id for one in night.story().lines if one.contests}
    night.retract("alpha")
    assert {one.line.id for one in night.story().withdrawn} >= told
    assert all("retracted" in one.why for one in night.story().withdrawn)


def test_what_becomes_true_again_is_withdrawn_no_longer() -> None:
    night = Storied()
    night.declare("alpha", 900, 700, 200)
    before = night.story()
    night.retract("alpha")
    night.declare("alpha", 900, 700, 200, minutes=2)
    assert night.story() == before


def test_a_record_that_is_beaten_is_not_withdrawn() -> None:
    night = Storied(wards(6))
    for number, votes in enumerate((900, 800, 750, 850), start=1):
        night.declare(f"w{number}", votes, 700)
    first = night.line("closest")
    assert "W3 ward" in first.sentence
    night.declare("w5", 701, 700)
    second = night.line("closest")
    assert (second.id, second.contests) == (first.id, ("w5",))
    assert night.story().withdrawn == ()
    night.correct("w4", 700, 700, lot=("w4.1",))
    assert "closest" not in kinds(night), "another ward's correction beat it: it was true when it was told"


def test_a_record_that_never_was_one_is_withdrawn() -> None:
    night = Storied(wards(6))
    for number, votes in enumerate((900, 800, 750, 850), start=1):
        night.declare(f"w{number}", votes, 700)
    night.correct("w3", 950, 700)
    assert "W3 ward" in of_kind(night, "closest").line.sentence
    assert "W2 ward" in night.line("closest").sentence


def test_control_that_was_told_and_is_lost_by_a_correction_is_withdrawn() -> None:
    briefing = wards(4)
    body = next(iter(briefing.bodies.values()))
    night = Storied(replace(briefing, bodies={body.id: replace(body, majority=5)}))
    night.declare("w1", 900, 700)
    night.declare("w2", 900, 700)
    assert night.said("majority-line") == ["W2 ward gives Labour a majority in Town with their fifth seat, at 01:01."]
    assert night.said("control-held")
    night.correct("w1", 700, 900)
    assert {"majority-line", "control-held", "hold"} <= kinds(night)
    assert night.said("control-held") == []


def test_sums_pass_as_the_night_goes_on_and_are_not_withdrawn() -> None:
    night = Storied(wards(4))
    night.declare("w1", 900, 700)
    night.declare("w2", 900, 700)
    night.correct("w1", 700, 900)
    assert not {"seats", "remaining", "turnout"} & kinds(night)


def test_what_the_desk_writes_of_its_own_undo_is_no_reason_to_the_public() -> None:
    night = Storied(wards(2))
    night.declare("w1", 900, 700)
    night.correct("w1", 700, 900, reason="Misheard")
    night.correct("w1", 900, 700, reason="Undone: Misheard")
    assert [one.why for one in night.story().withdrawn if "Undone" in one.why] == []
    (said,) = night.said("correction")
    assert said.startswith("W1 ward was corrected at 01:")
    assert "Undone" not in said
    assert "Misheard" not in said
    assert night.desk.night.journal[-1].reason == "Undone: Misheard", "the history keeps it"
