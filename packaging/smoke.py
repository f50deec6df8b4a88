"""Drive the real desk in a real X server, as a person would: open a rehearsal, search, look, close.

Needs Linux with Xvfb and xdotool, and the environment that packaging/run.py makes. Fails with one sentence.
"""

from __future__ import annotations

import argparse
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1600, 900
SMALLEST_DESK = 1280  # the window is made for this width and up, so anything narrower is not the desk
OPEN_WITHIN, ANSWER_WITHIN, CLOSE_WITHIN = 90.0, 20.0, 30.0


class Failure(Exception):
    """What the desk did not do."""


@dataclass(frozen=True)
class Picture:
    """A screen as X keeps it: rows of 32-bit pixels."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def colours(self) -> int:
        """Return how many colours a coarse grid of pixels shows."""
        return len({row[x : x + 4] for row in self.rows[::4] for x in range(0, self.width * 4, 16)})

    def changed(self, before: Picture, left: int, right: int) -> float:
        """Return the share of pixels between two columns that are not what they were."""
        spots = [(y, x * 4) for y in range(0, self.height, 2) for x in range(left, right, 2)]
        return sum(self.rows[y][x : x + 4] != before.rows[y][x : x + 4] for y, x in spots) / len(spots)


def main() -> int:
    """Return 0 if the desk opened, answered the keyboard, was painted and closed."""
    words = argparse.ArgumentParser(description="Drive the real desk in a real X server.")
    words.add_argument("--keep", type=Path, metavar="FOLDER", help="put the screenshots here as PNG")
    keep: Path | None = words.parse_args().keep
    try:
        for tool in ("Xvfb", "xdotool"):
            if shutil.which(tool) is None:
                raise Failure(f"{tool} is not installed: on Debian run `apt-get install xvfb xdotool`.")
        with tempfile.TemporaryDirectory(prefix="resultsdesk-smoke-") as folder:
            drive(Path(folder), keep)
    except Failure as failure:
        print(f"smoke: {failure}", file=sys.stderr)
        return 1
    print("smoke: the desk opened, found a seat by three letters, was painted, and closed with status 0.")
    return 0


def drive(folder: Path, keep: Path | None) -> None:
    """Open the desk on a rehearsal in an X server of its own, use it, close it, and verify its night file."""
    night = folder / "smoke.night"
    with x_server(folder) as (display, screen):
        surroundings = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_RUNTIME_DIR": str(folder),
        }
        command = [program(), "rehearse", str(night), "--briefing", "uk-2024", "--speed", "60"]
        with program_running(command, surroundings, folder / "said.txt") as desk:
            use(desk, surroundings, screen, keep)
        verified = subprocess.run([program(), "verify", str(night)], capture_output=True, text=True)
        if verified.returncode:
            raise Failure(f"the night file does not verify: {verified.stdout}{verified.stderr}")


def use(desk: Desk, surroundings: dict[str, str], screen: Path, keep: Path | None) -> None:
    """Find a seat with the keyboard, see that the window follows, and close it with the keyboard."""

    def xdotool(*words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=surroundings, capture_output=True, text=True, timeout=ANSWER_WITHIN
        )
        return done.stdout

    def desk_window() -> str | None:
        desk.must_run()
        for window in xdotool("search", "--onlyvisible", "--pid", str(desk.process.pid)).split():
            size = dict(
                line.split("=", 1) for line in xdotool("getwindowgeometry", "--shell", window).split() if "=" in line
            )
            if int(size.get("WIDTH", 0)) >= min(SMALLEST_DESK, WIDTH):
                return window
        return None

    def painted() -> Picture | None:
        picture = photograph(screen)
        return picture if picture.colours() >= 12 else None

    window = wait_for(desk_window, OPEN_WITHIN, "the desk's window did not open")
    xdotool("windowfocus", "--sync", window)
    before = wait_for(painted, ANSWER_WITHIN, "the desk's window stayed blank")
    save(before, keep, "opened.png")

    xdotool("key", "--clearmodifiers", "ctrl+k")
    xdotool("type", "--delay", "40", "yar")

    def narrowed() -> Picture | None:
        picture = photograph(screen)
        finder = picture.changed(before, 0, picture.width // 6)
        return picture if finder > 0.02 else None

    found = wait_for(narrowed, ANSWER_WITHIN, "the list of contests did not follow what was typed")
    save(found, keep, "found.png")

    xdotool("key", "--clearmodifiers", "Return")
    xdotool("key", "--clearmodifiers", "ctrl+q")
    try:
        status = desk.process.wait(CLOSE_WITHIN)
    except subprocess.TimeoutExpired:
        save(photograph(screen), keep, "did-not-close.png")
        raise Failure(f"the desk did not close on Ctrl Q. It said: {desk.said()}") from None
    if status:
        raise Failure(f"the desk closed with status {status}. It said: {desk.said()}")


@dataclass(frozen=True)
class Desk:
    """The program, running, and where what it says goes."""

    process: subprocess.Popen[bytes]
    words: Path

    def said(self) -> str:
        """Return the end of what the program has printed."""
        return self.words.read_text(encoding="utf-8", errors="replace")[-2000:].strip() or "nothing"

    def must_run(self) -> None:
        """Raise a Failure if the program has ended."""
        if self.process.poll() is not None:
            raise Failure(f"the desk ended with status {self.process.returncode}. It said: {self.said()}")


@contextmanager
def program_running(command: list[str], surroundings: dict[str, str], words: Path) -> Iterator[Desk]:
    """Run the desk, and end it if it is still there afterwards."""
    with words.open("wb") as output:
        process = subprocess.Popen(command, env=surroundings, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield Desk(process, words)
        finally:
            end(process)


@contextmanager
def x_server(folder: Path) -> Iterator[tuple[str, Path]]:
    """Run an X server on a free display; give the display's name and the file its screen is mapped to."""
    answers, tells = os.pipe()
    command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    command += ["-fbdir", str(folder)]
    server = subprocess.Popen(command, pass_fds=[tells], stderr=subprocess.DEVNULL)
    os.close(tells)
    try:
        with os.fdopen(answers) as number:
            display = number.readline().strip()  # waits until the server is ready, or gone
        if not display:
            raise Failure("Xvfb did not start.")
        yield f":{display}", folder / "Xvfb_screen0"
    finally:
        end(server)


def photograph(screen: Path) -> Picture:
    """Read what Xvfb shows: an XWD dump, whose header tells where the pixels start and how long a row is."""
    dump = screen.read_bytes()
    header = struct.unpack_from(">25I", dump)
    header_size, width, height, bytes_per_line, colours = (header[i] for i in (0, 4, 5, 12, 19))
    start = header_size + colours * 12
    rows = (dump[start + y * bytes_per_line : start + y * bytes_per_line + width * 4] for y in range(height))
    return Picture(width, height, tuple(rows))


def save(picture: Picture, folder: Path | None, name: str) -> None:
    """Write a picture as PNG, if a folder was asked for."""
    if folder is None:
        return
    from PySide6.QtGui import QImage

    folder.mkdir(parents=True, exist_ok=True)
    pixels = b"".join(picture.rows)
    image = QImage(pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
    image.save(str(folder / name))


def wait_for(look: Callable[[], T | None], seconds: float, otherwise: str) -> T:
    """Return what a look finds, looking again until then; raise a Failure when the time is up."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = look()
        if found is not None:
            return found
        time.sleep(0.2)
    raise Failure(f"{otherwise} within {seconds:.0f} seconds.")


def program() -> str:
    """Return the desk's command in the environment that runs this script."""
    return str(Path(sys.executable).parent / "resultsdesk")


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started here and wait for it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
