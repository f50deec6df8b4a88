"""The command line as a person or a script meets it: words in; a status, what was said and what was answered out."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from resultsdesk.cli.program import program

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Answer:
    """What a command left: `said` is stderr."""

    status: int
    answered: str
    said: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - an answer is whatever the test says it is
        return json.loads(self.answered)


def run(*words: object) -> Answer:
    """Run a command in this process."""
    result = CliRunner().invoke(program, [str(word) for word in words], prog_name="resultsdesk")
    return Answer(result.exit_code, result.stdout, result.stderr)


def start(*words: object, **surroundings: str | None) -> Answer:
    """Run a command as a program of its own; None takes a variable out of its surroundings."""
    env = {**os.environ, **{name: value for name, value in surroundings.items() if value is not None}}
    for name in (name for name, value in surroundings.items() if value is None):
        env.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "resultsdesk", *map(str, words)],
        cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    return Answer(done.returncode, done.stdout, done.stderr)


def without_privilege(*words: object) -> Answer:
    """Run a command as a program to which what is forbidden is forbidden, although root may run the tests."""
    if os.name == "nt":
        pytest.skip("Windows keeps files from people in another way")
    root = os.geteuid() == 0
    if root and shutil.which("setpriv") is None:
        pytest.skip("nothing is forbidden to root, and there is no setpriv to run as less")
    less = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if root else []
    done = subprocess.run(
        [*less, sys.executable, "-m", "resultsdesk", *map(str, words)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    if done.returncode == 127 or "setpriv:" in done.stderr:
        pytest.skip(f"privileges cannot be dropped here: {done.stderr.strip()}")
    return Answer(done.returncode, done.stdout, done.stderr)


def one_sentence(answer: Answer) -> bool:
    """Return whether a refusal is told in one line, without a traceback, and with no answer beside it."""
    lines = answer.said.splitlines()
    return len(lines) == 1 and lines[0].endswith((".", "`")) and not answer.answered
