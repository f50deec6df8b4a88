"""The two commands of the README, in the parts that need no network."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from resultsdesk import assets

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "packaging" / "run.py"


@pytest.fixture(scope="module")
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("resultsdesk_run", RUN)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 14), (4, 0)])
def test_another_python_is_refused_in_one_sentence(run: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(run.Refusal, match=r"needs Python 3\.11 to 3\.13") as refusal:
        run.refuse_python(version)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_of_the_project_is_taken(run: ModuleType, version: tuple[int, int]) -> None:
    run.refuse_python(version)


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("The virtual environment was not created because ensurepip is not available.", "python3-venv"),
        ("/usr/bin/python3: No module named venv", "python3.11-venv"),
        ("Error: [Errno 13] Permission denied: '.venv'\n", "Permission denied"),
    ],
)
def test_a_failing_venv_is_explained(run: ModuleType, said: str, remedy: str) -> None:
    assert remedy in run.venv_trouble(said, (3, 11))


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("WARNING: Retrying ... Temporary failure in name resolution", "reaches the internet"),
        ("Failed to establish a new connection: [Errno 101] Network is unreachable", "reaches the internet"),
        ("[Errno 11001] getaddrinfo failed", "reaches the internet"),
        ("Max retries exceeded ... [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "PIP_CERT"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "disk is full"),
        ("first\nERROR: something new", "ERROR: something new"),
    ],
)
def test_a_failing_pip_is_explained(run: ModuleType, said: str, remedy: str) -> None:
    assert remedy in run.install_trouble(said)


def test_each_rehearsal_has_a_file_of_its_own(run: ModuleType, tmp_path: Path) -> None:
    first = run.new_night(tmp_path / "nights", "rehearsal")
    first.touch()
    second = run.new_night(tmp_path / "nights", "rehearsal")
    assert first != second
    assert not second.exists()


def test_the_stamp_follows_the_lock_and_not_its_line_ends(run: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_bytes(b"click==8.1\n")
    before = run.digest(lock)
    lock.write_bytes(b"click==8.1\r\n")
    assert run.digest(lock) == before
    lock.write_bytes(b"click==8.2\n")
    assert run.digest(lock) != before


def test_a_folder_that_only_looks_like_an_environment_is_made_anew(run: ModuleType, tmp_path: Path) -> None:
    python = run.venv_python(tmp_path)
    python.parent.mkdir(parents=True)
    python.write_text("not a program")
    python.chmod(0o755)
    assert not run.works(python)
    assert not run.works(tmp_path / "nothing")


def test_qt_loads_here_and_its_absence_would_be_told(run: ModuleType, tmp_path: Path) -> None:
    assert run.qt_trouble(Path(sys.executable)) == ""
    assert tuple(run.debian_packages()) == assets.debian_packages()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in Python is a shell script")
def test_a_missing_library_of_the_system_names_the_packages(run: ModuleType, tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\n"
        "echo 'ImportError: libEGL.so.1: cannot open shared object file: No such file or directory' >&2\n"
        "exit 1\n"
    )
    python.chmod(0o755)
    assert "libegl1" in run.qt_trouble(python)
    assert "libEGL.so.1" in run.qt_trouble(python)


@pytest.mark.skipif(sys.platform in ("win32", "darwin", "cygwin"), reason="there is always a display there")
def test_without_a_display_one_line_names_the_headless_command_and_nothing_is_fetched(tmp_path: Path) -> None:
    copy = tmp_path / "packaging" / "run.py"
    copy.parent.mkdir()
    shutil.copyfile(RUN, copy)
    blind = {"PATH": os.environ["PATH"]}
    asked = subprocess.run(
        [sys.executable, str(copy), "rehearsal"], env=blind, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 2
    assert asked.stderr.count("\n") == 1
    assert "`python3 packaging/run.py rehearsal --headless`" in asked.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["packaging"]


@pytest.mark.parametrize("words", [[], ["rehearse"], ["--help"]])
def test_other_words_get_the_usage_and_touch_nothing(tmp_path: Path, words: list[str]) -> None:
    copy = tmp_path / "packaging" / "run.py"
    copy.parent.mkdir()
    shutil.copyfile(RUN, copy)
    asked = subprocess.run([sys.executable, str(copy), *words], capture_output=True, text=True, check=False)
    assert asked.returncode == (0 if words == ["--help"] else 2)
    assert "packaging/run.py rehearsal" in asked.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["packaging"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a process cannot take another's place")
def test_what_is_run_takes_the_place_of_what_ran_it() -> None:
    """Whoever ends the command ends the desk with it."""
    told = "import os; print(os.getpid())"
    script = f"import sys; from pathlib import Path; import run; run.run(Path(sys.executable), ['-c', {told!r}])"
    folder = Path(__file__).parents[2] / "packaging"
    with subprocess.Popen([sys.executable, "-c", script], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert int(said) == process.pid
