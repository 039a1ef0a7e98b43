import json
from dataclasses import replace
from typing import Any

from kg.ids import Names
from kg.model import Literal, Review
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.receipt import receipts
from kg.resolve import resolve
from kg.view.data import blocks
from tests.pages.corpora import HOSTILE, Corpus, fuse, hostile, large, small
from tests.samples import Article, election


def parsed(corpus: Corpus, top: int = 40) -> dict[str, Any]:
    nouns, graphs = corpus
    return {id: json.loads(text) for id, text in blocks(nouns, graphs, load_ontology(), Names(), top)}


def rows(columns: dict[str, list[Any]], *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(columns[name] for name in names), strict=True))


def test_every_noun_has_a_row() -> None:
    corpus, graphs = large()
    found = parsed((corpus, graphs))
    data = found["data_graph"]
    assert sorted(data["entities"]["id"]) == sorted(entity.id for entity in corpus.entities)
    assert sorted(data["statements"]["id"]) == sorted(statement.id for statement in corpus.statements)
    assert sorted(data["claims"]["id"]) == sorted(claim.id for graph in graphs for claim in graph.claims)
    assert sorted(data["documents"]["id"]) == sorted(graph.document.id for graph in graphs)
    assert {id for id in found if id.startswith("article_")} == {f"article_{graph.document.id}" for graph in graphs}


def test_columns_of_a_table_are_of_one_length_and_rows_refer_to_rows() -> None:
    data = parsed(large())["data_graph"]
    for name in ("entities", "statements", "claims", "documents"):
        lists = [
            v
            for k, v in data[name].items()
            if isinstance(v, list) and k not in ("unnamed", "odds", "plain", "negative", "speaker")
        ]
        assert len({len(values) for values in lists}) == 1, name
    entities, statements = len(data["entities"]["id"]), len(data["statements"]["id"])
    assert all(end is None or not isinstance(end, int) or end < entities for end in data["statements"]["object"])
    assert all(0 <= statement < statements for statement in data["claims"]["statement"])


def test_claims_stand_in_the_order_of_their_receipts() -> None:
    corpus, graphs = large()
    data = parsed((corpus, graphs))["data_graph"]
    lookup = Lookup.of(corpus, graphs)
    for number, id in enumerate(data["statements"]["id"]):
        own = [claim for claim, of in rows(data["claims"], "id", "statement") if of == number]
        assert own == [receipt.claim for receipt in receipts(lookup.statements[id], lookup)]


def test_speakers_are_entities_where_they_are_known() -> None:
    article = Article("Cy Cole said that Ann Lee beat Bo Berg. Ann Lee beat Eli Oduya.")
    ann, bo, eli, cy = (article.entity(name) for name in ("Ann Lee", "Bo Berg", "Eli Oduya", "Cy Cole"))
    article.claim("defeated", "beat", ann, bo, speaker=cy, cue="said")
    article.claim("defeated", "beat", ann, eli)
    data = parsed(fuse([article.graph()]))["data_graph"]
    speaker = [(label, None if n is None else data["entities"]["id"][n]) for label, n in data["claims"]["speaker"]]
    assert speaker == [("the article itself", None), ("Cy Cole", "cy-cole")]
    assert sorted(data["claims"]["speakers"]) == [[0], [1]]


def test_what_somebody_found_and_details_are_kept() -> None:
    graphs = election()
    corpus = resolve(graphs)
    data = parsed(
        (
            replace(corpus, statements=tuple(replace(s, review=Review.CONFIRMED) for s in corpus.statements)),
            list(graphs),
        )
    )["data_graph"]
    assert set(data["statements"]["review"].values()) == {"Confirmed"}
    details = [data["qualifiers"][name]["name"] for told in data["statements"]["details"].values() for name, _ in told]
    assert {"votesFor", "votesAgainst"} <= set(details)


def test_a_literal_comes_with_its_datatype() -> None:
    corpus, graphs = small()
    data = parsed((corpus, graphs))["data_graph"]
    literals = {s.id: [s.object.text, s.object.datatype] for s in corpus.statements if isinstance(s.object, Literal)}
    found = {id: held for id, held in rows(data["statements"], "id", "object") if isinstance(held, list)}
    assert found == literals
    assert literals


def test_the_start_is_drawn_beforehand_and_bounded() -> None:
    start = parsed(large(), top=7)["data_graph"]["start"]
    assert 0 < len(start["nodes"]) <= 7
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in start["nodes"])


def test_sentences_and_articles_are_written_by_the_parts_of_pages() -> None:
    corpus, graphs = small()
    found = parsed((corpus, graphs))
    for graph in graphs:
        block = found[f"article_{graph.document.id}"]
        assert set(block["sentences"]) == {claim.id for claim in graph.claims}
        for claim in graph.claims:
            assert f'href="#document={graph.document.id}&amp;claim={claim.id}"' in block["sentences"][claim.id]
            assert f'id="claim-{claim.id}"' in block["text"]


def test_both_sides_of_a_disagreement_are_there() -> None:
    corpus, graphs = large()
    found = parsed((corpus, graphs))
    (conflict,) = found["data_odds"]
    assert [found["data_graph"]["statements"]["id"][n] for n in conflict["statements"]] == list(
        corpus.conflicts[0].between
    )
    assert conflict["is"] == "conflict"
    assert len(conflict["sides"]) == 2


def test_no_block_can_end_its_element() -> None:
    nouns, graphs = hostile()
    for id, text in blocks(nouns, graphs, load_ontology(), Names(), 40):
        assert not set("<>&\u2028\u2029\u202e") & set(text), id
        assert HOSTILE not in text
