"""The addresses that are followed: the events of an output, of a scene, and of several at once."""

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from resultsdesk.outputs.asking import Unanswerable, asked
from resultsdesk.outputs.channels import Channel
from resultsdesk.outputs.services import Answering, Services
from resultsdesk.outputs.stream import EventStream, Look

MOST_TOGETHER = 64
"""Channels through one connection."""


def screen_events(services: Services) -> Answering:
    """Return what answers with the events of an output."""

    async def follow(request: Request) -> Response:
        if services.channels.full():
            return too_many()
        output = request.path_params["output"]
        channel = services.channels.screen(output)
        if channel is None:
            raise Unanswerable(f"There is no output “{output}”.")
        return EventStream(services.channels, [("", channel)])  # type: ignore[return-value]  # an ASGI answer all the same

    return follow


def scene_events(services: Services) -> Answering:
    """Return what answers with the events of a scene of its own."""

    async def follow(request: Request) -> Response:
        if services.channels.full():
            return too_many()
        wanted = asked(services.source.night(), request.path_params["name"], request.query_params)
        channel = services.channels.scene(wanted)
        return EventStream(services.channels, [("", channel)])  # type: ignore[return-value]  # as above

    return follow


def several_events(services: Services) -> Answering:
    """Return what answers with the events of several channels, each under its place among the addresses asked for.

    A browser keeps six connections to one server, however many screens it has. What cannot be shown is left out.
    """

    async def follow(request: Request) -> Response:
        if services.channels.full():
            return too_many()
        looks: list[Look] = []
        for place, address in enumerate(request.query_params.getlist("of")[:MOST_TOGETHER]):
            channel = looked_at(services, address)
            if channel is not None:
                looks.append((str(place), channel))
        return EventStream(services.channels, looks)  # type: ignore[return-value]  # as above

    return follow


def looked_at(services: Services, address: str) -> Channel | None:
    """Return the channel of `screen/presenter` or `scene/map?scope=Wales`, None where that cannot be shown."""
    path, _, query = address.partition("?")
    kind, _, name = path.partition("/")
    if kind == "screen":
        return services.channels.screen(name)
    try:
        return services.channels.scene(asked(services.source.night(), name, QueryParams(query)))
    except Unanswerable:
        return None


def too_many() -> Response:
    """Answer that too many different things are being looked at."""
    return JSONResponse({"trouble": "Too many screens of different things are open."}, 503)
