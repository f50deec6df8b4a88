"""A process beside this one answers, and is gone afterwards, however that ends."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

from resultsdesk.export.apart import Apart, Gone


def doubled(numbers: Iterator[int]) -> Iterator[tuple[int, int]]:
    for one in numbers:
        if not one:
            os._exit(1)
        yield os.getpid(), 2 * one


def test_one_process_answers_every_question() -> None:
    with Apart(doubled, "doubling") as process:
        (first, two), (second, four) = process.ask(1), process.ask(2)
        assert (two, four) == (2, 4)
        assert first == second != os.getpid()
    assert multiprocessing.active_children() == []


def test_nothing_is_started_before_the_first_question_or_after_the_end() -> None:
    with Apart(doubled, "doubling") as process:
        assert multiprocessing.active_children() == []
    with pytest.raises(Gone):
        process.ask(1)
    assert multiprocessing.active_children() == []


def test_one_that_ends_by_itself_is_gone() -> None:
    with Apart(doubled, "doubling") as process:
        process.ask(1)
        with pytest.raises(Gone, match="the process for doubling has ended"):
            process.ask(0)
        with pytest.raises(Gone):
            process.ask(1)


def test_it_is_ended_at_once_where_something_goes_wrong_here() -> None:
    with suppress(ZeroDivisionError), Apart(doubled, "doubling") as process:
        process.ask(1)
        raise ZeroDivisionError
    assert multiprocessing.active_children() == []
