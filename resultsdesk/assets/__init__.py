"""Where the program's own files are: one place to ask, whether it runs from a checkout or from a wheel."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

HEADLINE_FAMILY = "Red Hat Display"  # headlines and figures
TEXT_FAMILY = "Source Sans Pro"  # everything else

# The faces the themes name, so that a start does not load thirty. Both families: SIL Open Font License.
FACES = (
    ("font_rhd", "RedHatDisplay-Medium.ttf"),
    ("font_rhd", "RedHatDisplay-SemiBold.ttf"),
    ("font_rhd", "RedHatDisplay-Bold.ttf"),
    ("font_rhd", "RedHatDisplay-ExtraBold.ttf"),
    ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("font_source_sans_pro", "SourceSansPro-It.ttf"),
    ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("font_source_sans_pro", "SourceSansPro-Bold.ttf"),
)


def resource(*parts: str) -> Path:
    """Return the path of a file or folder of resources/; FileNotFoundError if the program came without it."""
    path = _resources().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"Results Desk came without {'/'.join(parts)}: install it again.")
    return path


def font_files() -> tuple[Path, ...]:
    """Return the font files of both families, to be added to the program's own font database."""
    return tuple(_font_folder(package) / name for package, name in FACES)


def debian_packages() -> tuple[str, ...]:
    """Return the names of the Debian packages that Qt's windows need, to be named when one is missing."""
    lines = resource("system", "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _resources() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


@cache
def _font_folder(package: str) -> Path:
    # Importing these packages would list their folders; only the place is wanted.
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The font package {package} is missing: install Results Desk again.")
    return Path(spec.origin).parent / "files"
