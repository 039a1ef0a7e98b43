"""Listens on a socket and serves the application."""

import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from kg.serve.connections import patient
from kg.serve.limits import Limits

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HEAD = 64 << 10


def listening(host: str, port: int) -> socket.socket:
    """A socket at this address; at any free port for 0. An `OSError` if it cannot be had."""
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    bound = socket.create_server(address[:2], family=family, backlog=1024)
    # Connections have it from here. Else the body of an answer waits 40 ms for the client to acknowledge its head.
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return bound


def is_loopback(bound: socket.socket) -> bool:
    """Whether only programs on this machine reach it."""
    address = str(bound.getsockname()[0])
    return address == "::1" or address.startswith("127.")


def serve(app: Starlette, bound: socket.socket, limits: Limits, begun: Callable[[], None]) -> None:
    """Until Ctrl-C or SIGTERM; `begun` is called when requests are answered."""
    config = uvicorn.Config(
        app,
        http=patient(limits.reading),
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=limits.connections,
        h11_max_incomplete_event_size=_HEAD,
        timeout_graceful_shutdown=3,
    )
    _Server(config, begun).run(sockets=[bound])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, begun: Callable[[], None]) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._begun()
