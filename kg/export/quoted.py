"""A text that is held back, but for the words that its graph quotes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg.export.closure import quoted_by
from kg.model import DocumentGraph, Span


def quoted(graph: DocumentGraph) -> DocumentGraph:
    """With spaces for all else of the text, so that spans stay where they are; paragraphs stay too."""
    text = graph.document.text
    characters = ["\n" if character == "\n" else " " for character in text]
    for span in _spans(graph):
        characters[span.begin : span.end] = span.of(text)
    return replace(graph, document=replace(graph.document, text="".join(characters)))


def _spans(graph: DocumentGraph) -> Iterator[Span]:
    yield from chain.from_iterable(map(quoted_by, graph.claims))
    yield from (mention.span for mention in graph.mentions)
    yield from (remark.span for remark in (*graph.document.boilerplate, *graph.unused))
