"""Nobody works for a client that has left."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from starlette.requests import Request

from kg.serve.failures import Refused

_Result = TypeVar("_Result")


async def unless_gone(request: Request, work: Awaitable[_Result]) -> _Result:
    """What the work gives; it is cancelled if the client closes the connection before."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise Refused(400, "the client left")
        return working.result()
    finally:
        leaving.cancel()
        working.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
