"""Parts of a story: about one contest, or about a scope."""

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night, Scope
from resultsdesk.story.lines import Line, Story


def lines_for(story: Story, contest: ContestId) -> tuple[Line, ...]:
    """Return the lines that are about a contest or name it, the most telling first."""
    return tuple(one for one in story.lines if contest in one.contests)


def filtered(story: Story, night: Night, scope: Scope) -> Story:
    """Return what a story says of a scope: lines about it, and about the contests in it.

    What is said of a wider scope stays where one of this scope's contests is what is said: the closest of the night is
    told where it is.
    """
    if scope in (Scope(), night.main_scope):
        return story
    inside = {one.contest.id for one in night.within(scope)}
    return Story(
        tuple(one for one in story.lines if _belongs(one, scope, inside)),
        tuple(one for one in story.withdrawn if _belongs(one.line, scope, inside)),
    )


def _belongs(line: Line, scope: Scope, inside: set[ContestId]) -> bool:
    return line.scope == scope or (bool(line.contests) and line.contests[0] in inside)
