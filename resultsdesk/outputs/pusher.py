"""What keeps another program as the night and the programme are, and tries again while it is not there."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from resultsdesk.night.trouble import Trouble

AGAIN_AFTER = 5.0
"""Seconds until a program that did not answer is asked again."""

log = logging.getLogger(__name__)


class Follower(Protocol):
    """Something in the server's loop that follows the night."""

    def stir(self) -> None:
        """Look again at what has changed."""
        ...

    async def run(self) -> None:
        """Follow until cancelled."""
        ...


class Pusher:
    """Calls `settle` after every change. It is to do all that is needed and to raise Trouble where it cannot."""

    def __init__(self, settle: Callable[[], Awaitable[None]]) -> None:
        self._settle = settle
        self._stirred = asyncio.Event()
        self.trouble = ""

    def stir(self) -> None:
        """Look again."""
        self._stirred.set()

    async def run(self) -> None:
        """Follow until cancelled."""
        self._stirred.set()
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            try:
                await self._settle()
                self.trouble = ""
            except Trouble as trouble:
                if str(trouble) != self.trouble:
                    log.warning("%s", trouble)
                self.trouble = str(trouble)
                asyncio.get_running_loop().call_later(AGAIN_AFTER, self.stir)
