"""The plan in ARCHITECTURE.md, the contracts and the code say the same."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "resultsdesk"
PURE = ("psephology", "night", "story", "figures", "air")
QT_MODULES = {"models": {"QtCore"}, "painters": {"QtCore", "QtGui"}}
CLOCK_CALLS = {"now", "today", "utcnow"}


@pytest.fixture(scope="module")
def contracts() -> list[dict[str, object]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = project["tool"]["importlinter"]["contracts"]
    return found


def layers_of(contracts: list[dict[str, object]]) -> list[str]:
    (layered,) = (contract for contract in contracts if contract["type"] == "layers")
    layers = layered["layers"]
    assert isinstance(layers, list)
    return layers


def files_of(room: str) -> Iterator[Path]:
    yield from (PACKAGE / room).rglob("*.py")


def test_the_plan_draws_the_layers_of_the_contract(contracts: list[dict[str, object]]) -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    drawn = re.search(r"<!-- layers -->\n(.*?)<!-- /layers -->", plan, re.DOTALL)
    assert drawn, "ARCHITECTURE.md has no list of layers"
    lines = [line.removeprefix("- ").replace("`", "") for line in drawn[1].splitlines() if line]
    assert lines == [layer.replace("(", "").replace(")", "") for layer in layers_of(contracts)]


def test_the_plan_describes_every_room(contracts: list[dict[str, object]]) -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", plan, re.MULTILINE))))
    assert described == set(re.findall(r"\w+", " ".join(layers_of(contracts))))


def test_the_contracts_are_kept() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout[-3000:] + checked.stderr[-3000:]


@pytest.mark.parametrize("room", QT_MODULES)
def test_a_qt_room_below_the_windows_keeps_to_its_part_of_qt(room: str) -> None:
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in files_of(room)
        for name in _imported_from_qt(path)
        if name not in QT_MODULES[room]
    }
    assert not strangers


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_asks_no_clock(room: str) -> None:
    files = list(files_of(room))
    assert files, f"{room} is empty"
    asking = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS
    ]
    assert not asking


def _imported_from_qt(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            parts = (node.module or "").split(".")
            yield from parts[1:2] or (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("PySide6."))
