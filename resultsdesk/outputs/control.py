"""What a Stream Deck's keys can do: plain POSTs with a token, answered once it is done."""

import asyncio
import json
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.asking import Unanswerable, asked
from resultsdesk.outputs.guard import LARGEST_BODY
from resultsdesk.outputs.source import Deed, Source, Wish

PATIENCE = 5.0
"""Seconds until the whole of a request must have come, and until the desk must have done it."""


async def controlled(request: Request, source: Source) -> Response:
    """Carry out `/control/take`, `/clear`, `/next` or `/scene/<name>` and answer what came of it.

    What to do it with stands in the address or in a JSON object: `output`, and for a scene what its address takes.
    """
    said = await fields_of(request)
    try:
        deed = Deed(request.path_params["deed"])
    except ValueError:
        raise Unanswerable("There are take, clear, next and scene.") from None
    wanted = None
    if deed is Deed.SCENE:
        wanted = asked(source.night(), request.path_params.get("name") or said.get("name", ""), said)
    try:
        future = source.control(Wish(deed, said.get("output", ""), wanted))
        async with asyncio.timeout(PATIENCE):
            await asyncio.wrap_future(future)
    except Trouble as trouble:
        return JSONResponse({"done": False, "trouble": str(trouble)}, 409)
    except TimeoutError:
        return JSONResponse({"done": False, "trouble": "The desk does not answer."}, 504)
    return JSONResponse({"done": True})


async def fields_of(request: Request) -> Mapping[str, str]:
    """Return what a request says in its address and its body, the body first."""
    body = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise HTTPException(413, "That is too much at once.", {"connection": "close"})
    except TimeoutError:
        raise HTTPException(408, "That took too long.", {"connection": "close"}) from None
    said = dict(request.query_params)
    if body.strip():
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):  # the second where brackets lie a thousand deep
            raise HTTPException(400, "The body is not JSON.") from None
        if not isinstance(given, dict):
            raise HTTPException(400, "The body is not a JSON object.")
        said |= {str(name): str(value) for name, value in given.items() if isinstance(value, str | int)}
    return said
