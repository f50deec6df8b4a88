"""A real Chromium without a window, driven over its own pipe: pages opened, asked, and photographed."""

import base64
import contextlib
import fcntl
import itertools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-features=WebUIOmniboxPopup",  # a page of its own behind the address bar of every window
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions", "--mute-audio",
    "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars",
    "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 30.0


def _pipe() -> tuple[int, int]:
    """Return a pipe's two ends, both out of the way of 3 and 4."""
    ends = os.pipe()
    moved = tuple(fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, 20) for one in ends)
    for one in ends:
        os.close(one)
    return moved[0], moved[1]


class ScriptError(AssertionError):
    """What a page threw when it was asked."""


def found() -> str | None:
    """Return the browser of this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Chromium:
    """One browser. Used by one thread."""

    def __init__(self, *flags: str) -> None:
        path = found()
        assert path is not None, "there is no Chromium here"
        self._folder = tempfile.mkdtemp(prefix="resultsdesk-chromium-")
        ours_in, theirs_out = _pipe()
        theirs_in, ours_out = _pipe()
        words = [path, *FLAGS, *flags, f"--user-data-dir={self._folder}", "about:blank"]
        # The browser looks for its pipe at 3 and 4.
        script = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self.process = subprocess.Popen(
            ["bash", "-c", script, *words], pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": self._folder},
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._buffer = b""
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []

    def send(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """Call a method of the DevTools protocol and return its answer."""
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            said = self._read()
            if said.get("id") == number:
                if "error" in said:
                    raise ScriptError(f"{method}: {said['error']['message']}")
                answer: dict[str, Any] = said["result"]
                return answer
            self.events.append(said)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            more = os.read(self._in, 1 << 20)
            if not more:
                raise ScriptError("the browser has gone")
            self._buffer += more
        message, _, self._buffer = self._buffer.partition(b"\0")
        said: dict[str, Any] = json.loads(message)
        return said

    def open(self, url: str, width: int = 1920, height: int = 1080) -> "Page":
        """Open a page in a tab of its own, transparent where it paints nothing."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, target, session)
        page.send("Page.enable")
        page.send("Runtime.enable")
        page.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        page.send("Emulation.setDefaultBackgroundColorOverride", color={"r": 0, "g": 0, "b": 0, "a": 0})
        if url != "about:blank":
            page.go(url)
        return page

    def open_window(self, width: int, height: int) -> "Page":
        """Open an empty page in a window of its own, so that it is seen whatever else is open."""
        target = self.send("Target.createTarget", url="about:blank", newWindow=True, width=width, height=height)
        session = self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        page = Page(self, target["targetId"], session)
        page.send("Page.enable")
        page.send("Runtime.enable")
        return page

    def close(self) -> None:
        """End the browser and everything it kept."""
        with contextlib.suppress(ScriptError, OSError):
            self.send("Browser.close")
        for end in (self._in, self._out):
            os.close(end)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


class Page:
    """One tab."""

    def __init__(self, browser: Chromium, target: str, session: str) -> None:
        self.browser, self._target, self._session = browser, target, session

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the DevTools protocol on this page."""
        return self.browser.send(method, self._session, **parameters)

    def go(self, url: str) -> None:
        """Go to an address."""
        said = self.send("Page.navigate", url=url)
        assert "errorText" not in said, said["errorText"]

    def ask(self, expression: str) -> Any:  # noqa: ANN401 - whatever JSON the page answers with
        """Return what an expression of the page comes to; a promise is waited for."""
        said = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in said:
            details = said["exceptionDetails"]
            raise ScriptError(details.get("exception", {}).get("description") or details["text"])
        return said["result"].get("value")

    def wait(self, condition: str, seconds: float = PATIENCE) -> Any:  # noqa: ANN401 - as above
        """Wait in the page until a condition holds, asked at every frame, and return what it came to."""
        said = self.ask(
            "new Promise((done, fail) => {"
            f"  const end = performance.now() + {seconds * 1000};"
            "  const look = () => {"
            f"   let found; try {{ found = ({condition}); }} catch (trouble) {{ found = false; }}"
            "    if (found) return done(typeof found === 'object' ? true : found);"
            "    if (performance.now() > end) return done(undefined);"
            "    setTimeout(look, 10);"
            "  }; look(); })"
        )
        assert said is not None, f"this did not come about in {seconds} seconds: {condition}"
        return said

    def picture(self) -> bytes:
        """Return the page as it looks, a PNG."""
        said = self.send("Page.captureScreenshot", format="png", optimizeForSpeed=True)
        return base64.b64decode(said["data"])

    def save(self, path: Path) -> Path:
        """Write the page as it looks into a file."""
        path.write_bytes(self.picture())
        return path

    def trouble(self) -> list[str]:
        """Return what the page threw or logged as an error since this was last asked."""
        told, kept = [], []
        for event in self.browser.events:
            if event.get("sessionId") != self._session:
                kept.append(event)
            elif event["method"] == "Runtime.exceptionThrown":
                details = event["params"]["exceptionDetails"]
                told.append(details.get("exception", {}).get("description") or details["text"])
            elif event["method"] == "Runtime.consoleAPICalled" and event["params"]["type"] == "error":
                told.append(" ".join(str(one.get("value")) for one in event["params"]["args"]))
        self.browser.events[:] = kept
        return told

    def close(self) -> None:
        """Close the tab."""
        self.browser.send("Target.closeTarget", targetId=self._target)


@contextlib.contextmanager
def chromium(*flags: str) -> Iterator[Chromium]:
    """Give a browser, and end it."""
    browser = Chromium(*flags)
    try:
        yield browser
    finally:
        browser.close()
