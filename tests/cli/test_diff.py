"""`kg diff`."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.diff import DIFFERENT
from kg.export import Format
from tests.cli.conftest import OTHER, Kg


@pytest.fixture
def before(article: Path, here: Path, kg: Kg) -> Path:
    """An export of one article; `kg.store` holds another as well."""
    kg("load", "article.txt")
    path = here / "before.nq"
    assert kg("export", "--format", "nquads", "-o", path).code == 0
    (here / "other.txt").write_text(OTHER)
    kg("load", "other.txt")
    return path


def test_two_moments_of_one_store(before: Path, kg: Kg) -> None:
    result = kg("diff", before, "kg.store", "--sentences")
    assert result.code == DIFFERENT
    assert result.out.startswith("Articles: 1 came.\n  came: other.txt\n")
    assert "  Attributed  Bo Berg resigned from Unity" in result.out
    assert (
        "      + Cy Cole, a spokesman for Unity, said that «Bo Berg» «resigned» from «Unity» last week.\n" in result.out
    )


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("packed", [False, True])
def test_a_store_and_its_export_in_any_format_are_the_same(form: Format, packed: bool, before: Path, kg: Kg) -> None:
    path = before.with_name(f"now{form.suffix}")
    kg("export", "--format", form, "-o", path)
    if packed:
        path = path.with_name(f"{path.name}.gz")
        path.write_bytes(gzip.compress(path.with_suffix("").read_bytes()))
    result = kg("diff", path, "kg.store")
    assert (result.code, result.stderr) == (0, "")
    assert result.out.startswith("Nothing differs; ")


def test_as_rdf_it_says_what_came_with_its_status(before: Path, kg: Kg) -> None:
    result = kg("diff", before, "kg.store", "--format", "turtle")
    assert result.code == DIFFERENT
    data = ox.Store()
    data.load(result.stdout, format=ox.RdfFormat.TURTLE)
    came = data.query(
        "PREFIX kg: <https://example.org/kg/ontology#> SELECT ?status { ?d a kg:Difference ; "
        "kg:differenceKind kg:Came ; kg:after ?s ; kg:statusAfter ?status ; kg:wordsAfter ?w "
        "FILTER(STRSTARTS(?w, 'Bo Berg resigned from')) }"
    )
    assert isinstance(came, ox.QuerySolutions)
    assert [str(row["status"]) for row in came] == ["<https://example.org/kg/ontology#Attributed>"]
    assert kg("diff", before, "kg.store", "--format", "turtle").stdout == result.stdout


VOTES = "Ann Lee beat Bo Berg by {} votes to 61 in Oslo on November 21, 2018.\n"


def test_a_conflict_that_came_is_told_in_words_and_as_rdf(here: Path, kg: Kg) -> None:
    for name, number in (("one.txt", 101), ("two.txt", 110)):
        (here / name).write_text(VOTES.format(number))
    kg("load", "one.txt", "--store", "old")
    kg("load", "one.txt", "two.txt", "--store", "new")
    result = kg("diff", "old", "new")
    assert result.code == DIFFERENT
    told = next(line for line in result.out.splitlines() if line.startswith("  contradictory votes: "))
    assert result.out.index("1 conflict came:\n") < result.out.index(told)
    iri = told.rpartition("conflict:")[2]
    rdf = kg("diff", "old", "new", "--format", "nquads").out
    assert f"ontology#after> <https://example.org/kg/conflict/{iri}> " in rdf


def test_a_possible_match_alone_is_a_difference(here: Path, kg: Kg) -> None:
    (here / "one.txt").write_text("George Shultz met Ann Lee in Oslo.\n")
    (here / "two.txt").write_text("George Schultz criticized Ann Lee in Bergen.\n")
    kg("load", "one.txt", "two.txt", "--store", "old")
    (here / "judgements.csv").write_text(
        "verdict,left,right,name,who,when,why\nunsure,one.txt#George Shultz,two.txt#George Schultz,,,,\n"
    )
    kg("load", "one.txt", "two.txt", "--store", "new")
    result = kg("diff", "old", "new")
    assert result.code == DIFFERENT
    assert result.out.startswith("1 possible match went:\n  “George S")


def test_an_export_that_lacks_a_side_of_a_conflict_is_refused(here: Path, kg: Kg) -> None:
    for name, number in (("one.txt", 101), ("two.txt", 110)):
        (here / name).write_text(VOTES.format(number))
    kg("load", "one.txt", "two.txt")
    text = kg("export", "--format", "nquads", "-o", "-").out
    lines = [
        line.replace("/statement/", "/statement/f") if "ontology#between>" in line else line
        for line in text.splitlines()
    ]
    (here / "cut.nq").write_text("\n".join(lines))
    result = kg("diff", "cut.nq", "kg.store")
    assert (result.code, result.stdout) == (7, b"")
    assert result.stderr.startswith("kg: cut.nq: it lacks a side of the conflict ")


def test_as_rdf_no_difference_is_no_triple(before: Path, kg: Kg) -> None:
    result = kg("diff", "kg.store", "kg.store", "--format", "nquads")
    assert (result.code, result.stdout) == (0, b"")


BROKEN = {
    "text.nq": (b"no quads", 1, "text.nq cannot be read ("),
    "cut.nq.gz": (gzip.compress(b"x" * 99)[:30], 1, "cut.nq.gz cannot be read ("),
    "plain.nq.gz": (b"plain", 1, "plain.nq.gz cannot be read ("),
    "empty.ttl": (b"", 7, "empty.ttl: it has no articles"),
    "other.ttl": (b"<x:/a> a <https://example.org/kg/ontology#Document> .", 7, "other.ttl: its documents have no"),
    "page.html": (b"<html>", 1, "page.html is no store and no export ("),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told_in_one_line(name: str, before: Path, here: Path, kg: Kg) -> None:
    data, code, message = BROKEN[name]
    (here / name).write_bytes(data)
    result = kg("diff", name, "kg.store")
    assert (result.code, result.stdout) == (code, b"")
    assert result.stderr.startswith(f"kg: {message}")
    assert result.stderr.count("\n") == 1


def test_what_is_not_there_is_told(before: Path, kg: Kg) -> None:
    assert kg("diff", "none.nq", "kg.store").stderr.startswith("kg: none.nq cannot be read (No such file")
    assert kg("diff", "none", "kg.store").code == 5


def test_an_export_that_lacks_receipts_is_refused(before: Path, here: Path, kg: Kg) -> None:
    kg("export", "--facts-only", "-o", "facts.ttl")
    assert "without --facts-only" in kg("diff", "facts.ttl", "kg.store").stderr
    lines = before.read_text().splitlines(keepends=True)
    (here / "cut.nq").write_text("".join(line for line in lines if "ontology#inDocument" not in line))
    result = kg("diff", "cut.nq", "kg.store")
    assert result.code == 7
    assert result.stderr.startswith("kg: cut.nq: ")


def test_two_bases_are_refused(before: Path, kg: Kg) -> None:
    kg("load", "article.txt", "--store", "elsewhere", "--base", "https://news.test/")
    result = kg("diff", before, "elsewhere")
    assert result.code == 1
    assert result.stderr == (
        f"kg: {before} has IRIs under https://example.org/kg/, elsewhere under https://news.test/: "
        "name two of one base\n"
    )
