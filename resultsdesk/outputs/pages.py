"""The files a browser is given: pages, scripts, typefaces and the theme. Known by name; no path reaches the disk."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from resultsdesk.assets import font_files, resource
from resultsdesk.assets.faces import face_files
from resultsdesk.assets.palette import Palette
from resultsdesk.outputs.drawing import compact

KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".html": "text/html",
         ".json": "application/json", ".ttf": "font/ttf"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A file as it is sent. `tag` changes with what is in it."""

    body: bytes
    media: str
    tag: str


def page(body: bytes, name: str) -> Page:
    """Return what is sent of a file of this name."""
    kind = KINDS[Path(name).suffix]
    media = f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/")) else kind
    return Page(body, media, f'"{hashlib.sha256(body).hexdigest()[:20]}"')


def answer(request: Request, one: Page, cache_control: str = "no-cache", **headers: str) -> Response:
    """Return a page, or word that the browser has it already."""
    said = {"etag": one.tag, "cache-control": cache_control, **headers}
    if one.tag in [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=said)
    return Response(one.body, headers={**said, "content-type": one.media})


@cache
def scripts() -> dict[str, Page]:
    """Return the browser's part of the program, by file name."""
    found = sorted(path for path in resource("overlay").iterdir() if path.suffix in (".js", ".css"))
    return {path.name: page(path.read_bytes(), path.name) for path in found}


@cache
def html(name: str) -> Page:
    """Return a page of resources/overlay."""
    return page(resource("overlay", f"{name}.html").read_bytes(), f"{name}.html")


@cache
def fonts() -> dict[str, Page]:
    """Return the typefaces, by file name."""
    return {path.name: page(path.read_bytes(), path.name) for path in font_files()}


def theme_page(palette: Palette) -> Page:
    """Return a theme as the browser's painter needs it: inks, a typeface for each role, and where those are."""
    faces = [
        {"family": one.family, "weight": one.weight, "style": one.style, "url": f"fonts/{one.path.name}"}
        for one in face_files()
    ]
    roles = {
        role: {"family": face.family, "weight": face.weight, "strong": face.strong, "tabular": face.tabular,
               "tracking": face.tracking}
        for role, face in palette.roles.items()
    }  # fmt: skip
    said = {"name": palette.name, "inks": dict(palette.inks), "roles": roles, "fonts": faces}
    return page(compact(said).encode("ascii"), "theme.json")
