"""What makes a line true, in words: figures of an entry, of last time, of the briefing."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.psephology.baseline import Baseline, BaselineKind
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.psephology.wording import measured_words, outcome_words
from resultsdesk.story.grammar import counted, opened, ordinal
from resultsdesk.story.lines import Evidence, Source
from resultsdesk.story.result import Result

_FIRST = 3
NIGHT = timedelta(hours=14)
"""From the close of poll to noon: after that a clock alone leaves one guessing."""


def entered(result: Result, label: str, value: str) -> Evidence:
    """Return a figure of the entry a result is from."""
    return Evidence(label, value, Source.ENTRY, result.id, result.entry.entry_id)


def before(result: Result, label: str, value: str) -> Evidence:
    """Return a figure of last time."""
    return Evidence(label, value, Source.BASELINE, result.id)


def had_seat(result: Result) -> Evidence:
    """Return who had a contest's seats, by the baseline shown."""
    parties = ", ".join(result.party(one).short for one in result.contest.before(result.measure))
    label = "Had the seat" if result.contest.vacancies == 1 else "Had the seats"
    return before(result, label, f"{parties}, {measured_words(result.measure, result.baseline)}")


def rank_before(result: Result, base: Baseline, party: PartyId, rank: int) -> Evidence:
    """Return where a party came last time, of how many, with votes and share."""
    short = result.party(party).short
    place = f"{ordinal(rank)} of {counted(len(base.lines))}"
    value = f"{place}, {number(base.votes[party])} votes, {per_cent(base.share(party))}"
    return before(result, f"{short} in {election_named(base)}", value)


def briefed(contest: Contest, label: str, value: str) -> Evidence:
    """Return what the briefing says of a contest."""
    return Evidence(label, value, Source.BRIEFING, contest.id)


def election_named(baseline: Baseline | None) -> str:
    """Return what last time is called: `2019 (notional)`."""
    if baseline is None:
        return "the last election"
    return f"{baseline.election}{' (notional)' if baseline.kind is BaselineKind.NOTIONAL else ''}"


def clock(briefing: Briefing, result: Result) -> str:
    """Return when a result was declared, on the night's clock."""
    return time_of(briefing, result.standing.declared_at or result.declaration.declared_at)


def time_of(briefing: Briefing, at: datetime) -> str:
    """Return a moment on the night's clock: `03:14`; once the night is over with its day: `21:03 on Friday`."""
    local = briefing.local(at)
    return f"{local:%H:%M}" if at - briefing.election.close_of_poll < NIGHT else f"{local:%H:%M} on {local:%A}"


def of_candidacy(result: Result, one: Candidacy) -> Evidence:
    """Return where a candidacy came, with votes and share and, where it is known, the change."""
    if one.id not in result.shown:
        result.shown[one.id] = (_of_candidacy(result, one),)
    return result.shown[one.id][0]


def _of_candidacy(result: Result, one: Candidacy) -> Evidence:
    place = result.ranked.index(one) + 1
    label = f"{opened(ordinal(place))}: {one.name} ({result.party(one.party).short})"
    votes = result.votes(one)
    if votes is None:
        return entered(result, label, "elected unopposed")
    value = f"{number(votes)} {'vote' if votes == 1 else 'votes'}"
    if result.contest.vacancies == 1:
        value += f", {per_cent(result.share(one))}"
        moved = result.changes.get(one.party)
        if moved is not None and sum(other.party == one.party for other in result.ranked) == 1:
            value += f", {points(moved)}"
    return entered(result, label, value)


def standing_evidence(result: Result) -> tuple[Evidence, ...]:
    """Return what stands behind any line about who has a contest's seats."""
    if "" not in result.shown:
        result.shown[""] = (*_poll(result), *_last_time(result), *_briefing(result))
    return result.shown[""]


def _poll(result: Result) -> Iterator[Evidence]:
    yield entered(result, "Outcome", _outcome(result))
    for one in result.ranked[: max(_FIRST, len(result.elected) + 1)]:
        yield of_candidacy(result, one)
    if result.majority is not None:
        share = f" ({per_cent(result.majority_share)})" if result.contest.vacancies == 1 else ""
        yield entered(result, "Majority", f"{number(result.majority)}{share}")
    yield entered(result, "Declared", clock(result.briefing, result))


def _outcome(result: Result) -> str:
    words = outcome_words(result.outcome, result.briefing.parties)
    return f"{words}, {measured_words(result.measure, result.baseline)}" if result.outcome.known else words


def _last_time(result: Result) -> Iterator[Evidence]:
    other = result.other
    if other.known and result.outcome.known and other.gains != result.outcome.gains:
        words = outcome_words(other, result.briefing.parties)
        yield before(result, "By the other baseline", f"{words}, {measured_words(other.measure, result.baseline)}")
    base = result.baseline
    if base is None:
        return
    if base.majority is not None and result.contest.vacancies == 1:
        leader = result.party(base.ranked[0].party).short
        yield before(result, "Majority last time", f"{number(base.majority)}, {leader}, {election_named(base)}")


def _briefing(result: Result) -> Iterator[Evidence]:
    contest = result.contest
    if contest.party_since:
        yield briefed(contest, "Held by the party since", str(contest.party_since))
    if contest.member_since:
        yield briefed(contest, "Held by the sitting member since", str(contest.member_since))
    if contest.former_names:
        yield briefed(contest, "Formerly", ", ".join(contest.former_names))
    if contest.note:
        yield briefed(contest, "Note", contest.note)
