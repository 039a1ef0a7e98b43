"""Single values of the nouns as RDF terms and back.

A codec is a pair of inverse functions. Reading raises ValueError on a term that writing does not give.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from kg.ids import KG, Names
from kg.model import Excerpt, Literal, Member, Span
from kg.rdf.vocabulary import XSD

Term = ox.NamedNode | ox.Literal
_TRUTHS = ("false", "true")
_OFFSETS = re.compile(r"(\d+),(\d+)")


class Malformed(ValueError):
    """A term does not have the form that writing gives."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where ids are unique: under a base, and those of local entities and spans in one document."""

    names: Names
    document: str = ""


@dataclass(frozen=True, slots=True)
class Codec:
    """`read(write(value, scope), scope) == value`."""

    write: Callable[[Any, Scope], Term]
    read: Callable[[Term, Scope], Any]


@lru_cache(maxsize=1 << 14)
def node(iri: str) -> ox.NamedNode:
    """The same IRI comes again and again, and Oxigraph looks through each one that it is given."""
    return ox.NamedNode(iri)


def _typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=node(XSD + datatype))


_short = lru_cache(maxsize=1 << 12)(_typed)


def _after(prefix: str, iri: str) -> str:
    if not iri.startswith(prefix):
        raise Malformed(f"{iri} does not start with {prefix}")
    return iri.removeprefix(prefix)


def _literal(term: Term) -> Literal:
    if not isinstance(term, ox.Literal):
        raise Malformed(f"{term.value} is no literal")
    return Literal(term.value, _after(XSD, term.datatype.value))


def _text(term: Term, datatype: str) -> str:
    literal = _literal(term)
    if literal.datatype != datatype:
        raise Malformed(f"{term} is no xsd:{datatype}")
    return literal.text


def _plain(datatype: str, text: Callable[[Any], str], value: Callable[[str], Any]) -> Codec:
    return Codec(lambda v, _: _short(text(v), datatype), lambda term, _: value(_text(term, datatype)))


def _decimal(value: float) -> str:
    """The shortest decimal that gives the same float again, without an exponent."""
    return f"{Decimal(repr(value)).normalize():f}"


def _id(mint: Callable[[Scope, str], str]) -> Codec:
    return Codec(
        lambda v, scope: node(mint(scope, v)),
        lambda term, scope: _after(mint(scope, ""), _iri(term)),
    )


def _iri(term: Term) -> str:
    if not isinstance(term, ox.NamedNode):
        raise Malformed(f"{term} is no IRI")
    return term.value


def _either(entity: Codec) -> Codec:
    """An entity's id, or a literal."""
    return Codec(
        lambda v, scope: LITERAL.write(v, scope) if isinstance(v, Literal) else entity.write(v, scope),
        lambda term, scope: _literal(term) if isinstance(term, ox.Literal) else entity.read(term, scope),
    )


def _read_relation(term: Term, scope: Scope) -> str:
    iri, open_relations = _iri(term), scope.names.relation("rel:")
    return "rel:" + iri.removeprefix(open_relations) if iri.startswith(open_relations) else _after(KG, iri)


def _write_excerpt(excerpt: Excerpt, scope: Scope) -> ox.NamedNode:
    names, whole = scope.names, excerpt == Excerpt(excerpt.document)
    iri = names.document(excerpt.document) if whole else names.span(excerpt.document, excerpt.span)
    return node(iri)


def _read_excerpt(term: Term, scope: Scope) -> Excerpt:
    document, hash, _ = _after(scope.names.document(""), _iri(term)).partition("#")
    return Excerpt(document, _read_span(term, Scope(scope.names, document))) if hash else Excerpt(document)


def _read_span(term: Term, scope: Scope) -> Span:
    offsets = _OFFSETS.fullmatch(_after(scope.names.local(scope.document, "char="), _iri(term)))
    if not offsets:
        raise Malformed(f"{term} is no span of a text")
    return Span(int(offsets[1]), int(offsets[2]))


def _read_member(term: Term, scope: Scope) -> Member:
    document, _, entity = _after(scope.names.document(""), _iri(term)).partition("#")
    return Member(document, entity)


def _any_id(scope: Scope) -> dict[str, Callable[[str], str]]:
    names = scope.names
    return {
        "st": names.statement,
        "ent": names.entity,
        "doc": names.document,
        "conflict": names.conflict,
        "change": names.change,
        "match": names.match,
    }


def _write_any(id: str, scope: Scope) -> Term:
    prefix, _, local = id.partition(":")
    return node(_any_id(scope)[prefix](local))


def _read_any(term: Term, scope: Scope) -> str:
    iri = _iri(term)
    for prefix, mint in _any_id(scope).items():
        if iri.startswith(mint("")):
            return f"{prefix}:{_after(mint(''), iri)}"
    raise Malformed(f"{iri} is nothing that could differ")


def one_of(values: type[StrEnum]) -> Codec:
    """A named individual of the ontology."""
    return Codec(lambda v, _: node(KG + v), lambda term, _: values(_after(KG, _iri(term))))


TEXT = Codec(lambda v, _: ox.Literal(str(v)), lambda term, _: _text(term, "string"))
DAY = _plain("date", str, str)
COUNT = _plain("integer", str, int)
TRUTH = _plain("boolean", lambda v: _TRUTHS[v], lambda text: bool(_TRUTHS.index(text)))
DECIMAL = _plain("decimal", _decimal, float)
LITERAL = Codec(lambda v, _: _typed(v.text, v.datatype), lambda term, _: _literal(term))
NAME = _id(lambda _, v: KG + v)
DOCUMENT_ID = _id(lambda scope, v: scope.names.document(v))
LOCAL_ID = _id(lambda scope, v: scope.names.local(scope.document, v))
CLAIM_ID = _id(lambda scope, v: scope.names.claim(v))
ENTITY_ID = _id(lambda scope, v: scope.names.entity(v))
STATEMENT_ID = _id(lambda scope, v: scope.names.statement(v))
MATCH_ID = _id(lambda scope, v: scope.names.match(v))
CONFLICT_ID = _id(lambda scope, v: scope.names.conflict(v))
CHANGE_ID = _id(lambda scope, v: scope.names.change(v))
ANY_ID = Codec(_write_any, _read_any)
LOCAL_VALUE = _either(LOCAL_ID)
ENTITY_VALUE = _either(ENTITY_ID)
RELATION = Codec(lambda v, scope: node(scope.names.relation(v)), _read_relation)
SPAN = Codec(lambda v, scope: node(scope.names.span(scope.document, v)), _read_span)
EXCERPT = Codec(_write_excerpt, _read_excerpt)
MEMBER = Codec(lambda v, scope: node(scope.names.local(v.document, v.entity)), _read_member)
