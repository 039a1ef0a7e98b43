"""A graph as it was at one moment: what a store holds now, or a file that it was exported to."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import InvalidGraph, KgError
from kg.ids import Names
from kg.model import CorpusGraph, DocumentGraph
from kg.pipeline.contents import contents
from kg.rdf import minted_names, read_corpus, read_documents, regrouped
from kg.store import Store

_FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
_GZIP: Final = ".gz"


@dataclass(frozen=True, slots=True)
class Moment:
    """All nouns of a store or export, and the names that its IRIs are minted with."""

    names: Names
    corpus: CorpusGraph
    documents: tuple[DocumentGraph, ...]


def moment(path: Path) -> Moment:
    """A store's folder, or a file that `kg export` wrote; compressed with gzip or not, with the texts or without.

    Raises `StoreError`, `InvalidGraph` and, for a file that cannot be read, `KgError`.
    """
    form = _FORMATS.get(Path(path.name.removesuffix(_GZIP)).suffix)
    if path.is_dir() or not (form or path.exists()):
        with Store.reading(path) as store:
            return Moment(store.names, *contents(store))
    if form is None:
        raise KgError(f"{path} is no store and no export ({', '.join(_FORMATS)}, or such a file as {_GZIP}): name one")
    with _explained(path):
        return _exported(_quads(path, form))


def _quads(path: Path, form: ox.RdfFormat) -> list[ox.Quad]:
    data = path.read_bytes()
    return list(ox.parse(gzip.decompress(data) if path.name.endswith(_GZIP) else data, format=form))


def _exported(quads: list[ox.Quad]) -> Moment:
    names = minted_names(quads)
    if names is None:
        raise InvalidGraph("it has no articles; export it anew, without --facts-only")
    known = list(regrouped(quads, names))
    found = Moment(names, read_corpus(known, names), tuple(read_documents(known, names)))
    _check_whole(found)
    return found


def _check_whole(found: Moment) -> None:
    """`InvalidGraph` where something is spoken of that is not there; our own stores are whole."""
    entities = {entity.id for entity in found.corpus.entities}
    claims = {claim.id for graph in found.documents for claim in graph.claims}
    for statement in found.corpus.statements:
        ends = (statement.subject, statement.object, *(q.value for q in statement.qualifiers))
        if not ({end for end in ends if isinstance(end, str)} <= entities):
            raise InvalidGraph(f"it lacks what the statement {statement.id} speaks of; export it anew")
        if not claims.issuperset((*statement.asserted_by, *statement.negated_by)):
            raise InvalidGraph(f"it lacks a claim of the statement {statement.id}; export it anew")
    _check_links(found.corpus, entities, claims)
    for graph in found.documents:
        speakers = {end for claim in graph.claims for end in (*claim.attributed_to, *claim.via)}
        if not speakers <= {entity.id for entity in graph.entities}:
            raise InvalidGraph(f"it lacks a speaker of the document {graph.document.id}; export it anew")


def _check_links(corpus: CorpusGraph, entities: set[str], claims: set[str]) -> None:
    statements = {statement.id for statement in corpus.statements}
    for conflict in corpus.conflicts:
        if not (statements.issuperset(conflict.between) and claims.issuperset(conflict.claims)):
            raise InvalidGraph(f"it lacks a side of the conflict {conflict.id}; export it anew")
    for change in corpus.changes:
        if not {change.earlier, change.later} <= statements:
            raise InvalidGraph(f"it lacks a side of the change {change.id}; export it anew")
    for match in corpus.matches:
        if not entities.issuperset(match.between):
            raise InvalidGraph(f"it lacks an entity of the possible match {match.id}; export it anew")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Every error of reading a file as one line that names it."""
    try:
        yield
    except InvalidGraph as error:
        raise InvalidGraph(f"{path}: {error}") from error
    except (SyntaxError, ValueError, EOFError, zlib.error) as error:
        raise KgError(f"{path} cannot be read ({_line(error)}): export it anew") from error
    except OSError as error:
        raise KgError(f"{path} cannot be read ({error.strerror or error}): check the path") from error


def _line(error: Exception) -> str:
    return " ".join(str(error.args[0] if error.args else error).split())
