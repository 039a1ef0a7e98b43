"""The shapes: sound graphs conform, each fault is seen by its shape, and no shape checks nothing."""

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.errors import InvalidGraph
from kg.ids import KG, Names
from kg.model import Certainty, CorpusGraph, DocumentGraph, Entity, Polarity, Review, Status, Voice
from kg.ontology import load_ontology
from kg.rdf import corpus_quads, document_quads
from kg.rdf import vocabulary as v
from kg.resolve import resolve
from kg.resources import folder
from kg.validate import validate
from tests.rdf.broken import BROKEN, Broken
from tests.samples import election

NAMES = Names()
CORPUS = resolve(election())
STATEMENT = CORPUS.statements[0]
SHAPES = Graph().parse(folder("ontology") / "shapes.ttl")
SEEN = {name: broken for name, broken in BROKEN.items() if broken.shape}


def written(graphs: list[DocumentGraph], corpus: CorpusGraph = CORPUS) -> list[ox.Quad]:
    default = list(corpus_quads(corpus, graphs, NAMES))
    return default + [quad for graph in graphs for quad in document_quads(graph, NAMES)]


SOUND = written(election())


def test_a_sound_graph_conforms() -> None:
    report = validate(SOUND)
    assert list(report.violations) == []
    assert report.conforms
    assert report.focus_nodes["ClaimShape"] == 5
    assert report.focus_nodes["DocumentShape"] == 2
    assert "conforms" in str(report)


def test_the_order_of_quads_does_not_show() -> None:
    quads = written([BROKEN["an unknown kind"].graph, election()[1]])
    assert list(validate(quads).lines()) == list(validate(quads[::-1]).lines())


@pytest.mark.parametrize("broken", SEEN.values(), ids=SEEN)
def test_a_broken_rule_is_seen_by_its_shape(broken: Broken) -> None:
    others = [graph for graph in election() if graph.document != broken.graph.document]
    assert broken.shape in {violation.shape for violation in validate(written([broken.graph, *others])).violations}


def without(predicate: ox.NamedNode, cls: str) -> list[ox.Quad]:
    """The sound graph, with nothing of the class having the predicate any more."""
    nodes = {quad.subject for quad in SOUND if (quad.predicate, quad.object) == (v.TYPE, v.kg(cls))}
    return [quad for quad in SOUND if quad.predicate != predicate or quad.subject not in nodes]


def also(cls: str, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> list[ox.Quad]:
    """The sound graph, with everything of the class saying one more thing."""
    nodes = [quad.subject for quad in SOUND if (quad.predicate, quad.object) == (v.TYPE, v.kg(cls))]
    return SOUND + [ox.Quad(node, predicate, value) for node in nodes]


Triple = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]


def conflict(*triples: Triple) -> list[ox.Quad]:
    return with_node(ox.NamedNode(NAMES.conflict("c1")), v.CONFLICT, *triples)


def change(*triples: Triple) -> list[ox.Quad]:
    return with_node(ox.NamedNode(NAMES.change("c1")), v.CHANGE, *triples)


def with_node(node: ox.NamedNode, cls: ox.NamedNode, *triples: Triple) -> list[ox.Quad]:
    return [*SOUND, ox.Quad(node, v.TYPE, cls), *(ox.Quad(node, p, o) for p, o in triples)]


def day(predicate: str, text: str) -> Triple:
    return v.kg(predicate), ox.Literal(text, datatype=ox.NamedNode(v.XSD + "date"))


def match(*triples: tuple[ox.NamedNode, ox.NamedNode | ox.Literal]) -> list[ox.Quad]:
    node = ox.NamedNode(NAMES.match("m1"))
    return [*SOUND, ox.Quad(node, v.TYPE, v.POSSIBLE_MATCH), *(ox.Quad(node, p, o) for p, o in triples)]


def with_statement(**changes: object) -> list[ox.Quad]:
    changed = replace(STATEMENT, **changes)  # type: ignore[arg-type]  # any field, as the case needs
    return written(election(), replace(CORPUS, statements=(changed, *CORPUS.statements[1:])))


ENDS = [(v.kg("between"), ox.NamedNode(NAMES.statement(s.id))) for s in CORPUS.statements[:2]]
ENTITY = ox.NamedNode(NAMES.entity("oslo"))
KIND = (v.kg("conflictKind"), v.kg("MutualDefeat"))
SAID = [(v.kg("conflictingClaim"), ox.NamedNode(NAMES.claim(c.id))) for c in election()[0].claims[:2]]
FROM, TO = ((v.kg(name), end) for name, (_, end) in zip(("earlier", "later"), ENDS, strict=True))
CHANGED = (v.kg("changeKind"), v.kg("ChangedCount"))
SINCE, UNTIL = day("earliest", "2018-11-21"), day("latest", "2023-09-07")

CASES: list[tuple[str, Callable[[], list[ox.Quad]]]] = [
    ("DocumentShape", lambda: without(v.kg("sha256"), "Document")),
    ("DocumentShape", lambda: without(v.SOURCE, "Document")),
    ("DocumentShape", lambda: also("Document", v.IS_STRING, ox.Literal("another text"))),
    ("DocumentShape", lambda: also("Document", v.TITLE, ox.Literal("Tittel", language="no"))),
    ("SpanShape", lambda: without(v.BEGIN_INDEX, "Mention")),
    ("SpanShape", lambda: without(v.END_INDEX, "Passage")),
    ("SpanShape", lambda: without(v.ANCHOR_OF, "Mention")),
    ("SpanShape", lambda: without(v.REFERENCE_CONTEXT, "Mention")),
    ("PassageShape", lambda: without(v.TYPE, "Passage")),
    ("MentionShape", lambda: without(v.TYPE, "Mention")),
    ("ThingShape", lambda: without(v.LABEL, "Person")),
    ("ThingShape", lambda: without(v.NAMED, "City")),
    ("ThingShape", lambda: without(v.TYPE, "Organization")),
    ("ThingShape", lambda: also("Person", v.TYPE, v.kg("City"))),
    ("ThingShape", lambda: also("Group", v.LABEL, ox.Literal("specialists"))),
    ("ThingShape", lambda: also("Group", v.ALT_LABEL, ox.Literal("spécialistes", language="fr"))),
    ("LocalEntityShape", lambda: without(v.REFERS_TO, "Person")),
    ("LocalEntityShape", lambda: without(v.IN_DOCUMENT, "City")),
    ("EntityShape", lambda: also("City", v.IN_DOCUMENT, ox.NamedNode(NAMES.document(election()[0].document.id)))),
    ("ClaimShape", lambda: without(v.IN_DOCUMENT, "Claim")),
    ("ClaimShape", lambda: without(v.PREDICATE, "Claim")),
    ("ClaimShape", lambda: without(v.kg("passage"), "Claim")),
    ("ClaimShape", lambda: without(v.kg("triggerMention"), "Claim")),
    ("ClaimShape", lambda: without(v.kg("certainty"), "Claim")),
    ("ClaimShape", lambda: also("Claim", v.kg("polarity"), v.kg("Neutral"))),
    ("ClaimVoiceShape", lambda: without(v.kg("voice"), "Claim")),
    ("ClaimStatusShape", lambda: without(v.kg("status"), "Claim")),
    ("StatementShape", lambda: with_statement(asserted_by=(), negated_by=())),
    ("StatementShape", lambda: with_statement(asserted_by=("unheard",), negated_by=())),
    ("StatementShape", lambda: with_statement(documents=0)),
    ("StatementShape", lambda: with_statement(earliest="2018-11-22", latest="2018-11-21")),
    ("StatementShape", lambda: with_statement(subject="nobody")),
    ("StatementShape", lambda: with_statement(relation="beat")),
    ("StatementShape", lambda: without(v.kg("status"), "Statement")),
    ("StatementShape", lambda: without(v.kg("documentCount"), "Statement")),
    ("StatementShape", lambda: also("Statement", v.kg("mood"), ox.Literal("glad"))),
    ("StatementShape", lambda: also("Statement", v.REVIEW, v.CLAIM)),
    ("RejectedShape", lambda: with_statement(review=Review.REJECTED, status=Status.REPORTED)),
    ("LocalEntityShape", lambda: also("Person", v.REVIEW, v.REJECTED)),
    ("PossibleMatchShape", lambda: match((v.kg("mayBe"), ENTITY), (v.kg("because"), ox.Literal("same name")))),
    ("EndsShape", lambda: with_statement(subject=None, object=None)),
    ("QualifiersShape", lambda: also("Statement", v.kg("date"), ox.Literal("May"))),
    ("QualifiersShape", lambda: also("Statement", v.kg("earliest"), ox.Literal("2018"))),
    ("NearDuplicateShape", lambda: also("City", v.NEAR_DUPLICATE_OF, ox.NamedNode(NAMES.entity("ann-lee")))),
    ("OpenRelationShape", lambda: without(v.LABEL, "OpenRelation")),
    ("ConflictShape", lambda: conflict(KIND, *SAID)),
    ("ConflictShape", lambda: conflict(*SAID, *ENDS)),
    ("ConflictShape", lambda: conflict(KIND, *ENDS, SAID[0])),
    ("ConflictShape", lambda: conflict((v.kg("conflictKind"), v.CLAIM), *SAID, *ENDS)),
    ("ConflictShape", lambda: conflict(KIND, *SAID, *ENDS, (v.kg("onQualifier"), v.kg("defeated")))),
    ("ChangeShape", lambda: change(CHANGED, FROM, SINCE, UNTIL)),
    ("ChangeShape", lambda: change(CHANGED, FROM, (v.kg("later"), FROM[1]), SINCE, UNTIL)),
    ("ChangeShape", lambda: change(CHANGED, FROM, TO, UNTIL)),
    ("ChangeShape", lambda: change(CHANGED, FROM, TO, day("earliest", "2024-01-01"), UNTIL)),
    ("ChangeShape", lambda: change(KIND, FROM, TO, SINCE, UNTIL)),
]


@pytest.mark.parametrize(("shape", "quads"), CASES)
def test_a_malformed_graph_is_seen_by_its_shape(shape: str, quads: Callable[[], list[ox.Quad]]) -> None:
    report = validate(quads())
    assert shape in {violation.shape for violation in report.violations}
    assert not report.conforms


@pytest.mark.parametrize(
    ("shape", "quads"),
    [
        ("ConflictShape", conflict(KIND, *SAID, *ENDS)),
        ("ConflictShape", conflict(KIND, *SAID, ENDS[0], (v.kg("onQualifier"), v.kg("votesFor")))),
        ("ChangeShape", change(CHANGED, FROM, TO, SINCE, UNTIL)),
    ],
)
def test_a_conflict_of_one_or_two_statements_and_a_change_conform(shape: str, quads: list[ox.Quad]) -> None:
    report = validate(quads)
    assert report.conforms
    assert report.focus_nodes[shape] == 1


def test_every_shape_is_seen_to_fail() -> None:
    named = {str(s).removeprefix(KG) for s in SHAPES.subjects(RDF.type, SH.NodeShape) if isinstance(s, URIRef)}
    assert named == {shape for shape, _ in CASES} | {broken.shape for broken in SEEN.values()}


def test_a_shape_that_meets_nothing_is_a_failure() -> None:
    claims = {quad.subject for quad in SOUND if (quad.predicate, quad.object) == (v.TYPE, v.CLAIM)}
    report = validate(quad for quad in SOUND if quad.subject not in claims)
    assert {"ClaimShape", "PassageShape"} <= set(report.vacuous)
    assert not report.conforms


def test_an_empty_graph_fails_but_for_what_may_be_empty() -> None:
    report = validate([])
    assert set(report.focus_nodes) - set(report.vacuous) == {
        "ChangeShape",
        "ConflictShape",
        "NearDuplicateShape",
        "OpenRelationShape",
        "PossibleMatchShape",
    }
    assert str(report) == "The graph does not conform: 0 violations, 14 of 19 shapes apply to nothing."


def test_faults_are_lines_that_name_the_node() -> None:
    broken = replace(CORPUS, entities=tuple(_without_kind(entity) for entity in CORPUS.entities))
    lines = list(validate(written(election(), broken)).lines())
    place = f"<{NAMES.entity('oslo')}>"
    assert f"ThingShape {place}: A participant is of a class of the ontology." in lines


def _without_kind(entity: Entity) -> Entity:
    return replace(entity, kind="Alien") if entity.id == "oslo" else entity


def test_blank_nodes_are_refused() -> None:
    with pytest.raises(InvalidGraph, match="neither an IRI nor a literal"):
        validate([ox.Quad(ox.BlankNode("b"), v.TYPE, v.CLAIM)])


@pytest.mark.parametrize("shape", ["ClaimShape", "StatementShape"])
def test_closed_shapes_let_all_declared_qualifiers_pass(shape: str) -> None:
    node = URIRef(KG + shape)
    passing = members(node, SH.ignoredProperties)
    passing |= {str(SHAPES.value(p, SH.path)) for p in SHAPES.objects(node, SH.property)}
    assert {KG + name for name in load_ontology().qualifiers} <= passing


@pytest.mark.parametrize("values", [Certainty, Polarity, Voice])
def test_the_shapes_know_the_values_of_the_model(values: type[Certainty | Polarity | Voice]) -> None:
    assert {KG + value for value in values} == listed(values.__name__.lower())


def test_a_claim_may_have_any_status_but_disputed() -> None:
    assert {KG + status for status in Status if status is not Status.DISPUTED} == listed("status")


def listed(name: str) -> set[str]:
    for row in SHAPES.objects(URIRef(KG + "ClaimShape"), SH.property):
        if SHAPES.value(row, SH.path) == URIRef(KG + name):
            return members(row, SH["in"])
    return set()


def members(node: Node, predicate: URIRef) -> set[str]:
    head = SHAPES.value(node, predicate)
    return {str(item) for item in Collection(SHAPES, head)} if head else set()
