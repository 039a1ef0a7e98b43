"""Reads a request as SPARQL 1.1 Protocol says, and refuses what it does not allow."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.serve.failures import Refused
from kg.serve.limits import Limits

_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_UPDATE = "application/sparql-update"
_PARAMETERS = 1000
ALLOWED: Final = ("GET", "HEAD", "POST", "OPTIONS")
ACCEPTED: Final = f"{_DIRECT}, {_FORM}"
_CLOSE: Mapping[str, str] = {"Connection": "close"}
_READ_ONLY = "this endpoint only reads, there are no updates: send a query"


@dataclass(frozen=True, slots=True)
class Operation:
    """A query with the dataset that the request names, if it names one, and the format that it asks for by name."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str = ""


@dataclass
class _Parameters:
    values: dict[str, list[str]] = field(default_factory=dict)

    def add(self, text: bytes) -> None:
        try:
            pairs = parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_PARAMETERS)
        except UnicodeDecodeError as error:
            raise Refused(400, "the parameters are not UTF-8 with percent signs: encode them so") from error
        except ValueError as error:
            raise Refused(400, f"more than {_PARAMETERS} parameters: send fewer") from error
        for name, value in pairs:
            self.values.setdefault(name, []).append(value)

    def one(self, name: str) -> str | None:
        found = self.values.get(name, [])
        if len(found) > 1:
            raise Refused(400, f"{len(found)} parameters `{name}`: send one")
        return found[0] if found else None

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(filter(None, self.values.get(name, ())))


async def read_operation(request: Request, limits: Limits) -> Operation | None:
    """What is asked, or nothing where a GET asks nothing. Raises `Refused`."""
    parameters = _Parameters()
    parameters.add(request.scope["query_string"])
    query = await _posted(request, parameters, limits) if request.method == "POST" else parameters.one("query")
    if "update" in parameters.values:
        raise Refused(400, _READ_ONLY)
    if query is None:
        if request.method == "POST":
            raise Refused(400, "the parameter `query` is missing: send one")
        return None
    if len(query.encode(errors="surrogatepass")) > limits.query:
        raise Refused(413, f"the query has more than {limits.query:,} bytes: send a shorter one")
    return Operation(
        query,
        parameters.all("default-graph-uri"),
        parameters.all("named-graph-uri"),
        parameters.one("format") or "",
    )


async def _posted(request: Request, parameters: _Parameters, limits: Limits) -> str | None:
    media_type, *described = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    if media_type == _UPDATE:
        raise Refused(415, _READ_ONLY)
    if media_type not in (_FORM, _DIRECT):
        raise Refused(415, f"the body is {media_type or 'of no type'}: send {_DIRECT} or {_FORM}")
    if any(one.startswith("charset=") and one[8:].strip('"') not in ("utf-8", "utf8") for one in described):
        raise Refused(415, "the body is not in UTF-8: send that")
    body = await _body(request, limits)
    if media_type == _FORM:
        parameters.add(body)
        return parameters.one("query")
    if "query" in parameters.values:
        raise Refused(400, "a query in the body and one among the parameters: send one")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Refused(400, "the body is not UTF-8: send that") from error


async def _body(request: Request, limits: Limits) -> bytes:
    """All of it, if it is not too large and comes in time."""
    # The connection stays: what is still on its way is dropped, where closing it would take the answer along.
    too_large = Refused(413, f"the body has more than {limits.body:,} bytes: send a shorter one")
    length = request.headers.get("content-length", "0")
    if int(length) > limits.body:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(limits.reading):
            async for piece in request.stream():
                body += piece
                if len(body) > limits.body:
                    raise too_large
    except TimeoutError as error:
        raise Refused(
            408, f"the body did not come within {limits.reading:g} seconds: send it faster", _CLOSE
        ) from error
    except ClientDisconnect as error:
        raise Refused(400, "the client left") from error
    return bytes(body)
