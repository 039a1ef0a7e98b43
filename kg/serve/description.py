"""/.well-known/void, and /sparql without a query: what the server says of itself to programs."""

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.serve.asked import Reply
from kg.serve.disconnection import unless_gone
from kg.serve.failures import Refused
from kg.serve.negotiation import preferred
from kg.serve.pool import Pool
from kg.serve.site import Site

_HTML: Final = "text/html"
_KEPT: Final = 20


@dataclass(frozen=True, slots=True)
class About:
    """The server's own address, and the media type in which it is to be described."""

    base: str
    media_type: str

    @property
    def endpoint(self) -> str:
        return f"{self.base}sparql"

    @property
    def void(self) -> str:
        return f"{self.base}.well-known/void"

    @property
    def dataset(self) -> str:
        return f"{self.void}#dataset"


class Description:
    """Counts once for each state of the source."""

    def __init__(self, site: Site, pool: Pool) -> None:
        self._site = site
        self._pool = pool
        self._state = ""
        self._known: dict[About, Reply] = {}

    async def answer(self, request: Request) -> Response:
        """RDF; browsers are led to the page for people."""
        media_type = preferred(request.headers.get("accept", ""), (*self._site.graphs, _HTML))
        if media_type == _HTML:
            return RedirectResponse("/", 303, {"Vary": "Accept"})
        if not media_type:
            raise Refused(406, f"none of these types can be written: accept {', '.join(self._site.graphs)}")
        about = About(str(request.base_url), media_type)
        reply = await self._described(request, about)
        headers = {**reply.headers, "Vary": "Accept", "Cache-Control": "no-cache"}
        return Response(reply.body, reply.status, headers, reply.media_type)

    async def _described(self, request: Request, about: About) -> Reply:
        state = self._site.source.state()
        if state != self._state or len(self._known) >= _KEPT:
            self._state, self._known = state, {}
        if about not in self._known:
            done = await unless_gone(request, self._pool.run(self._site.describe, about))
            reply: Reply = done.value
            if done.state != self._state:
                return reply
            self._known[about] = reply
        return self._known[about]
