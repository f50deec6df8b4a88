"""A CasparCG layer that shows what an output shows: loaded while something is on air there, gone when nothing is.

The page it loads follows the output by itself, so that a change of scene needs no command and arrives in one frame.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from resultsdesk.air.programme import OutputName
from resultsdesk.outputs import pusher
from resultsdesk.outputs.caspar import Caspar, CasparTrouble, Place
from resultsdesk.outputs.pusher import Follower
from resultsdesk.outputs.source import Source


class CasparFollower(Follower):
    """Keeps one layer as one output is. Lives in the server's loop."""

    def __init__(
        self,
        source: Source,
        place: Place,
        output: OutputName,
        url: str,
        told: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(told)
        self._source, self._output, self._url = source, output, url
        self._caspar = Caspar(place)
        self._on = False
        self._heard = 0.0  # when it last answered, by the loop's clock

    async def run(self) -> None:
        """Follow until cancelled; the layer is cleared then, if that can still be said."""
        try:
            await super().run()
        finally:
            if self._on:
                with suppress(CasparTrouble):
                    await asyncio.shield(self._put(False))
            await self._caspar.close()

    async def settle(self) -> None:
        """Have the layer be as the output is. Raises CasparTrouble where it cannot be."""
        await self._look()
        output = self._source.programme().outputs.get(self._output)
        wanted = output is not None and output.program is not None
        if wanted != self._on:
            await self._put(wanted)

    async def _look(self) -> None:
        """Find out, now and then, whether the server was started anew meanwhile: then its layer is empty."""
        now = asyncio.get_running_loop().time()
        if self._on and now - self._heard >= pusher.LOOK_EVERY:
            with suppress(CasparTrouble):
                await self._caspar.command("VERSION")
            self._on, self._heard = self._caspar.connected, now

    async def _put(self, wanted: bool) -> None:
        await (self._caspar.add(self._url) if wanted else self._caspar.stop())
        self._on, self._heard = wanted, asyncio.get_running_loop().time()
