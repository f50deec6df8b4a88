"""The outcome as a card: who gains or holds, from whom, by how much; or why nobody has won yet."""

from collections.abc import Iterable
from fractions import Fraction

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Shape, Span, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.polled import party_share
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import swing_told
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import outcome_headline
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.psephology.shares import change
from resultsdesk.psephology.wording import measured_words, swing_words

_HEAD = 21.0
_SIDE = 132.0
_WIDE = 340.0  # from here on there is room for a share
_INSET = 32.0


def outcome_card(
    standing: Standing, briefing: Briefing, measure: Measure, width: float, height: float = 80.0
) -> Figure:
    """Return the card of a contest as it stands, or as it would stand by figures not committed yet."""
    party = standing.parties[0] if standing.parties else None
    outcome = standing.outcome(measure)
    if standing.tied:
        return _card(width, height, "warn-ground", "warn", *_tie(standing))
    heard = standing.heard(measure)
    against = measured(standing, measure)
    if heard is not None:
        phrase, losers = outcome_headline(heard, briefing.parties)
        short = _short(heard, briefing)
        choices = (("heard, no figures yet", losers, against), ("heard", losers, against), ("heard", short, against))
        under = (span(_fitting(choices, width - _INSET) or _joined(choices[-1]), "muted"),)
        return _card(width, height, "raised", f"party:{heard.elected[0]}", phrase, under)
    if outcome is None or party is None:
        return _card(width, height, "raised", "awaited-edge", str(standing.stage).capitalize(), ())
    phrase, losers = outcome_headline(outcome, briefing.parties)
    side = _share(standing, briefing, outcome) if width >= _WIDE else None
    short, swung = _short(outcome, briefing), _swing(standing, briefing, measure)
    full, bare = (_majority(standing, with_share) for with_share in (True, False))
    said: tuple[tuple[str, ...], ...] = (
        (losers, against, full, swung),
        (short, against, full, swung),
        (losers, against, full),
        (short, against, full),
        (short, against, bare),
    )
    if not against:
        said = (*said[:3], (losers, bare, swung), (losers, bare), (short, bare))
    fits = _fitting(said, width - _INSET - (_side_room(side) if side else 0))
    if not fits and against:  # the two baselines tell different things: a share gives way to which of them is told
        side, fits = None, _fitting(said, width - _INSET) or _joined((short, against))
    under = (span(fits or _joined(said[-1]), "text"),)
    return _card(width, height, f"party:{party}/wash", f"party:{party}", phrase, under, side)


def _short(outcome: Outcome, briefing: Briefing) -> str:
    """Return from whom the seats were gained, in short names, or nothing."""
    losers = ", ".join(briefing.parties[one].short for one in dict.fromkeys(outcome.losses))
    return f"from {losers}" if losers else ""


def _fitting(choices: Iterable[tuple[str, ...]], room: float) -> str:
    """Return the first of several ways to say it that there is room for, or nothing."""
    said = (_joined(one) for one in choices)
    return next((one for one in said if width_of(one, 14) <= room), "")


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(one for one in parts if one)


def blocked_card(why: str, width: float, height: float = 80.0) -> Figure:
    """Return the card of figures that cannot be declared as they stand, with the error that stands in the way."""
    return _card(width, height, "bad-ground", "bad", "Put right first", (span(why, "bad"),))


def measured(standing: Standing, measure: Measure) -> str:
    """Return what the outcome is measured against, or nothing where both baselines tell the same."""
    contest = standing.contest
    if not contest.holders or contest.holders == contest.defended:
        return ""
    return measured_words(measure, contest.baseline)


def _card(
    width: float,
    height: float,
    ground: Ink,
    edge: Ink,
    phrase: str,
    under: tuple[Span, ...],
    side: tuple[str, str] | None = None,
) -> Figure:
    beside = _side_room(side) if side else 0.0
    room = width - _INSET - beside
    size = min(_HEAD, _HEAD * height / 80)
    half = height / 2
    shapes: list[Shape] = [
        Box("ground", 0, 0, width, height, ground, radius=8),
        Box("edge", 0, 8, 5, height - 16, edge),
    ]
    if under:
        shapes.append(text("under", 18, half + 1, room, half - 12, *under))
        top, tall = 9.0, half - 8
    else:
        top, tall = 0.0, height
    head = span(phrase.upper(), strong=True)
    shapes.append(text("head", 18, top, room, tall, head, role="headline", size=size, shrink=True))
    if side:
        x = width - beside - 14
        big = span(side[1], strong=True)
        shapes.append(text("side label", x, 9, beside, half - 10, side[0], ink="muted", size=13, align=Align.RIGHT))
        shapes.append(text("side", x, half, beside, half - 11, big, role="figure", size=19, align=Align.RIGHT))
    return figure(width, height, *shapes)


def _side_room(side: tuple[str, str]) -> float:
    return min(_SIDE, max(width_of(side[0], 13), width_of(side[1], 19, True, "figure")) + 8)


def _majority(standing: Standing, with_share: bool) -> str:
    """Return the majority, as far as there is one, and its share of the votes in brackets."""
    counted, poll = standing.count, standing.poll
    if counted is None or poll is None:
        return "unopposed"
    if counted.majority is None:
        return "nobody was beaten"
    if not counted.majority:
        return "by the drawn lot"
    papers = poll.valid_papers(standing.contest.vacancies)
    part = f" ({per_cent(Fraction(counted.majority, papers))})" if papers and with_share else ""
    return f"majority {number(counted.majority)}{part}"


def _swing(standing: Standing, briefing: Briefing, measure: Measure) -> str:
    """Return the swing in a few words, or nothing where there is none to tell."""
    found = swing_told(standing, briefing.parties, measure)
    if found is None:
        return ""
    return swing_words(found.by, briefing.parties[found.loser], briefing.parties[found.gainer])


def _tie(standing: Standing) -> tuple[str, tuple[Span, ...]]:
    counted, contest = standing.count, standing.contest
    level = counted.tied if counted else ()
    people = [one for one in contest.candidacies if one.id in level]
    surnames = [one.surname for one in people]
    names = " and ".join(one.surname if surnames.count(one.surname) == 1 else one.name for one in people)
    seats = counted.tied_seats if counted else 1
    phrase = "Tie" if contest.vacancies == 1 else f"Tie for the last {'seat' if seats == 1 else f'{seats} seats'}"
    return phrase, (span(f"{names}: the drawn lot decides", "warn"),)


def _share(standing: Standing, briefing: Briefing, outcome: Outcome) -> tuple[str, str] | None:
    """Return how the winner's share moved, the runner-up's where the winner has none of last time to compare with, or
    else the winner's share itself.
    """
    if standing.poll is None or not outcome.elected:
        return None
    moved = first_two_moved(standing, briefing)
    party, what = (moved[0][0], "change") if moved else (outcome.elected[0], "share")
    label = f"{briefing.parties[party].name} {what}"
    if width_of(label, 13) > _SIDE:
        label = f"{briefing.parties[party].short} {what}"
    return label, points(moved[0][1]) if moved else per_cent(party_share(standing, party))


def first_two_moved(standing: Standing, briefing: Briefing) -> tuple[tuple[PartyId, Fraction], ...]:
    """Return how the shares of the winner's party and of the runner-up's moved, as far as there is a last time."""
    if standing.count is None:
        return ()
    people = (*standing.elected[:1], standing.runner_up)
    found = []
    for party in dict.fromkeys(one.party for one in people if one is not None):
        moved = change(party_share(standing, party), briefing.parties[party], standing.contest.baseline)
        if moved is not None:
            found.append((party, moved))
    return tuple(found)
