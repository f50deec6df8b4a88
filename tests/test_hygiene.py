"""What must hold of every file of the project."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 400
TEXT = {
    ".cfg",
    ".csv",
    ".hexjson",
    ".js",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".qss",
    ".sh",
    ".svg",
    ".toml",
    ".txt",
}

# Put together here, so that this file passes its own test.
MACHINE_PATHS = re.compile("|".join(["/" + "root/", "/" + "work/", "/" + r"home/\w", r"[A-Z]:\\" + "Users"]))
REGISTRY_HOSTS = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"ian\.org"]))
UNEXPLAINED = re.compile(r"#\s*(noqa(:\s*[A-Z0-9, ]+)?|type:\s*ignore(\[[\w, -]+\])?)\s*$")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout, so nothing tells the project's files from others")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.fixture(scope="module")
def texts(tracked: list[Path]) -> dict[Path, str]:
    return {
        path.relative_to(ROOT): path.read_text(encoding="utf-8")
        for path in tracked
        if path.suffix in TEXT or path.name in ("run", ".gitignore", "LICENSE")
    }


def test_no_file_of_the_program_is_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "resultsdesk").rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, REGISTRY_HOSTS], ids=["machine paths", "registry hosts"])
def test_no_file_names_a_machine_or_a_registry(texts: dict[Path, str], pattern: re.Pattern[str]) -> None:
    named = [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} {found[0]}"
        for path, text in texts.items()
        for found in pattern.finditer(text)
    ]
    assert named == []


def test_every_silenced_check_has_its_reason(texts: dict[Path, str]) -> None:
    bare = [
        f"{path}:{number}"
        for path, text in texts.items()
        if path.suffix == ".py"
        for number, line in enumerate(text.splitlines(), 1)
        if UNEXPLAINED.search(line)
    ]
    assert bare == []


def test_no_test_sleeps(texts: dict[Path, str]) -> None:
    sleeping = re.compile(r"\b(time\.sleep|QTest\.qWait|QTest\.qSleep|qtbot\.wait)\(")
    found = [str(path) for path, text in texts.items() if path.parts[0] == "tests" and sleeping.search(text)]
    assert found == []


def test_packaging_and_the_test_folders_stay_folders() -> None:
    # tests/packaging is on the way to PyPI's packaging too, and test files of two rooms may share a name.
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_readmes_two_commands_are_there(texts: dict[Path, str]) -> None:
    readme = texts[Path("README.md")]
    commands = re.findall(r"^```\n(python3 \S+ \w+)\n```$", readme, re.MULTILINE)
    assert commands == ["python3 packaging/run.py rehearsal", "python3 packaging/run.py tests"]


def test_the_lock_has_hashes_and_neither_hosts_nor_paths(texts: dict[Path, str]) -> None:
    lock = texts[Path("requirements.lock")]
    pins = re.findall(r"^(\S+==\S+.*)$", lock, re.MULTILINE)
    assert pins
    assert all(pin.endswith("\\") for pin in pins)
    assert "://" not in lock
    assert "index-url" not in lock


def test_everything_the_project_stands_on_is_in_the_lock(texts: dict[Path, str]) -> None:
    project = tomllib.loads(texts[Path("pyproject.toml")])["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    pinned = {plain(one) for one in re.findall(r"^([\w.-]+)==", texts[Path("requirements.lock")], re.MULTILINE)}
    assert {plain(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in wanted} - pinned == set()


def plain(package: str) -> str:
    """Return a package's name as registries compare names."""
    return re.sub(r"[-_.]+", "-", package).casefold()
