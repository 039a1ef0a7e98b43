"""Commands that show a whole store, or write into one, tell that another version of kg read it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.ids import Names
from kg.store import WritableStore
from tests.cli.conftest import OTHER, Kg

OLD = "kg: kg.store has articles that were read with kg 0.0.9: `kg rebuild --store kg.store` reads them anew\n"


@pytest.fixture
def old(article: Path, kg: Kg) -> None:
    """A store whose article an earlier release read."""
    kg("load", "article.txt")
    with WritableStore.opened(Path("kg.store"), Names()) as store:
        (version,) = store.versions.read_by
        store.keep_versions(replace(store.versions, read_by=frozenset({replace(version, kg="0.0.9")})))
        store.publish()


def test_some_commands_tell_it_and_queries_do_not(old: None, here: Path, kg: Kg) -> None:
    for command in (["view", "-o", "graph.html"], ["export"], ["validate"], ["load", "article.txt"]):
        assert OLD in kg(*command).stderr, command
    for command in (["query", "who-defeated-whom"], ["explain", "Ann Lee", "Bo Berg"], ["conflicts"]):
        assert kg(*command).stderr == "", command
    (here / "other.txt").write_text(OTHER)
    assert kg("load", "other.txt").stderr == OLD


def test_a_store_of_this_version_is_told_nothing_of(article: Path, kg: Kg) -> None:
    for command in (["load", "article.txt"], ["view", "-o", "graph.html"], ["export"], ["validate", "--quiet"]):
        assert kg(*command).stderr == "", command
    assert kg("load", "article.txt", "--threshold", "0.6").stderr.startswith(
        "kg: kg.store has articles that were read with the threshold 0.5: "
    )


def test_exports_do_not_hold_it(old: None, kg: Kg) -> None:
    before = kg("export", "--format", "nquads", "--with-text").stdout
    kg("load", "article.txt", "--store", "new")
    assert kg("export", "--format", "nquads", "--with-text", "--store", "new").stdout == before
