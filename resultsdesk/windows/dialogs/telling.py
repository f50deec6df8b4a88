"""What went wrong, in two sentences for a person: what happened, and what to do."""

from resultsdesk.intake.faults import BriefingFaults, IntakeError
from resultsdesk.night.trouble import Trouble
from resultsdesk.psephology.rounding import number

KNOWN = (Trouble, IntakeError, BriefingFaults)
"""Failures that are nobody's mistake in the program: they are told, not logged as bugs."""


def told(error: BaseException) -> tuple[str, str]:
    """Return a failure's sentence and its remedy; the remedy of a bug says what stays safe."""
    if isinstance(error, Trouble):
        return error.sentence, error.remedy
    if isinstance(error, BriefingFaults):
        count = len(error.faults)
        first = str(error.faults[0]) if error.faults else ""
        more = f" And {number(count - 1)} more." if count > 1 else ""
        return f"This briefing cannot be used yet: {first}{more}", "Mend its files, then choose it again."
    if isinstance(error, IntakeError):
        return str(error), ""
    return (
        "That was a mistake of the program, not yours.",
        "Everything acknowledged is safe in the night file, and you can go on. The log has the details.",
    )
