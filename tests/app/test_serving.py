"""A desk without a window: what it has on air of the story stays true while nobody sits at it."""

from pathlib import Path

from newsroom import newsroom

from resultsdesk.figures.scenes.told import card_of
from resultsdesk.story.telling import tell


def test_a_line_on_air_is_taken_back_without_a_window(tmp_path: Path) -> None:
    with newsroom(tmp_path) as one:
        one.declare("alpha", 700, 900, 200)
        (gain,) = (line for line in tell(one.desk.desk.night).lines if line.id == "gain/alpha")
        one.desk.station.air(card_of(gain))
        one.desk.look()
        on = one.desk.station.output.program
        assert on is not None
        assert on.scene == card_of(gain)
        one.declare("alpha", 950, 900, 200)
        one.desk.look()
        on = one.desk.station.output.program
        assert on is not None
        assert (on.scene.words, on.scene.lines, on.corrected) == ((), (), True)
        assert one.desk.station.wrong[0].words.startswith("Withdrawn: ")
