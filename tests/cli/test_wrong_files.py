"""Files that are not what they should be: one sentence with a remedy, and nothing is lost."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Answer, one_sentence, run, without_privilege
from night_files import BRIEFING

from resultsdesk.assets import resource
from resultsdesk.store.night_file import create_night

NO_PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
EVERY = [
    ("show", "tally"),
    ("show", "contests", "--json"),
    ("key", "alpha", "--recount"),
    ("airings",),
    ("verify",),
]


def command(words: tuple[str, ...], path: Path) -> Answer:
    return run(words[0], path, *words[1:])


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "There is no file x.night in "),
        (lambda path: path.write_text("name,votes\n"), "x.night is not a night file."),
        (lambda path: path.mkdir(), "x.night is a folder, not a night file."),
        (lambda path: path.touch(), "x.night is not a night file."),
        (lambda path: _database(path), "x.night is not a night file."),
        (lambda path: _newer(path), "x.night was made by a newer version of Results Desk"),
        (lambda path: path.symlink_to(path.name), "There is no file x.night in "),
        (lambda path: path.symlink_to("nothing.night"), "There is no file x.night in "),
        pytest.param(lambda path: os.mkfifo(path), "x.night is not a night file.", marks=NO_PIPES),
    ],
    ids=["missing", "text", "a folder", "empty", "another database", "newer", "a ring of links", "a link", "a pipe"],
)
def test_what_is_no_night(tmp_path: Path, words: tuple[str, ...], make: Callable[[Path], None], said: str) -> None:
    path = tmp_path / "x.night"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    answer = command(words, path)
    assert answer.status == 2
    assert answer.said.startswith(said)
    assert one_sentence(answer)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "town.night/x", "tally"), "There is no file x in "),
        (("show", f"{'n' * 300}.night", "tally"), "The name nnnnnnnnnnnnnnnnnnnn… is too long for this disk."),
        (("export", "town.night", "ring"), "ring is a link that leads nowhere."),
        (("import-results", "town.night", "town.night/x"), "town.night/x cannot be read (Not a directory)"),
        (("new", "x.night", "--briefing", ""), "There is no briefing “”"),
        (("new", "x.night", "--briefing", "~nobody-here"), "There is no briefing “~nobody-here”"),
    ],
    ids=["through a file", "a long name", "a ring of links", "a source through a file", "no briefing", "nobody's home"],
)
def test_what_is_no_path(
    town: Path, words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ring").symlink_to("ring")
    answer = run(*words)
    assert (answer.status, answer.answered) == (2, "")
    assert answer.said.startswith(said)
    assert one_sentence(answer)


@NO_PIPES
def test_results_out_of_a_pipe_are_not_waited_for(town: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for words in (
        ("import-results", town, tmp_path / "pipe.csv"),
        ("briefing", "build", "councils", tmp_path / "out", "--id", "x", "--title", "X", "--date", "2016-05-05",
         "--results", tmp_path / "pipe.csv"),
    ):  # fmt: skip
        answer = run(*words)
        assert answer.status == 2
        assert "is a pipe or a device: save what comes from it as a file" in answer.said
        assert one_sentence(answer)


def _database(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()


def _newer(path: Path) -> None:
    create_night(path, BRIEFING, "live").close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 9999")
    newer.close()


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_damaged_night(town: Path, words: tuple[str, ...]) -> None:
    with town.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(8 * 4096))
    answer = command(words, town)
    assert answer.status == 2
    assert "Traceback" not in answer.said
    assert "damaged" in answer.said


def test_a_night_that_may_not_be_read(town: Path) -> None:
    town.chmod(0)
    for words in (("show", town, "tally"), ("verify", town), ("export", town, town.parent / "out")):
        answer = without_privilege(*words)
        assert (answer.status, answer.said) == (
            2,
            "town.night may not be read by you. Ask its owner for permission, or for a copy.\n",
        )


def test_results_and_briefings_that_may_not_be_read(town: Path, tmp_path: Path) -> None:
    file, folder = tmp_path / "secret.csv", tmp_path / "secret"
    file.touch()
    file.chmod(0)
    refused = without_privilege("import-results", town, file)
    assert (refused.status, refused.said) == (
        2,
        f"{file} cannot be read (Permission denied): check its name, and that you may read it.\n",
    )
    shutil.copytree(resource("briefings", "midlands-2016"), folder)
    (folder / "targets.csv").unlink(missing_ok=True)
    (folder / "targets.csv").touch()
    (folder / "targets.csv").chmod(0)
    checked = without_privilege("briefing", "check", folder)
    assert checked.status == 2
    first = checked.answered.splitlines()[0]
    assert first.startswith(f"error: targets.csv: {folder}/targets.csv cannot be read (Permission denied)")
    folder.chmod(0)
    assert "You may not read this folder" in without_privilege("briefing", "check", folder).answered
    made = without_privilege("new", tmp_path / "x.night", "--briefing", folder)
    folder.chmod(0o755)
    assert one_sentence(made)
    assert made.said.startswith("You may not read ")


def test_no_night_is_made_in_a_read_only_folder(seal: Callable[[], None], tmp_path: Path) -> None:
    seal()
    answer = run("new", tmp_path / "sealed" / "y.night", "--briefing", "midlands-2016")
    assert answer.status == 2
    assert "read-only" in answer.said
    assert one_sentence(answer)


def test_looking_needs_no_right_to_write(seal: Callable[[], None], tmp_path: Path) -> None:
    path = tmp_path / "sealed" / "town.night"
    create_night(path, BRIEFING, "rehearsal").close()
    assert run("key", path, "alpha", "--recount").status == 0
    seal()
    assert run("show", path, "contest", "alpha", "--json").json["stage"] == "in recount"
    assert run("verify", path).status == 0
    refused = run("key", path, "alpha", "--retract")
    assert refused.status == 2
    assert "read-only" in refused.said
    assert one_sentence(refused)


def test_a_full_disk_makes_no_night(small_disk: Path) -> None:
    answer = run("new", small_disk / "uk.night", "--briefing", "uk-2024")
    assert answer.status == 2
    assert "is full" in answer.said
    assert one_sentence(answer)
    assert list(small_disk.iterdir()) == []


def test_a_disk_that_fills_up_loses_nothing_acknowledged(small_disk: Path) -> None:
    path = small_disk / "town.night"
    create_night(path, BRIEFING, "rehearsal").close()
    _fill(small_disk)
    seen, answer = 0, Answer(0, "", "")
    recount = ("--recount", "--votes", "[1, 2, 3]", "--reason", "x" * 2000, "--accept", "recount-again")
    for _ in range(400):
        answer = run("key", path, "alpha", *recount)
        if answer.status:
            break
        seen += 1
    assert answer.status == 2
    assert "is full, so this was not saved" in answer.said
    assert one_sentence(answer)
    (small_disk / "ballast").unlink()
    assert run("verify", path).status == 0
    assert len(run("show", path, "history", "alpha", "--json").json) == seen


def _fill(folder: Path) -> None:
    """Leave about a tenth of the disk."""
    room = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    (folder / "ballast").write_bytes(b"0" * max(0, room - 100_000))


def test_nothing_is_overwritten(town: Path) -> None:
    before = town.read_bytes()
    answer = run("new", town, "--briefing", "midlands-2016")
    assert answer.status == 2
    assert answer.said.startswith(f"{town.parent} already has a file town.night.")
    assert town.read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    answer = run("new", tmp_path / "no" / "x.night", "--briefing", "midlands-2016")
    assert answer.status == 2
    assert one_sentence(answer)


def test_changed_history_is_found_by_verify(town: Path) -> None:
    run("key", town, "alpha", "--recount")
    forger = sqlite3.connect(town)
    for (trigger,) in forger.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        forger.execute(f"DROP TRIGGER {trigger}")
    forger.execute("UPDATE entries SET keyed_by = 'XY'")
    forger.commit()
    forger.close()
    answer = run("verify", town)
    assert answer.status == 2
    assert "do not hold in town.night" in answer.said
