"""Settings survive, and what goes wrong with their file costs nobody anything."""

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultsdesk import settings
from resultsdesk.settings import Settings

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
ANY_SETTINGS = st.builds(
    Settings,
    theme=TEXTS,
    recent_nights=st.lists(TEXTS, max_size=3).map(tuple),
    window_geometry=TEXTS,
    presenter_display=TEXTS,
    desk_name=TEXTS,
    operator_initials=TEXTS,
    reduce_motion=st.booleans(),
    party_patterns=st.booleans(),
)


@given(ANY_SETTINGS)
def test_what_is_saved_is_loaded(tmp_path_factory: pytest.TempPathFactory, liked: Settings) -> None:
    path = tmp_path_factory.mktemp("settings") / "new" / "settings.toml"
    assert settings.save(liked, path)
    assert settings.load(path) == liked
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_new_installation_has_the_defaults(nobodys_home: Path) -> None:
    assert nobodys_home in settings.settings_file().parents
    assert nobodys_home in settings.log_file().parents
    assert settings.load() == Settings()


def test_settings_are_kept_where_the_system_keeps_them() -> None:
    assert settings.save(Settings(theme="light"))
    assert settings.load() == Settings(theme="light")


@pytest.mark.parametrize("written", [b"theme = ", b"\xff\xfe", b"theme = 1\ndesk_name = 'Desk 2'\n"])
def test_an_unreadable_file_gives_defaults_and_a_copy_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, written: bytes
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(written)
    with caplog.at_level(logging.WARNING):
        assert settings.load(path).theme == Settings().theme
    assert str(path) in caplog.text
    assert (tmp_path / "settings.unreadable.toml").read_bytes() == written


def test_one_wrong_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("reduce_motion = 'yes'\nrecent_nights = [1]\ndesk_name = 'Desk 2'\nunknown = 3\n")
    assert settings.load(path) == Settings(desk_name="Desk 2")


def test_a_folder_in_the_place_of_the_file_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    assert settings.load(path) == Settings()
    assert not settings.save(Settings(), path)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


def test_recent_nights_are_the_last_opened_first_each_once(tmp_path: Path) -> None:
    liked = Settings()
    for number in (*range(12), 5):
        liked = liked.with_night(tmp_path / f"{number}.night")
    names = [Path(night).stem for night in liked.recent_nights]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
