"""What a reader of the contract looks for in the quads."""

import pyoxigraph as ox
import pytest

from kg.ids import KG, Names
from kg.model import (
    CorpusGraph,
    Document,
    DocumentGraph,
    Entity,
    Excerpt,
    Literal,
    Member,
    NearDuplicate,
    Remark,
    Span,
    Statement,
    Status,
)
from kg.rdf import corpus_quads, document_quads, prefixes
from kg.rdf import vocabulary as v
from tests.samples import Article, election

NAMES = Names()


def triples(turtle: str) -> set[ox.Triple]:
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(NAMES).items())
    return {quad.triple for quad in ox.parse(input=head + turtle, format=ox.RdfFormat.TURTLE, base_iri=NAMES.base)}


def said_of(quads: list[ox.Quad], *nodes: str) -> set[ox.Triple]:
    return {quad.triple for quad in quads if quad.subject in set(map(ox.NamedNode, nodes))}


def test_a_claim_looks_as_in_the_contract() -> None:
    graph = election()[0]
    claim = next(c for c in graph.claims if c.relation == "defeated")
    quads = list(document_quads(graph, NAMES))
    doc = f"document/{graph.document.id}"
    assert said_of(quads, NAMES.claim(claim.id)) == triples(f"""
        claim:{claim.id} a kg:Claim ; kg:inDocument <{doc}> ;
            rdf:subject <{doc}#ann-lee> ; rdf:predicate kg:defeated ; rdf:object <{doc}#bo-berg> ;
            kg:polarity kg:Positive ; kg:certainty kg:Certain ; kg:confidence 0.9 ; kg:status kg:Reported ;
            kg:voice kg:Narrator ; kg:passage <{doc}#char=0,85> ; kg:triggerMention <{doc}#char=13,17> ;
            kg:subjectMention <{doc}#char=0,7> ; kg:objectMention <{doc}#char=18,25> ;
            kg:votesFor 101 ; kg:votesAgainst 61 ; kg:place <{doc}#oslo> .
    """)


def test_a_speaker_and_a_mention_look_as_in_the_contract() -> None:
    graph = election()[1]
    claim = next(c for c in graph.claims if c.relation == "defeated")
    quads = list(document_quads(graph, NAMES))
    doc = f"document/{graph.document.id}"
    speaker = NAMES.span(graph.document.id, Span(10, 17))
    assert said_of(quads, NAMES.claim(claim.id)) >= triples(f"""
        claim:{claim.id} kg:voice kg:Speaker ; kg:attributedTo <{doc}#cy-cole> ;
            kg:sourceMention <{doc}#char=10,17> ; kg:cueMention <{doc}#char=18,22> .
    """)
    assert said_of(quads, speaker) == triples(f"""
        <{doc}#char=10,17> a kg:Mention ; kg:mentionOf <{doc}#cy-cole> ; nif:referenceContext <{doc}> ;
            nif:beginIndex 10 ; nif:endIndex 17 ; nif:anchorOf "Cy Cole" .
    """)


def test_a_mention_inside_another_of_the_same_leads_to_it() -> None:
    article = Article("President Ann Lee won.")
    lee = article.entity("Ann Lee")
    article.mention(lee, "President Ann Lee", "")
    doc = f"document/{article.document.id}"
    inner = NAMES.span(article.document.id, Span(10, 17))
    said = {quad.triple for quad in document_quads(article.graph(), NAMES) if quad.predicate == v.SUPER_STRING}
    assert said == triples(f"<{inner}> nif:superString <{doc}#char=0,17> .")


def test_an_unnamed_local_entity_looks_as_in_the_contract() -> None:
    graph = election()[1]
    doc = f"document/{graph.document.id}"
    assert said_of(list(document_quads(graph, NAMES)), NAMES.local(graph.document.id, "experts")) == triples(f"""
        <{doc}#experts> a kg:Group ; kg:inDocument <{doc}> ; rdfs:label "Experts" ; kg:named false .
    """)


def test_a_document_and_its_remarks() -> None:
    document = Document(
        id="9a3e",
        sha256="9a3eff",
        text="Éa! Cookies?",
        sources=("a/one.txt", "b/two.txt"),
        title="Éa!",
        issued=Literal("2018-11", "gYearMonth"),
        publisher="The Paper",
        boilerplate=(Remark(Span(4, 12), "cookie notice"),),
        notes=("no date found",),
    )
    quads = list(document_quads(DocumentGraph(document, unused=(Remark(Span(0, 3), "no clause"),)), NAMES))
    assert {quad.triple for quad in quads} == triples("""
        doc:9a3e a kg:Document ; dcterms:title "Éa!" ; dcterms:issued "2018-11"^^xsd:gYearMonth ;
            dcterms:publisher "The Paper" ; dcterms:source "a/one.txt" , "b/two.txt" ; kg:sha256 "9a3eff" ;
            nif:isString "Éa! Cookies?" ; kg:note "no date found" .
        <document/9a3e#char=0,3> a kg:Passage ; kg:unusedBecause "no clause" ; nif:referenceContext doc:9a3e ;
            nif:beginIndex 0 ; nif:endIndex 3 ; nif:anchorOf "Éa!" .
        <document/9a3e#char=4,12> a kg:Passage ; kg:boilerplateBecause "cookie notice" ; nif:referenceContext doc:9a3e ;
            nif:beginIndex 4 ; nif:endIndex 12 ; nif:anchorOf "Cookies?" .
    """)


def test_an_entity_leads_to_its_members_and_old_names() -> None:
    ann = Entity("ann-lee", "Person", "Ann Lee", ("Lee",), True, (Member("9a3e", "ann-lee"),), ("anna-lee",))
    assert {quad.triple for quad in corpus_quads(CorpusGraph((ann,)), (), NAMES)} == triples("""
        ent:ann-lee a kg:Person ; rdfs:label "Ann Lee" ; skos:altLabel "Lee" ; kg:named true .
        ent:anna-lee dcterms:isReplacedBy ent:ann-lee .
        <document/9a3e#ann-lee> kg:refersTo ent:ann-lee .
    """)


def test_open_relations_of_claims_get_a_label() -> None:
    assert {quad.triple for quad in corpus_quads(CorpusGraph(), election(), NAMES)} == triples("""
        rel:leave a kg:OpenRelation ; rdfs:label "leave" .
    """)


def statement(relation: str, object: str | Literal | None, status: Status, subject: str | None = "ann") -> Statement:
    return Statement("5f1c", relation, subject, object, status, ("77b0",), (), 1, 1)


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        (statement("defeated", "bo", Status.REPORTED), "ent:ann kg:defeated ent:bo ."),
        (statement("rel:warn_about", "bo", Status.REPORTED), "ent:ann rel:warn_about ent:bo ."),
        (statement("rel:cost", Literal("5", "integer"), Status.REPORTED), "ent:ann rel:cost 5 ."),
        (statement("age", Literal("57", "integer"), Status.REPORTED), None),
        (statement("memberCount", Literal("194", "integer"), Status.REPORTED), None),
        (statement("disappeared", None, Status.REPORTED), None),
        (statement("detained", "bo", Status.REPORTED, subject=None), None),
        *((statement("defeated", "bo", status), None) for status in Status if status is not Status.REPORTED),
    ],
)
def test_only_what_is_reported_of_two_ends_is_a_plain_fact(said: Statement, fact: str | None) -> None:
    quads = list(corpus_quads(CorpusGraph(statements=(said,)), (), NAMES))
    ours = {ox.NamedNode(KG + name) for name in ("defeated", "age", "memberCount", "disappeared", "detained")}
    relations = {
        q.predicate for q in quads if q.predicate in ours or q.predicate.value.startswith(NAMES.relation("rel:"))
    }
    assert said_of(quads, NAMES.entity("ann")) == (triples(fact) if fact else set())
    assert bool(relations) == bool(fact)


def test_everything_about_the_corpus_is_in_the_default_graph() -> None:
    said = statement("defeated", "bo", Status.REPORTED)
    assert {q.graph_name for q in corpus_quads(CorpusGraph(statements=(said,)), (), NAMES)} == {ox.DefaultGraph()}


def test_near_duplicates_are_passages_or_whole_documents() -> None:
    passages = NearDuplicate(Excerpt("d2", Span(9, 40)), Excerpt("d1", Span(0, 31)))
    documents = NearDuplicate(Excerpt("d2"), Excerpt("d1"))
    quads = corpus_quads(CorpusGraph(duplicates=(documents, passages)), [], NAMES)
    assert {quad.triple for quad in quads} == triples("""
        doc:d2 kg:nearDuplicateOf doc:d1 .
        <document/d2#char=9,40> kg:nearDuplicateOf <document/d1#char=0,31> .
    """)
