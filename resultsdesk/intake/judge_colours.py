"""Whether each party's colour can be seen on the panel, read upon, and told from the others'."""

from collections.abc import Container, Iterable
from itertools import combinations

from resultsdesk.figures.contrast import (
    DARK,
    LIGHT,
    PANEL,
    READABLE,
    READABLE_LARGE,
    contrast,
    difference,
)
from resultsdesk.intake.faults import Faults
from resultsdesk.intake.files import PARTIES
from resultsdesk.intake.reading import Reading
from resultsdesk.night.briefing import BodyId, Briefing, PastResult
from resultsdesk.psephology.count import count
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.grammar import possessive

APART = 20.0  # in CIE L*a*b*


def judge(reading: Reading, faults: Faults, results: Iterable[PastResult]) -> None:
    """Note colours of poor contrast, and of parties with seats those that are hard to tell apart."""
    parties = reading.briefing.parties
    for party in parties.values():
        line = reading.lines[PARTIES.file, party.id]
        on_panel = contrast(party.colour, PANEL)
        if on_panel < READABLE_LARGE:
            faults.warn(
                PARTIES.file,
                line,
                "contrast",
                f"{possessive(party.name)} {party.colour} has a contrast of {on_panel:.1f} with the dark panel, under"
                f" {READABLE_LARGE:g}: make it lighter.",
            )
        text = max(contrast(party.colour, DARK), contrast(party.colour, LIGHT))
        if text < READABLE:
            faults.warn(
                PARTIES.file,
                line,
                "contrast-text",
                f"Neither dark nor light text has a contrast of {READABLE:g} on"
                f" {possessive(party.name)} {party.colour}: make it lighter or darker.",
            )
    said = {one.line for one in faults.found if one.file == PARTIES.file and one.code in ("colour", "no-colour")}
    shown = {one for one in parties if reading.lines[PARTIES.file, one] not in said}
    for late, others in _alike(reading.briefing, results, shown).items():
        names = ", ".join(f"{possessive(parties[one].name)} {parties[one].colour}" for one in others)
        faults.inform(
            PARTIES.file,
            reading.lines[PARTIES.file, late],
            "colours-alike",
            f"{possessive(parties[late].name)} {parties[late].colour} is hard to tell from {names}:"
            " change it if they meet on the map.",
        )


def _alike(
    briefing: Briefing, results: Iterable[PastResult], shown: Container[PartyId]
) -> dict[PartyId, list[PartyId]]:
    """Return for each party shown those before it in the list that sit on the same body in a colour much alike."""
    order = {party: at for at, party in enumerate(briefing.parties)}
    found: dict[PartyId, dict[PartyId, None]] = {}
    for seated in _with_seats(briefing, results).values():
        for one, other in combinations(sorted((one for one in seated if one in shown), key=order.__getitem__), 2):
            if difference(briefing.parties[one].colour, briefing.parties[other].colour) < APART:
                found.setdefault(other, {})[one] = None
    return {party: sorted(found[party], key=order.__getitem__) for party in order if party in found}


def _with_seats(briefing: Briefing, results: Iterable[PastResult]) -> dict[BodyId, set[PartyId]]:
    """Return the parties that have, had or win seats of each body."""
    found = {body.id: set(body.continuing) for body in briefing.bodies.values()}
    for contest in briefing.contests.values():
        found.setdefault(contest.body, set()).update(contest.defended, contest.holders)
    for result in results:
        contest = briefing.contests[result.contest]
        standing = {one.id: one.party for one in contest.candidacies}
        elected = count(result.votes, contest.vacancies, result.lot).elected if result.votes else standing
        found[contest.body].update(standing[one] for one in elected if one in standing)
    return {body: parties & briefing.parties.keys() for body, parties in found.items()}
