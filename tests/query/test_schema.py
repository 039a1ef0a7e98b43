"""What there is in a store."""

from kg.ontology import load_ontology
from kg.query import schema
from kg.query.human import readable
from kg.rdf import prefixes
from kg.store import Store


def rows(store: Store, most: int = 9) -> list[tuple[str, ...]]:
    known = prefixes(store.names)
    return [tuple(readable(term, known) for term in row) for row in schema(store, known, most)[0].rows]


def test_each_is_counted_and_has_an_example(store: Store) -> None:
    found = {row[1]: (row[0], *row[2:5]) for row in rows(store)}
    assert found["kg:Person"] == ("class", "person", "7", "Ann Lee")
    assert found["kg:Group"] == ("class", "group", "1", "")
    assert found["kg:Work"] == ("class", "work", "0", "")
    assert found["kg:defeated"] == ("relation", "defeated", "2", "Ann Lee → Bo Berg")
    assert found["kg:memberCount"] == ("relation", "number of members", "3", "Rovers → 20")
    assert found["kg:sues"] == ("relation", "sues", "0", "")
    assert found["kg:votesFor"] == ("detail", "votes for", "1", "101")
    assert found["kg:place"] == ("detail", "place", "1", "Oslo")
    assert found["rel:leave"] == ("open relation", "leave", "1", "Ann Lee → Unity")


def test_all_that_is_declared_stands_there(store: Store) -> None:
    ontology = load_ontology()
    declared = [f"kg:{name}" for part in (ontology.kinds, ontology.relations, ontology.qualifiers) for name in part]
    assert [row[1] for row in rows(store, 0)] == declared


def test_open_relations_that_are_left_out_are_counted(store: Store) -> None:
    known = prefixes(store.names)
    assert [schema(store, known, most)[1] for most in (0, 1, 2)] == [1, 0, 0]
