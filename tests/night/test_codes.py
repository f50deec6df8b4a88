"""The codes objections are known by: scripts accept warnings by them, so each is documented, and none that is gone."""

import ast
import re
from pathlib import Path

from resultsdesk import desk, night
from resultsdesk.assets import resource

ROOMS = (Path(night.__path__[0]), Path(desk.__path__[0]))
OF_AN_IMPORT = {"disagreement"}
"""Objected to what files say, and documented with `import-results`."""


def raised() -> dict[str, set[str]]:
    """Return the severities each code is raised with in the source of the rules and of the form's boxes."""
    found: dict[str, set[str]] = {}
    for file in (one for room in ROOMS for one in room.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id
            if named in ("error", "warning") and isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant):
                found.setdefault(str(node.args[0].value), set()).add(str(named))
    return found


def documented() -> dict[str, set[str]]:
    """Return the codes of the two tables, under the severities of their headings."""
    section = resource("docs", "JSON.md").read_text(encoding="utf-8").partition("## `key …`")[2].partition("\n## ")[0]
    found: dict[str, set[str]] = {}
    for severity, table in zip(("error", "warning"), section.split("|---|---|")[1:], strict=True):
        for line in table.splitlines():
            for code in re.findall(r"`([a-z-]+)`", line.partition(" | ")[0]):
                found.setdefault(code, set()).add(severity)
    return found


def test_every_code_is_documented_with_its_severity() -> None:
    codes = raised()
    assert codes.pop("before-close") == {"error", "warning"}, "by whether the night is real"
    there = documented()
    assert there.pop("before-close") == {"error"}
    assert there == {code: found for code, found in codes.items() if code not in OF_AN_IMPORT and code != "not-a-time"}
