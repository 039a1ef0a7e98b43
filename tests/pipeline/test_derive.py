"""What a store holds is what `resolve` makes of all its documents, however they came."""

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.export import Format
from kg.ids import Names
from kg.index import Index
from kg.model import DocumentGraph, Literal, Polarity, Qualifier
from kg.pipeline import change, serialized
from kg.rdf import corpus_quads, document_quads
from kg.resolve import resolve
from kg.store import Store, WritableStore
from tests.resolve.test_resolve import ALIASES, DATES, KINDS, LABELS, VERBS
from tests.samples import Article, election

ISSUED = [None, Literal("2018-11-22", "date"), Literal("2019-01-02", "date")]
NUMBERS = [Literal("57", "integer"), Literal("58", "integer")]
TITLES = [Literal(text) for text in ("president", "president of Oslo", "Oslo City mayor", "PAX chief", "chief")]
OF_VALUES, OF_TITLES = ["age", "memberCount"], ["hasRoleAt", "resignedFrom"]
RELATIONS = ["defeated", "siblingOf", "supports", "opposes", "died", "bornIn", "rel:warn_about", *OF_VALUES, *OF_TITLES]
RELATIONS += ["locatedIn", "nominated"]  # what tells two of one name apart or together
NAMES = [*LABELS, "Maine", "Oregon", "Springdale"]
NEARLY = ["Ted Dahl", "Edward Dahl", "Theodore Dahl", "Ted Dahle", "Thomas Dahl", "Hawks", "Bergen Hawks"]
HOLDERS = ["Vinge", "Ann Vinge", "Ann B. Vinge", "Eva Vinge", "Mrs. Vinge", "Hagen", "Siv Hagen"]
BESIDE = ["Mia Holm", "Ulf Rask", "Siv Moen", "Acme Bank", "Peace Front", "Reuters"]


@st.composite
def articles(draw: st.DrawFn, number: int) -> DocumentGraph:
    more = draw(st.sampled_from(["", "All of it is told in these words."]))
    article = Article(f"Article {chr(97 + number)}: {' '.join(VERBS)} {more}", issued=draw(st.sampled_from(ISSUED)))
    ids = [
        article.entity(
            label, draw(st.sampled_from(KINDS)), alt=draw(st.sampled_from(ALIASES)), named=draw(st.integers(0, 4)) > 0
        )
        for label in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True))
    ]
    for verb in draw(st.lists(st.sampled_from(VERBS), max_size=5, unique=True)):
        relation, subject = draw(st.sampled_from(RELATIONS)), draw(st.sampled_from(ids))
        thing = draw(st.sampled_from(NUMBERS if relation in OF_VALUES else [None, *ids]))
        given = [
            ("date", draw(st.sampled_from(DATES))),
            ("place", draw(st.sampled_from([None, *ids]))),
            ("title", draw(st.sampled_from(TITLES)) if relation in OF_TITLES else None),
        ]
        qualifiers = tuple(Qualifier(name, value) for name, value in given if value)
        polarity = draw(st.sampled_from(Polarity))
        article.claim(relation, verb, subject, thing, polarity=polarity, qualifiers=qualifiers)
    return article.graph()


GRAPHS = st.integers(1, 7).flatmap(lambda size: st.tuples(*(articles(number) for number in range(size)))).map(list)


def batches(graphs: Sequence[DocumentGraph], chance: random.Random) -> list[list[DocumentGraph]]:
    cuts = sorted(chance.sample(range(len(graphs) + 1), chance.randint(0, len(graphs))))
    return [list(graphs[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(graphs)], strict=True)]


@st.composite
def stories(draw: st.DrawFn, number: int) -> DocumentGraph:
    """Names that are nearly one, and others beside them."""
    article = Article(f"Story {chr(97 + number)}.")
    kinds = dict.fromkeys([*NEARLY[:5], *BESIDE[:3]], "Person")
    for label in draw(st.lists(st.sampled_from([*NEARLY, *BESIDE, *BESIDE]), min_size=2, max_size=8, unique=True)):
        article.entity(label, kinds.get(label, "Organization"), alt=draw(st.sampled_from([(), ("PAX",)])))
    return article.graph()


STORIES = st.integers(2, 7).flatmap(lambda size: st.tuples(*(stories(number) for number in range(size)))).map(list)


@st.composite
def reports(draw: st.DrawFn, number: int) -> DocumentGraph:
    """Surnames beside offices, full names of such, and others beside them."""
    verbs = ("leads", "rules")
    article = Article(f"Report {chr(97 + number)}: {' '.join(verbs)}.", issued=draw(st.sampled_from(ISSUED)))
    for label in draw(st.lists(st.sampled_from(BESIDE), min_size=3, unique=True)):
        article.entity(label, "Person" if label in BESIDE[:3] else "Organization")
    land = article.entity("Norway", "Country")
    for verb, label in zip(verbs, draw(st.lists(st.sampled_from(HOLDERS), max_size=2, unique=True)), strict=False):
        title = Qualifier("title", draw(st.sampled_from([*TITLES[:1] * 3, TITLES[-1]])))
        holder = article.entity(label, alt=draw(st.sampled_from([(), ("PAX",)])))
        article.claim("hasRoleAt", verb, holder, draw(st.sampled_from([None, None, land])), qualifiers=(title,))
    return article.graph()


REPORTS = st.integers(2, 7).flatmap(lambda size: st.tuples(*(reports(number) for number in range(size)))).map(list)


def ids(graphs: Iterable[DocumentGraph]) -> list[str]:
    return [graph.document.id for graph in graphs]


def exported(*added: Sequence[DocumentGraph], removed: Sequence[DocumentGraph] = ()) -> bytes:
    """The bytes of a new store after the documents were added, batch by batch, and some taken out again."""
    with TemporaryDirectory() as folder, WritableStore.opened(Path(folder), Names()) as store:
        for batch in added:
            change(store, batch)
        change(store, removed=ids(removed))
        return serialized(store, Format.NQUADS, with_text=True)


def expected(graphs: Sequence[DocumentGraph]) -> bytes:
    """The bytes of a store with what `resolve` makes of all documents at once."""
    with TemporaryDirectory() as folder, WritableStore.opened(Path(folder), Names()) as store:
        store.add(document_quads(graph, store.names) for graph in graphs)
        store.replace_default_graph(corpus_quads(resolve(graphs), graphs, store.names))
        return serialized(store, Format.NQUADS, with_text=True)


@given(GRAPHS | STORIES | REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_no_order_and_no_batches_show(graphs: list[DocumentGraph], chance: random.Random) -> None:
    assert exported(*batches(graphs, chance)) == expected(graphs)


@given(GRAPHS | STORIES | REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_what_was_added_and_removed_again_leaves_no_trace(graphs: list[DocumentGraph], chance: random.Random) -> None:
    removed = chance.sample(graphs, chance.randint(0, len(graphs)))
    kept = [graph for graph in graphs if graph not in removed]
    assert exported(*batches(graphs, chance), removed=removed) == expected(kept)


@given(GRAPHS | STORIES | REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_documents_that_come_and_go_leave_what_is_there(graphs: list[DocumentGraph], chance: random.Random) -> None:
    there: list[DocumentGraph] = []
    with TemporaryDirectory() as folder, WritableStore.opened(Path(folder), Names()) as store:
        for _ in range(3):
            gone = [graph for graph in there if chance.random() < 0.4]
            come = [graph for graph in graphs if graph not in there and chance.random() < 0.6]
            change(store, come, ids(gone))
            there = [graph for graph in there if graph not in gone] + come
        assert serialized(store, Format.NQUADS, with_text=True) == expected(there)


def test_who_was_joined_by_one_that_left_is_alone_again() -> None:
    ministry = Article("One.", issued=None)
    ministry.entity("Interior Ministry", "Organization", alt=("Oslo City",))
    city = Article("Two.", issued=None)
    city.entity("Oslo City", "Organization")
    graphs = [ministry.graph(), city.graph()]
    assert exported(graphs, removed=graphs[1:]) == expected(graphs[:1])
    assert exported(graphs, removed=graphs) == expected([])


def test_who_takes_the_id_of_another_leaves_its_matches() -> None:
    graphs: list[DocumentGraph] = []
    for label, kind in (("Oslo", "Place"), ("Oslo", "City"), ("Oslo City", "Person")):
        article = Article(f"Article {len(graphs)}.", issued=None)
        article.entity(label, kind)
        graphs.append(article.graph())
    assert b"#PossibleMatch>" in expected(graphs)
    assert exported(graphs[:2], graphs[2:]) == expected(graphs)


def stranger(number: int) -> DocumentGraph:
    """Nobody in it is in another article, and nothing is said twice."""
    letters = "".join(chr(97 + int(digit)) for digit in f"{number:03}")
    article = Article(f"Article {number}: verb.", issued=None)
    ids = [article.entity(f"{first}{letters} {last}{letters}") for first, last in (("Bo", "Ra"), ("Ka", "Mi"))]
    article.entity(f"Da{letters}")
    article.claim("defeated", "verb", *ids)
    return article.graph()


def questions(there: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What is asked and read when one article is added to so many others, and taken out again."""
    asked: Counter[str] = Counter()

    def counted(name: str, ask: Callable[..., object]) -> Callable[..., object]:
        def asking(self: object, *values: object) -> object:
            found = ask(self, *values)
            asked[name] += 1
            asked[f"{name}: read"] += len(found) if isinstance(found, list) else 0
            return found

        return asking

    one = stranger(999)
    with (
        TemporaryDirectory() as folder,
        WritableStore.opened(Path(folder), Names()) as store,
        monkeypatch.context() as patch,
    ):
        change(store, map(stranger, range(there)))
        for cls, name in ((Index, "rows"), (Index, "run"), (Index, "run_all"), (Store, "matching")):
            patch.setattr(cls, name, counted(f"{cls.__name__}.{name}", getattr(cls, name)))
        change(store, [one])
        change(store, removed=[one.document.id])
    return asked


def test_an_article_costs_as_much_among_many_as_among_few(monkeypatch: pytest.MonkeyPatch) -> None:
    assert questions(5, monkeypatch) == questions(300, monkeypatch)


def damage(index: Path, table: str) -> None:
    """Writes zeros over the first page of a table."""
    with closing(sqlite3.connect(index)) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        ((size,),) = connection.execute("PRAGMA page_size")
    data = bytearray(index.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    index.write_bytes(data)


def test_an_index_with_damaged_pages_is_removed_and_made_anew(tmp_path: Path) -> None:
    one, other = election()
    with WritableStore.opened(tmp_path, Names()) as store:
        change(store, [one])
        damage(store.index, "form")
        with pytest.raises(StoreError, match="load again"):
            change(store, [other])
        change(store, [other])
        assert serialized(store, Format.NQUADS, with_text=True) == expected([one, other])


@pytest.mark.parametrize("data", [None, b"", b"no database", b"SQLite format 3\0" + bytes(2000)])
def test_an_index_that_is_missing_or_none_of_ours_is_made_anew(tmp_path: Path, data: bytes | None) -> None:
    one, other = election()
    with WritableStore.opened(tmp_path, Names()) as store:
        change(store, [one])
        store.index.unlink()
        if data is not None:
            store.index.write_bytes(data)
        change(store, [other])
        assert serialized(store, Format.NQUADS, with_text=True) == expected([one, other])


def test_a_change_that_failed_is_mended_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.derive._BATCH", 1)
    one, other = election()

    def failing() -> Iterable[DocumentGraph]:
        yield other
        raise UnicodeError

    with WritableStore.opened(tmp_path, Names()) as store:
        change(store, [one])
        with pytest.raises(UnicodeError):
            change(store, failing())
        change(store)
        assert serialized(store, Format.NQUADS, with_text=True) == expected([one, other])


def test_where_many_are_written_memory_is_given_back_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.pipeline.derive._BATCH", 1)
    monkeypatch.setattr("kg.pipeline.deriving._MANY", 1)
    one, other = election()
    with WritableStore.opened(tmp_path, Names()) as store:
        change(store, [one, other])
        store.index.unlink()  # so that all is derived again, while the documents are read
        change(store, removed=ids([one]))
        change(store, [one])
        assert serialized(store, Format.NQUADS, with_text=True) == expected([one, other])


def test_a_store_that_has_grown_is_compacted_and_holds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.writable._LARGE", 1)
    first, second = election()
    with WritableStore.opened(tmp_path / "store", Names()) as store:
        assert not store.grown
        change(store, [first])
        number = store.published
        assert number == 2, "what was loaded, and the same compacted"
        assert not store.grown
        change(store, [second])
        assert not store.grown
        assert serialized(store, Format.NQUADS, with_text=True) == expected([first, second])
        with Index.opened(store.index, store.published) as index:
            assert not index.empty
    with Store.reading(tmp_path / "store") as store:
        assert serialized(store, Format.NQUADS, with_text=True) == expected([first, second])
