"""Who is suppressed is nowhere: in no label, statement, claim, mention, passage, title, IRI or text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import Format, Suppressed, quoted, without
from kg.export.suppression import Names
from kg.ids import Names as Iris
from kg.model import CorpusGraph, DocumentGraph
from kg.rdf import corpus_quads, document_quads, prefixes
from tests.export.test_selection import assert_whole
from tests.pages.corpora import fuse, large
from tests.samples import Article, election


def suppressed(*ids: str, graphs: list[DocumentGraph] | None = None) -> Suppressed:
    corpus, known = fuse(graphs or election())
    return without(corpus, known, ids)


def file(corpus: CorpusGraph, graphs: tuple[DocumentGraph, ...], untold: frozenset[str]) -> str:
    iris = Iris()
    quads = [
        q for g in graphs for q in document_quads(g, iris) if g.document.id not in untold or "isString" not in str(q)
    ]
    return Format.NQUADS.serialize([*quads, *corpus_quads(corpus, graphs, iris)], iris, prefixes(iris)).decode()


NOBODY_ELSE = "Cy Cole met Dee Novak in Oslo."


def article(text: str, *names: str, source: str = "a.txt") -> Article:
    found = Article(f"{text} {NOBODY_ELSE}", source)
    for name in names:
        found.entity(name)
    found.claim("meets", "met", found.entity("Cy Cole"), found.entity("Dee Novak"))
    return found


def test_all_of_a_person_is_gone_and_the_rest_is_there() -> None:
    left = suppressed("bo-berg")
    text = file(left.corpus, left.graphs, left.untold)
    assert "berg" not in text.casefold()
    assert {entity.id for entity in left.corpus.entities} == {"ann-lee", "unity", "oslo", "cy-cole", "experts"}
    assert len(left.graphs) == len(left.untold) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee beat Bo Berg.",
        "ANN LEE’S party lost.",
        "Lee-Novak said so.",
        "Mr. Lee was there.",
        "Ánn  Lée was there.",
    ],
)
def test_a_passage_that_names_them_is_gone_with_its_claims(text: str) -> None:
    one, other = Article("Ann Lee is 57.", "b.txt"), article(text)
    one.entity("Ann Lee", alt=("Lee",))
    left = suppressed("ann-lee", graphs=[one.graph(), other.graph()])
    assert not any(graph.claims for graph in left.graphs)
    assert left.untold == {one.document.id, other.document.id}


def test_a_passage_about_them_without_a_name_is_gone() -> None:
    said = article("She won.")
    pronoun = said.entity("Ann Lee", alt=("She",))
    left = suppressed(pronoun, graphs=[said.graph()])
    assert not left.graphs[0].claims


def test_other_passages_stay_and_texts_that_name_nobody() -> None:
    one, other = Article("Ann Lee is 57.", "b.txt"), article("It rained.")
    one.entity("Ann Lee")
    left = suppressed("ann-lee", graphs=[one.graph(), other.graph()])
    assert [len(graph.claims) for graph in left.graphs if graph.document.id == other.document.id] == [1]
    assert left.untold == {one.document.id}


def test_what_bears_the_name_goes_and_is_told() -> None:
    said = Article("Ann Lee, Eve Lee and the Lee Foundation, and Leeds.")
    for name in ("Ann Lee", "Eve Lee", "Lee Foundation", "Leeds"):
        said.entity(name, alt=("Lee",) if name == "Ann Lee" else ())
    left = suppressed("ann-lee", graphs=[said.graph()])
    assert [entity.label for entity in left.corpus.entities] == ["Leeds"]
    assert left.others == ("Eve Lee", "Lee Foundation")


def test_a_name_among_others_of_somebody_else_is_taken_off() -> None:
    said = Article("Ann Lee and Norland, and Lee Land.")
    said.entity("Ann Lee")
    said.entity("Norland", alt=("Ann Lee Land", "Nordland"))
    (norland,) = suppressed("ann-lee", graphs=[said.graph()]).corpus.entities
    assert norland.alt_labels == ("Nordland",)


def test_a_title_a_publisher_and_a_source_tell_nothing() -> None:
    named, filed = article("It rained."), article("It snowed.", source="ann-lee.txt")
    who = Article("Ann Lee.", "c.txt")
    who.entity("Ann Lee")
    graph = named.graph()
    graph = replace(graph, document=replace(graph.document, title="Lee? Ann Lee!", publisher="Ann Lee Press"))
    left = suppressed("ann-lee", graphs=[graph, filed.graph(), who.graph()])
    documents = {part.document.id: part.document for part in left.graphs}
    assert documents.keys() == {graph.document.id, who.document.id}
    assert (documents[graph.document.id].title, documents[graph.document.id].publisher) == (None, None)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from([entity.id for entity in large()[0].entities]))
def test_whoever_it_is_no_name_is_left_and_the_rest_is_whole(id: str) -> None:
    corpus, graphs = large()
    (entity,) = (entity for entity in corpus.entities if entity.id == id)
    left = without(corpus, graphs, {id})
    told = fuse(left.graphs)[0]
    assert_whole(told, left.graphs)
    assert_whole(left.corpus, left.graphs)
    text = file(told, left.graphs, left.untold).casefold()
    for name in (entity.label, *entity.alt_labels):
        assert not re.search(rf"\b{re.escape(name.casefold())}\b", text)
    assert f"entity/{id}>" not in text


@settings(deadline=None, max_examples=40)
@given(st.sampled_from([entity.id for entity in large()[0].entities]))
def test_of_a_text_that_is_held_back_the_quoted_words_stay_where_they_are(id: str) -> None:
    corpus, graphs = large()
    (entity,) = (entity for entity in corpus.entities if entity.id == id)
    for graph in without(corpus, graphs, {id}).graphs:
        whole, part = graph.document.text, quoted(graph).document.text
        assert len(part) == len(whole)
        assert all(kept in (own, " ") for kept, own in zip(part, whole, strict=True))
        assert all(claim.passage.of(part) == claim.passage.of(whole) for claim in graph.claims)
        assert not Names.of([entity.label, *entity.alt_labels]).inside(part)


def test_what_is_not_quoted_is_blank() -> None:
    whole = Article("Ann Lee left.\nCy Cole met Dee Novak. It rained.")
    claim = whole.claim("meets", "met", whole.entity("Cy Cole"), whole.entity("Dee Novak"))
    graph = replace(whole.graph(), claims=(replace(claim, passage=whole.span("Cy Cole met Dee Novak.")),))
    assert quoted(graph).document.text == f"{' ' * 13}\nCy Cole met Dee Novak.{' ' * 11}"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Kim", True),
        ("KIM’s wife", True),
        ("kim-jong-yang", True),
        ("kims-wife", True),
        ("Kimberly", False),
        ("Hakim", False),
        ("", False),
        (None, False),
    ],
)
def test_names_count_as_words(text: str | None, inside: bool) -> None:
    assert Names.of(["Kim", "", " ", "…"]).inside(text) is inside
