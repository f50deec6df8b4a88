"""Parts of a story: about one contest, or about a scope."""

from collections.abc import Iterator

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.story.lines import Line, Story


def lines_for(story: Story, contest: ContestId) -> tuple[Line, ...]:
    """Return the lines that are about a contest or name it, the most telling first."""
    return tuple(one for one in story.lines if contest in one.contests)


def filtered(story: Story, night: Night, scope: Scope) -> Story:
    """Return what a story says of a scope: lines about it, and about the contests in it.

    What is said of a wider scope stays where one of this scope's contests is what is said: the closest of the night is
    told where it is. So does what is said of a body or group with the same contests: it is said once.
    """
    if scope in (Scope(), night.main_scope):
        return story
    inside = {one.contest.id for one in night.within(scope)}
    if len(inside) == len(night.contests):
        return story
    same = {scope, *_twins(night, inside)}
    return Story(
        tuple(one for one in story.lines if _belongs(one, same, inside)),
        tuple(one for one in story.withdrawn if _belongs(one.line, same, inside)),
    )


def _twins(night: Night, inside: set[ContestId]) -> Iterator[Scope]:
    """Yield the bodies and groups that have these contests and no others."""
    body = {night.briefing.contests[one].body for one in inside}
    for one in body if len(body) == 1 else ():
        if all(there.contest.id in inside for there in night.within(Scope(ScopeKind.BODY, one))):
            yield Scope(ScopeKind.BODY, one)
    for group in night.briefing.groups:
        if set(group.contests) == inside:
            yield Scope(ScopeKind.GROUP, group.id)


def _belongs(line: Line, same: set[Scope], inside: set[ContestId]) -> bool:
    return line.scope in same or (bool(line.contests) and line.contests[0] in inside)
