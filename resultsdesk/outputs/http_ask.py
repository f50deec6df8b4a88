"""Asking a program in the same room something over HTTP: one request, one short answer, no waiting for the rest."""

import asyncio

from resultsdesk.night.trouble import Trouble

PATIENCE = 3.0
"""Seconds an answer may take."""
LARGEST = 8_000_000  # bytes of an answer


async def ask(host: str, port: int, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
    """Return the status and the body of an answer. Raises Trouble where there is none."""
    head = (
        f"{method} {path} HTTP/1.0\r\nHost: {host}:{port}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"
    )
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(host, port)
            try:
                writer.write(head.encode("ascii") + body)
                await writer.drain()
                said = await _all(reader)
            finally:
                writer.close()
        first, _, answer = said.partition(b"\r\n\r\n")
        return int(first.split(maxsplit=2)[1]), answer
    except (OSError, TimeoutError, ValueError, IndexError) as error:
        raise Trouble(f"Nothing answers at {host}:{port}.", "Is it running, and reached?") from error


async def _all(reader: asyncio.StreamReader) -> bytes:
    said = b""
    while more := await reader.read(65_536):
        said += more
        if len(said) > LARGEST:
            raise ValueError("that is no answer to what was asked")
    return said
