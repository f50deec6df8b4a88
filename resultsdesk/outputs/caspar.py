"""CasparCG over AMCP: one connection, one command after the other, and what the server answered to each.

AMCP is lines over TCP, each ended by CR LF. An answer begins with a three-figure code: 200 is followed by lines up to
an empty one, 201 by one line, 202 by nothing; 400 and above say what went wrong.
"""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from resultsdesk.night.trouble import Trouble

PORT = 5250
PATIENCE = 3.0
"""Seconds an answer may take."""
LONGEST_LINE = 65_536


@dataclass(frozen=True, slots=True)
class Place:
    """Where a graphic plays: a server, a channel and a layer of it, and the template layer."""

    host: str
    port: int = PORT
    channel: int = 1
    layer: int = 20
    flash_layer: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its code, its words, and the lines of data after it."""

    code: int
    words: str
    data: tuple[str, ...] = ()


class CasparTrouble(Trouble):
    """CasparCG is not there, or did not do it."""


class Caspar:
    """A connection that is made when it is needed and made again when it is lost."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._turn = asyncio.Lock()

    async def add(self, url: str, data: Mapping[str, str] | None = None, play: bool = True) -> Reply:
        """Load a template, and with `play` have it come on."""
        said = f" {quoted(ascii_json(data))}" if data else ""
        return await self.command(f"CG {self._at} ADD {self.place.flash_layer} {quoted(url)} {int(play)}{said}")

    async def update(self, data: Mapping[str, str]) -> Reply:
        """Give the template new data."""
        return await self.command(f"CG {self._at} UPDATE {self.place.flash_layer} {quoted(ascii_json(data))}")

    async def play(self) -> Reply:
        """Have the template come on."""
        return await self.command(f"CG {self._at} PLAY {self.place.flash_layer}")

    async def next(self) -> Reply:
        """Have the template go on to its next step."""
        return await self.command(f"CG {self._at} NEXT {self.place.flash_layer}")

    async def stop(self) -> Reply:
        """Have the template go off."""
        return await self.command(f"CG {self._at} STOP {self.place.flash_layer}")

    async def remove(self) -> Reply:
        """Unload the template."""
        return await self.command(f"CG {self._at} REMOVE {self.place.flash_layer}")

    async def command(self, line: str) -> Reply:
        """Send a command and return the answer. Raises CasparTrouble where there is none, or one of refusal."""
        if "\r" in line or "\n" in line:
            raise ValueError("a command is one line")
        async with self._turn:
            try:
                async with asyncio.timeout(PATIENCE):
                    reader, writer = await self._connected()
                    writer.write(f"{line}\r\n".encode())
                    await writer.drain()
                    reply = await _reply(reader)
            except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError) as error:
                self._let_go()
                host = f"{self.place.host}:{self.place.port}"
                raise CasparTrouble(f"CasparCG at {host} does not answer.", "Is it running, and reached?") from error
        if reply.code >= 400:
            raise CasparTrouble(f"CasparCG refused: {reply.code} {reply.words}.", f"The command was {line[:80]}")
        return reply

    @property
    def connected(self) -> bool:
        """Return whether the last command was answered, and nobody has hung up since."""
        return self._reader is not None and not self._reader.at_eof()

    async def close(self) -> None:
        """End the connection."""
        writer = self._writer
        self._let_go()
        if writer is not None:
            with suppress(OSError):
                await writer.wait_closed()

    @property
    def _at(self) -> str:
        return f"{self.place.channel}-{self.place.layer}"

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None or self._reader.at_eof():
            self._let_go()
            self._reader, self._writer = await asyncio.open_connection(
                self.place.host, self.place.port, limit=LONGEST_LINE
            )
        return self._reader, self._writer

    def _let_go(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


async def _reply(reader: asyncio.StreamReader) -> Reply:
    first = await _line(reader)
    code, _, words = first.partition(" ")
    number = int(code)
    data: list[str] = []
    if number == 200:
        while line := await _line(reader):
            data.append(line)
    elif number in (101, 201, 400):
        data.append(await _line(reader))
    return Reply(number, words, tuple(data))


async def _line(reader: asyncio.StreamReader) -> str:
    return (await reader.readuntil(b"\r\n")).decode("utf-8", "replace").removesuffix("\r\n")


def quoted(text: str) -> str:
    """Return a parameter as AMCP has it: in quotation marks, with those within and strokes escaped."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "") + '"'


def ascii_json(data: Mapping[str, str]) -> str:
    """Return fields as a JSON object in ASCII alone: accents have hung channels."""
    return json.dumps(dict(data), ensure_ascii=True, separators=(",", ":"))
