"""Bitfocus Companion told what is on air, so that the keys of a control surface can show it.

Its custom variables are set over HTTP; one that has not been made there is left out. Their names begin with
`resultsdesk_`.
"""

from collections.abc import Mapping

from resultsdesk.air.programme import Output
from resultsdesk.figures.scenes.scene import title
from resultsdesk.night.night import Night
from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.http_ask import ask
from resultsdesk.outputs.source import Source
from resultsdesk.psephology.rounding import number

PORT = 8000
PREFIX = "resultsdesk_"
_UNKNOWN = 404


class Companion:
    """Keeps the variables of one Companion."""

    def __init__(self, source: Source, host: str, port: int = PORT) -> None:
        self._source, self._host, self._port = source, host, port
        self._told: dict[str, str] = {}
        self._absent: set[str] = set()  # what has not been made there

    async def settle(self) -> None:
        """Tell what has changed. Raises Trouble where it cannot be told; then all of it is told again."""
        await self._look()
        night = self._source.night()
        for name, words in variables(night, self._source.programme().outputs).items():
            if self._told.get(name) != words:
                await self._tell(name, words)

    async def _look(self) -> None:
        """Forget what was told where Companion was started anew meanwhile, and says otherwise."""
        known = next((name for name, words in self._told.items() if words and name not in self._absent), None)
        if known is not None:
            status, said = await self._ask("GET", known)
            if status == 200 and said.decode("utf-8", "replace") != self._told[known]:
                self._told.clear()

    async def _tell(self, name: str, words: str) -> None:
        status, _ = await self._ask("POST", name, words)
        if status not in (200, 204, _UNKNOWN):
            raise Trouble(f"Companion at {self._host}:{self._port} refused {name}.", f"It answered {status}.")
        (self._absent.add if status == _UNKNOWN else self._absent.discard)(name)
        self._told[name] = words

    async def _ask(self, method: str, name: str, words: str = "") -> tuple[int, bytes]:
        path = f"/api/custom-variable/{PREFIX}{name}/value"
        try:
            return await ask(self._host, self._port, method, path, words.encode("utf-8"))
        except Trouble:
            self._told.clear()  # it may have been started anew, and know nothing
            raise


def variables(night: Night, outputs: Mapping[str, Output]) -> dict[str, str]:
    """Return the variables by name: the night's, and for each output what is on air, in preview, locked and running."""
    tally = night.tally(night.main_scope)
    said = {
        "mode": "REHEARSAL" if night.rehearsal else "LIVE",
        "declared": number(tally.declared),
        "contests": number(tally.contests),
    }
    for name, one in outputs.items():
        said[f"{name}_on_air"] = title(night, one.program.scene) if one.program else ""
        said[f"{name}_corrected"] = "CORRECTED" if one.program and one.program.corrected else ""
        said[f"{name}_preview"] = title(night, one.preview) if one.preview else ""
        said[f"{name}_lock"] = one.locked_by
        said[f"{name}_run"] = "" if one.run is None else "held" if one.run.held else "running"
    return said
