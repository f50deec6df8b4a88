"""Who may ask what: every request passes here first. Strangers get a short answer and their connection back."""

import re
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from resultsdesk.outputs.opening import LOOPBACK, Opening, host_of
from resultsdesk.outputs.tokens import Tokens

LONGEST_PATH = 300
LONGEST_QUERY = 2_000
LONGEST_HEADERS = 8_192
LARGEST_BODY = 16_384
CONTROL = "/control/"

_PREFIX = re.compile(r"^/t/([^/]{1,64})(/.*)$", re.DOTALL)
_ORIGIN = re.compile(r"^https?://(\[[0-9a-f:]+\]|[^:/]+)(:\d+)?$")

SECURITY = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self' http://*.localhost:*; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}
_FRAMED_HERE = "; frame-ancestors 'self' http://localhost:* http://127.0.0.1:*"
_FRAMED_BY_US = "; frame-ancestors 'self'"


@dataclass(frozen=True, slots=True)
class Refusal(Exception):
    """What a stranger is told."""

    status: int
    sentence: str


class Guard:
    """Checks host, origin, token, method and sizes, then asks the application, and puts its headers on the answer."""

    def __init__(self, app: ASGIApp, opening: Opening, tokens: Tokens) -> None:
        self._app, self._opening, self._tokens = app, opening, tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            scope, origin = self._let_in(scope, headers)
        except Refusal as refusal:
            answer = PlainTextResponse(f"{refusal.sentence}\n", refusal.status, {**SECURITY, "connection": "close"})
            await answer(scope, receive, send)
            return
        framed = _FRAMED_BY_US if self._opening.lan else _FRAMED_HERE

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    said.setdefault(name, value)
                said["content-security-policy"] += framed
                if origin:
                    said["access-control-allow-origin"] = origin
                said.add_vary_header("Origin")
            await send(message)

        await self._app(scope, receive, send_guarded)

    def _let_in(self, scope: Scope, headers: Headers) -> tuple[Scope, str]:
        """Return the request with its token taken out of the path, and the foreign origin that may read the answer."""
        here = str((scope.get("server") or ("",))[0])
        host = host_of(headers.get("host", ""))
        if not self._opening.answers_to(host, here):
            raise Refusal(421, "This server does not go by that name.")
        if len(scope["path"]) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
            raise Refusal(414, "That address is too long.")
        if "\x00" in scope["path"] or "\\" in scope["path"] or ".." in scope["path"]:
            raise Refusal(404, "There is nothing here.")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEADERS:
            raise Refusal(431, "That is too much at once.")
        token, scope = _token(scope, headers)
        controls = scope["path"].startswith(CONTROL)
        if scope["method"] not in (("POST",) if controls else ("GET", "HEAD")):
            raise Refusal(405, "That cannot be done here.")
        self._check_size(headers)
        foreign = self._foreign(headers, controls)
        if controls:
            if not self._tokens.may_control(token):
                raise Refusal(401, "The control token is missing or wrong: `resultsdesk serve` says where it is.")
        elif self._opening.lan and not self._tokens.may_view(token):
            raise Refusal(401, "The token is missing or wrong: `resultsdesk serve` prints the addresses that have it.")
        return scope, foreign

    def _foreign(self, headers: Headers, controls: bool) -> str:
        """Return the origin of a page elsewhere that asks, empty for none; raise where it may not."""
        origin = headers.get("origin")
        if origin is None:
            elsewhere = headers.get("sec-fetch-site") == "cross-site"
            if elsewhere and (controls or headers.get("sec-fetch-mode") != "navigate"):
                raise Refusal(403, "Pages of other servers may not read here.")
            return ""
        found = _ORIGIN.match(origin.lower())
        if found is None:
            raise Refusal(403, "Pages without an address may not read here.")
        if origin.lower() == f"http://{headers.get('host', '').lower()}":
            return ""
        if origin.lower() in map(str.lower, self._opening.origins):
            return origin
        if not controls and not self._opening.lan and found[1] in LOOPBACK:
            return origin  # another program's page on this machine, such as a graphics controller's
        raise Refusal(403, "Pages of other servers may not read here.")

    @staticmethod
    def _check_size(headers: Headers) -> None:
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            raise Refusal(413, "That is too much at once.")


def _token(scope: Scope, headers: Headers) -> tuple[str, Scope]:
    """Return the token a request bears, and the request without it in its path."""
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return bearer.strip(), scope
    found = _PREFIX.match(scope["path"])
    if found is None:
        return "", scope
    path = found[2]
    return found[1], {**scope, "path": path, "raw_path": path.encode()}
