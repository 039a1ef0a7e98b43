"""Files say what the graph says, to every reader, and always in the same bytes."""

import random

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.export import Format, select
from kg.ids import Names
from kg.rdf import prefixes

TURTLE_FILE = """\
@base <https://n.test/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix ent: <https://n.test/entity/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

ent:a a kg:Person ;
	rdfs:label "A" ;
	kg:knows "x" , ent:b .

<statement/1> kg:of ent:a .

<document/1> a kg:Document .

<document/1#a> kg:refersTo ent:a .

<document/1#char=2,9> kg:mentionOf <document/1#a> .

<document/1#char=10,12> kg:mentionOf <document/1#a> .

<urn:other> kg:of ent:a .

"""
TRIG_FILE = """\
@base <https://n.test/> .
@prefix kg: <https://example.org/kg/ontology#> .
@prefix ent: <https://n.test/entity/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

ent:a kg:knows ent:b .

<document/1> {
	<document/1> a kg:Document .

	<document/1#a> kg:mentionOf ent:a .

}
<document/2> {
	<document/2> a kg:Document .

}
"""
JSONLD_FILE = """\
{
"@context": {
  "kg": "https://example.org/kg/ontology#",
  "ent": "https://n.test/entity/",
  "doc": "https://n.test/document/",
  "rdfs": "http://www.w3.org/2000/01/rdf-schema#"
},
"@graph": [
{
  "@id": "ent:a",
  "kg:knows": {
    "@id": "ent:b"
  }
},
{
  "@id": "doc:1",
  "@graph": [
    {
      "@id": "doc:1",
      "@type": "kg:Document"
    },
    {
      "@id": "doc:1#a",
      "kg:mentionOf": {
        "@id": "ent:a"
      }
    }
  ]
},
{
  "@id": "doc:2",
  "@graph": [
    {
      "@id": "doc:2",
      "@type": "kg:Document"
    }
  ]
}
]
}
"""
RDFLIB = {
    Format.TURTLE: "turtle",
    Format.NTRIPLES: "nt",
    Format.TRIG: "trig",
    Format.NQUADS: "nquads",
    Format.JSONLD: "json-ld",
}
NEWS = Names("https://n.test/")
SHORT = {name: iri for name, iri in prefixes(NEWS).items() if name in {"kg", "ent", "rdfs", "doc"}}


def read(text: str) -> list[ox.Quad]:
    return list(ox.parse(text, ox.RdfFormat.TRIG))


def as_rdflib(text: bytes, format: str) -> set[tuple[str, ...]]:
    found = rdflib.Dataset(default_union=True)
    found.parse(data=text, format=format)
    return {tuple(term.n3() for term in triple) for triple in found.triples((None, None, None))}


@pytest.mark.parametrize(("format", "text"), [(Format.TURTLE, TURTLE_FILE), (Format.TRIG, TRIG_FILE)])
def test_a_file_for_people(format: Format, text: str) -> None:
    assert format.serialize(read(text)[::-1], NEWS, SHORT).decode() == text


def test_json_for_people() -> None:
    assert Format.JSONLD.serialize(read(TRIG_FILE)[::-1], NEWS, SHORT).decode() == JSONLD_FILE


def test_turtle_is_the_union_of_all_graphs() -> None:
    united = Format.TURTLE.serialize(read(TRIG_FILE), NEWS, SHORT)
    assert {quad.triple for quad in ox.parse(united, ox.RdfFormat.TURTLE)} == {quad.triple for quad in read(TRIG_FILE)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("base", ["https://example.org/kg/", "urn:kg:/", "http://localhost:8000/a/b/"])
def test_rdflib_reads_the_same_from_every_format(base: str) -> None:
    names = Names(base)
    quads = [*read(TRIG_FILE.replace("https://n.test/", base)), _awkward(names)]
    written = {kind: kind.serialize(quads, names, prefixes(names)) for kind in Format}
    expected = as_rdflib(written[Format.NQUADS], "nquads")
    assert len(expected) == len({quad.triple for quad in quads})
    for kind, name in RDFLIB.items():
        assert as_rdflib(written[kind], name) == expected


def _awkward(names: Names) -> ox.Quad:
    document = ox.NamedNode(names.document("1"))
    return ox.Quad(ox.NamedNode(names.local("1", "char=1,2")), ox.NamedNode("x:p"), ox.Literal('"\n .\n\\ é'), document)


@pytest.mark.parametrize("format", Format)
@given(seed=st.integers(0, 10))
def test_no_order_shows(format: Format, quads: list[ox.Quad], names: Names, seed: int) -> None:
    shuffled = random.Random(seed).choices(quads, k=len(quads)) + quads  # noqa: S311 - no secret
    assert format.serialize(shuffled, names, prefixes(names)) == format.serialize(quads, names, prefixes(names))


@pytest.mark.parametrize("format", Format)
def test_an_empty_graph_is_a_file_too(format: Format) -> None:
    assert list(ox.parse(format.serialize([], NEWS, SHORT), ox.RdfFormat.from_media_type(format.media_type))) == []


def test_suffixes_and_media_types() -> None:
    assert [(kind.suffix, kind.media_type) for kind in Format] == [
        (".ttl", "text/turtle"),
        (".nt", "application/n-triples"),
        (".trig", "application/trig"),
        (".nq", "application/n-quads"),
        (".jsonld", "application/ld+json"),
    ]


def test_texts_stay_in_the_store_unless_asked_for(quads: list[ox.Quad], names: Names) -> None:
    left_out = set(quads) - set(select(quads, names))
    assert {quad.predicate.value.rpartition("#")[2] for quad in left_out} == {"isString"}
    assert len(left_out) == 2
    assert set(select(quads, names, with_text=True)) == set(quads)


def test_facts_are_plain_triples_and_entities(quads: list[ox.Quad], names: Names) -> None:
    facts = Format.TURTLE.serialize(select(quads, names, facts_only=True), names, prefixes(names)).decode()
    _, _, said = facts.partition("\n\n")
    assert said == (
        'ent:ann-lee a kg:Person ;\n\trdfs:label "Ann Lee" ;\n\tskos:altLabel "Lee" ;\n\tkg:defeated ent:bo-berg .\n\n'
        'ent:bo-berg a kg:Person ;\n\trdfs:label "Bo Berg" ;\n\tskos:altLabel "Berg" .\n\n'
        'ent:cy-cole a kg:Person ;\n\trdfs:label "Cy Cole" .\n\n'
        'ent:experts a kg:Group ;\n\trdfs:label "Experts" .\n\n'
        'ent:oslo a kg:City ;\n\trdfs:label "Oslo" .\n\n'
        'ent:unity a kg:Organization ;\n\trdfs:label "Unity" .\n\n'
    )
