"""What the button says, and what is said of what it did or did not do."""

from resultsdesk.night.entries import Entry
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
    if form.draft.empty and standing.stage is Stage.AWAITED and not standing.contest.contested:
        return "Declare unopposed", "Ctrl U", False
    if result.missing:
        return missing_words(result), "", False
    if any(one.code == "tie-without-lot" for one in result.objections):
        return "A tie: enter the drawn lot", "Ctrl D", False
    if all(one.code == "nothing-changed" for one in result.objections if one.blocks) and result.blocked:
        return "Nothing is changed yet", "", False
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


def missing_words(result: Weighed) -> str:
    """Return how many figures are still to be keyed."""
    left = len(result.missing)
    return f"{left} {'figure' if left == 1 else 'figures'} to come"


def stuck_words(result: Weighed) -> str:
    """Return why nothing came of the key that declares, and what to do."""
    correcting = result.form.mode is Mode.CORRECT
    undone = "Not corrected" if correcting else "Not declared"
    if correcting and not result.form.draft.reason.strip():
        return f"{undone}: say why, in a few words."
    if result.missing:
        return f"{undone}: {missing_words(result)}."
    if any(one.code == "tie-without-lot" for one in result.objections):
        return f"{undone}: the drawn lot decides. A number or the arrows choose, Enter confirms."
    if result.blocked:
        return f"{undone}: something must be put right."
    return f"{undone}: {warnings_words(len(result.asking))}. Space says it is so, Esc goes to the figure."


def already_words(standing: Standing) -> str:
    """Return that a contest is not to be declared any more, and what can be done."""
    way = ": Ctrl E corrects it" if standing.stage is Stage.DECLARED else ""
    return f"{standing.contest.name} is {standing.stage} already{way}."


def astray_words(standing: Standing, result: Weighed, choosing: bool) -> str:
    """Return what the desk is waiting for while somebody types on."""
    name = standing.contest.name
    if choosing:
        return f"{name}: nobody is chosen yet. The arrows choose, Enter confirms, Esc leaves."
    if result.form.mode is Mode.SHOWN:
        return already_words(standing)
    if result.asking:
        return f"{name} is not declared: {warnings_words(len(result.asking))} first. Space says it is so."
    return f"{name} is not declared yet: Ctrl Enter declares it."


def declared_words(entry: Entry, mode: Mode) -> str:
    """Return what was done by the key that declares, and the way back."""
    what = "Corrected" if mode is Mode.CORRECT else "Declared"
    return f"{what} and saved as entry {entry.seq}. Ctrl Z takes it back."
