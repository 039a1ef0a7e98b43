"""Nodes and edges: every entity and every statement, as other programs read them."""

import csv
import io
import zipfile
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import Network, NetworkFormat, network
from kg.export.network import Edge, Node
from kg.export.tables import GEPHI, NEO4J
from kg.model import Literal
from tests.pages.corpora import Corpus, fuse, large
from tests.samples import Article, election

HOSTILE = ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "＝1", 'a "b"; c', "<&>", "\x00\x1b[0m\ufffe", "two\nlines", ""]


def elected() -> Network:
    return network(*fuse(election()))


def test_a_node_for_each_entity_and_value_and_an_edge_for_each_statement() -> None:
    corpus, graphs = fuse(election())
    found = network(corpus, graphs)
    assert [node.id for node in found.nodes[: len(corpus.entities)]] == [f"ent:{e.id}" for e in corpus.entities]
    assert [edge.id for edge in found.edges] == [f"st:{s.id}" for s in corpus.statements]
    assert {edge.source for edge in found.edges} | {edge.target for edge in found.edges} <= {n.id for n in found.nodes}


def test_what_an_edge_says() -> None:
    (edge,) = (edge for edge in elected().edges if edge.relation == "defeated")
    assert (edge.source, edge.target, edge.label, edge.status) == ("ent:ann-lee", "ent:bo-berg", "defeated", "Reported")
    assert (edge.documents, edge.sources) == (2, 2)
    assert edge.details == "place: Oslo; votes against: 61; votes for: 101"
    assert edge.articles.split(" | ") == ["a/one.txt, 2018-11-22", "a/two.txt"]
    assert edge.sentences.split(" | ")[0].startswith("Ann Lee, 57, beat Bo Berg")


def test_literals_and_missing_ends_are_nodes_of_their_own() -> None:
    article = Article("Ann Lee went missing. Bo Berg is 57. Cy Cole is 57. Dee was charged.")
    ann, bo, cy, dee = map(article.entity, ("Ann Lee", "Bo Berg", "Cy Cole", "Dee"))
    article.claim("disappeared", "missing", ann)
    article.claim("age", "57", bo, Literal("57", "integer"))
    article.claim("age", "57", cy, Literal("57", "integer"))
    article.claim("charged", "charged", None, dee)
    found = network(*fuse([article.graph()]))
    nodes = {node.id: node for node in found.nodes}
    ends = sorted((edge.label, nodes[edge.source].label, nodes[edge.target].label) for edge in found.edges)
    assert ends == [
        ("age", "Bo Berg", "57"),
        ("age", "Cy Cole", "57"),
        ("charged", "(not named)", "Dee"),
        ("disappeared", "Ann Lee", "(not named)"),
    ]
    assert len(found.nodes) == 8


READERS: dict[NetworkFormat, Any] = {NetworkFormat.GRAPHML: nx.read_graphml, NetworkFormat.GEXF: nx.read_gexf}


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("corpus", [fuse([]), fuse(election()), large()], ids=["empty", "election", "large"])
def test_networkx_reads_the_same_again(format: NetworkFormat, corpus: Corpus) -> None:
    found = network(*corpus)
    assert read(format, found) == as_sets(found)


texts = st.sampled_from(HOSTILE) | st.text()


@pytest.mark.parametrize("format", READERS)
@given(label=texts, sentence=texts)
def test_no_text_breaks_a_file(format: NetworkFormat, label: str, sentence: str) -> None:
    article = Article(f"Ann Lee beat Bo Berg. {sentence}")
    ann, bo = article.entity("Ann Lee", alt=(label,)), article.entity("Bo Berg")
    article.claim("defeated", "beat", ann, bo)
    found = network(*fuse([article.graph()]))
    assert read(format, found) == as_sets(found)


def read(format: NetworkFormat, found: Network) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    graph = READERS[format](io.BytesIO(format.serialize(found)))
    nodes = {id: data["label"] for id, data in graph.nodes(data=True)}
    edges = (
        (data.get("id", key), (a, b, data)) for a, b, key, data in nx.MultiDiGraph(graph).edges(keys=True, data=True)
    )
    return nodes, {id: (a, b, data["relation"], data["sentences"] or "") for id, (a, b, data) in edges}


def as_sets(found: Network) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    nodes = {node.id: node.label for node in found.nodes}
    return nodes, {edge.id: (edge.source, edge.target, edge.relation, edge.sentences) for edge in found.edges}


@pytest.mark.parametrize("format", NetworkFormat)
def test_the_same_bytes_each_time(format: NetworkFormat) -> None:
    assert format.serialize(elected()) == format.serialize(elected())
    assert b"lastmodified" not in format.serialize(elected())


def tables(format: NetworkFormat, found: Network) -> list[list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(format.serialize(found))) as packed:
        assert packed.namelist() == ["nodes.csv", "edges.csv"]
        return [list(csv.DictReader(io.StringIO(packed.read(name).decode(), newline=""))) for name in packed.namelist()]


def test_neo4j_finds_ids_labels_and_types() -> None:
    nodes, edges = tables(NetworkFormat.NEO4J, elected())
    assert {"id:ID", ":LABEL"} < nodes[0].keys()
    assert {":START_ID", ":END_ID", ":TYPE"} < edges[0].keys()
    assert {row[":START_ID"] for row in edges} | {row[":END_ID"] for row in edges} <= {row["id:ID"] for row in nodes}
    assert ("ent:ann-lee", "defeated", "ent:bo-berg") in {(r[":START_ID"], r[":TYPE"], r[":END_ID"]) for r in edges}
    assert {row["named:boolean"] for row in nodes} == {"true", "false"}


def test_gephi_finds_ids_labels_and_ends() -> None:
    nodes, edges = tables(NetworkFormat.GEPHI, elected())
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert list(edges[0])[:3] == ["Source", "Target", "Type"]
    assert {row["Type"] for row in edges} == {"Directed"}
    assert len(edges) == len(elected().edges)


@pytest.mark.parametrize("format", [NetworkFormat.NEO4J, NetworkFormat.GEPHI])
@given(text=texts)
def test_no_cell_is_a_formula(format: NetworkFormat, text: str) -> None:
    node, edge = elected().nodes[0], elected().edges[0]
    found = Network((replace(node, label=text, names=text),), (replace(edge, details=text, sentences=text),))
    rows = tables(format, found)
    assert not any(cell.startswith(tuple("=+-@\t\r")) for table in rows for row in table for cell in row.values())
    header = "label" if format is NetworkFormat.NEO4J else "Label"
    assert rows[0][0][header].removeprefix("'") == text.removeprefix("'")


def test_suffixes() -> None:
    assert [format.suffix for format in NetworkFormat] == [".graphml", ".gexf", ".zip", ".zip"]


def test_every_attribute_is_in_every_table() -> None:
    for columns in (NEO4J, GEPHI):
        assert set(columns[0].values()) == {*Node.__dataclass_fields__}
        assert set(columns[1].values()) - {"Directed"} == {*Edge.__dataclass_fields__}
