"""Two words set everything up: `rehearsal` opens the desk on a real night, `tests` runs every test.

Needs a Python and nothing else. It makes an environment in .venv, installs what requirements.lock names, and
only then starts anything; a second run starts at once. Kept to what an old Python can read, so that an old
Python gets a sentence and not a traceback.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
STAMP = VENV / "results-desk.stamp"
OLDEST, NEWEST = (3, 11), (3, 13)

USAGE = """\
usage: python3 packaging/run.py rehearsal   open the desk on a rehearsal of 2024 at 60 times true pace
       python3 packaging/run.py tests       run every test (further words go to pytest)
On Windows write py for python3. Further words after rehearsal go to `resultsdesk rehearse`."""


class Refusal(Exception):
    """What stands in the way, in one sentence that says what to do."""


def main(words: list[str]) -> int:
    """Return the exit status of what was asked for; 2 when the words or the machine are wrong."""
    if not words or words[0] not in ("rehearsal", "tests"):
        print(USAGE)
        return 0 if words in (["-h"], ["--help"]) else 2
    try:
        refuse_python(sys.version_info[:2])
        if words[0] == "rehearsal" and "--headless" not in words:
            refuse_no_display()
        python = environment()
        if words[0] == "rehearsal":
            return rehearsal(python, words[1:])
        return tests(python, words[1:])
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def rehearsal(python: Path, words: list[str]) -> int:
    """Play the general election of 2024 into a new night file and return the desk's exit status."""
    night = new_night(ROOT / "nights", "rehearsal-2024")
    what = "Playing" if "--headless" in words else "Opening the desk on"
    pace = "" if "--speed" in words else ", an hour a minute"
    say(f"{what} {night.relative_to(ROOT)}: the general election of 2024{pace}.")
    command = ["-m", "resultsdesk", "rehearse", str(night), "--briefing", "uk-2024"]
    return run(python, command + ([] if "--speed" in words else ["--speed", "60"]) + words)


def tests(python: Path, words: list[str]) -> int:
    """Run pytest on all tests, or on what the further words choose, and return its exit status."""
    missing = qt_trouble(python)
    if missing:
        raise Refusal(missing)
    return run(python, ["-m", "pytest", *words])


def refuse_python(version: tuple[int, ...]) -> None:
    """Raise a Refusal unless this is a Python the project is made for."""
    if not OLDEST <= tuple(version) <= NEWEST:
        raise Refusal(
            f"Results Desk needs Python {dotted(OLDEST)} to {dotted(NEWEST)} and this is {dotted(version)}: "
            f"start it with another, for example `python{dotted(OLDEST)} packaging/run.py` "
            f"(on Windows `py -{dotted(OLDEST)} packaging/run.py`)."
        )


def refuse_no_display() -> None:
    """Raise a Refusal in a session that nobody looks at, before anything is fetched for it."""
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform not in ("win32", "darwin", "cygwin") and not any(map(os.environ.get, seen)):
        raise Refusal(
            "There is no display to open the desk on: "
            "play the night without one by `python3 packaging/run.py rehearsal --headless`."
        )


def environment() -> Path:
    """Return the Python of an environment in which everything the lock names is installed."""
    python = venv_python(VENV)
    if not works(python):
        make_venv()
    wanted = digest(LOCK, PROJECT)
    if not STAMP.is_file() or STAMP.read_text(encoding="ascii") != wanted:
        install(python)
        STAMP.write_text(wanted, encoding="ascii")
    return python


def make_venv() -> None:
    """Make .venv anew with the Python that runs this."""
    say("Making an environment in .venv.")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Refusal(venv_trouble(made.stdout + made.stderr, sys.version_info[:2]))


def install(python: Path) -> None:
    """Install what the lock names, each file held against its hash, and the checkout itself."""
    say("Installing what requirements.lock names; the first time this fetches about 200 MB.")
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    follow([*pip, "--progress-bar=off", "--require-hashes", "--requirement", str(LOCK)])
    follow([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    say("Everything is installed.")


def follow(command: list[str]) -> None:
    """Run pip, telling of each package once; raise a Refusal with its reason if it fails."""
    told: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        for line in pip.stdout or ():
            told.append(line)
            if line.startswith("Collecting "):
                say("  fetching " + line.split()[1].replace("==", " "))
            elif line.startswith("Installing collected packages: "):
                count = line.count(",") + 1
                say("  installing " + (f"{count} packages, half a minute or less" if count > 1 else line.split()[-1]))
    if pip.returncode:
        raise Refusal(install_trouble("".join(told)))


def venv_trouble(said: str, version: tuple[int, ...]) -> str:
    """Return one sentence for what `python -m venv` said when it failed."""
    if "ensurepip" in said or "No module named venv" in said:
        return (
            "This Python comes without its venv module: on Debian and Ubuntu install it with "
            f"`sudo apt-get install python3-venv` (or python{dotted(version)}-venv), then run this again."
        )
    return f"No environment could be made in {VENV}: {last_line(said)}"


def install_trouble(said: str) -> str:
    """Return one sentence for what pip said when it failed, below its own words if they are not known."""
    lowered = said.lower()
    if "no space left" in lowered:
        return "The disk is full: free about 1 GB and run this again; what is installed already is kept."
    if "do not match the hashes" in lowered:
        return (
            "A downloaded package is not the one requirements.lock names, so nothing of it was installed: "
            "run this again, and if it stays so, tell the project."
        )
    if "certificate_verify_failed" in lowered:
        return (
            "This network answers with a certificate that Python does not trust: give pip the network's own "
            "certificates (set PIP_CERT to their file), then run this again."
        )
    offline = ("name resolution", "failed to establish a new connection", "connection refused", "timed out")
    unreachable = ("network is unreachable", "getaddrinfo", "nodename nor servname", "max retries exceeded")
    if any(sign in lowered for sign in offline + unreachable):
        return (
            "The packages could not be fetched: check that this machine reaches the internet "
            "(or tell pip of its proxy), then run this again."
        )
    reason = "\n".join(said.splitlines()[-12:])
    return f"{reason}\nThe packages could not be installed; the reason stands above."


def qt_trouble(python: Path) -> str:
    """Return one sentence if Qt's windows do not load, naming what to install; nothing if they do."""
    tried = subprocess.run(
        [str(python), "-c", "import PySide6.QtWidgets"], capture_output=True, text=True, cwd=str(ROOT)
    )
    if not tried.returncode:
        return ""
    if sys.platform.startswith("linux") and "cannot open shared object file" in tried.stderr:
        return (
            f"Qt lacks a library of this system ({last_line(tried.stderr)}): "
            f"on Debian and Ubuntu run `sudo apt-get install {' '.join(debian_packages())}`."
        )
    return f"Qt does not load: {last_line(tried.stderr)}"


def debian_packages() -> list[str]:
    """Return the Debian packages that Qt's windows need."""
    listed = (ROOT / "resources" / "system" / "debian-packages.txt").read_text(encoding="utf-8")
    return [line for line in listed.splitlines() if line and not line.startswith("#")]


def new_night(folder: Path, stem: str) -> Path:
    """Return the path of a night file that is not there yet, in a folder that is."""
    folder.mkdir(exist_ok=True)
    number = 1
    while (folder / f"{stem}-{number}.night").exists():
        number += 1
    return folder / f"{stem}-{number}.night"


def works(python: Path) -> bool:
    """Return whether an environment's Python starts and is one the project is made for."""
    if not python.is_file():
        return False
    try:
        asked = subprocess.run(
            [str(python), "-c", "import pip, sys; print(*sys.version_info[:2])"],
            capture_output=True,
            text=True,
        )
    except OSError:
        return False
    return not asked.returncode and OLDEST <= tuple(map(int, asked.stdout.split())) <= NEWEST


def venv_python(venv: Path) -> Path:
    """Return where an environment keeps its Python."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def digest(*paths: Path) -> str:
    """Return one SHA-256 for the contents of several files, the same whatever their line ends."""
    together = hashlib.sha256()
    for path in paths:
        together.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return together.hexdigest()


def run(python: Path, words: list[str]) -> int:
    """Run the environment's Python in the checkout and return its exit status.

    Where the system can, in the place of this process: who ends the one then ends the other.
    """
    command = [str(python), *words]
    if os.name == "posix":
        os.chdir(ROOT)
        os.execv(command[0], command)
    return subprocess.run(command, cwd=str(ROOT)).returncode


def dotted(version: tuple[int, ...]) -> str:
    """Return a version as people write it."""
    return ".".join(map(str, version))


def last_line(said: str) -> str:
    """Return the last line in which a program said something."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "it did not say why."


def say(sentence: str) -> None:
    """Tell the person waiting what goes on, at once even into a pipe."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
