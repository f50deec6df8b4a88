"""Finding a briefing by the name somebody gives it."""

import shutil
from pathlib import Path

import pytest

from resultsdesk.assets import resource
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.library import find_briefing

BUILT_IN = resource("briefings")


def test_a_briefing_is_found_by_its_id_and_by_its_folder(tmp_path: Path) -> None:
    assert find_briefing("uk-2017") == BUILT_IN / "uk-2017"
    own = tmp_path / "town"
    shutil.copytree(BUILT_IN / "midlands-2016", own)
    assert find_briefing(str(own)) == own


def test_a_folder_that_is_called_as_one_that_comes_with_the_program_is_never_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BUILT_IN / "midlands-2016", tmp_path / "uk-2017")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IntakeError, match=r"say \./uk-2017 for the folder, or go elsewhere for the other\.$"):
        find_briefing("uk-2017")
    assert find_briefing("./uk-2017").samefile(tmp_path / "uk-2017")
    monkeypatch.chdir(BUILT_IN)
    assert find_briefing("uk-2017").samefile(BUILT_IN / "uk-2017"), "it is the same one"
