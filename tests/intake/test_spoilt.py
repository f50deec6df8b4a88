"""Whatever befalls a briefing's files, checking them lists faults and never raises."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resultsdesk.intake.built import Built
from resultsdesk.intake.check import check
from resultsdesk.intake.faults import BriefingFaults, Fault, Severity
from resultsdesk.intake.folder import read_briefing, read_outlines, read_results

FILES = (
    "election.toml", "bodies.csv", "continuing.csv", "parties.csv", "contests.csv", "candidacies.csv", "baselines.csv",
    "groups.csv", "targets.csv", "layout.csv", "results.csv", "outlines.geojson",
)  # fmt: skip
BITS = st.one_of(
    st.sampled_from(
        [b"", b",", b";", b'"', b"\n", b"\r", b"\x00", b"-", b"0", b"alpha", b"Lab", b"9" * 5000, b"[", b"1e9"]
    ),
    st.sampled_from(
        [b"22:00", b"24:61", b"9999-12-31 23:59", b"0001-01-01 00:00", b"0/0", b"1/0", b"NaN", b"inf", b"null"]
    ),
    st.binary(max_size=6),
)
SPOILING = st.lists(
    st.tuples(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 12), BITS), min_size=1, max_size=4
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(SPOILING)
def test_checking_never_raises_and_reading_raises_only_faults(
    built: Built, tmp_path: Path, spoiling: list[tuple[str, float, int, bytes]]
) -> None:
    built.write(tmp_path)
    for name, where, long, bit in spoiling:
        data = (tmp_path / name).read_bytes()
        at = round(where * len(data))
        (tmp_path / name).write_bytes(data[:at] + bit + data[at + long :])
    faults = check(tmp_path)
    refused: tuple[Fault, ...] = ()
    try:
        briefing = read_briefing(tmp_path)
        read_results(tmp_path, briefing)
        read_outlines(tmp_path, briefing)
    except BriefingFaults as told:
        refused = told.faults
    assert set(refused) <= set(faults), "reading says nothing that checking does not"
    assert not refused or any(one.severity is Severity.ERROR for one in faults)


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"")
    assert check(folder)
