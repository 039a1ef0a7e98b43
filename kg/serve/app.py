"""The application: what is found where."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.errors import KgError
from kg.serve.access import AccessLog
from kg.serve.description import Description
from kg.serve.endpoint import Endpoint
from kg.serve.guard import Guard
from kg.serve.pool import Pool
from kg.serve.protocol import ALLOWED
from kg.serve.site import Site
from kg.serve.working import Fault


def application(site: Site, routes: Sequence[BaseRoute] = ()) -> Starlette:
    """The endpoint and what belongs to it; `routes` come first. Handlers find `pool` in `request.app.state`."""
    pool = Pool(site.source, site.limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with pool:
            yield

    description = Description(site, pool)
    endpoint = Endpoint(site, pool, description)
    app = Starlette(
        routes=[
            *routes,
            *(Route(path, endpoint.answer, methods=list(ALLOWED)) for path in ("/sparql", "/sparql/")),
            Route("/.well-known/void", description.answer, methods=["GET"]),
            Route("/health", health, methods=["GET"]),
        ],
        middleware=list(_middleware(site)),
        exception_handlers={HTTPException: _refused, KgError: _unusable},
        lifespan=lifespan,
    )
    app.state.pool, app.state.site = pool, site
    return app


def _middleware(site: Site) -> list[Middleware]:
    cors = Middleware(
        CORSMiddleware,
        allow_origins=[site.cors],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Accept", "Authorization", "Content-Type"],
        expose_headers=["ETag"],
    )
    return [Middleware(AccessLog, site), *([cors] if site.cors else []), Middleware(Guard, site)]


async def health(request: Request) -> Response:
    """Whether there is something to ask, and in which state it is."""
    try:
        return JSONResponse({"ok": True, "state": request.app.state.site.source.state()})
    except KgError as error:
        return JSONResponse({"ok": False, "error": str(error)}, 503)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - for the type; it is registered for these
    return PlainTextResponse(f"{error.detail}\n", error.status_code, dict(error.headers or {}))


async def _unusable(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 500 if isinstance(error, Fault) else 503)
