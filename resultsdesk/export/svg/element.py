"""Elements of SVG as text: numbers short, everything that came from outside escaped."""

import re
from xml.sax.saxutils import escape

_QUOTE = {'"': "&quot;", "'": "&#39;"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: str, /, *inside: str, **attributes: str | float | None) -> str:
    """Return an element; an attribute of None or of no letters is left out, `_` in its name is written `-`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    body = "".join(inside)
    return f"<{name}{said}>{body}</{name}>" if body else f"<{name}{said}/>"


def number(value: float) -> str:
    """Return a number with at most two decimals."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def safe(words: str) -> str:
    """Return words as they may stand in an element or an attribute, without what XML cannot hold."""
    return escape(_FORBIDDEN.sub("", words), _QUOTE)
