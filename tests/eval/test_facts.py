"""Facts of whole articles, found by the extractor. `make eval` prints the table; docs/quality.md keeps it.

Every text that may be kept is here; of the others there are the facts, and where the text is to be had.
"""

from collections import Counter
from collections.abc import Mapping

import pytest

from kg.extract import Extractor
from kg.model import DocumentGraph
from kg.read import Source, read
from kg.settings import Settings
from tests.eval.corpus import HERE, ONLY_SCORING, Article, articles
from tests.eval.scoring import Score, facts_of, overstated, score

ALL = list(articles())
KEPT = [article for article in ALL if article.path and article.licence != "text not kept"]
SEEDS = [article for article in KEPT if article.half == "seed"]


@pytest.fixture(scope="module")
def graphs(extractor: Extractor) -> Mapping[str, DocumentGraph]:
    return {article.stem: _read(extractor, article) for article in KEPT}


def _read(extractor: Extractor, article: Article) -> DocumentGraph:
    assert article.path is not None
    return extractor.extract(read(Source(article.path, article.path.name), Settings()))


def _total(graphs: Mapping[str, DocumentGraph], half: str) -> Score:
    return sum((score(graphs[a.stem], facts_of(a.stem)) for a in KEPT if a.half == half), Score())


def test_no_text_that_may_be_kept_is_missing() -> None:
    assert [a.stem for a in ALL if a.licence != "text not kept" and a not in KEPT] == []
    assert {path.stem for path in (HERE / "articles").glob("*.txt")} == {a.stem for a in KEPT if a not in SEEDS}


def test_there_are_forty_articles_of_many_kinds_in_two_halves() -> None:
    own = [article for article in ALL if article.half != "seed"]
    assert len(own) >= 40
    assert min(Counter(article.half in ONLY_SCORING for article in own).values()) >= 18
    assert len({article.kind for article in own}) >= 20


@pytest.mark.parametrize("article", ALL, ids=lambda article: article.stem)
def test_every_fact_is_well_formed(article: Article) -> None:
    for fact in facts_of(article.stem):
        assert fact.polarity in {"Positive", "Negative"}
        assert fact.certainty in {"Certain", "Probable", "Possible", "Hypothetical", "Expected"}


@pytest.mark.parametrize("article", KEPT, ids=lambda article: article.stem)
def test_every_fact_is_backed_by_words_of_the_text(article: Article) -> None:
    assert article.path is not None
    text = article.path.read_bytes().decode()
    assert [fact.sentence for fact in facts_of(article.stem) if fact.sentence not in text] == []


@pytest.mark.parametrize("article", SEEDS, ids=lambda article: article.stem)
def test_most_headline_facts_of_each_seed_are_found(graphs: Mapping[str, DocumentGraph], article: Article) -> None:
    one = score(graphs[article.stem], facts_of(article.stem))
    assert one.headline_found >= one.headline / 2


@pytest.mark.parametrize("article", SEEDS, ids=lambda article: article.stem)
def test_nothing_said_denied_feared_or_planned_stands_as_reported(
    graphs: Mapping[str, DocumentGraph], article: Article
) -> None:
    graph = graphs[article.stem]
    shown = [
        (c.subject, c.relation, c.object, c.passage.of(graph.document.text))
        for c in overstated(graph, facts_of(article.stem))
    ]
    assert shown == []


def test_the_seeds_stay_as_well_read_as_they_are(graphs: Mapping[str, DocumentGraph]) -> None:
    total = _total(graphs, "seed")
    assert total.headline_found >= 47
    assert total.found >= 158
    assert total.strict >= 148
    assert total.right / total.claims >= 0.95
    assert total.headline_standing >= 47


def test_articles_that_no_rule_was_written_for_stay_as_well_read_as_they_are(
    graphs: Mapping[str, DocumentGraph],
) -> None:
    total = _total(graphs, "scored")
    assert total.headline_found / total.headline >= 0.83
    assert total.found / total.facts >= 0.68
