"""Pages at the paths of IRIs: for people as HTML, for others as RDF; and the search for names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.ids import digest
from kg.pages.links import Links
from kg.pages.style import site_style
from kg.serve.asked import Reply
from kg.serve.disconnection import unless_gone
from kg.serve.failures import Refused
from kg.serve.negotiation import preferred
from kg.serve.pool import Pool
from kg.serve.wish import Wish
from kg.serve.working import Task

HTML: Final = "text/html"
JSON: Final = "application/json"
KINDS: Final = ("entity", "document", "statement", "claim", "relation", "conflict", "change")
POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SAFE: Final = {"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer"}
_LONGEST: Final = 500
"""Characters of an id or a term; nobody means longer ones."""
_MOST_PAGES: Final = 100_000
_THREADS: Final = 2
"""So many searches go on at once; more would keep the server from its other work."""


@dataclass(frozen=True, slots=True)
class Browse:
    """Handlers, which find `pool` in `request.app.state`.

    `task` makes of what the source gives and of a `Wish` a `Reply`, or None. `find` is called in a thread of the
    server: for searches, and for what is not there. `formats`: media types by short names.
    """

    task: Task
    find: Callable[[Wish], Reply]
    formats: Mapping[str, str]
    threads: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(_THREADS))

    def routes(self) -> list[Route]:
        """To be mounted at the root: the paths of IRIs, the search, and the style sheet."""
        return [
            *(Route(f"/{kind}/{{id}}", partial(self.noun, kind), methods=["GET"]) for kind in KINDS),
            Route("/search", self.search, methods=["GET"]),
            Route("/assets/site.css", style, methods=["GET"]),
        ]

    async def noun(self, kind: str, request: Request) -> Response:
        """The page on one thing, or what RDF says of it; RDF for whoever takes anything."""
        return await self._answer(request, kind, request.path_params["id"], (*self.formats.values(), HTML))

    async def search(self, request: Request) -> Response:
        """What a term (`q`) finds, for people or as JSON."""
        return await self._answer(request, "search", request.query_params.get("q", "").strip(), (HTML, JSON))

    async def _answer(self, request: Request, kind: str, term: str, offered: tuple[str, ...]) -> Response:
        if len(term) > _LONGEST:
            raise Refused(414, f"more than {_LONGEST} characters: ask for something shorter")
        media_type = self._media_type(request, offered)
        links = Links(f"{request.scope.get('root_path', '')}/")
        wish = Wish(kind, term, _page(request), media_type, links)
        pool: Pool = request.app.state.pool
        tag = f'"{digest(pool.source.state(), wish)}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag, "Vary": "Accept"})
        done = None if kind == "search" else await unless_gone(request, pool.run(self.task, wish))
        reply: Reply = done.value if done and done.value else await run_sync(self.find, wish, limiter=self.threads)
        tags = {"ETag": f'"{digest(done.state, wish)}"'} if done and reply.status == 200 else {}
        if "Location" in reply.headers and request.url.query:
            reply = replace(reply, headers={"Location": f"{reply.headers['Location']}?{request.url.query}"})
        headers = {**_SAFE, **reply.headers, **tags, "Vary": "Accept", "Cache-Control": "no-cache"}
        return Response(reply.body, reply.status, headers, _with_charset(reply.media_type))

    def _media_type(self, request: Request, offered: tuple[str, ...]) -> str:
        names = {**self.formats, "html": HTML, "json": JSON}
        wanted = request.query_params.get("format", "")
        accept = names.get(wanted, wanted) if wanted else request.headers.get("accept", "")
        found = preferred(accept, offered)
        if not found:
            raise Refused(406, f"none of these types can be written: accept {', '.join(offered)}")
        return found


async def style(_: Request) -> Response:
    """How all pages look."""
    return Response(site_style(), media_type="text/css", headers={"Cache-Control": "no-cache"})


def _page(request: Request) -> int:
    text = request.query_params.get("page", "1")
    return min(int(text), _MOST_PAGES) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type == HTML else media_type
