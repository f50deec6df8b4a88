"""A CasparCG layer that shows what an output shows: loaded while something is on air there, gone when nothing is.

The page it loads follows the output by itself, so that a change of scene needs no command and arrives in one frame.
"""

import asyncio
import logging

from resultsdesk.air.programme import OutputName
from resultsdesk.outputs.caspar import Caspar, CasparTrouble, Place
from resultsdesk.outputs.source import Source

AGAIN_AFTER = 5.0
"""Seconds until a server that did not answer is asked again."""

log = logging.getLogger(__name__)


class CasparFollower:
    """Keeps one layer as one output is. Lives in the server's loop."""

    def __init__(self, source: Source, place: Place, output: OutputName, url: str) -> None:
        self._source, self._output, self._url = source, output, url
        self._caspar = Caspar(place)
        self._stirred = asyncio.Event()
        self._on = False
        self.trouble = ""

    def stir(self) -> None:
        """Look again at what is on air."""
        self._stirred.set()

    async def run(self) -> None:
        """Follow until cancelled; the layer is cleared then, if that can still be said."""
        try:
            self._stirred.set()
            while True:
                await self._stirred.wait()
                self._stirred.clear()
                await self._settle()
        finally:
            if self._on:
                await asyncio.shield(self._try(False))
            await self._caspar.close()

    async def _settle(self) -> None:
        output = self._source.programme().outputs.get(self._output)
        wanted = output is not None and output.program is not None
        if wanted != self._on and not await self._try(wanted):
            asyncio.get_running_loop().call_later(AGAIN_AFTER, self.stir)

    async def _try(self, wanted: bool) -> bool:
        try:
            await (self._caspar.add(self._url) if wanted else self._caspar.stop())
        except CasparTrouble as trouble:
            if str(trouble) != self.trouble:
                log.warning("%s", trouble)
            self.trouble = str(trouble)
            return False
        self._on, self.trouble = wanted, ""
        return True
