"""Pages are read in parts; what they show is what the whole store says."""

from pathlib import Path

import pytest

from kg.model import Member, Statement
from kg.pages.links import Links
from kg.pages.lookup import Lookup
from kg.pages.receipt import receipts
from kg.pages.sheet import odds_card
from kg.pages.support import support
from kg.pipeline import browsing, contents
from kg.pipeline.browsing import Browsing
from kg.store import Store
from kg.timeline import timeline
from tests.pages.corpora import fuse, large
from tests.pages.stores import stored
from tests.samples import Article


def statements_at(store: Store, id: str) -> dict[str, Statement]:
    return {s.id: s for s in contents(store)[0].statements if id in (s.subject, s.object)}


def test_an_entity_is_shown_with_all_that_is_said_of_it(built: Path) -> None:
    with Store.reading(built / "store") as store:
        corpus, _ = contents(store)
        for entity in corpus.entities:
            card = Browsing(store).entity(entity.id)
            assert card is not None
            whole = {s.id: s for s in corpus.statements if entity.id in (s.subject, s.object)}
            assert (card.entity.label, card.article_count) == (entity.label, len({m.document for m in entity.members}))
            assert set(card.statements) == set(whole)
            assert card.slice.total == len(whole)
            mine = set(whole)
            assert set(card.told.conflicts) == {c for c in corpus.conflicts if mine & set(c.between)}
            assert set(card.told.changes) == {c for c in corpus.changes if mine & {c.earlier, c.later}}
            assert set(card.matches) == {m for m in corpus.matches if entity.id in m.between}


def test_its_timeline_is_that_of_the_command(built: Path) -> None:
    with Store.reading(built / "store") as store:
        corpus, graphs = contents(store)
        card = Browsing(store).entity("interpol")
        assert card is not None
        expected = timeline(corpus, graphs, "interpol")
        assert [(e.when, e.statement.id) for e in expected.entries] == list(card.dated)
        assert len(card.dated) + card.undated == card.slice.total


def test_pages_hold_each_statement_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "STATEMENTS", 2)
    with stored(large(), tmp_path / "store") as store:
        whole = statements_at(store, "ann-lee")
        pages = [Browsing(store).entity("ann-lee", n + 1) for n in range(-(-len(whole) // 2))]
        shown = [id for card in pages if card for id in card.statements]
        assert len(pages) > 1
        assert sorted(shown) == sorted(whole)


def test_of_many_claims_the_strongest_are_read_and_all_are_counted(tmp_path: Path) -> None:
    article = Article("Ann Lee beat Bo Berg. " + " ".join(f"Report {n:02} said so." for n in range(12)))
    ann, bo = article.entity("Ann Lee"), article.entity("Bo Berg")
    for n in range(12):
        article.claim("defeated", f"{n:02}", ann, bo, cue="said so")
    narrated = article.claim("defeated", "beat", ann, bo)
    with stored(fuse([article.graph()]), tmp_path / "store") as store:
        card = Browsing(store).entity("ann-lee")
        assert card is not None
        (statement,) = card.told.statements(card.statements)
        assert narrated.id in statement.asserted_by
        assert card.told.sentences(statement) == "3 of 13 sentences"


def test_an_article_is_shown_with_all_that_it_says(built: Path) -> None:
    with Store.reading(built / "store") as store:
        corpus, graphs = contents(store)
        owners = {member: entity for entity in corpus.entities for member in entity.members}
        stated = {claim: s.id for s in corpus.statements for claim in (*s.asserted_by, *s.negated_by)}
        for graph in graphs:
            paper = Browsing(store).document(graph.document.id)
            assert paper is not None
            assert paper.graph == graph
            mine = {e.id: owners[Member(graph.document.id, e.id)] for e in graph.entities}
            assert paper.owners == {local: entity.id for local, entity in mine.items()}
            assert paper.labels == {local: entity.label for local, entity in mine.items()}
            assert paper.stated == {claim.id: (stated[claim.id],) for claim in graph.claims}


def test_a_claim_is_shown_with_its_article(built: Path) -> None:
    with Store.reading(built / "store") as store:
        graph = contents(store)[1][0]
        for claim in graph.claims:
            paper = Browsing(store).claim(claim.id)
            assert paper is not None
            assert paper.graph.claims == (claim,)
            assert paper.graph.document == graph.document


def test_a_statement_is_shown_with_all_of_its_sentences(built: Path) -> None:
    with Store.reading(built / "store") as store:
        corpus, graphs = contents(store)
        lookup = Lookup.of(corpus, graphs)
        for statement in corpus.statements:
            sheet = Browsing(store).statement(statement.id)
            assert sheet is not None
            shown = sheet.told.statement(statement.id)
            assert shown == statement
            assert sheet.told.receipts(shown) == receipts(statement, lookup)
            assert support(shown, sheet.told.words.lookup) == support(statement, lookup)


def test_pages_of_a_statement_hold_each_sentence_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "CLAIMS", 2)
    article = Article("Ann Lee beat Bo Berg. " + " ".join(f"Report {n:02} said so." for n in range(5)))
    ann, bo = article.entity("Ann Lee"), article.entity("Bo Berg")
    claims = [article.claim("defeated", f"{n:02}", ann, bo, cue="said so").id for n in range(5)]
    with stored(fuse([article.graph()]), tmp_path / "store") as store:
        (id,) = (s.id for s in contents(store)[0].statements)
        pages = [Browsing(store).statement(id, n) for n in (1, 2, 3)]
        shown = [claim for sheet in pages if sheet for claim in sheet.told.statement(id).asserted_by]
        assert sorted(shown) == sorted(claims)


def test_an_open_relation_is_shown_with_its_statements(built: Path) -> None:
    with Store.reading(built / "store") as store:
        corpus, _ = contents(store)
        for name in {s.relation for s in corpus.statements if s.relation.startswith("rel:")}:
            listing = Browsing(store).relation(name.removeprefix("rel:"))
            assert listing is not None
            assert set(listing.statements) == {s.id for s in corpus.statements if s.relation == name}


def test_what_is_at_odds_is_shown_with_the_claims_that_are(tmp_path: Path) -> None:
    with stored(large(), tmp_path / "store") as store:
        corpus, graphs = contents(store)
        lookup = Lookup.of(corpus, graphs)
        assert corpus.conflicts
        for conflict in corpus.conflicts:
            odds = Browsing(store).conflict(conflict.id)
            assert odds is not None
            assert odds.told.at_odds == (conflict,)
            html = odds_card(odds, Links())
            shown = {claim for claim in lookup.claims if f"#claim-{claim}" in html}
            assert shown == set(conflict.claims)


UNKNOWN = ["nobody", "", "a b", "<script>", "x> ?y ?z . <x", "\x00", "a#b", "é\u202e", "a/b", "%zz"]


@pytest.mark.parametrize("kind", ["entity", "document", "statement", "claim", "relation", "conflict", "change"])
@pytest.mark.parametrize("id", UNKNOWN)
def test_nothing_comes_of_what_is_not_there(tmp_path: Path, id: str, kind: str) -> None:
    with stored(large(), tmp_path / "store") as store:
        assert getattr(Browsing(store), kind)(id) is None
