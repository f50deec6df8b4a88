"""The council elections of 3 May 2018, 2,749 wards, from the published results beside the checkout."""

from datetime import date
from functools import cache
from pathlib import Path

from resultsdesk.intake.built import Built
from resultsdesk.intake.local_archive import build_councils


@cache
def councils_2018(shared: Path) -> Built:
    """Return the briefing and the results as the Local Elections Archive has them, with the seats not up."""
    files = shared / "data" / "locals-2018"
    return build_councils(
        id="locals-2018",
        title="Local elections 2018",
        date=date(2018, 5, 3),
        results=[files / "results.csv"],
        composition=[files / "council-composition-2016-2025.csv"],
    )
