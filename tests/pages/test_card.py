import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kg.model import CorpusGraph, Entity, Literal, PossibleMatch, Qualifier, Statement
from kg.ontology import load_ontology
from kg.pages.card import FAMILIES, Card, entity_card, family, swatch
from kg.pages.links import Links
from kg.pages.lookup import Lookup
from kg.pages.slices import Slice
from kg.pages.told import Told
from kg.pages.words import Words
from tests.pages.corpora import HOSTILE_NAMES, Corpus, fuse, hostile, large, small
from tests.samples import Article


class Tags(HTMLParser):
    """Start tags with their attributes, ids, addresses, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.text = ""
        self.feed(str(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        own = dict(attrs)
        self.ids += [own["id"] or ""] if "id" in own else []
        self.hrefs += [own["href"] or ""] if "href" in own else []

    def handle_data(self, data: str) -> None:
        self.text += data


def told(corpus: Corpus) -> Told:
    lookup = Lookup.of(*corpus)
    claims = {s.id: len(s.asserted_by) + len(s.negated_by) for s in corpus[0].statements}
    return Told(Words(lookup, load_ontology()), claims, corpus[0].conflicts, corpus[0].changes)


def card(corpus: Corpus, id: str, total: int | None = None) -> Card:
    """With all that there is on the entity."""
    mine = [s for s in corpus[0].statements if id in (s.subject, s.object)]
    entity = next(e for e in corpus[0].entities if e.id == id)
    documents = tuple(graph.document for graph in corpus[1])
    slice = Slice(total or len(mine), max(len(mine), 1))
    return Card(entity, len(documents), documents, slice, tuple(s.id for s in mine), told(corpus))


def about(corpus: CorpusGraph, id: str) -> list[Statement]:
    return [s for s in corpus.statements if id in (s.subject, s.object)]


def test_every_line_opens_to_its_sentences_and_leads_to_their_places() -> None:
    corpus = large()
    found = Tags(entity_card(card(corpus, "ann-lee"), Links()))
    claims = {c for s in about(corpus[0], "ann-lee") for c in (*s.asserted_by, *s.negated_by)}
    assert claims
    sides = sum(len(conflict.between) for conflict in corpus[0].conflicts)
    assert found.tags.count("details") == len(about(corpus[0], "ann-lee")) + sides
    assert {re.sub(r".*#claim-", "", href) for href in found.hrefs if "#claim-" in href} >= claims
    assert all(f"/statement/{s.id}" in found.hrefs for s in about(corpus[0], "ann-lee"))


def test_relations_read_from_the_side_of_the_entity() -> None:
    assert "<h3>defeated</h3>" in entity_card(card(small(), "ann-lee"), Links())
    assert "<h3>was defeated by</h3>" in entity_card(card(small(), "bo-berg"), Links())


def test_titles_stand_beside_the_body_or_the_holder() -> None:
    article = Article("Ann Lee is the chair of the Hub, which elected Bo Berg president.")
    ann, bo, hub = article.entity("Ann Lee"), article.entity("Bo Berg"), article.entity("Hub", "Organization")
    article.claim("hasRoleAt", "is", ann, hub, qualifiers=(Qualifier("title", Literal("chair")),))
    article.claim("elected", "elected", hub, bo, qualifiers=(Qualifier("title", Literal("president")),))
    corpus = fuse([article.graph()])
    own, body = (entity_card(card(corpus, id), Links()) for id in ("ann-lee", "hub"))
    assert 'chair, <a href="/entity/hub">Hub</a>' in own
    assert '<a href="/entity/ann-lee">Ann Lee</a>, chair' in body
    assert '<a href="/entity/bo-berg">Bo Berg</a>, president' in body


def test_offices_are_in_the_order_of_time() -> None:
    corpus, graphs = small()
    times = {"one": ("2018-01-01", None), "two": (None, "2016-01-01"), "three": (None, None)}
    model = next(s for s in corpus.statements if s.subject == "ann-lee")
    offices = tuple(
        replace(model, id=id, relation="hasRoleAt", object=None, earliest=first, latest=last)
        for id, (first, last) in times.items()
    )
    html = entity_card(card((CorpusGraph(corpus.entities, offices), graphs), "ann-lee"), Links())
    assert re.findall(r'<li id="st-(\w+)"', html) == ["two", "one", "three"]


def test_no_id_occurs_twice() -> None:
    for entity in large()[0].entities:
        ids = Tags(entity_card(card(large(), entity.id), Links())).ids
        assert len(ids) == len(set(ids))


def test_hostile_words_are_text_only() -> None:
    corpus = hostile()
    for entity in corpus[0].entities:
        found = Tags(entity_card(card(corpus, entity.id), Links("/kg/")))
        assert not {"script", "img", "svg"} & set(found.tags)
        assert all(href.startswith(("/kg/", "#")) for href in found.hrefs)
        assert entity.label in found.text or "\\u202e" in found.text
    assert any(name in found.text for name in HOSTILE_NAMES)


def test_what_is_not_shown_is_counted() -> None:
    corpus = small()
    html = entity_card(card(corpus, "ann-lee", total=412), Links())
    number = len(about(corpus[0], "ann-lee"))
    assert f"Showing statements 1 to {number} of 412" in html
    assert "/entity/ann-lee?page=2" in html


def test_who_it_may_be() -> None:
    corpus, graphs = small()
    match = PossibleMatch("m1", ("ann-lee", "bo-berg"), (), 0.7, ("their names are alike",))
    found = card((corpus, graphs), "ann-lee")
    with_match = Card(**{name: getattr(found, name) for name in Card.__slots__} | {"matches": (match,)})
    html = entity_card(with_match, Links())
    assert "their names are alike" in html
    assert '<a href="/entity/bo-berg">' in html


def test_of_whom_nothing_is_said() -> None:
    _, graphs = small()
    alone = Entity("nobody", "Person", "Nobody", (), False, ())
    html = entity_card(card((CorpusGraph((alone,)), graphs), "nobody"), Links())
    assert "No statement is about Nobody" in html
    assert "described, not named" in html


@pytest.mark.parametrize(
    ("relation", "expected"), [("hasRoleAt", "office"), ("defeated", "change"), ("rel:warn_about", "open")]
)
def test_family(relation: str, expected: str) -> None:
    assert family(relation, load_ontology()) == expected


def test_every_family_of_the_ontology_has_a_heading() -> None:
    assert {relation.drawn_as for relation in load_ontology().relations.values()} <= set(FAMILIES)


@pytest.mark.parametrize(("kind", "expected"), [("City", "Place"), ("Person", "Person"), ("Thing", "Thing")])
def test_swatch(kind: str, expected: str) -> None:
    assert swatch(kind, load_ontology()) == expected
