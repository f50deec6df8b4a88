"""A summary being written by a process beside the desk's, so that the desk's keys never wait for it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal

STOP = b"cancel\n"
PATIENCE = 10_000
"""Milliseconds a process has to leave its folder as it was, before it is ended."""


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is done, or left out for a `fault`: so many of so many."""

    file: str
    done: int
    of: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended. `files` is 0 where the folder is as it was; `said` is a sentence of what went wrong."""

    folder: str = ""
    files: int = 0
    faults: tuple[str, ...] = ()
    heading: str = ""
    said: str = ""
    stopped: bool = False


class ExportRun(QObject):
    """Runs one export; `stepped` at each file and `ended` once, whatever happens."""

    stepped = Signal(object)
    ended = Signal(object)

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._answer: dict[str, object] = {}
        self._left = b""
        self._stopping = False
        self._over = False
        self._process = QProcess(self)
        program, *words = command
        self._process.setProgram(program)
        self._process.setArguments(words)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        """Start the process."""
        self._process.start()

    def stop(self) -> None:
        """Ask it to leave the folder as it was and end; `ended` follows."""
        if not self._over and not self._stopping:
            self._stopping = True
            self._process.write(STOP)

    def end(self) -> None:
        """Stop, and return when it is over."""
        if self._over:
            return
        self.stop()
        if not self._process.waitForFinished(PATIENCE):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def _read(self) -> None:
        self._left += bytes(self._process.readAllStandardOutput().data())
        *lines, self._left = self._left.split(b"\n")
        for line in filter(None, lines):
            said = json.loads(line)
            if "done" in said:
                self.stepped.emit(Step(said["file"], said["done"], said["of"], said.get("fault", "")))
            else:
                self._answer = said

    def _finished(self) -> None:
        self._read()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        answer = self._answer
        files, faults = answer.get("files"), answer.get("faults")
        self._tell(
            Ended(
                str(answer.get("folder", "")),
                len(files) if isinstance(files, list) else 0,
                tuple(map(str, faults)) if isinstance(faults, list) else (),
                str(answer.get("heading", "")),
                said if said or answer else "The summary's process ended without a word.",
                self._stopping and not answer,
            )
        )

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell(Ended(said=f"The summary's process did not start ({self._process.errorString()})."))

    def _tell(self, ended: Ended) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(ended)
