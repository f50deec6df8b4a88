"""A night of 650 declared with 2,000 entries, from the start of the process until the desk can be used."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest
from nights import full_night
from pytest_benchmark.fixture import BenchmarkFixture

SCRIPT = Path(__file__).with_name("opening.py")
ROUNDS = 9


def started(what: str) -> float:
    """Run the process and return its memory in MiB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), what], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return float(done.stdout)


def measured(benchmark: BenchmarkFixture, what: str) -> None:
    memory: list[float] = []
    benchmark.pedantic(lambda: memory.append(started(what)), rounds=ROUNDS, warmup_rounds=1)
    benchmark.extra_info["memory_mib"] = round(median(memory), 1)


def test_an_empty_window(benchmark: BenchmarkFixture) -> None:
    measured(benchmark, "empty")


@pytest.mark.against("test_an_empty_window", aim=1.5)
def test_the_desk_on_a_full_night(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    measured(benchmark, str(full_night(tmp_path / "full.night")))
