"""What the button says."""

from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.windows.desk.entry.form import Mode, Weighed


def button_words(result: Weighed, standing: Standing) -> tuple[str, str, bool]:
    """Return the button's words, the key shown on it, and whether pressing it would commit."""
    form = result.form
    if form.mode is Mode.SHOWN:
        if standing.stage is Stage.DECLARED:
            return "Declared. Correct it", "Ctrl E", False
        return str(standing.stage).capitalize(), "", False
    if result.missing:
        left = len(result.missing)
        return f"{left} {'figure' if left == 1 else 'figures'} to come", "", False
    if any(one.code == "tie-without-lot" for one in result.objections):
        return "A tie: enter the drawn lot", "Ctrl D", False
    if result.blocked:
        return "Something must be put right", "", False
    if result.asking:
        return warnings_words(len(result.asking)), "", False
    if form.mode is Mode.CORRECT:
        if not form.draft.reason.strip():
            return "A correction needs a reason", "", False
        return "Correct", "Ctrl Enter", True
    return "Declare", "Ctrl Enter", True


def warnings_words(count: int) -> str:
    """Return how many warnings are still to be acknowledged."""
    return f"{count} {'warning' if count == 1 else 'warnings'} to acknowledge"
