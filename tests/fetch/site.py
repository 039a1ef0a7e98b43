"""A server on this machine, for the tests of fetching."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

CERTIFICATE: Final = Path(__file__).parent / "localhost.pem"
"""Made up, for 127.0.0.1, with its key."""

Answer = tuple[int, Mapping[str, str], bytes]
Endless = Callable[[], Iterator[bytes]]
Held = Answer | tuple[int, Mapping[str, str], Endless]


def page(body: bytes, kind: str = "text/html", **headers: str) -> Answer:
    """An answer of 200; `content_length` in place of the true one, where it is given."""
    told = {"content-type": kind, "content-length": str(len(body))}
    return 200, told | {name.replace("_", "-"): value for name, value in headers.items()}, body


def moved(to: str, status: int = 302) -> Answer:
    return status, {"location": to, "content-length": "0"}, b""


def stream(pieces: Endless, kind: str = "text/html", **headers: str) -> Held:
    """An answer that says nothing of its length."""
    return 200, {"content-type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}, pieces


@dataclass
class Site:
    """What is asked for is noted; `stop` ends answers that have no end."""

    address: str
    held: dict[str, Held] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    stop: threading.Event = field(default_factory=threading.Event)

    def __call__(self, path: str) -> str:
        return self.address + path


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """With a certificate, by TLS."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            status, headers, body = site.held.get(self.path, (404, {"content-length": "0"}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for piece in [body] if isinstance(body, bytes) else body():
                    self.wfile.write(piece)
            except OSError:
                return  # whoever asked has left

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # whoever does not trust it leaves
    site = Site(f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    try:
        yield site
    finally:
        site.stop.set()
        server.shutdown()
        server.server_close()
