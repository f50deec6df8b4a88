"""Publishers' tables as they come."""

from pathlib import Path

import pytest

from resultsdesk.intake.faults import Faults, IntakeError
from resultsdesk.intake.sheets import LARGEST, as_written, decoded, published


@pytest.mark.parametrize(
    ("told", "was"),
    [
        ("SÃ©amus Martin", "Séamus Martin"),
        ("Ã\x81ine", "Áine"),
        ("SiÃ¢n", "Siân"),
        ("Siân", "Siân"),
        ("Ãine", "Ãine"),
        ("Ynys Môn", "Ynys Môn"),
        ("O’Neill", "O’Neill"),
        ("محمد", "محمد"),
    ],
)
def test_names_whose_utf_8_was_read_as_latin_come_right_and_others_stay(told: str, was: str) -> None:
    assert as_written(told) == was


def test_rows_of_a_publisher_have_names_come_right(tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    path.write_text("Results of the night\nONS ID,Name\nN05000003,Ã\x81ine Groogan\n,\n", encoding="utf-8")
    assert published(path, "ONS ID") == [{"ONS ID": "N05000003", "Name": "Áine Groogan"}]


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)  # a hole: it takes no room on the disk
    with pytest.raises(IntakeError, match="is larger than 128 MB: is it the right file"):
        decoded(path, Faults())
