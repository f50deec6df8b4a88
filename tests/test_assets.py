"""Resources and fonts are found in a checkout and in a wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from resultsdesk import assets

ROOT = Path(__file__).resolve().parent.parent


def test_a_resource_is_found() -> None:
    assert assets.resource("system", "debian-packages.txt").is_file()


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="themes/of-yesterday"):
        assets.resource("themes", "of-yesterday")


def test_the_debian_packages_are_names_alone() -> None:
    names = assets.debian_packages()
    assert "libegl1" in names
    assert all(name == name.strip() and " " not in name for name in names)


def test_both_families_load_into_qt_under_the_names_given(qapp: object) -> None:
    from PySide6.QtGui import QFontDatabase

    families: set[str] = set()
    for file in assets.font_files():
        number = QFontDatabase.addApplicationFont(str(file))
        assert number >= 0, file
        families.update(QFontDatabase.applicationFontFamilies(number))
    assert {assets.HEADLINE_FAMILY, assets.TEXT_FAMILY} <= families


def test_a_wheel_carries_the_resources_and_finds_them(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert not [name for name in names if name.startswith("resultsdesk/resources/docs")]
    found = subprocess.run(
        [sys.executable, "-c", "from resultsdesk import assets; print(assets.resource('system'))"],
        cwd=tmp_path / "site", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(found.stdout.strip()) == tmp_path / "site" / "resultsdesk" / "resources" / "system"
