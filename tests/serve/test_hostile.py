"""What is hostile is refused or ended, and everybody else gets answers meanwhile."""

import http.client
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.serve.conftest import Server, filled, served
from tests.serve.hostile import ELSEWHERE, QUERIES, REQUESTS
from tests.serve.watching import files, memory, tree, watched

MEMORY = 128
NORMAL = "SELECT ?a ?b { ?a kg:defeated ?b }"
DIRECT = {"Content-Type": "application/sparql-query"}
CLIENTS = 6
CALM = [one for one in QUERIES if 503 not in one.statuses]
"""Those that take no time: refused, or answered."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("hostile") / "store")


@pytest.fixture(scope="module")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    options = ("--seconds", "2", "--memory", str(MEMORY), "--workers", "4", "--rows", "1000")
    with served(store, tmp_path_factory.mktemp("log") / "log", *options) as running:
        yield running


@pytest.fixture
def elsewhere() -> Iterator[tuple[int, list[object]]]:
    """A port, and who called it."""
    callers: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                with suppress(TimeoutError):
                    callers.append(listening.accept()[1])

        thread = threading.Thread(target=listen)
        thread.start()
        yield listening.getsockname()[1], callers
        over.set()
        thread.join()


def is_answered(server: Server) -> bool:
    answer = server.get(NORMAL, "text/csv")
    return answer.status == 200 and answer.text.endswith("/ann-lee,https://example.org/kg/entity/bo-berg\r\n")


def normal_queries(server: Server, over: threading.Event) -> list[bool]:
    found = []
    while not over.wait(0.05):
        found.append(is_answered(server))
    return found


def test_hostile_queries_stop_nobody(server: Server, store: Path, elsewhere: tuple[int, list[object]]) -> None:
    port, callers = elsewhere
    before, begun = files(store), max(memory(pid) for pid in tree(server.process.pid))
    over = threading.Event()

    def ask(query: str) -> int:
        text = query.replace(ELSEWHERE, ELSEWHERE.format(port=port))
        return server.ask("POST", "/sparql", text.encode(), DIRECT).status

    with ThreadPoolExecutor(CLIENTS + 1) as threads, watched(server.process.pid) as seen:
        normal = threads.submit(normal_queries, server, over)
        statuses = list(threads.map(ask, [one.query for one in QUERIES]))
        over.set()
    bad = [
        (one.name, status) for one, status in zip(QUERIES, statuses, strict=True) if status not in {*one.statuses, 503}
    ]
    assert not bad
    assert [ask(one.query) in one.statuses for one in CALM] == [True] * len(CALM)
    assert len(normal.result()) > 10
    assert all(normal.result())
    assert seen.one < begun + (2 * MEMORY << 20)
    assert {local for local, _ in seen.ports} == {server.port}, "a socket that is neither the server's nor a client's"
    assert not callers
    assert files(store) == before


@pytest.mark.parametrize("name", REQUESTS)
def test_hostile_requests_are_refused(server: Server, name: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        with suppress(OSError):
            connection.sendall(REQUESTS[name])
            connection.shutdown(socket.SHUT_WR)
        response = bytearray()
        with suppress(OSError):
            while piece := connection.recv(1 << 16):
                response += piece
    assert b" 500 " not in response.partition(b"\r\n")[0]
    assert b"Traceback" not in response
    assert b"root:" not in response
    assert is_answered(server)


def test_who_sends_nothing_more_is_left(store: Path, tmp_path: Path) -> None:
    begun = time.monotonic()
    with served(store, tmp_path / "log") as server:
        heads = (
            b"",
            b"GET /spar",
            b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 9\r\n\r\nA",
        )
        connections = [
            socket.create_connection(("127.0.0.1", server.port), timeout=60) for head in heads for _ in range(50)
        ]
        for number, connection in enumerate(connections):
            connection.sendall(heads[number // 50])
        assert is_answered(server)
        said = []
        for connection in connections:
            with connection, suppress(ConnectionResetError):
                said.append(connection.recv(1000).partition(b"\r\n")[0])
        assert set(said) <= {b"", b"HTTP/1.1 408 Request Timeout"}
        assert said.count(b"HTTP/1.1 408 Request Timeout") == 50
        assert is_answered(server)
    assert time.monotonic() > begun


def test_who_leaves_is_not_worked_for(server: Server) -> None:
    endless = next(one.query for one in QUERIES if one.name == "cross product")
    for _ in range(20):
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("POST", "/sparql", endless.encode(), DIRECT)
        connection.close()
    assert is_answered(server)


def test_workers_that_are_killed_are_replaced(server: Server) -> None:
    for _ in range(3):
        for pid in list(tree(server.process.pid))[1:]:
            with suppress(OSError):  # one that was being replaced may have ended
                if len(list(tree(pid))) == 1 and b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(pid, signal.SIGKILL)
        assert is_answered(server)


def test_a_part_is_never_given_for_the_whole(server: Server) -> None:
    """Up to the limit all is there; beyond it, nothing is."""
    numbers = " ".join(map(str, range(1000)))
    whole = server.ask("POST", "/sparql?format=csv", f"SELECT ?a {{ VALUES ?a {{ {numbers} }} }}".encode(), DIRECT)
    more = server.ask("POST", "/sparql?format=csv", f"SELECT ?a {{ VALUES ?a {{ {numbers} 1000 }} }}".encode(), DIRECT)
    assert (whole.status, len(whole.text.splitlines())) == (200, 1001)
    assert (more.status, more.text) == (
        500,
        "the answer has more than 1,000 rows or triples: ask for less, or use LIMIT and OFFSET\n",
    )
