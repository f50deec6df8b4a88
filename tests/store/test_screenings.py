"""Which scene was on which output, from when to when, and how far the night had come by then."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from night_files import declared, new_night
from stations import MAP, TITLE
from town import LATER

from resultsdesk.air.programme import OnAir, Output, Programme, with_output
from resultsdesk.air.rundown import add
from resultsdesk.air.screening import Screening
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.store.night_file import NightFile, open_night

SOON, LAST = LATER + timedelta(minutes=1), LATER + timedelta(minutes=2)


def shown(scene: SceneRequest | None, serial: int, corrected: bool = False) -> Programme:
    program = None if scene is None else OnAir(scene, LATER, (), corrected, serial=serial)
    return with_output(Programme(), Output("presenter", program=program, taken=serial))


def test_a_map_is_kept_with_how_far_the_night_had_come(night: NightFile) -> None:
    night.journal.append(declared("alpha"))
    night.programme.change(lambda _: shown(MAP, 1), LATER)
    assert night.programme.ledger() == (), "no entry can be read off a map"
    night.journal.append(declared("beta"))
    night.journal.append(declared("gamma"))
    night.programme.change(lambda _: shown(TITLE, 2), SOON)
    assert night.programme.screenings() == (
        Screening("presenter", MAP, LATER, SOON, 1, 3),
        Screening("presenter", TITLE, SOON, None, 3, None, serial=2),
    )
    night.programme.change(lambda _: shown(None, 2), LAST)
    assert night.programme.screenings()[1] == Screening("presenter", TITLE, SOON, LAST, 3, 3, serial=2)


def test_before_anything_is_told_it_is_entry_0(night: NightFile) -> None:
    night.programme.change(lambda _: shown(MAP, 1), LATER)
    assert night.programme.screenings() == (Screening("presenter", MAP, LATER, None, 0, None),)


def test_the_same_scene_taken_again_is_another_screening_and_a_correction_is_not(night: NightFile) -> None:
    night.programme.change(lambda _: shown(MAP, 1), LATER)
    night.programme.change(lambda _: shown(MAP, 1, corrected=True), SOON)
    assert len(night.programme.screenings()) == 1
    night.programme.change(lambda _: shown(MAP, 2), LAST)
    assert [one.until for one in night.programme.screenings()] == [LAST, None]


def test_a_scene_that_goes_on_in_other_words_is_another_screening(night: NightFile) -> None:
    line = SceneRequest(SceneName.CARD, words=("Labour hold", "By 200 votes"), lines=("hold/alpha",))
    night.programme.change(lambda _: shown(line, 1), LATER)
    night.journal.append(declared())
    retold = replace(line, words=("Labour hold", "By 250 votes"))
    night.programme.change(lambda _: shown(retold, 1, corrected=True), SOON)
    assert night.programme.screenings() == (
        Screening("presenter", line, LATER, SOON, 0, 1),
        Screening("presenter", retold, SOON, None, 1, None),
    )
    night.programme.change(lambda now: now, LAST)
    night.programme.change(lambda now: add(now, MAP), LAST)
    assert len(night.programme.screenings()) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM screenings",
        "UPDATE screenings SET aired_to = NULL, last_entry = NULL",
        "UPDATE screenings SET output = 'another'",
        "UPDATE screenings SET scene = 'title'",
        "UPDATE screenings SET first_entry = 0",
    ],
)
def test_what_was_shown_stays_known(night: NightFile, another: sqlite3.Connection, statement: str) -> None:
    night.journal.append(declared())
    night.programme.change(lambda _: shown(MAP, 1), LATER)
    night.programme.change(lambda _: shown(None, 1), SOON)
    with pytest.raises(sqlite3.IntegrityError, match="on air"):
        another.execute(statement)


def test_it_outlives_the_program(tmp_path: Path) -> None:
    with new_night(tmp_path) as night:
        night.programme.change(lambda _: shown(MAP, 1), LATER)
        path = night.path
    with open_night(path) as night:
        night.programme.change(lambda _: shown(TITLE, 2), SOON)
        assert [one.scene for one in night.programme.screenings()] == [MAP, TITLE]
