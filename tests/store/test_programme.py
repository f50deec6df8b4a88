"""The programme in the file: kept whole, shared between desks, followed by the ledger, there after a crash."""

from datetime import timedelta
from pathlib import Path

import pytest
from night_files import declared, new_night
from stations import MAP, TITLE, result
from town import LATER

from resultsdesk.air.programme import (
    AirTrouble,
    Interrupt,
    Item,
    OnAir,
    Output,
    Programme,
    Run,
    Waiting,
    Way,
    with_output,
)
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.store.ledger import Airing
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.store.trouble import Refused

EVERYTHING = SceneRequest(
    SceneName.BATTLEGROUND,
    ContestId("beta"),
    Scope(ScopeKind.GROUP, "first"),
    PartyId("LD"),
    Measure.HOLDER,
    Format.TALL,
    ("Ynys Môn", "“Sŵn” <script>"),
    2,
    ("gain:beta", "first:Lab"),
)


def on_presenter(*entries: int, scene: SceneRequest = MAP) -> Programme:
    return with_output(Programme(), Output("presenter", program=OnAir(scene, LATER, entries), taken=1))


def keep(night: NightFile, programme: Programme, minutes: int = 0) -> None:
    night.programme.change(lambda _: programme, LATER + timedelta(minutes=minutes))


def test_a_programme_comes_back_as_it_was(night: NightFile) -> None:
    night.journal.append(declared("alpha"))
    night.journal.append(declared("beta"))
    run = Run(LATER, timedelta(seconds=3.5), ContestId("alpha"), (Waiting(ContestId("beta"), 9),))
    program = OnAir(result("alpha"), LATER, (1,), True, Way.CUT, 7)
    programme = Programme(
        {
            "presenter": Output("presenter", EVERYTHING, program, "Desk 2", 3, 9, run, 7),
            "browser": Output("browser", None, OnAir(MAP, LATER, (1, 2))),
            "wall": Output("wall", run=None),
        },
        (Item(9, TITLE, 30), Item(3, EVERYTHING)),
        (Interrupt(Scope(ScopeKind.REGION, "Shire"), 12), Interrupt(Scope(), 3)),
    )
    keep(night, programme)
    assert night.programme.load() == programme
    with open_night(night.path) as other:
        assert other.programme.load() == programme
    held = with_output(programme, Output("presenter", run=Run(None)))
    keep(night, held)
    assert night.programme.load() == held


def test_a_new_night_has_its_outputs_with_nothing_on_them(night: NightFile) -> None:
    assert night.programme.load() == Programme()


def test_the_ledger_follows_what_is_on_air(night: NightFile) -> None:
    night.journal.append(declared("alpha"))
    night.journal.append(declared("beta"))
    keep(night, on_presenter(1), 0)
    keep(night, on_presenter(1, 2), 1)
    keep(night, on_presenter(2), 2)
    keep(night, Programme(), 3)
    assert night.ledger.airings() == (
        Airing(1, "presenter", LATER, LATER + timedelta(minutes=2)),
        Airing(2, "presenter", LATER + timedelta(minutes=1), LATER + timedelta(minutes=3)),
    )
    assert night.programme.was_aired([2])
    assert not night.programme.was_aired([3])


def test_what_was_never_declared_cannot_be_on_air(night: NightFile) -> None:
    with pytest.raises(Refused):
        keep(night, on_presenter(1))
    assert night.programme.load() == Programme()


def test_a_refusal_keeps_nothing(night: NightFile) -> None:
    keep(night, on_presenter())

    def refuse(_: Programme) -> Programme:
        raise AirTrouble("no")

    with pytest.raises(AirTrouble):
        night.programme.change(refuse, LATER)
    assert night.programme.load() == on_presenter()


def test_each_desk_changes_what_the_other_left(tmp_path: Path) -> None:
    with new_night(tmp_path) as one, open_night(one.path) as two:
        one.programme.change(lambda now: with_output(now, Output("browser", TITLE)), LATER)
        two.programme.change(lambda now: with_output(now, Output("presenter", MAP)), LATER)
        assert one.changed_elsewhere()
        outputs = one.programme.load().outputs
        assert (outputs["browser"].preview, outputs["presenter"].preview) == (TITLE, MAP)


def test_reading_alone_shows_the_programme(night: NightFile) -> None:
    keep(night, on_presenter())
    with open_night(night.path, read_only=True) as reader:
        assert reader.programme.load() == on_presenter()
