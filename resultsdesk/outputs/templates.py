"""Templates for other people's playout: one HTML for CasparCG and SPX alike, and an OGraf package, for four scenes."""

import base64
import hashlib
import json
from dataclasses import dataclass

from resultsdesk import __version__
from resultsdesk.assets import resource
from resultsdesk.figures.scenes.request import SceneName
from resultsdesk.outputs.pages import Page, page, scripts

OGRAF_SCHEMA = "https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json"
_SCRIPTS = (
    "follow", "graphic", "ground", "inks", "measure", "move", "painter", "patterns", "pen", "shapes", "sheet", "stream",
    "svg", "tiles", "timeline", "tween",
)  # fmt: skip
PAINTER = frozenset(f"{name}.js" for name in _SCRIPTS)
"""The scripts a graphic needs beside its module."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a template is told: `name` is what the scene's address calls it."""

    name: str
    title: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A scene as a template. Its fields are f0, f1 … to CasparCG and SPX, and their names to OGraf."""

    scene: SceneName
    title: str
    description: str
    fields: tuple[Field, ...]
    layer: int


_SCOPE = Field("scope", "Region, group or body (empty for all)")
_CONTEST = Field("contest", "Contest, by name or id")
_WORDS = Field("words", "Words of its own")

TEMPLATES = {
    one.scene: one
    for one in (
        Template(SceneName.STRAP, "Lower third", "A result as a strap, or words of its own.", (_CONTEST, _WORDS), 20),
        Template(SceneName.CONTEST, "Contest result", "One contest's result in full.", (_CONTEST,), 10),
        Template(SceneName.TALLY, "Tally bar", "Seats by party.", (_SCOPE,), 10),
        Template(SceneName.MAP, "Seat map", "The seat map with its tally.", (_SCOPE,), 10),
    )
}


def template_page(template: Template) -> tuple[Page, str]:
    """Return a template's HTML, and the security policy's word for the one script that must stand in the page.

    SPX reads the definition out of the text of the page, so it cannot be a script of its own.
    """
    script = f"window.SPXGCTemplateDefinition = {json.dumps(definition(template), ensure_ascii=True)};"
    if "<" in script:
        raise ValueError("a definition holds no markup")
    body = resource("overlay", "template.html").read_text(encoding="utf-8").replace("/* definition */", script)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    return page(body.encode("utf-8"), "template.html"), f"'sha256-{digest}'"


def definition(template: Template) -> dict[str, object]:
    """Return what SPX wants to know of a template."""
    return {
        "description": f"Results Desk: {template.title}",
        "playserver": "OVERLAY",
        "playchannel": "1",
        "playlayer": str(template.layer),
        "webplayout": str(template.layer),
        "out": "manual",
        "dataformat": "json",
        "uicolor": "4",
        "DataFields": [
            {"field": f"f{place}", "ftype": "textfield", "title": one.title, "value": one.value}
            for place, one in enumerate(template.fields)
        ],
    }


def ograf_package(template: Template) -> dict[str, Page]:
    """Return the files of an OGraf graphic: its manifest, its module, and the painter beside it."""
    manifest = json.dumps(ograf_manifest(template), ensure_ascii=True, indent=2).encode("ascii")
    return {
        f"{template.scene}.ograf.json": page(manifest, "x.json"),
        "graphic.mjs": page(resource("overlay", "graphic.mjs").read_bytes(), "graphic.mjs"),
        **{name: one for name, one in scripts().items() if name in PAINTER},
    }


def ograf_manifest(template: Template) -> dict[str, object]:
    """Return an OGraf v1 manifest."""
    said: dict[str, object] = {
        one.name: {"type": "string", "title": one.title, "default": one.value} for one in template.fields
    }
    said["server"] = {
        "type": "string",
        "title": "Address of Results Desk (empty where it serves this graphic itself)",
        "default": "",
    }
    said["scene"] = {"type": "string", "const": str(template.scene), "default": str(template.scene)}
    return {
        "$schema": OGRAF_SCHEMA,
        "id": f"resultsdesk-{template.scene}",
        "version": __version__,
        "name": f"Results Desk: {template.title}",
        "description": template.description,
        "author": {"name": "Results Desk contributors"},
        "main": "graphic.mjs",
        "supportsRealTime": True,
        "supportsNonRealTime": True,
        "stepCount": 1,
        "schema": {"type": "object", "properties": said},
    }
