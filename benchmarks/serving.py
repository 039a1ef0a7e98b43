"""What HTTP and processes cost beside bare Oxigraph, and how `kg serve` bears many clients and hostile ones."""

import http.client
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pyoxigraph as ox

from benchmarks.graphs import stores
from benchmarks.timing import alone, table
from kg.query import Query, load_query
from kg.rdf import prefixes
from kg.store import Store
from kg.store.folder import Folder
from tests.serve.conftest import Server, served
from tests.serve.hostile import QUERIES
from tests.serve.watching import memory, tree

_HEADERS = {"Accept": "text/csv"}
_AT_ONCE = 200
_SECONDS = 120
_ROUNDS_OF_COST = 50
_HOSTILE = 6
_NORMAL = "SELECT ?a ?b { ?a kg:defeated ?b } LIMIT 10"
_COMPARED = ("who-defeated-whom", "conflicts", "departures", "entities", "offices")
_Timed = tuple[float, int]


def report(rounds: int, folder: Path) -> Iterator[str]:
    """What a query costs; 200 clients for two minutes; normal queries beside hostile ones."""
    place = next(iter(alone(stores, folder).values()))
    yield from _cost(place, max(rounds, _ROUNDS_OF_COST))
    yield from _crowd(place)
    yield from _beside_hostile(place, rounds)


def _cost(place: Path, rounds: int) -> Iterator[str]:
    with Store.reading(place) as store, _running(place) as server:
        bare = ox.Store.read_only(str(Folder(place).snapshots.current) + "/oxigraph")
        known = prefixes(store.names)
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        rows = [_compared(load_query(name), bare, known, connection, rounds) for name in _COMPARED]
    yield table(["query", "bare, ms", "served, ms", "served more, ms"], rows)
    yield "\n"


def _compared(
    query: Query, bare: ox.Store, known: dict[str, str], connection: http.client.HTTPConnection, rounds: int
) -> list[str]:
    def alone() -> bytes:
        found = bare.query(query.text, prefixes=known, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)
        return found.serialize(format=ox.QueryResultsFormat.CSV) or b""

    def over_http() -> bytes:
        connection.request("GET", f"/sparql?query={quote(query.text)}", headers=_HEADERS)
        return connection.getresponse().read()

    runs = [(_took(alone), _took(over_http)) for _ in range(rounds + 1)][1:]
    times = [median(one for one, _ in runs), median(other for _, other in runs), median(b - a for a, b in runs)]
    return [query.name, *(f"{1000 * seconds:.1f}" for seconds in times)]


def _crowd(place: Path) -> Iterator[str]:
    held: list[int] = []
    over = time.monotonic() + _SECONDS
    with _running(place) as server, ThreadPoolExecutor(_AT_ONCE) as threads:
        clients = [threads.submit(_asked, server, lambda: time.monotonic() > over, 0) for _ in range(_AT_ONCE)]
        while time.monotonic() < over:
            time.sleep(5)
            held.append(sum(memory(pid) for pid in tree(server.process.pid)) >> 20)
        timed = [one for client in clients for one in client.result()]
    statuses = Counter(status for _, status in timed)
    told = ", ".join(f"{number:,} times {status}" for status, number in sorted(statuses.items()))
    yield f"{_AT_ONCE} clients at once for {_SECONDS} s: {told}; {_times(timed)}; "
    yield f"memory of all processes {held[1]} MB after 10 s, {held[-1]} MB in the end, {max(held)} MB at most\n\n"


def _beside_hostile(place: Path, rounds: int) -> Iterator[str]:
    over = threading.Event()
    with _running(place, "--seconds", "5") as server, ThreadPoolExecutor(_HOSTILE + 1) as threads:
        _asked(server, iter([False] * 20 + [True]).__next__, 0)
        normal = threads.submit(_asked, server, over.is_set, 0.05)
        begun = time.monotonic()
        list(threads.map(lambda one: _posted(server, one.query), QUERIES * rounds))
        over.set()
        timed, took = normal.result(), time.monotonic() - begun
    yield f"{len(QUERIES)} hostile queries {rounds} times by {_HOSTILE} clients at once, in {took:.0f} s; meanwhile "
    yield f"{len(timed)} normal ones: {_times(timed)}, {sum(status == 200 for _, status in timed)} answered\n"


@contextmanager
def _running(place: Path, *options: str) -> Iterator[Server]:
    with TemporaryDirectory() as folder, served(place, Path(folder) / "log", *options) as server:
        yield server


def _asked(server: Server, over: Callable[[], bool], pause: float) -> list[_Timed]:
    timed = []
    while not over():
        begun = time.perf_counter()
        status = server.get(_NORMAL, "text/csv").status
        timed.append((time.perf_counter() - begun, status))
        time.sleep(pause)
    return timed


def _posted(server: Server, query: str) -> int:
    return server.ask("POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"}).status


def _times(timed: list[_Timed]) -> str:
    seconds = [one for one, _ in timed]
    return f"median {1000 * median(seconds):.0f} ms, 95th percentile {1000 * quantiles(seconds, n=20)[-1]:.0f} ms"


def _took(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun
