"""`serve`: the server as a program of its own."""

import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import ROOT, one_sentence, run


@contextmanager
def serving(*words: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command and give it with what it said first; it must end well when it is told to."""
    command = [sys.executable, "-m", "resultsdesk", "serve", *map(str, words)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=20) == 0


def address(line: str) -> str:
    found = re.search(r"http://\S+/", line)
    assert found is not None, line
    return found[0]


def test_what_another_program_keys_is_served(town: Path, tmp_path: Path) -> None:
    with serving(town, "--port", "0", "--folder", tmp_path / "feeds") as (_, said):
        assert said.startswith("Serving REHEARSAL: Town council 2016 at http://127.0.0.1:")
        at = address(said)
        with urllib.request.urlopen(at) as page:
            assert "feed/night.json" in page.read().decode()
        with urllib.request.urlopen(at + "events/scene/contest?contest=alpha") as stream:
            assert event(stream, "figure").count("REHEARSAL") > 3
            keyed = run("key", town, "alpha", "--votes", "[900, 700, 200]")
            assert keyed.status == 0, keyed.said
            assert '"seq":1,' in event(stream, "change")
        assert (tmp_path / "feeds" / "flat.json").is_file()


def event(stream: object, name: str) -> str:
    """Return the data of the next event of this name."""
    for line in stream:  # type: ignore[attr-defined]  # an answer that is read line by line
        if line == f"event: {name}\n".encode():
            return str(next(stream).decode())  # type: ignore[call-overload]  # as above
    raise AssertionError(f"the stream ended without {name}")


def test_the_network_gets_addresses_with_a_token(town: Path) -> None:
    with serving(town, "--port", "0", "--lan") as (_, said):
        at = address(said)
        assert re.search(r":\d+/t/[0-9a-f]{24}/$", at)
        port = re.search(r":(\d+)/", at)
        assert port is not None
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(f"http://127.0.0.1:{port[1]}/feed/flat.json")
        with urllib.request.urlopen(f"http://127.0.0.1:{port[1]}/{at.split('/', 3)[3]}feed/flat.json") as feed:
            assert feed.status == 200


def test_a_port_that_is_taken_is_told_in_a_sentence(town: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = run("serve", town, "--port", taken.getsockname()[1])
    assert answer.status == 2
    assert "cannot be had for the outputs" in answer.said
    assert one_sentence(answer)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--caspar", "nonsense"), "“nonsense” is not a layer of CasparCG"),
        (("--caspar", "127.0.0.1/1-20=nowhere"), "There is no output “nowhere”"),
        (("--vmix", "127.0.0.1"), "“127.0.0.1” is not a title of vMix"),
        (("--vmix", "127.0.0.1/Lower third=nowhere"), "There is no output “nowhere”"),
        (("--companion", "http://x/"), "“http://x/” is not where a Companion is"),
        (("--port", "99999"), "Invalid value for '--port'"),
    ],
)
def test_wrong_words_get_a_sentence(town: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("serve", town, *words)
    assert answer.status == 2
    assert answer.said.startswith(said)


def test_a_rehearsal_replaces_nothing_on_playout_unless_somebody_says_so(town: Path) -> None:
    answer = run("serve", town, "--port", "0", "--caspar", "127.0.0.1/1-20=presenter")
    assert answer.status == 2
    assert answer.said.startswith(
        f"{town.name} is a rehearsal and would replace what 127.0.0.1/1-20=presenter shows. "
        "Where nothing of a live night is there, add --rehearsal-playout."
    )
    with serving(town, "--port", "0", "--caspar", "127.0.0.1:1/1-20=presenter", "--rehearsal-playout") as (_, said):
        assert "REHEARSAL" in said


def test_a_file_that_is_no_night_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "x.night").write_text("no night")
    assert run("serve", tmp_path / "x.night").status == 2
