"""The kinds of lines in chapters, for whoever sets a story out as something to be read."""

from resultsdesk.story.lines import Line, Story

CHAPTERS: dict[str, tuple[str, ...]] = {
    "What it comes to": (
        "majority-line", "control-changed", "control-held", "seats", "remaining", "milestone", "turnout", "targets",
        "independents", "deposits",
    ),
    "Firsts": (
        "first-ever", "first-of-night", "first-of-few", "first-here", "first-expected", "first-there",
        "first-declared", "only-gain",
    ),
    "Gains": ("long-hold", "upset", "gain-independent", "regain", "gain", "two-baselines"),
    "People": ("other-party", "member-out"),
    "Records": (
        "overturned", "closest", "swing", "fall", "rise", "largest-majority",
        "turnout-highest", "turnout-lowest", "turnout-up", "turnout-down",
    ),
    "Regions and groups": ("complete",),
    "Close calls and targets": ("tied", "by-lot", "hair", "narrow", "tie", "target-met", "target-missed"),
    "How the vote moved": ("vote-split", "rank-jump"),
    "At the count": ("in-recount", "recount", "correction", "postponed"),
    "Held": ("win", "hold", "re-elected", "unopposed"),
    "Deposits": ("deposit-of-defender", "deposit"),
    "Not known": ("unknown",),
}  # fmt: skip
"""Every kind of line is in one chapter."""


def chapters(story: Story) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return the lines of a story by chapter, in each the most telling first; chapters without lines are left out."""
    title_of = {kind: title for title, kinds in CHAPTERS.items() for kind in kinds}
    found: dict[str, list[Line]] = {title: [] for title in CHAPTERS}
    for line in story.lines:
        found[title_of[line.kind]].append(line)
    return tuple((title, tuple(lines)) for title, lines in found.items() if lines)
