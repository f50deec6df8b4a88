"""What Qt's SVG lacks to be a file that stands alone: its typefaces, its size in pixels, and what it is in words."""

from xml.etree import ElementTree

from resultsdesk.assets.faces import FaceFile, face_file
from resultsdesk.export.svg.drawing import SPACE, faces_css

_OTHERS = "sans-serif"  # where a reader does not take the typefaces in the file


def finished(svg: str, title: str, about: str, size: tuple[int, int]) -> str:
    """Return an SVG with the letters of its typefaces in it, so many pixels large, and told in words."""
    ElementTree.register_namespace("", SPACE)
    root = ElementTree.fromstring(svg)
    letters: dict[FaceFile, set[str]] = {}
    for one in root.iter(f"{{{SPACE}}}text"):
        face = face_file(one.attrib["font-family"], int(one.attrib["font-weight"]))
        letters.setdefault(face, set()).update("".join(one.itertext()))
    for one in root.iter():
        if "font-family" in one.attrib:
            one.set("font-family", f"{one.attrib['font-family']}, {_OTHERS}")
    for tag, words in (("desc", about), ("title", title)):
        for old in root.findall(f"{{{SPACE}}}{tag}"):
            root.remove(old)
        told = ElementTree.Element(f"{{{SPACE}}}{tag}")
        told.text = words
        root.insert(0, told)
    style = ElementTree.Element(f"{{{SPACE}}}style")
    style.text = faces_css({face: frozenset(some) for face, some in letters.items()})
    style.text += "text{font-feature-settings:'tnum'}"
    root.insert(2, style)
    root.attrib |= {"width": str(size[0]), "height": str(size[1]), "role": "img", "aria-label": title}
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode")
