"""The addresses of the server and what answers at each."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from resultsdesk.outputs import pages
from resultsdesk.outputs.asking import Unanswerable, asked
from resultsdesk.outputs.channels import Channels
from resultsdesk.outputs.guard import Guard
from resultsdesk.outputs.opening import Opening
from resultsdesk.outputs.source import Source
from resultsdesk.outputs.stream import EventStream
from resultsdesk.outputs.tokens import Tokens
from resultsdesk.painters.palette import Palette

Answering = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Services:
    """What the addresses stand on."""

    source: Source
    channels: Channels
    palette: Palette


def application(services: Services, opening: Opening, tokens: Tokens) -> ASGIApp:
    """Return the whole application, with its guard at the door."""
    theme = pages.theme_page(services.palette)

    async def theme_json(request: Request) -> Response:
        return pages.answer(request, theme)

    routes = [
        Route("/screen/{output}", shown("screen")),
        Route("/scene/{name}", shown("screen")),
        Route("/events/screen/{output}", screen_events(services)),
        Route("/events/scene/{name}", scene_events(services)),
        Route("/theme.json", theme_json),
        Route("/assets/{name}", filed(pages.scripts)),
        Route("/fonts/{name}", filed(pages.fonts)),
    ]
    return Guard(Starlette(routes=routes, exception_handlers={Unanswerable: unanswered}), opening, tokens)


def shown(name: str) -> Answering:
    """Return what answers with a page of resources/overlay."""

    async def show(request: Request) -> Response:
        return pages.answer(request, pages.html(name), "no-store")

    return show


def filed(files: Callable[[], dict[str, pages.Page]]) -> Answering:
    """Return what answers with one of a set of files by its name."""

    async def send_file(request: Request) -> Response:
        one = files().get(request.path_params["name"])
        return nothing_here() if one is None else pages.answer(request, one)

    return send_file


def screen_events(services: Services) -> Answering:
    """Return what answers with the events of an output."""

    async def follow(request: Request) -> Response:
        if services.channels.full():
            return too_many()
        output = request.path_params["output"]
        channel = services.channels.screen(output)
        if channel is None:
            raise Unanswerable(f"There is no output “{output}”.")
        return EventStream(services.channels, channel)  # type: ignore[return-value]  # an ASGI answer all the same

    return follow


def scene_events(services: Services) -> Answering:
    """Return what answers with the events of a scene of its own."""

    async def follow(request: Request) -> Response:
        if services.channels.full():
            return too_many()
        wanted = asked(services.source.night(), request.path_params["name"], request.query_params)
        return EventStream(services.channels, services.channels.scene(wanted))  # type: ignore[return-value]  # as above

    return follow


async def unanswered(_: Request, why: Exception) -> Response:
    """Answer that what was asked for is not there, in a sentence for whoever wired it up."""
    return JSONResponse({"trouble": str(why)}, 404)


def nothing_here() -> Response:
    """Answer that there is nothing at an address."""
    return JSONResponse({"trouble": "There is nothing here."}, 404)


def too_many() -> Response:
    """Answer that too many different things are being looked at."""
    return JSONResponse({"trouble": "Too many screens of different things are open."}, 503)
