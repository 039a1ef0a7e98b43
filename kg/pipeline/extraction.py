"""Documents → their graphs, or why they have none; in one process or in several."""

import gc
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from kg.errors import KgError, mistake
from kg.model import Document, DocumentGraph
from kg.ontology import load_ontology
from kg.pipeline.workers import ordered
from kg.rules import broken_rules
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.extract import Extractor

_MOST: Final = 4
# In characters. It takes a process some two seconds to begin, in which one alone reads as much.
_WORTH_IT: Final = 50_000
# What is read while the graphs of one batch are written: no process is to wait for that.
_AHEAD: Final = 400_000
Extraction = tuple[Document, DocumentGraph | str]
"""A document, and its graph or the reason why it has none."""


def extracted(documents: Iterable[Document], settings: Settings) -> Iterator[Extraction]:
    """In their order, and the same however many processes read them. Raises `ModelMissing`.

    Several are used only where there is enough to read; each takes memory for a language model of its own.
    """
    read, workers = partial(_graph, settings), settings.workers or _cores()
    worth_it, documents = _begun(documents) if workers > 1 else (False, documents)
    if not worth_it:
        yield from ((document, read(document)) for document in documents)
        return
    for document, graph in ordered(read, documents, workers, _size, _AHEAD, ["kg.extract"]):
        yield document, graph or "ended the process that read it (out of memory?); split it, or leave it out"


def fault(graph: DocumentGraph, settings: Settings) -> str | None:
    """Why a document's graph cannot go into a store, if it cannot."""
    if not graph.entities:
        return "names nobody and nothing that a graph could hold; leave it out"
    broken = broken_rules(graph, load_ontology(), settings.threshold)
    return f"would break rules of the graph ({len(broken)}; the first: {broken[0]}); report this" if broken else None


def _cores() -> int:
    """Those that we may use, of which few are enough: what one process does with the graphs takes a third as long."""
    ours = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))
    return min(len(ours(0)), _MOST)


def _begun(documents: Iterable[Document]) -> tuple[bool, Iterator[Document]]:
    """Whether there is enough to read for several processes; and all of the documents."""
    first: list[Document] = []
    rest = iter(documents)
    size = 0
    while size < _WORTH_IT and (document := next(rest, None)):
        first.append(document)
        size += _size(document)
    return size >= _WORTH_IT, chain(first, rest)


def _size(document: Document) -> int:
    return len(document.text)


def _graph(settings: Settings, document: Document) -> DocumentGraph | str:
    """A mistake of ours in one article is to be told, and to stop no other."""
    try:
        graph = _extractor(settings).extract(document)
        return fault(graph, settings) or graph
    except KgError:
        raise
    except Exception as error:  # of whatever kind: it is told as the reason why the article is refused
        return mistake(error)


@lru_cache(maxsize=1)
def _extractor(settings: Settings) -> "Extractor":
    # spaCy takes a second to import and the model another: who reads nothing new does not wait for them.
    from kg.extract import Extractor

    if _extractor.cache_info().currsize:  # of other settings; those before it go now, and it goes with the next
        gc.unfreeze()
        gc.collect()
    extractor = Extractor(settings)
    gc.freeze()  # the model stays: the collector need not look through it again with every article
    return extractor
