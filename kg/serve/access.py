"""A line for each request."""

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.site import Site

_MOST = 2000


class AccessLog:
    """Tells client, method, path, status, bytes and milliseconds; what was asked only if the site wants that."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, size = time.perf_counter(), 0, 0

        async def sent(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sent)
        finally:
            took = (time.perf_counter() - begun) * 1000
            client = (scope.get("client") or ("-",))[0]
            self._site.log(
                f"{client} {scope['method']} {_escaped(scope['path'])} {status or '-'} {size} bytes {took:.0f} ms"
                f"{self._query(scope)}"
            )

    def _query(self, scope: Scope) -> str:
        query = scope.get("state", {}).get("query", "") if self._site.log_queries else ""
        return f" {_escaped(query)}" if query else ""


def _escaped(text: str) -> str:
    """In one line, in ASCII."""
    return text[:_MOST].encode("unicode_escape").decode("ascii")
