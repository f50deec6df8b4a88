"""What holds of every line of the built-in nights, at any moment of them."""

from collections import Counter
from collections.abc import Callable

import pytest

from resultsdesk.night.night import Night, ScopeKind, replay
from resultsdesk.story.lines import Line, Source
from resultsdesk.story.telling import tell

BUILT_IN = ("uk-2024", "uk-2017", "midlands-2016")
PARTS = (0.02, 0.2, 0.5, 1)
"""How much of each night is declared."""
OF_NO_ENTRY = frozenset({"unknown", "remaining"})
"""Lines about what is not there: of figures nobody has given, and of what is still to come."""


@pytest.fixture(params=[(night, part) for night in BUILT_IN for part in PARTS], ids=str)
def moment(request: pytest.FixtureRequest, played: Callable[[str], Night]) -> Night:
    """A built-in night with a part of it declared."""
    name, part = request.param
    whole = played(name)
    return replay(whole.briefing, whole.journal[: max(int(len(whole.journal) * part), 1)], rehearsal=True)


def test_no_two_lines_have_one_id_or_say_one_thing(moment: Night) -> None:
    lines = tell(moment).lines
    for what in ([one.id for one in lines], [one.sentence for one in lines]):
        assert [one for one, times in Counter(what).items() if times > 1] == []


def test_what_is_most_or_first_is_told_of_one_scope(moment: Night) -> None:
    told = Counter(
        (one.kind, one.contests, one.party)
        for one in tell(moment).lines
        if one.contests and one.kind not in ("milestone", "first-here") and not of_the_contest(one)
    )
    assert [one for one, times in told.items() if times > 1] == []


def of_the_contest(line: Line) -> bool:
    """Return whether a line is about a contest by itself."""
    return line.id.startswith(f"{line.kind}/{line.contests[0]}")


def test_every_line_leads_to_the_entries_and_figures_that_make_it_true(moment: Night) -> None:
    entries = {one.entry_id: one.contest for one in moment.journal}
    for line in tell(moment).lines:
        assert line.evidence or line.kind in OF_NO_ENTRY
        for one in line.evidence:
            if one.entry is not None:
                assert entries[one.entry] == one.contest
            assert one.label
            assert one.value
        if line.contests:
            assert any(one.entry and one.contest == line.contests[0] for one in line.evidence), line.sentence
        if " on 20" in line.sentence or ", coming from" in line.sentence:
            assert any(one.source is Source.BASELINE for one in line.evidence), line.sentence


def test_a_group_or_body_has_lines_of_its_own_or_inside_it_alone(moment: Night) -> None:
    groups = {one.id: set(one.contests) for one in moment.briefing.groups}
    for line in tell(moment).lines:
        if line.scope.kind is ScopeKind.GROUP:
            assert set(line.contests) <= groups[line.scope.name]
