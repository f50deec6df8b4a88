"""Whatever happens in a night, the file holds: the standing view is the fold, the chain is whole."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night_files import BRIEFING, declared, new_night

from resultsdesk.night.entries import Entry, Kind, NewEntry
from resultsdesk.night.night import Night, begin, replay, step
from resultsdesk.night.stages import MOVES
from resultsdesk.store.night_file import open_night
from resultsdesk.store.verify import verify

CONTESTS = tuple(BRIEFING.contests.values())
WITH_FIGURES = {Kind.DECLARED, Kind.CORRECTED}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    new_night(folder).close()
    return folder / "town.night"


def happening(night: Night, draw: st.DataObject) -> NewEntry | None:
    """Draw something that may happen now in one of the contests, or None where nothing may."""
    contest = draw.draw(st.sampled_from(CONTESTS))
    standing = night.contests[contest.id]
    possible: Sequence[Kind] = sorted(MOVES.get(standing.stage, {}))
    if not possible:
        return None
    kind = draw.draw(st.sampled_from(possible))
    figures = {one.id: draw.draw(st.integers(0, 3)) for one in contest.candidacies}
    return replace(
        declared("alpha", desk=draw.draw(st.sampled_from(["Desk 1", "Desk 2"]))),
        contest=contest.id,
        kind=kind,
        supersedes=standing.head,
        votes=figures if kind in WITH_FIGURES or (kind is Kind.RECOUNT and draw.draw(st.booleans())) else None,
        winner=contest.candidacies[0].id if kind is Kind.FLASHED else None,
        lot=tuple(draw.draw(st.permutations([one.id for one in contest.candidacies]))[:2])
        if kind in WITH_FIGURES
        else (),
    )


@settings(max_examples=25)
@given(draw=st.data())
def test_the_standing_view_is_the_fold_and_the_chain_is_whole(empty: Path, draw: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, folder))
        stepped = begin(BRIEFING)
        kept: list[Entry] = []
        with open_night(path) as night:
            for _ in range(draw.draw(st.integers(1, 15))):
                new = happening(stepped, draw)
                if new is not None:
                    kept.append(night.journal.append(new))
                    stepped = step(stepped, kept[-1])
            assert night.journal.entries() == kept
            assert replay(night.briefing(), night.journal.entries()) == stepped
        assert verify(path) == ()
