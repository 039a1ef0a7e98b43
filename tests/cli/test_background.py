"""`kg background`: RDF beside what articles say."""

from pathlib import Path

import pytest

from tests.cli.conftest import OTHER, Kg

PEOPLE = """@prefix ent: <https://example.org/kg/entity/> . @prefix kg: <https://example.org/kg/ontology#> .
ent:ann-lee kg:bornIn ent:oslo ; <http://x.test/born> [ <http://x.test/year> 1960 ] .
ent:ann-lee <http://purl.org/dc/terms/source> "article.txt" ; a kg:Document , kg:Statement ."""
BORN = "SELECT ?who { GRAPH ?g { ?who <http://x.test/born> ?year } ?who kg:defeated ?whom }"
ANN = ["who", "https://example.org/kg/entity/ann-lee"]
ANYWHERE = "SELECT ?who { ?who kg:bornIn ?where }"


@pytest.fixture
def loaded(article: Path, here: Path, kg: Kg) -> Path:
    """A store of one article, and a file beside it."""
    assert kg("load", "article.txt").code == 0
    (here / "people.ttl").write_text(PEOPLE)
    return here


def everything(kg: Kg) -> tuple[bytes, ...]:
    """What other commands tell of the store."""
    commands = [
        ("export", "--format", "nquads", "--with-text"),
        ("export", "--format", "trig"),
        ("export", "--format", "gexf"),
        ("query", ANYWHERE, "--format", "csv"),
        ("query", "entities", "--format", "csv"),
        ("query", "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", "--format", "csv"),
        ("view", "-o", "page.html"),
        ("validate",),
    ]
    results = [kg(*command) for command in commands]
    return (*(result.stdout for result in results), Path("page.html").read_bytes())


def test_it_is_kept_beside_the_articles_and_nothing_takes_it_for_theirs(loaded: Path, kg: Kg) -> None:
    before = everything(kg)
    found = kg("background", "people.ttl")
    line = "  people.ttl: 6 triples in <https://example.org/kg/background/people-ttl>\n"
    assert (found.code, found.out, found.stderr) == (0, f"Loaded:\n{line}", "")
    assert everything(kg) == before
    assert kg("background").out == line


def test_it_is_asked_by_its_graph_beside_the_facts(loaded: Path, kg: Kg) -> None:
    kg("background", "people.ttl")
    assert kg("query", "--background", BORN, "--format", "csv").out.split() == ANN
    assert kg("query", BORN, "--format", "csv").out.split() == ["who"]
    assert kg("query", "--background", ANYWHERE, "--format", "csv").out.split() == ["who"]


def test_it_stays_whatever_happens_to_the_articles(loaded: Path, kg: Kg) -> None:
    kg("background", "people.ttl")
    (loaded / "other.txt").write_text(OTHER)
    for command in (("load", "other.txt"), ("remove", "article.txt"), ("load", "article.txt"), ("rebuild", "--force")):
        assert kg(*command).code == 0
    assert kg("query", "--background", BORN, "--format", "csv").out.split() == ANN


def test_loading_it_later_gives_the_graph_of_an_undisturbed_load(loaded: Path, kg: Kg) -> None:
    (loaded / "other.txt").write_text(OTHER)
    kg("background", "people.ttl")
    kg("load", "other.txt")
    disturbed = everything(kg)
    kg("load", "article.txt", "--store", "plain")
    kg("load", "other.txt", "--store", "plain")
    assert kg("export", "--format", "nquads", "--with-text", "--store", "plain").stdout == disturbed[0]


def test_a_file_that_is_loaded_again_takes_its_own_place(loaded: Path, kg: Kg) -> None:
    kg("background", "people.ttl")
    (loaded / "people.ttl").write_text("<http://x.test/a> <http://x.test/b> 1 .")
    assert "1 triple in" in kg("background", "people.ttl").out
    assert kg("query", "--background", BORN, "--format", "csv").out.split() == ["who"]
    assert kg("background").out.count("\n") == 1


@pytest.mark.parametrize("named", ["people.ttl", "https://example.org/kg/background/people-ttl"])
def test_it_is_taken_out_by_its_name_or_graph(named: str, loaded: Path, kg: Kg) -> None:
    before = everything(kg)
    kg("background", "people.ttl")
    assert kg("background", "--remove", named).code == 0
    assert kg("background").out == ""
    assert everything(kg) == before
    again = kg("background", "--remove", named)
    assert again.code == 1
    assert "`kg background` lists what there is" in again.stderr


def test_a_graph_may_be_named(loaded: Path, kg: Kg) -> None:
    assert "<http://x.test/me>" in kg("background", "people.ttl", "--graph", "http://x.test/me").out
    query = "ASK { GRAPH <http://x.test/me> { ?s <http://x.test/year> 1960 } }"
    assert "yes" in kg("query", "--background", query).out


def test_who_forgets_to_ask_for_it_is_told(loaded: Path, kg: Kg) -> None:
    kg("background", "people.ttl", "--graph", "http://x.test/me")
    query = "ASK { GRAPH <http://x.test/me> { ?s ?p ?o } }"
    assert "which only --background asks" in kg("query", query).stderr
    assert kg("query", query, "--background").stderr == ""


def test_a_bad_file_is_told_with_its_line_and_stops_no_other(loaded: Path, kg: Kg) -> None:
    (loaded / "bad.nt").write_text("<http://x.test/a> <http://x.test/b> 1 .\n")
    found = kg("background", "bad.nt", "people.ttl")
    assert found.code == 3
    assert found.stderr.startswith("kg: bad.nt: cannot be read at line 1, column 37 (")
    assert kg("background").out.startswith("  people.ttl: ")


def test_a_bad_file_leaves_what_there_was(loaded: Path, kg: Kg) -> None:
    kg("background", "people.ttl")
    (loaded / "people.ttl").write_text(PEOPLE + "\nx")
    assert kg("background", "people.ttl").code == 4
    assert kg("query", "--background", BORN, "--format", "csv").out.split() == ANN


def test_two_files_share_no_graph(loaded: Path, kg: Kg) -> None:
    for folder in ("a", "b"):
        (loaded / folder).mkdir()
        (loaded / folder / "one.trig").write_text("<http://x.test/g> { <http://x.test/a> <http://x.test/b> 1 }")
    found = kg("background", "a/one.trig", "b/one.trig")
    assert "has the name of another of the files" in found.stderr
    found = kg("background", "b/one.trig", "--graph", "http://x.test/me")
    assert "<http://x.test/g>, which came from another file" in found.stderr


REFUSED = [
    (("people.ttl", "--graph", "no iri"), 4, "is no IRI"),
    (("people.ttl", "--graph", "https://example.org/kg/document/1"), 4, "where only kg writes"),
    (("people.ttl", "--remove", "x"), 2, "--remove with none"),
    (("people.ttl", "people.ttl", "--graph", "http://x.test/me"), 2, "--graph with one file"),
    (("nowhere.ttl",), 4, "no such file"),
    (("people.ttl", "--store", "nowhere"), 5, "nowhere is no store"),
]


@pytest.mark.parametrize(("arguments", "code", "reason"), REFUSED)
def test_what_cannot_be_done_is_told(arguments: tuple[str, ...], code: int, reason: str, loaded: Path, kg: Kg) -> None:
    found = kg("background", *arguments)
    assert found.code == code
    assert reason in found.stderr
