from dataclasses import replace

import pytest

from kg.explain import explain, render
from kg.model import CorpusGraph, DocumentGraph
from kg.pages.evidence import panel
from kg.pages.lookup import Lookup
from kg.pages.support import support
from kg.report import report
from kg.resolve import resolve
from tests.samples import Article

WIRE = "Ann Lee beat Bo Berg by 101 votes to 61 in a vote of the assembly in Oslo on Wednesday."
OWN = "On Wednesday, the assembly in Oslo chose: Ann Lee beat Bo Berg, who had 61 votes."


def said(text: str, source: str, publisher: str | None = None) -> DocumentGraph:
    article = Article(text, source)
    article.document = replace(article.document, publisher=publisher)
    article.claim("defeated", "beat", article.entity("Ann Lee"), article.entity("Bo Berg"))
    return article.graph()


ONE, COPY, OTHER = said(WIRE, "one.txt"), said(f"OSLO - {WIRE}", "copy.txt"), said(OWN, "own.txt")


def line(*graphs: DocumentGraph) -> str:
    corpus = resolve(graphs)
    return support(corpus.statements[0], Lookup.of(corpus, graphs))


@pytest.mark.parametrize(
    ("graphs", "expected"),
    [
        ([ONE], ""),
        ([ONE, OTHER], "2 articles, 2 independent sources"),
        ([ONE, COPY], "2 articles, 1 independent source: the same text in “copy.txt” and “one.txt”"),
        ([ONE, COPY, OTHER], "3 articles, 2 independent sources: the same text in “copy.txt” and “one.txt”"),
        (
            [said(WIRE, "a", "Wire"), said(OWN, "b", "WIRE")],
            "2 articles, 1 independent source: one publisher of “a” and “b”",
        ),
        (
            [ONE, COPY, said(f"{WIRE} ", "a\n<b>")],
            "3 articles, 1 independent source: the same text in “a <b>”, “copy.txt” and “one.txt”",
        ),
    ],
)
def test_support(graphs: list[DocumentGraph], expected: str) -> None:
    assert line(*graphs) == expected


def test_it_is_shown_where_receipts_are() -> None:
    corpus, graphs = resolve([ONE, COPY]), [ONE, COPY]
    expected = "2 articles, 1 independent source: the same text in “copy.txt” and “one.txt”"
    assert f"\n  {expected}\n  - " in render(explain(corpus, graphs, ["Ann Lee", "Bo Berg"]))
    assert expected in report(corpus, graphs)


def test_hostile_names_of_sources_are_text_only() -> None:
    hostile = line(said(WIRE, "<script>\x1b[0m"), COPY)
    assert "\x1b" not in hostile
    assert "<script>" not in panel([], hostile)


def test_nothing_is_said_of_a_graph_without_links() -> None:
    corpus = resolve([ONE, COPY])
    bare = CorpusGraph(corpus.entities, corpus.statements)
    assert support(bare.statements[0], Lookup.of(bare, [ONE, COPY])) == "2 articles, 1 independent source"
