"""Figures in the linter's words have their thousands marked."""

import shutil
from pathlib import Path

from resultsdesk.assets import resource
from resultsdesk.intake.check import check

MANY = 1100


def test_a_thousand_contests_without_a_baseline_are_counted_with_a_comma(tmp_path: Path) -> None:
    for name in ("election.toml", "bodies.csv", "parties.csv"):
        shutil.copyfile(resource("briefings", "midlands-2016", name), tmp_path / name)
    wards = [f"w{place}" for place in range(1, MANY + 1)]
    _write(
        tmp_path / "contests.csv", "id,name,body,defended,holders", *(f"{one},Ward {one},E08000025,," for one in wards)
    )
    _write(tmp_path / "candidacies.csv", "contest,order,surname,party", *(f"{one},1,Candidate,Lab" for one in wards))
    said = [one.text for one in check(tmp_path)]
    assert any(one.startswith("None of the 1,100 contests of the night has a baseline") for one in said), said[:5]
    assert any("has 120 seats but 1,100 are up and" in one for one in said), said[:5]


def _write(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
