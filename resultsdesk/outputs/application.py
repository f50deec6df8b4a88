"""The addresses of the server and what answers at each."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from resultsdesk.figures.scenes.request import SceneName
from resultsdesk.outputs import pages
from resultsdesk.outputs.asking import Unanswerable, asked
from resultsdesk.outputs.control import controlled
from resultsdesk.outputs.drawing import compact
from resultsdesk.outputs.feeds.shelf import NAMES
from resultsdesk.outputs.following import scene_events, screen_events, several_events
from resultsdesk.outputs.guard import SECURITY, Guard
from resultsdesk.outputs.opening import Opening
from resultsdesk.outputs.services import Answering, Services
from resultsdesk.outputs.templates import TEMPLATES, ograf_package, template_page
from resultsdesk.outputs.tokens import Tokens

MOST_TURNS = 40
"""Lines of a rundown a display turns."""
LONGEST = 600


def application(services: Services, opening: Opening, tokens: Tokens) -> ASGIApp:
    """Return the whole application, with its guard at the door."""
    theme = pages.theme_page(services.palette)

    async def theme_json(request: Request) -> Response:
        return pages.answer(request, theme)

    async def control(request: Request) -> Response:
        return await controlled(request, services.source)

    routes = [
        Route("/", start(services)),
        Route("/screen/{output}", shown("screen")),
        Route("/scene/{name}", shown("screen")),
        Route("/display/{output}", shown("display")),
        Route("/rundown/{output}.json", rundown(services)),
        Route("/events/screen/{output}", screen_events(services)),
        Route("/events/scene/{name}", scene_events(services)),
        Route("/events/several", several_events(services)),
        Route("/check/{name}", checked(services)),
        Route("/figure/{name}", figure(services)),
        Route("/feed/{name}", feed(services)),
        Route("/template/{name}.html", template),
        Route("/ograf/{scene}/{name}", ograf),
        Route("/control/{deed}", control, methods=["POST"]),
        Route("/control/{deed}/{name}", control, methods=["POST"]),
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


def checked(services: Services) -> Answering:
    """Return what answers whether a scene can be shown."""

    async def check(request: Request) -> Response:
        asked(services.source.night(), request.path_params["name"], request.query_params)
        return JSONResponse({"done": True})

    return check


def figure(services: Services) -> Answering:
    """Return what answers with a scene as it is now, for what renders it and does not follow."""

    async def send_figure(request: Request) -> Response:
        night = services.source.night()
        wanted = asked(night, request.path_params["name"], request.query_params)
        said = {"seq": night.seq, "isTest": night.rehearsal, **services.drawer.picture(night, wanted).whole()}
        return pages.answer(request, pages.page(compact(said).encode("ascii"), "figure.json"), "no-store")

    return send_figure


def feed(services: Services) -> Answering:
    """Return what answers with a feed."""

    async def send_feed(request: Request) -> Response:
        one = services.feeds.feed(request.path_params["name"], services.source.night())
        if one is None:
            return nothing_here()
        seq = str(services.source.night().seq)
        return pages.answer(request, pages.Page(one.body, one.media, one.tag), "no-store", **{"x-seq": seq})

    return send_feed


def rundown(services: Services) -> Answering:
    """Return what answers with every picture of the rundown, for a display that turns it by itself.

    Where the rundown is empty there is one picture: what is on air on that output.
    """

    async def send_rundown(request: Request) -> Response:
        night, programme = services.source.night(), services.source.programme()
        output = programme.outputs.get(request.path_params["output"])
        if output is None:
            raise Unanswerable(f"There is no output “{request.path_params['output']}”.")
        turns = [(one.scene, one.dwell, False) for one in programme.rundown[:MOST_TURNS]]
        if not turns and output.program is not None:
            turns = [(output.program.scene, LONGEST, output.program.corrected)]
        drawn = [
            {"dwell": dwell, **services.drawer.picture(night, scene, corrected).whole()}
            for scene, dwell, corrected in turns
        ]
        said = {"seq": night.seq, "isTest": night.rehearsal, "turns": drawn}
        return pages.answer(request, pages.page(compact(said).encode("ascii"), "rundown.json"), "no-store")

    return send_rundown


def start(services: Services) -> Answering:
    """Return what answers with the addresses there are, for whoever wires things up."""

    async def tell(request: Request) -> Response:
        night = services.source.night()
        lines = [
            f"Results Desk: {night.briefing.election.title}{' (REHEARSAL)' if night.rehearsal else ''}",
            "",
            *(f"screen/{name}" for name in services.source.programme().outputs),
            *(f"display/{name}" for name in services.source.programme().outputs),
            *(f"scene/{name}" for name in SceneName),
            *(f"template/{name}.html" for name in TEMPLATES),
            *(f"ograf/{name}/{name}.ograf.json" for name in TEMPLATES),
            *(f"feed/{name}" for name in NAMES),
        ]
        return PlainTextResponse("\n".join(lines) + "\n")

    return tell


async def template(request: Request) -> Response:
    """Answer with a template of CasparCG and SPX."""
    name = request.path_params["name"]
    if name not in TEMPLATES:
        return nothing_here()
    body, digest = template_page(TEMPLATES[SceneName(name)])
    policy = SECURITY["content-security-policy"].replace("script-src 'self'", f"script-src 'self' {digest}")
    return pages.answer(request, body, "no-store", **{"content-security-policy": policy})


async def ograf(request: Request) -> Response:
    """Answer with a file of an OGraf package."""
    scene = request.path_params["scene"]
    package = ograf_package(TEMPLATES[SceneName(scene)]) if scene in TEMPLATES else {}
    one = package.get(request.path_params["name"])
    return nothing_here() if one is None else pages.answer(request, one)


async def unanswered(_: Request, why: Exception) -> Response:
    """Answer that what was asked for is not there, in a sentence for whoever wired it up."""
    return JSONResponse({"trouble": str(why)}, 404)


def nothing_here() -> Response:
    """Answer that there is nothing at an address."""
    return JSONResponse({"trouble": "There is nothing here."}, 404)
