"""No rule knows an article: the names of the seeds stand nowhere in the code and in its word lists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import lexicon
from kg.extract import Extractor
from kg.read import Source, read
from kg.settings import Settings

ROOT = Path(__file__).parents[1]
# Complete lists that hold names because of what they are: given and family names, titles, news agencies.
CLOSED = {"names.toml", "titles.toml", "reading.toml"}
WRITTEN = [
    path
    for pattern in ("kg/**/*.py", "kg/**/*.j2", "ontology/**/*.toml", "ontology/**/*.ttl", "queries/*.rq")
    for path in sorted(ROOT.glob(pattern))
    if path.name not in CLOSED
]


@pytest.fixture(scope="module")
def names(extractor: Extractor) -> frozenset[str]:
    """People and organizations of the seeds, and the last words of people's names; no countries, no cities."""
    graphs = [extractor.extract(read(Source(p, p.name), Settings())) for p in sorted(ROOT.glob("seeds/*.txt"))]
    found = {(e.kind, n) for g in graphs for e in g.entities if e.named for n in (e.label, *e.alt_labels)}
    return frozenset(name for kind, label in found for name in _telling(kind, label) if name[0].isupper())


def _telling(kind: str, label: str) -> Iterator[str]:
    if kind == "Person":
        yield label.split()[-1]
    if kind in {"Person", "Organization"} and label.lower() not in lexicon.names().organization_heads:
        yield label


def test_the_names_of_the_seeds_are_looked_for(names: frozenset[str]) -> None:
    assert {"Interpol", "Prokopchuk", "Kim Jong-yang"} <= names


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_name_of_the_seeds_stands_here(names: frozenset[str], path: Path) -> None:
    words = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names) if len(name) > 2))
    assert words.findall(path.read_text(encoding="utf-8")) == []
