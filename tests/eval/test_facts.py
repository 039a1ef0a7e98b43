"""Facts of the seeds and of eight Wikinews articles, found by the extractor. `pytest -s tests/eval` prints the table.

The seeds and the articles of DEVELOPMENT were looked at while rules were written; the others only score.
"""

from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.read import Source, read
from kg.settings import Settings
from tests.eval.scoring import HERE, Score, facts_of, overstated, score

SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))
ARTICLES = sorted((HERE / "articles").glob("*.txt"))
DEVELOPMENT = {"GUM_news_afghan", "GUM_news_clock", "GUM_news_crane", "GUM_news_hackers"}


@pytest.fixture(scope="module")
def scores(extractor: Extractor) -> dict[str, Score]:
    found = {path.stem: _score(extractor, path) for path in (*SEEDS, *ARTICLES)}
    for stem, one in found.items():
        print(f"\n{stem:24} {one.line}", end="")  # noqa: T201
    return found


def _score(extractor: Extractor, path: Path) -> Score:
    return score(extractor.extract(read(Source(path, path.name), Settings())), facts_of(path.stem))


@pytest.mark.parametrize("stem", [path.stem for path in (*SEEDS, *ARTICLES)])
def test_every_fact_is_backed_by_words_of_the_text(stem: str) -> None:
    folder = HERE.parents[1] / "seeds" if stem[0].isdigit() else HERE / "articles"
    text = (folder / f"{stem}.txt").read_bytes().decode()
    assert [fact.sentence for fact in facts_of(stem) if fact.sentence not in text] == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_most_headline_facts_of_each_seed_are_found(scores: dict[str, Score], path: Path) -> None:
    one = scores[path.stem]
    assert one.headline_found >= one.headline / 2


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_nothing_said_denied_feared_or_planned_stands_as_reported(extractor: Extractor, path: Path) -> None:
    graph = extractor.extract(read(Source(path, path.name), Settings()))
    shown = [
        (c.subject, c.relation, c.object, c.passage.of(graph.document.text))
        for c in overstated(graph, facts_of(path.stem))
    ]
    assert shown == []


def test_the_seeds_stay_as_well_read_as_they_are(scores: dict[str, Score]) -> None:
    total = sum((scores[path.stem] for path in SEEDS), Score())
    assert (total.headline_found, total.found, total.strict) >= (41, 120, 114)
    assert total.right / total.claims >= 0.78


def test_articles_that_no_rule_was_written_for(scores: dict[str, Score]) -> None:
    total = sum((scores[path.stem] for path in ARTICLES if path.stem not in DEVELOPMENT), Score())
    assert total.headline_found >= 28
    assert total.found >= 60
