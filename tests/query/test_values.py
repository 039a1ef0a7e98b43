"""What users type for a parameter."""

import pyoxigraph as ox
import pytest

from kg.errors import KgError, QueryError
from kg.ids import KG
from kg.pages.naming import UnknownName
from kg.query import Kind, Names, Parameter, narrowed
from kg.query.library import parse_query
from kg.query.values import term
from kg.rdf import prefixes
from kg.store import Store

REL = "https://example.org/kg/relation/"
ENT = "https://example.org/kg/entity/"


@pytest.fixture
def names(store: Store) -> Names:
    return Names(store, prefixes(store.names))


def parameter(kind: Kind) -> Parameter:
    return Parameter("what", kind, "What.", required=False, default="")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.ENTITY, "Ann Lee", f"{ENT}ann-lee"),
        (Kind.ENTITY, "ANN LEE", f"{ENT}ann-lee"),
        (Kind.ENTITY, "Lee", f"{ENT}ann-lee"),
        (Kind.ENTITY, "ann-lee", f"{ENT}ann-lee"),
        (Kind.ENTITY, "ent:ann-lee", f"{ENT}ann-lee"),
        (Kind.ENTITY, f"<{ENT}ann-lee>", f"{ENT}ann-lee"),
        (Kind.ENTITY, "  Ann  Lee ", f"{ENT}ann-lee"),
        (Kind.RELATION, "has role at", f"{KG}hasRoleAt"),
        (Kind.RELATION, "hasRoleAt", f"{KG}hasRoleAt"),
        (Kind.RELATION, "kg:hasRoleAt", f"{KG}hasRoleAt"),
        (Kind.RELATION, "leave", f"{REL}leave"),
        (Kind.SOURCE, "a/one.txt", "a/one.txt"),
        (Kind.SOURCE, "one.txt", "a/one.txt"),
        (Kind.SOURCE, "one", "a/one.txt"),
        (Kind.STATUS, "denied", f"{KG}Denied"),
        (Kind.SINCE, "2018", "2018"),
        (Kind.UNTIL, "2018", "2018-12-31"),
        (Kind.UNTIL, "2020-02", "2020-02-29"),
        (Kind.UNTIL, "2020-02-03", "2020-02-03"),
        (Kind.NUMBER, "12", "12"),
        (Kind.TEXT, '" } #', '" } #'),
    ],
)
def test_each_kind(kind: Kind, text: str, value: str, names: Names) -> None:
    assert term(parameter(kind), text, names).value == value


def test_somebody_without_a_name_is_found_by_label_and_iri(names: Names) -> None:
    found = names.entity("Experts")
    assert found.value.startswith(f"{ENT}experts-")
    assert names.entity(found.value) == found


@pytest.mark.parametrize(
    ("kind", "text", "error", "said"),
    [
        (Kind.ENTITY, "Ann Leee", UnknownName, r"no entity is called “Ann Leee”; nearest: “Ann Lee”"),
        (Kind.ENTITY, "Zzyzx", UnknownName, r"no entity is called “Zzyzx” and nothing nearly so"),
        (Kind.ENTITY, "ent:nobody", UnknownName, "no entity is called “ent:nobody”"),
        (Kind.RELATION, "has rule at", UnknownName, "nearest: “has role at”"),
        (Kind.SOURCE, "three.tx", UnknownName, "nearest: “three.txt”"),
        (Kind.STATUS, "true", QueryError, "--what: “true” is not a status: Reported, Attributed"),
        (Kind.SINCE, "2018-13", QueryError, "is not a date"),
        (Kind.UNTIL, "2018-02-30", QueryError, "is not a date"),
        (Kind.UNTIL, "last May", QueryError, "is not a date"),
        (Kind.NUMBER, "some", QueryError, "is not a whole number"),
        (Kind.TEXT, "\udcff", QueryError, "is not text in UTF-8"),
        (Kind.TEXT, "", QueryError, "is not text"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(
    kind: Kind, text: str, error: type[KgError], said: str, names: Names
) -> None:
    with pytest.raises(error, match=said) as raised:
        term(parameter(kind), text, names)
    assert "\n" not in str(raised.value)


def test_a_name_of_several_lists_them() -> None:
    memory = ox.Store()
    for one in ("bo-lee", "ann-lee"):
        node = ox.NamedNode(ENT + one)
        memory.add(ox.Quad(node, ox.NamedNode(f"{KG}named"), ox.Literal(True)))
        memory.add(ox.Quad(node, ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), ox.Literal("Lee")))

    class Asked:
        def query(self, text: str, *, prefixes: dict[str, str], union: bool) -> ox.QuerySolutions:
            found = memory.query(text, prefixes=prefixes, use_default_graph_as_union=union)
            assert isinstance(found, ox.QuerySolutions)
            return found

    known = {**prefixes_of_tests(), "ent": ENT}
    with pytest.raises(UnknownName, match="“Lee” may be ent:ann-lee, ent:bo-lee: give one of these"):
        Names(Asked(), known).entity("Lee")  # type: ignore[arg-type]
    assert Names(Asked(), known).entity("ent:bo-lee").value == f"{ENT}bo-lee"  # type: ignore[arg-type]


def prefixes_of_tests() -> dict[str, str]:
    from kg.ids import Names as Minted

    return prefixes(Minted())


@pytest.mark.parametrize(
    ("given", "said"),
    [({}, "q needs --about: give it a value"), ({"about": "Ann Lee", "by": "x"}, "q has no parameter by")],
)
def test_what_is_missing_or_unknown_is_told(given: dict[str, str], said: str, names: Names) -> None:
    query = parse_query("q", "# param: about (entity, required): Whom.\nASK { VALUES ?about { UNDEF } }")
    with pytest.raises(QueryError, match=said):
        narrowed(query, given, names)
