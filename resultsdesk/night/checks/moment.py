"""May this command come now? The contest's stage, the other hands at work, the clock."""

from collections.abc import Iterator
from datetime import timedelta

from resultsdesk.night.checks.case import Case
from resultsdesk.night.commands import CallRecount, Correct, Declare, DeclareUnopposed, Flash
from resultsdesk.night.entries import Kind
from resultsdesk.night.objections import Objection, error, warning
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import follows

WHY_NOT = {
    Stage.AWAITED: "{name} is still awaited: there is nothing to {verb}.",
    Stage.FLASHED: "{name} has only been flashed: declare it, or retract the flash.",
    Stage.RECOUNT: "{name} is in recount: declare it when the count is read out, or retract the recount.",
    Stage.DECLARED: "{name} has been declared: correct it with a reason, or retract it.",
    Stage.UNOPPOSED: "{name} was declared unopposed: retract that first.",
    Stage.POSTPONED: "The poll in {name} is postponed: retract that first.",
}
VERBS = {
    Kind.FLASHED: "flash",
    Kind.DECLARED: "declare",
    Kind.RECOUNT: "recount",
    Kind.CORRECTED: "correct",
    Kind.RETRACTED: "retract",
    Kind.UNOPPOSED: "declare",
    Kind.POSTPONED: "postpone",
}


def stage(case: Case, kind: Kind) -> Iterator[Objection]:
    """Object to a command that the contest's stage does not allow."""
    if follows(case.standing.stage, kind) is None:
        text = WHY_NOT[case.standing.stage].format(name=case.contest.name, verb=VERBS[kind])
        yield error("wrong-stage", text)


def changed_meanwhile(case: Case) -> Iterator[Objection]:
    """Object where somebody else has entered something for the contest since the operator looked."""
    if case.command.after != case.standing.head:
        text = f"Someone else changed {case.contest.name} meanwhile: look at its history, then key again."
        yield error("changed-meanwhile", text)


def reason(case: Case) -> Iterator[Objection]:
    """Object to a correction that does not say why."""
    if isinstance(case.command, Correct) and not case.command.reason.strip():
        yield error("reason-missing", "A correction needs a reason: say in a few words what was wrong.")


def nothing_changed(case: Case) -> Iterator[Objection]:
    """Object to a correction that changes no figure. A check figure that is not said again is no change."""
    if not isinstance(case.command, Correct) or case.figures is None or not case.standing.entries:
        return
    last = case.standing.entries[-1]
    fields = ["rejected", "papers", "lot"]
    fields += [one for one in ("read_out", "announced_majority") if getattr(case.figures, one) is not None]
    if last.votes == case.figures.votes and all(getattr(last, one) == getattr(case.figures, one) for one in fields):
        yield error("nothing-changed", "No figure differs from the one declared: there is nothing to correct.")


def clock(case: Case) -> Iterator[Objection]:
    """Object to results before the close of poll, which a live night refuses, and to times that have not come.

    That a poll is postponed or that nobody opposes can be known, and entered, before.
    """
    declared_at = case.command.declared_at or case.now
    close = case.night.briefing.election.close_of_poll
    if declared_at < close and isinstance(case.command, Flash | Declare | Correct | CallRecount):
        at = case.night.briefing.local(close)
        text = f"The poll closes at {at:%H:%M} on {at.day} {at:%B %Y}: no result may be entered before then."
        yield warning("before-close", text) if case.night.rehearsal else error("before-close", text)
    elif (declared_at - case.now).total_seconds() > 60:
        at = case.night.briefing.local(declared_at)
        on = f" on {at.day} {at:%B %Y}" if declared_at - case.now > timedelta(days=1) else ""
        yield error("in-future", f"It is not yet {at:%H:%M}{on}: check the time of declaration.")


def flash(case: Case) -> Iterator[Objection]:
    """Ask about a flash for a party that was not in the first two last time; refuse one for somebody not standing."""
    if not isinstance(case.command, Flash):
        return
    winner = case.contest.candidacy(case.command.winner)
    if winner is None:
        text = f"{case.command.winner} is not standing in {case.contest.name}: choose one of its candidacies."
        yield error("not-standing", text, case.command.winner)
        return
    rank = case.rank_before(winner)
    if case.contest.baseline is not None and (rank is None or rank > 2):
        party = case.night.briefing.parties[winner.party]
        who = party.name if party.compares else winner.name
        text = f"{who} was not in the first two here last time: make sure you heard {winner.surname}."
        yield warning("flash-unlikely", text, winner.id)


def recount(case: Case) -> Iterator[Objection]:
    """Ask about a recount where one is called already."""
    if isinstance(case.command, CallRecount) and case.standing.stage is Stage.RECOUNT:
        yield warning("recount-again", f"{case.contest.name} is in recount already: is another one called?")


def unopposed(case: Case) -> Iterator[Objection]:
    """Object to an unopposed return where more people stand than there are vacancies."""
    if isinstance(case.command, DeclareUnopposed) and case.contest.contested:
        stands, seats = len(case.contest.candidacies), case.contest.vacancies
        places = "vacancy" if seats == 1 else "vacancies"
        text = f"{stands} candidacies for {seats} {places} in {case.contest.name}: there must be a poll."
        yield error("opposed", text)
