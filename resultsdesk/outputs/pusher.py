"""What keeps other programs as the night and the programme are, and tries again while they are not there."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from resultsdesk.night.trouble import Trouble

AGAIN_AFTER = 5.0
"""Seconds until a program that did not answer is asked again."""
LOOK_EVERY = 5.0
"""Seconds until one that did is looked at again: it may have been started anew, and know nothing."""

log = logging.getLogger(__name__)


class Follower:
    """Something in the server's loop that follows the night; `trouble` is why it cannot, where it cannot.

    `told` is called when that has changed.
    """

    def __init__(self, told: Callable[[], object]) -> None:
        self._told = told
        self._stirred = asyncio.Event()
        self.trouble = ""

    def stir(self) -> None:
        """Look again at what has changed."""
        self._stirred.set()

    async def run(self) -> None:
        """Follow until cancelled."""
        self._stirred.set()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stirred.wait(), LOOK_EVERY)
            self._stirred.clear()
            try:
                await self.settle()
                self._note("")
            except Trouble as trouble:
                self._note(str(trouble))
                asyncio.get_running_loop().call_later(AGAIN_AFTER, self.stir)

    async def settle(self) -> None:
        """Do all that is needed. Raises Trouble where it cannot be done."""
        raise NotImplementedError

    def _note(self, trouble: str) -> None:
        if trouble != self.trouble:
            if trouble:
                log.warning("%s", trouble)
            self.trouble = trouble
            self._told()


class Pusher(Follower):
    """Calls a function that does all that is needed."""

    def __init__(self, settle: Callable[[], Awaitable[None]], told: Callable[[], object] = lambda: None) -> None:
        super().__init__(told)
        self._settle = settle

    async def settle(self) -> None:
        """Call it."""
        await self._settle()
