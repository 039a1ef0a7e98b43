"""A store, or what is wanted of it, as a file."""

from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export import Format, NetworkFormat, Selection, network, select
from kg.export.formats import READABLE
from kg.export.turtle import Writable
from kg.ids import Names
from kg.pipeline.asking import Memory, constructed
from kg.pipeline.contents import write
from kg.pipeline.narrowing import Part, left_out
from kg.query import Query
from kg.rdf import prefixes
from kg.status import is_plain_fact
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """A format, and what goes into the file; by default all but the texts.

    `without`: names of those who are suppressed. Last, `query` is asked of what is left; only RDF can hold its answer.
    """

    form: Format | NetworkFormat = Format.TURTLE
    with_text: bool = False
    facts_only: bool = False
    selection: Selection = Selection()  # noqa: RUF009 - frozen
    without: tuple[str, ...] = ()
    query: Query | None = None

    @property
    def narrows(self) -> bool:
        return self.selection.narrows or bool(self.without)


def exported(store: Store, wanted: Wanted, out: Writable) -> tuple[str, ...]:
    """Writes the file, and gives in sentences what was left out of it.

    Raises `UnknownName`, `UnknownSource`, `QueryError` and `InvalidGraph`.
    """
    if isinstance(wanted.form, Format) and not wanted.narrows and not wanted.query:
        told = {"with_text": wanted.with_text, "facts_only": wanted.facts_only}
        write(store, wanted.form, out, readable=READABLE, **told)
        return ()
    whole = Part.whole(store)
    part, suppressed = whole.suppressed(wanted.without, store)
    part = part.selected(wanted.selection)
    out.write(_written(part, wanted, store.names))
    return (*suppressed, *left_out(whole, part, wanted.selection))


def _written(part: Part, wanted: Wanted, names: Names) -> bytes:
    if isinstance(wanted.form, NetworkFormat):
        facts = tuple(s for s in part.corpus.statements if not wanted.facts_only or is_plain_fact(s))
        return wanted.form.serialize(network(replace(part.corpus, statements=facts), part.graphs))
    quads = select(part.quads(names), names, with_text=wanted.with_text, facts_only=wanted.facts_only)
    if wanted.query:
        return _answer(wanted.query, Memory.of(quads), wanted.form, names)
    return wanted.form.serialize(quads, names, prefixes(names))


def _answer(query: Query, asked: Memory, form: Format, names: Names) -> bytes:
    triples = constructed(query, asked, names)
    if not all(_is_named(term) for triple in triples for term in (triple.subject, triple.object)):
        raise QueryError(f"{query.name} gives nodes without a name, which differ each time: make IRIs with IRI()")
    return form.serialize((ox.Quad(*triple) for triple in triples), names, prefixes(names))


def _is_named(term: object) -> bool:
    return isinstance(term, ox.NamedNode | ox.Literal)
