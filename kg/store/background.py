"""Background knowledge that a state keeps beside its data: a file of N-Quads for each file that was loaded.

Whatever reads articles, or what follows from them, never meets it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox

from kg.ids import digest

_NAME: Final = "background-"


@dataclass(frozen=True, slots=True, order=True)
class Background:
    """What one file gave. `graph`: that of what it says outside of the graphs that it names, `graphs`: all of them."""

    graph: str
    name: str
    quads: int
    graphs: tuple[str, ...]

    @classmethod
    def all(cls, state: Path) -> tuple[Self, ...]:
        """Of all files that a state keeps, by their graphs."""
        told = (json.loads(file.read_bytes()) for file in state.glob(f"{_NAME}*.json"))
        return tuple(sorted(cls(**{**one, "graphs": tuple(one["graphs"])}) for one in told))

    @staticmethod
    def files(state: Path) -> tuple[str, ...]:
        """The names of all files that a state keeps it in."""
        return tuple(sorted(file.name for file in state.glob(f"{_NAME}*")))

    @classmethod
    def write(cls, state: Path, graph: str, name: str, quads: Iterable[ox.Quad]) -> Self:
        """In the place of what the state keeps under this graph, if anything."""
        counted = _Counted(quads)
        data, told = _files(state, graph)
        ox.serialize(counted, str(data), format=ox.RdfFormat.N_QUADS)
        written = cls(graph, name, counted.count, tuple(sorted(counted.graphs)))
        told.write_text(json.dumps(asdict(written)) + "\n", encoding="utf-8")
        return written

    def remove(self, state: Path) -> None:
        for file in _files(state, self.graph):
            file.unlink()

    def load_into(self, data: ox.Store, state: Path) -> None:
        """All quads of the file."""
        data.bulk_load(path=str(_files(state, self.graph)[0]), format=ox.RdfFormat.N_QUADS)


@dataclass(slots=True)
class Beside:
    """Articles and background in one place to ask: the graph that is derived from articles, and all others by name."""

    data: ox.Store

    def query(
        self, text: str, *, prefixes: Mapping[str, str], union: bool
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """As the store itself is asked, but never over a union, where the background would pass for facts."""
        _ = union
        return self.data.query(text, prefixes=dict(prefixes))


class _Counted:
    """Quads that are counted as they go by, and their graphs noted."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._quads = quads
        self.count = 0
        self.graphs: set[str] = set()

    def __iter__(self) -> Iterator[ox.Quad]:
        for quad in self._quads:
            self.count += 1
            self.graphs.add(str(quad.graph_name)[1:-1])
            yield quad


def _files(state: Path, graph: str) -> tuple[Path, Path]:
    return state / f"{_NAME}{digest(graph)}.nq", state / f"{_NAME}{digest(graph)}.json"
