"""A part of a store as a file."""

import io
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.export import Format, NetworkFormat, Selection
from kg.ids import KG, Names
from kg.model import Status
from kg.pipeline import Wanted, change, contents, exported
from kg.pipeline.contents import write
from kg.pipeline.moment import moment
from kg.query import load_query
from kg.store import Store, WritableStore
from kg.validate import validate
from tests.samples import election


@pytest.fixture(scope="module")
def store(built: Path) -> Path:
    return built / "store"


def written(store: Store, wanted: Wanted) -> bytes:
    out = io.BytesIO()
    exported(store, wanted, out)
    return out.getvalue()


def made(store: Path, wanted: Wanted) -> str:
    with Store.reading(store) as opened:
        return written(opened, wanted).decode(errors="replace")


NARROW = [
    Selection(around="Kim Jong-yang"),
    Selection(around="Interpol", hops=2, statuses=(Status.REPORTED,)),
    Selection(sources=("000_cabed86d941d2276.txt",)),
    Selection(since="2018-11", until="2018-11"),
]


@pytest.mark.parametrize("wanted", [*(Wanted(selection=s) for s in NARROW), Wanted(without=("Kim Jong-yang",))])
def test_a_part_is_a_sound_graph_that_reads_as_one(wanted: Wanted, store: Path, tmp_path: Path) -> None:
    """`moment` refuses a graph in which anything that is spoken of is missing."""
    path = tmp_path / "part.ttl"
    path.write_text(made(store, wanted))
    part = moment(path)
    assert part.corpus.statements
    assert part.documents
    checked = validate(ox.Quad(*q.triple) for q in ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    assert not checked.violations


@pytest.mark.parametrize("selection", NARROW)
def test_a_part_says_nothing_that_the_whole_does_not(selection: Selection, store: Path) -> None:
    part = made(store, Wanted(Format.NQUADS, selection=selection)).splitlines()
    whole = made(store, Wanted(Format.NQUADS)).splitlines()
    assert set(part) < set(whole)


@pytest.mark.parametrize("form", [*Format, NetworkFormat.GRAPHML, NetworkFormat.NEO4J])
@pytest.mark.parametrize("name", ["Kim Jong-yang", "Alexander Prokopchuk", "Meng Hongwei"])
def test_who_is_suppressed_is_nowhere(name: str, form: Format | NetworkFormat, store: Path) -> None:
    with Store.reading(store) as opened:
        corpus, graphs = contents(opened)
    (entity,) = (entity for entity in corpus.entities if entity.label == name)
    local = {(m.document, m.entity) for m in entity.members}
    parts = [part for graph in graphs for part in graph.entities if (graph.document.id, part.id) in local]
    names = {entity.label, *entity.alt_labels, *chain.from_iterable((p.label, *p.alt_labels) for p in parts)}
    text = made(store, Wanted(form, with_text=True, without=(name,)))
    for each in {*names, entity.id, *entity.replaces}:
        assert not re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text, re.IGNORECASE), each


def test_what_was_left_out_is_told(store: Path) -> None:
    with Store.reading(store) as opened:
        notes = exported(opened, Wanted(without=("Alexander Prokopchuk",)), io.BytesIO())
        part = exported(opened, Wanted(selection=NARROW[1]), io.BytesIO())
    assert notes[0].startswith("suppressed: ent:alexander-prokopchuk; ")
    assert re.fullmatch(r"left out: .* entities, .* statements, .* claims", notes[-1])
    assert part[-1] == "kept: statements up to 2 steps from “Interpol”, with the status Reported"


def test_what_remains_of_a_statement_is_judged_anew(tmp_path: Path) -> None:
    """Cy Cole says it too, and without him one article is left."""
    with WritableStore.opened(tmp_path / "store", Names()) as opened:
        change(opened, election())
        whole, part = (written(opened, Wanted(without=names)) for names in ((), ("Cy Cole",)))
    assert counts(whole) == {"2"}
    assert counts(part) == {"1"}


def counts(data: bytes) -> set[str]:
    """Of the articles behind who defeated whom."""
    found = ox.Store()
    found.load(data, format=ox.RdfFormat.TURTLE)
    asked = f"SELECT ?n {{ ?s a <{KG}Statement> ; ?p <{KG}defeated> ; <{KG}documentCount> ?n }}"
    return {row["n"].value for row in found.query(asked)}  # type: ignore[union-attr]


CONSTRUCT = "CONSTRUCT { ?a kg:defeated ?b } WHERE { ?a kg:defeated ?b }"


def test_a_query_is_asked_of_what_the_rest_leaves(store: Path) -> None:
    query = load_query(CONSTRUCT)
    whole = made(store, Wanted(Format.NTRIPLES, query=query)).splitlines()
    assert any("entity/alexander-prokopchuk>" in line for line in whole)
    left = made(store, Wanted(Format.NTRIPLES, query=query, without=("Alexander Prokopchuk",))).splitlines()
    assert left
    assert set(left) < set(whole)
    assert not any("prokopchuk" in line for line in left)


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("SELECT ?a { ?a ?b ?c }", "gives a table, and triples are needed: write a CONSTRUCT"),
        ("CONSTRUCT { [] rdfs:label ?c } WHERE { ?a rdfs:label ?c }", r"make IRIs with IRI\(\)"),
        ("CONSTRUCT { ?a ?b ?c } WHERE { SERVICE <http://a.test/> { ?a ?b ?c } }", "SERVICE"),
        ("DELETE WHERE { ?a ?b ?c }", "a query only reads"),
    ],
)
def test_what_cannot_be_exported_of_a_query(query: str, error: str, store: Path) -> None:
    with pytest.raises(QueryError, match=error):
        made(store, Wanted(query=load_query(query)))


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(facts_only=True), Wanted(selection=NARROW[0])])
def test_texts_stay_in_the_store_whatever_is_asked(wanted: Wanted, store: Path) -> None:
    query = load_query("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }")
    assert "isString" not in made(store, replace(wanted, query=query))
    assert ("isString" in made(store, replace(wanted, query=query, with_text=True))) is not wanted.facts_only


@pytest.mark.parametrize("selection", NARROW)
def test_the_same_bytes_each_time(selection: Selection, store: Path) -> None:
    wanted = Wanted(Format.TRIG, selection=selection)
    assert made(store, wanted) == made(store, wanted)


@pytest.mark.parametrize("form", [Format.TURTLE, Format.NTRIPLES, Format.TRIG, Format.NQUADS])
def test_what_is_too_much_to_sort_says_the_same(form: Format, store: Path) -> None:
    with Store.reading(store) as opened:
        quick, sorted_ = (streamed(opened, form, readable) for readable in (5, 10**6))
    assert quick != sorted_
    assert set(parsed(quick, form)) == set(parsed(sorted_, form))


@pytest.mark.parametrize("form", [Format.TURTLE, Format.NQUADS])
def test_the_order_in_which_articles_came_shows_nowhere(form: Format, store: Path, tmp_path: Path) -> None:
    with Store.reading(store) as opened:
        graphs = list(contents(opened)[1])
        expected = streamed(opened, form, 5)
    for seed in range(3):
        random.Random(seed).shuffle(graphs)  # noqa: S311 - no secret
        with WritableStore.opened(tmp_path / str(seed), Names()) as other:
            for graph in graphs:
                change(other, [graph])
            assert streamed(other, form, 5) == expected


def streamed(store: Store, form: Format, readable: int) -> bytes:
    out = io.BytesIO()
    write(store, form, out, readable=readable)
    return out.getvalue()


def parsed(data: bytes, form: Format) -> Iterator[ox.Quad]:
    return ox.parse(data, ox.RdfFormat.from_media_type(form.media_type))
