"""The program itself: its words, how it ends, and that it needs no window to answer."""

import subprocess
import sys
from collections.abc import Iterator
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


def commands(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command below a group with the words it is asked for by."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield (*words, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*words, name))


@pytest.mark.parametrize(("words", "command"), [pytest.param(*one, id=" ".join(one[0])) for one in commands(program)])
def test_every_command_tells_of_its_options(words: tuple[str, ...], command: click.Command) -> None:
    helped = run(*words, "--help")
    assert helped.status == 0
    assert "..." not in "".join(helped.answered.splitlines()[1:]), "a sentence about a command is cut short"
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help and one.name != "help"] == []


def test_its_help_says_of_every_command_what_it_does_in_full() -> None:
    assert "..." not in "".join(run("--help").answered.splitlines()[1:])


@pytest.mark.parametrize(
    "words",
    [("frob",), ("--frob",), ("show",), ("show", "a", "b"), ("key",), ("new", "x"), ("verify", "a", "b"),
     ("serve", "x", "--port", "70000"), ("briefing", "build", "councils", "x", "--date", "2016-13-01")],
)  # fmt: skip
def test_wrong_words_get_one_sentence(words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.status == 2
    assert one_sentence(answer)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_an_answer_that_finds_no_room_is_no_mistake_of_the_program(town: Path) -> None:
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "resultsdesk", "key", str(town), "alpha", "--recount"]
        done = subprocess.run(words, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120)
    assert done.returncode == 2
    assert done.stderr.startswith("The disk the answer was to go to is full: make room, and ask again.")
    assert len(done.stderr.splitlines()) == 1
    assert run("show", town, "contest", "alpha", "--json").json["stage"] == "in recount"


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
