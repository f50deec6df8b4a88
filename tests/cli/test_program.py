"""The program itself: its words, how it ends, and that it needs no window to answer."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from command_line import ROOT, one_sentence, run, start

from resultsdesk import __version__
from resultsdesk.cli.program import COMMANDS, program
from resultsdesk.settings import log_file

WITHOUT_QT = """
import sys
for name in ("PySide6", "shiboken6", "pyqtgraph"):
    sys.modules[name] = None
from resultsdesk.cli import main
sys.argv[1:] = {words!r}
main()
"""


def without_qt(*words: object) -> subprocess.CompletedProcess[str]:
    """Run a command where Qt cannot be imported at all."""
    code = WITHOUT_QT.format(words=[str(word) for word in words])
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


def test_nothing_but_windows_needs_qt(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    for words in (
        ("--version",),
        ("--help",),
        ("briefing", "list"),
        ("rehearse", path, "--briefing", "uk-2024", "--headless", "--speed", "max", "--until", "01:00"),
        ("show", path, "tally"),
        ("key", path, "Perry Barr", "--recount"),
        ("verify", path),
        ("new", tmp_path / "live.night", "--briefing", "midlands-2016"),
    ):
        done = without_qt(*words)
        assert done.returncode == 0, (words, done.stderr)
    missing = without_qt("open", path)
    assert missing.returncode == 2
    assert len(missing.stderr.splitlines()) == 1


def test_its_version_and_its_words() -> None:
    assert start("--version").answered == f"Results Desk {__version__}\n"
    helped = start("--help")
    assert helped.status == 0
    assert all(f"\n  {command} " in helped.answered for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_of_its_options(command: str) -> None:
    assert run(command, "--help").status == 0
    found = program.get_command(click.Context(program), command)
    assert found is not None
    options = [one for one in found.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help and one.name != "help"] == []


@pytest.mark.parametrize("words", [("frob",), ("--frob",), ("show",), ("key",), ("new", "x"), ("verify", "a", "b")])
def test_wrong_words_get_one_sentence(words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.status == 2
    assert one_sentence(answer)


def test_a_mistake_of_the_program_is_logged_and_told_apart(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("the test's own")

    monkeypatch.setattr("resultsdesk.cli.show.known_at", broken)
    answer = run("show", town, "tally", "--at", "03:00")
    assert answer.status == 3
    assert "a mistake of the program, not yours" in answer.said
    assert "Traceback" not in answer.said
    assert "ZeroDivisionError: the test's own" in log_file().read_text(encoding="utf-8")


def test_a_reader_that_has_seen_enough_is_no_failure(uk_2024_played: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "resultsdesk", "show", str(uk_2024_played), "contests", "--json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as shown:  # fmt: skip
        assert shown.stdout is not None
        assert shown.stderr is not None
        assert shown.stdout.readline() == b"[\n"
        shown.stdout.close()
        said = shown.stderr.read()
    assert (shown.returncode, said) == (0, b"")


def test_names_survive_a_pipe_in_any_locale(tmp_path: Path) -> None:
    path = tmp_path / "uk.night"
    run("new", path, "--briefing", "uk-2024")
    shown = start("show", path, "contest", "Ynys", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert shown.status == 0
    assert "Ynys Môn" in shown.answered
