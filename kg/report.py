"""What was read, what was found, and what could not be used and why, as Markdown for people."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from kg.model import CorpusGraph, DocumentGraph, Entity, Replay, Statement, Status
from kg.ontology import load_ontology
from kg.pages.clashes import changes, conflicts
from kg.pages.coverage import coverage, examples
from kg.pages.judged import judgements
from kg.pages.lookup import Lookup
from kg.pages.markdown import escaped, table
from kg.pages.matches import possible
from kg.pages.receipt import receipts
from kg.pages.support import support
from kg.pages.words import MEANINGS, Words

NOTHING_JUDGED: Final = Replay()
_RELATIONS: Final = 20


def report(
    corpus: CorpusGraph,
    graphs: Iterable[DocumentGraph],
    refused: Iterable[tuple[str, str]] = (),
    replay: Replay = NOTHING_JUDGED,
    *,
    facts: int = 30,
) -> str:
    """One Markdown text.

    `refused`: sources that could not be read, each with the reason; `replay`: what became of people's judgements;
    `facts`: the most to tell.
    """
    graphs = sorted(graphs, key=lambda graph: (graph.document.sources, graph.document.id))
    words = Words(Lookup.of(corpus, graphs), load_ontology())
    sections = [
        ["# What was read and found"],
        _articles(graphs),
        _entities(corpus, words),
        _statements(corpus, words),
        _facts(corpus, words, facts),
        conflicts(corpus, words),
        changes(corpus, words),
        possible(corpus, words.lookup),
        judgements(replay, corpus, graphs),
        _unused(graphs),
        _refused(sorted(refused)),
    ]
    return "\n\n".join(block for section in sections for block in section) + "\n"


def _articles(graphs: Sequence[DocumentGraph]) -> list[str]:
    rows = [
        (
            ", ".join(document.sources),
            document.title or "",
            document.issued.text if document.issued else "",
            document.publisher or "",
            str(len({claim.passage for claim in graph.claims})),
            str(len(graph.claims)),
        )
        for graph in graphs
        for document in [graph.document]
    ]
    header = ("Source", "Title", "Date", "Publisher", "Sentences used", "Claims")
    notes = [f"- {escaped(g.document.sources[0])}: {escaped(note)}" for g in graphs for note in g.document.notes]
    read = table(header, rows) if rows else "No article was read."
    return [f"## Articles: {len(rows)}", read, *(["### Notes", "\n".join(notes)] if notes else [])]


def _entities(corpus: CorpusGraph, words: Words) -> list[str]:
    def named(found: Iterable[Entity]) -> Counter[str]:
        return Counter(words.term(entity.kind) for entity in found)

    yes, no = named(e for e in corpus.entities if e.named), named(e for e in corpus.entities if not e.named)
    rows = [(kind, str(yes[kind]), str(no[kind])) for kind in sorted(yes | no, key=lambda kind: (-yes[kind], kind))]
    heading = f"## Entities: {len(corpus.entities)}"
    return [heading, table(("Class", "Named", "Without a name"), rows)] if rows else [heading]


def _statements(corpus: CorpusGraph, words: Words) -> list[str]:
    statuses = Counter(statement.status for statement in corpus.statements)
    relations = Counter(words.term(statement.relation) for statement in corpus.statements)
    top = sorted(relations.items(), key=lambda item: (-item[1], item[0]))[:_RELATIONS]
    heading = f"## Statements: {len(corpus.statements)}"
    if not corpus.statements:
        return [heading]
    return [
        heading,
        table(("Status", "Meaning", "Statements"), [(s, MEANINGS[s], str(statuses[s])) for s in Status]),
        f"### Most frequent relations: {len(top)} of {len(relations)}",
        table(("Relation", "Statements"), [(relation, str(count)) for relation, count in top]),
    ]


def _facts(corpus: CorpusGraph, words: Words, most: int) -> list[str]:
    """Those of most documents, then of most claims, then of the strongest status, come first."""

    def rank(statement: Statement) -> tuple[int, int, int, str, str]:
        claims = len(statement.asserted_by) + len(statement.negated_by)
        strength = list(Status).index(statement.status)
        return -statement.documents, -claims, strength, words.statement(statement), statement.id

    ranked = sorted(corpus.statements, key=rank)[:most]
    blocks = [_fact(statement, words) for statement in ranked]
    return [f"## Main facts: {len(ranked)} of {len(corpus.statements)}", "\n".join(blocks)] if blocks else []


def _fact(statement: Statement, words: Words) -> str:
    first, *others = receipts(statement, words.lookup)
    more = f", and {len(others)} more" if others else ""
    basis = support(statement, words.lookup)
    return "\n".join(
        (
            f"- **{statement.status}** {escaped(words.statement(statement))}",
            f"  > {escaped(first.sentence)}",
            "  >",
            f"  > ({escaped(first.said)}; {escaped(first.article)}{more})",
            *(["  >", f"  > {escaped(basis)}"] if basis else []),
        )
    )


def _unused(graphs: Sequence[DocumentGraph]) -> list[str]:
    unused = [(graph, remark) for graph in graphs for remark in graph.unused]
    boilerplate = [(graph, remark) for graph in graphs for remark in graph.document.boilerplate]
    return [
        f"## Not used: {len(unused)} sentences",
        *([coverage(graphs)] if graphs else []),
        examples(unused) or "Every sentence gave a claim.",
        f"## Set aside as no part of an article: {len(boilerplate)} passages",
        examples(boilerplate) or "Nothing.",
    ]


def _refused(refused: Sequence[tuple[str, str]]) -> list[str]:
    lines = [f"- {escaped(source)}: {escaped(reason)}" for source, reason in refused]
    return [f"## Refused: {len(lines)}", "\n".join(lines) or "Every source could be read."]
