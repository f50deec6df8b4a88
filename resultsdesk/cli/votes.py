"""A count given as JSON, read into the same boxes the entry form has, so that the same rules read it on."""

import json
from collections.abc import Mapping

from resultsdesk.cli.failures import Wrong
from resultsdesk.cli.words import candidacy_named
from resultsdesk.desk.draft import Draft
from resultsdesk.night.briefing import Briefing, Contest
from resultsdesk.psephology.candidacy import CandidacyId

EXAMPLE = """give --votes '{"Khan": 13303, "Mahmood": 12796}' or '[13303, 12796]' in ballot order"""


def draft_of(
    briefing: Briefing, contest: Contest, votes: str, boxes: tuple[str, str, str, str], lot: tuple[CandidacyId, ...]
) -> Draft:
    """Return the boxes as typed; raises Wrong where it is not plain whose votes are meant."""
    rejected, papers, read_out, majority = boxes
    return Draft(
        contest.id,
        _by_candidacy(briefing, contest, _parsed(votes)),
        rejected=rejected,
        papers=papers,
        read_out=read_out,
        announced_majority=majority,
        lot=lot,
    )


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:  # the latter of lists within lists without end
        raise Wrong(f"--votes is not JSON ({error}): {EXAMPLE}.") from None


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        twice = next(name for name in table if sum(name == other for other, _ in pairs) > 1)
        raise Wrong(f"--votes names “{twice}” twice: give each candidacy one figure.")
    return table


def _by_candidacy(briefing: Briefing, contest: Contest, given: object) -> Mapping[CandidacyId, str]:
    if isinstance(given, list):
        return _in_ballot_order(contest, given)
    if not isinstance(given, dict):
        raise Wrong(f"--votes is neither an object nor a list: {EXAMPLE}.")
    found: dict[CandidacyId, str] = {}
    for name, figure in given.items():
        candidacy = candidacy_named(briefing, contest, name)
        if candidacy.id in found:
            raise Wrong(f"--votes names {candidacy.name} twice, the second time as “{name}”: give one figure.")
        found[candidacy.id] = _typed(figure)
    return found


def _in_ballot_order(contest: Contest, given: list[object]) -> Mapping[CandidacyId, str]:
    if len(given) != len(contest.candidacies):
        order = ", ".join(one.name for one in contest.candidacies)
        raise Wrong(
            f"--votes lists {len(given)} {'figure' if len(given) == 1 else 'figures'} for {len(contest.candidacies)} "
            f"candidacies in {contest.name}: give one each, in this order: {order}."
        )
    return {one.id: _typed(figure) for one, figure in zip(contest.candidacies, given, strict=True)}


def _typed(figure: object) -> str:
    """Return a figure as it would have been typed; null is an empty box."""
    if figure is None:
        return ""
    if isinstance(figure, str):  # numbers too: they were read as they stand
        return figure
    raise Wrong(f"--votes has “{json.dumps(figure)}” for a figure: {EXAMPLE}.")
