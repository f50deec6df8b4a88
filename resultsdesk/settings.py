"""What one person likes on one machine: a small TOML file. Nothing of a night is ever kept here."""

import logging
import os
import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import platformdirs
import tomli_w

log = logging.getLogger(__name__)

RECENT_NIGHTS_KEPT = 10
OUTPUTS_PORT = 8642


@dataclass(frozen=True, slots=True)
class Settings:
    """The preferences, each with the value a new installation starts from."""

    theme: str = "dark"
    recent_nights: tuple[str, ...] = ()
    """Paths of night files, the last opened first."""
    window_geometry: str = ""
    """The desk window's place and size as Qt saves it, in base64."""
    window_panes: str = ""
    """How its width is divided, likewise."""
    finder_filter: str = ""
    """The finder's filter that was set last; empty lists everything."""
    presenter_display: str = ""
    """The name of the screen the presenter reads; empty means not chosen."""
    presenter_view: bool = False
    """Whether the presenter sees what is next and the evidence beside the scene."""
    outputs_port: int = OUTPUTS_PORT
    """Where the local server is reached; 0 takes any port that is free."""
    outputs_lan: bool = False
    """Whether other machines may look; every address then bears a token."""
    outputs_names: tuple[str, ...] = ()
    """Further names this machine is reached by."""
    outputs_folder: str = ""
    """A folder the feeds are written to at every change; empty for none."""
    outputs_playout: tuple[str, ...] = ()
    """Other programs that are kept as a live night is, such as `caspar 192.168.1.20/1-20=presenter`."""
    rehearsal_playout: tuple[str, ...] = ()
    """Those that are kept as a rehearsal is: never a live night's, unless somebody says so."""
    charts_folder: str = ""
    """Where the last picture of a chart was saved; empty before the first."""
    desk_name: str = ""
    """What every desk on this machine is called; empty calls each by a number that is free at its night."""
    operator_initials: str = ""
    reduce_motion: bool = False
    party_patterns: bool = False
    """Whether parties are also told apart by pattern and letter, for colour-blind use."""

    def playout(self, rehearsal: bool) -> tuple[str, ...]:
        """Return the programs that are kept as a night of this mode is."""
        return self.rehearsal_playout if rehearsal else self.outputs_playout

    def with_playout(self, lines: tuple[str, ...], rehearsal: bool) -> "Settings":
        """Return the same settings with other programs kept as nights of this mode are."""
        return replace(self, rehearsal_playout=lines) if rehearsal else replace(self, outputs_playout=lines)

    def with_night(self, night: Path) -> "Settings":
        """Return the same settings with a night file as the last opened."""
        path = str(night.resolve())
        others = tuple(other for other in self.recent_nights if other != path)
        return replace(self, recent_nights=(path, *others)[:RECENT_NIGHTS_KEPT])


def settings_file() -> Path:
    """Return where this person's settings are kept, whether or not the file is there yet."""
    return Path(platformdirs.user_config_dir("resultsdesk", appauthor=False)) / "settings.toml"


def log_file() -> Path:
    """Return where the program writes down what went wrong, whether or not the file is there yet."""
    return Path(platformdirs.user_log_dir("resultsdesk", appauthor=False)) / "resultsdesk.log"


def load(path: Path | None = None) -> Settings:
    """Return the settings, with defaults for what cannot be read (settings.unreadable.toml keeps a copy)."""
    path = path or settings_file()
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        log.warning("The settings in %s cannot be opened; the usual ones are used: %s", path, error.strerror)
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        log.warning("The settings in %s cannot be understood; the usual ones are used: %s", path, error)
        _keep_copy(path)
        return Settings()
    settings, strangers = _from_table(stored)
    if strangers:
        log.warning("In %s these settings have their usual values instead: %s", path, ", ".join(strangers))
        _keep_copy(path)
    return settings


def save(settings: Settings, path: Path | None = None) -> bool:
    """Replace the settings file in one step and return whether it is on disk; the desk goes on without it."""
    path = path or settings_file()
    text = tomli_w.dumps(asdict(settings))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside_and_replace(path, text)
    except OSError as error:
        log.warning("The settings could not be saved to %s: %s", path, error.strerror)
        return False
    return True


def _from_table(stored: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Return the settings a table holds and the names of those whose value is of the wrong kind."""
    known: dict[str, object] = {}
    strangers: list[str] = []
    for field in fields(Settings):
        if field.name not in stored:
            continue
        value = stored[field.name]
        if isinstance(field.default, tuple):
            fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
            value = tuple(value) if isinstance(value, list) else value
        else:
            fits = type(value) is type(field.default)
        if fits:
            known[field.name] = value
        else:
            strangers.append(field.name)
    return Settings(**known), strangers  # type: ignore[arg-type]  # each value was held against its default's type


def _write_beside_and_replace(path: Path, text: str) -> None:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _keep_copy(path: Path) -> None:
    try:
        shutil.copyfile(path, path.with_name(f"{path.stem}.unreadable{path.suffix}"))
    except OSError as error:
        log.warning("No copy of %s could be kept: %s", path, error.strerror)
