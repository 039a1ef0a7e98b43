"""The nouns of `kg.model` as RDF quads and back: `read(write(x)) == x`. How a noun looks in RDF is said only here."""

from kg.rdf.read import read_claims, read_corpus, read_documents
from kg.rdf.regroup import minted_names, regrouped
from kg.rdf.vocabulary import prefixes
from kg.rdf.write import (
    corpus_quads,
    difference_quads,
    document_quads,
    open_relations,
    plain_triple,
    reference,
)

__all__ = [
    "corpus_quads",
    "difference_quads",
    "document_quads",
    "minted_names",
    "open_relations",
    "plain_triple",
    "prefixes",
    "read_claims",
    "read_corpus",
    "read_documents",
    "reference",
    "regrouped",
]
