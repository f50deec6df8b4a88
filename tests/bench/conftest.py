"""Benchmarks are told as ratios to a floor measured in the same run: these machines are noisy, ratios are not."""

from collections.abc import Iterator
from statistics import median

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker that ties a benchmark to its floor."""
    config.addinivalue_line("markers", "against(*floors, aim): the benchmarks this one is a multiple of, added up.")


def _figures(data: list[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile of these seconds."""
    ordered = sorted(data)
    return median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def _memory(session: object, name: str, floor: str) -> str:
    """Return how much memory a benchmark took against its floor, where both say."""
    info = {one.name: one.extra_info.get("memory_mib") for one in session.benchmarks}  # type: ignore[attr-defined]  # pytest-benchmark has no annotations
    if not info.get(name) or not info.get(floor):
        return ""
    return f"; memory {info[name]} MiB against {info[floor]} MiB, ratio {info[name] / info[floor]:.2f}"


def _told(config: pytest.Config, items: list[pytest.Item]) -> Iterator[str]:
    session = config._benchmarksession  # type: ignore[attr-defined]  # pytest-benchmark keeps its figures there
    measured = {one.name: one.stats.data for one in session.benchmarks if one.stats.data}
    for item in items:
        marker = item.get_closest_marker("against")
        if marker is None or item.name not in measured:
            continue
        floors = [_figures(measured[floor])[0] for floor in marker.args if floor in measured]
        if len(floors) < len(marker.args):
            yield f"{item.name}: no floor, {', '.join(marker.args)} did not run"
            continue
        middle, high = _figures(measured[item.name])
        yield (
            f"{item.name}: median {middle * 1000:.2f} ms, 99th percentile {high * 1000:.2f} ms, "
            f"floor {sum(floors) * 1000:.2f} ms, ratio {middle / sum(floors):.2f} (aim {marker.kwargs['aim']})"
            + _memory(session, item.name, marker.args[0])
        )


_items: list[pytest.Item] = []


def pytest_collection_finish(session: pytest.Session) -> None:
    """Remember what will run, for the telling at the end."""
    _items[:] = session.items


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell each benchmark as a multiple of its floor."""
    lines = list(_told(config, _items))
    if lines:
        terminalreporter.section("against the floor")
        for line in lines:
            terminalreporter.write_line(line)
