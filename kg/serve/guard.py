"""Who may ask, and under which name: before any handler sees the request."""

import base64
import binascii
import hmac

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.site import Site

_OPEN = "/health"
_ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin"))


class Guard:
    """Refuses what is for somebody else, ambiguous, or from somebody who does not know the token.

    A page of another site can have its own name lead to this machine, and would then be let in by the browser; so a
    server on loopback answers to the names of loopback alone.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(one for one in _ALWAYS if one[0] not in given)]
            await send(message)

        refused = self._refused(scope["path"], Headers(scope=scope))
        await (refused or self._app)(scope, receive, sent)

    def _refused(self, path: str, headers: Headers) -> Response | None:
        if "content-length" in headers and "transfer-encoding" in headers:
            return _plain(400, "two lengths of the body: send one", {"Connection": "close"})
        if self._site.hosts and _name(headers.get("host", "")) not in self._site.hosts:
            return _plain(421, f"this server is called {', '.join(sorted(self._site.hosts))}: use that name")
        if self._site.token and path != _OPEN and not self._knows(headers.get("authorization", "")):
            asks = {"WWW-Authenticate": 'Bearer, Basic realm="kg", charset="UTF-8"'}
            return _plain(401, "a token is needed: send the header `Authorization: Bearer TOKEN`", asks)
        return None

    def _knows(self, authorization: str) -> bool:
        """Browsers can only ask for a name and a password, which is then the token."""
        scheme, _, given = authorization.partition(" ")
        if scheme.lower() == "basic":
            try:
                given = base64.b64decode(given, validate=True).decode().partition(":")[2]
            except (binascii.Error, UnicodeDecodeError, ValueError):
                return False
        elif scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(given.strip().encode(), self._site.token.encode())


def _name(host: str) -> str:
    """Without the port."""
    return (host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]).lower()


def _plain(status: int, line: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{line}\n", status, headers)
