"""/sparql: queries over HTTP."""

import re
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from kg.serve.asked import Asked, Reply
from kg.serve.description import Description
from kg.serve.disconnection import unless_gone
from kg.serve.failures import Refused, busy
from kg.serve.negotiation import preferred
from kg.serve.pool import Pool
from kg.serve.protocol import ACCEPTED, ALLOWED, Operation, read_operation
from kg.serve.site import Site

_PIECE = 1 << 16
_NEVER_THE_SAME = re.compile(r"\b(?:rand|now|uuid|struuid|bnode)\s*\(", re.IGNORECASE)


class Endpoint:
    """Handles requests with the workers of a pool."""

    def __init__(self, site: Site, pool: Pool, description: Description) -> None:
        self._site = site
        self._pool = pool
        self._description = description
        self._sending = 0

    async def answer(self, request: Request) -> Response:
        """A GET without a query asks what the endpoint is."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ", ".join(ALLOWED), "Accept-Post": ACCEPTED})
        operation = await read_operation(request, self._site.limits)
        if operation is None:
            return await self._description.answer(request)
        request.state.query = operation.query
        asked = self._asked(operation, request.headers.get("accept", ""))
        tag = self._tag(self._site.source.state(), asked)
        if tag and request.method != "POST" and request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag, "Vary": "Accept"})
        done = await unless_gone(request, self._pool.run(self._site.answer, asked))
        reply: Reply = done.value
        tag = self._tag(done.state, asked) if reply.status == 200 else ""
        headers = {**reply.headers, "Vary": "Accept"} | ({"ETag": tag, "Cache-Control": "no-cache"} if tag else {})
        return self._response(reply, headers)

    def _asked(self, operation: Operation, accept: str) -> Asked:
        site = self._site
        if operation.format:
            if operation.format not in site.formats:
                raise Refused(406, f"no format {operation.format[:40]!r}: there are {', '.join(site.formats)}")
            accept = site.formats[operation.format]
        table, graph = preferred(accept, site.tables), preferred(accept, site.graphs)
        if not table and not graph:
            raise Refused(406, f"none of these types can be written: accept {', '.join((*site.tables, *site.graphs))}")
        return Asked(operation, table, graph, site.limits.rows, site.limits.result)

    @staticmethod
    def _tag(state: str, asked: Asked) -> str:
        """Of what is served now, in these formats; none where a query may give something else each time."""
        if _NEVER_THE_SAME.search(asked.operation.query):
            return ""
        return f'"{state}-{asked.table}-{asked.graph}"'

    def _response(self, reply: Reply, headers: dict[str, str]) -> Response:
        size = len(reply.body)
        if size <= _PIECE:
            return Response(reply.body, reply.status, headers, reply.media_type)
        if self._sending + size > self._site.limits.sending:
            raise busy()
        headers["Content-Length"] = str(size)
        return StreamingResponse(self._pieces(reply.body), reply.status, headers, reply.media_type)

    async def _pieces(self, body: bytes) -> AsyncIterator[bytes]:
        """Each is sent when the client has read the one before."""
        self._sending += len(body)
        try:
            for start in range(0, len(body), _PIECE):
                yield body[start : start + _PIECE]
        finally:
            self._sending -= len(body)
