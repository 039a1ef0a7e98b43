"""One request over HTTP, and what came of it, within limits of size and time."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from kg.fetch.addresses import Address, resolved
from kg.fetch.limits import Limits, Refused

AGENT: Final = "kg"
"""What robots.txt calls us."""
_HEADERS: Final = {
    "User-Agent": f"{AGENT} (reads news into a knowledge graph; asked for by a person)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, text/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_CHUNK: Final = 1 << 16
_UNPACKED: Final = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_PLAIN: Final = {"", "identity"}


@dataclass(frozen=True, slots=True)
class Response:
    """`headers` by their names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Deadline:
    """The moment until which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        return max(0.0, self._end - time.monotonic())

    def extend(self, seconds: float) -> None:
        """For what is waited on purpose."""
        self._end += seconds

    def check(self) -> None:
        if not self.left:
            raise Refused(f"takes longer than {self._seconds:g} seconds; try again, or give more --seconds")


def get(address: Address, limits: Limits, deadline: Deadline) -> Response:
    """What a server answers. Raises `Refused` for what is too much, too slow, or no HTTP."""
    place = resolved(address, private=limits.private)
    deadline.check()
    try:
        with _connected(address, place, deadline) as connection:
            connection.request("GET", address.target, headers=_HEADERS)
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            body = b"".join(_body(answer, headers, limits, deadline)) if answer.status == http.HTTPStatus.OK else b""
            deadline.check()
            return Response(answer.status, headers, body)
    except ssl.SSLError as error:
        deadline.check()
        raise Refused(f"has no connection that could be trusted ({error.reason or 'TLS'}); check the address") from None
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        deadline.check()
        raise Refused(f"gives no answer that could be read ({type(error).__name__}); try again later") from None


@contextmanager
def _connected(address: Address, place: str, deadline: Deadline) -> Iterator[http.client.HTTPConnection]:
    """A connection to that very place, which is cut at the deadline: a server that trickles resets each timeout."""
    connection = http.client.HTTPConnection(address.host, address.port)
    connection.sock = socket.create_connection((place, address.port), timeout=deadline.left)
    watch = threading.Timer(deadline.left, lambda: _cut(connection.sock))
    watch.daemon = True
    watch.start()
    try:
        if address.scheme == "https":
            connection.default_port = 443
            connection.sock = ssl.create_default_context().wrap_socket(
                connection.sock, server_hostname=address.host, do_handshake_on_connect=False
            )
            connection.sock.do_handshake()
        yield connection
    finally:
        watch.cancel()
        connection.close()


def _cut(connection: socket.socket | None) -> None:
    if connection:
        with suppress(OSError):  # it is closed already
            connection.shutdown(socket.SHUT_RDWR)


def _body(
    answer: http.client.HTTPResponse, headers: Mapping[str, str], limits: Limits, deadline: Deadline
) -> Iterator[bytes]:
    """Piece by piece; no more is unpacked than there may be."""
    coding = headers.get("content-encoding", "").strip().lower()
    if coding not in _PLAIN and coding not in _UNPACKED:
        raise Refused(f"is packed in a way that was not asked for ({coding[:20]}); save it by hand")
    unpacker = None if coding in _PLAIN else zlib.decompressobj(_UNPACKED[coding])
    left = limits.size
    while piece := answer.read1(_CHUNK):
        deadline.check()
        data = piece if unpacker is None else unpacker.decompress(piece, left + 1)
        left -= len(data)
        if left < 0:
            raise Refused(f"is larger than {limits.size:,} bytes; save it by hand")
        yield data
    if answer.length or (unpacker and not unpacker.eof):
        raise Refused("was cut off; try again")
