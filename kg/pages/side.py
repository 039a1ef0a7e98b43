"""One side of a possible match: how an article speaks of somebody, as far as it helps to tell who is meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice, pairwise

from kg.model import CorpusGraph, DocumentGraph, Member, Span
from kg.nesting import references
from kg.pages.words import Words, printable

_SENTENCES = 3
_OFFICES = 3
_BESIDE = 8
_AROUND = 100  # characters on either side of a mention that stands in no sentence of a claim

Pieces = tuple[tuple[str, bool], ...]
"""A sentence in pieces, each with whether it names the one in question."""


@dataclass(frozen=True, slots=True)
class Side:
    """All of it is harmless text of one line. `beside`: whom the article names too; those with a star both name."""

    name: str
    kind: str
    other_names: tuple[str, ...]
    article: str
    offices: tuple[str, ...]
    beside: tuple[str, ...]
    sentences: tuple[Pieces, ...]


def side(member: Member, other: Member, corpus: CorpusGraph, graphs: Mapping[str, DocumentGraph], words: Words) -> Side:
    """Of a local entity, compared with one of another article."""
    graph = graphs[member.document]
    local = next(entity for entity in graph.entities if entity.id == member.entity)
    return Side(
        name=printable(local.label),
        kind=words.term(local.kind),
        other_names=tuple(map(printable, local.alt_labels)),
        article=_article(graph),
        offices=tuple(islice(_offices(member, corpus, words), _OFFICES)),
        beside=_beside(member, other, graphs, words),
        sentences=tuple(islice(_sentences(graph, member.entity), _SENTENCES)),
    )


def _article(graph: DocumentGraph) -> str:
    document = graph.document
    issued = document.issued.text if document.issued else None
    return ", ".join(
        printable(part) for part in (document.sources[0], document.title, document.publisher, issued) if part
    )


def _offices(member: Member, corpus: CorpusGraph, words: Words) -> Iterator[str]:
    owner = next((entity.id for entity in corpus.entities if member in entity.members), None)
    held = (s for s in corpus.statements if s.relation == "hasRoleAt" and s.subject == owner and owner)
    return (words.statement(statement) for statement in held)


def _beside(member: Member, other: Member, graphs: Mapping[str, DocumentGraph], words: Words) -> tuple[str, ...]:
    """Named ones by the names that the graph gives them; whoever both articles name is marked with a star."""

    def named(document: str, but: str) -> set[str]:
        found = (entity for entity in graphs[document].entities if entity.named and entity.id != but)
        return {words.lookup.local[Member(document, entity.id)] for entity in found}

    own, theirs = named(member.document, member.entity), named(other.document, other.entity)
    ordered = sorted(own, key=lambda label: (label not in theirs, label))
    return tuple(printable(f"{label}*" if label in theirs else label) for label in ordered[:_BESIDE])


def _sentences(graph: DocumentGraph, entity: str) -> Iterator[Pieces]:
    """Those that say something of it come first, then those that name it."""
    own = [mention for mention in graph.mentions if mention.entity == entity]
    mentions = sorted(mention.span for mention in own)
    about = {claim.passage for claim in graph.claims if entity in (claim.subject, claim.object)}
    others = {claim.passage for claim in graph.claims} - about
    found = [passage for part in (about, others) for passage in sorted(part) if _inside(mentions, passage)]
    rest = [one.span for one in references(own) if not any(passage.overlaps(one.span) for passage in found)]
    for passage in (*found, *(_window(span, graph.document.text) for span in rest)):
        yield _pieces(passage, _inside(mentions, passage), graph.document.text)


def _inside(mentions: list[Span], passage: Span) -> list[Span]:
    return [span for span in mentions if passage.contains(span)]


def _window(span: Span, text: str) -> Span:
    """The words around a mention, on its line."""
    begin = max(text.rfind("\n", 0, span.begin) + 1, span.begin - _AROUND)
    end = text.find("\n", span.end)
    return Span(begin, min(len(text) if end < 0 else end, span.end + _AROUND))


def _pieces(passage: Span, mentions: list[Span], text: str) -> Pieces:
    cuts = sorted({passage.begin, passage.end, *(end for span in mentions for end in (span.begin, span.end))})
    spans = [Span(begin, end) for begin, end in pairwise(cuts)]
    runs = groupby(spans, key=lambda span: any(mention.contains(span) for mention in mentions))
    whole = ((named, list(run)) for named, run in runs)
    return tuple((printable(Span(run[0].begin, run[-1].end).of(text)), named) for named, run in whole)
