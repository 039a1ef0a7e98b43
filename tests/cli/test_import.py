"""`kg import`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ARTICLE, Kg

EVIDENCE = "Ann Lee beat Bo Berg by 101 votes to 61 in Oslo."
FOUND: dict[str, Any] = {
    "text": f"{EVIDENCE} The vote was close.",
    "entities": [{"label": "Ann Lee", "kind": "Person"}, {"label": "Bo Berg", "kind": "Person"}],
    "relations": [{"subject": "Ann Lee", "relation": "defeated", "object": "Bo Berg", "evidence": EVIDENCE}],
}


def written(path: Path, *lines: dict[str, Any] | str) -> Path:
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts))
    return path


@pytest.fixture
def found(here: Path) -> Path:
    return written(here / "found.jsonl", FOUND)


def exported(kg: Kg, *more: str) -> bytes:
    return kg("export", "--format", "nquads", "--with-text", "-o", "-", *more).stdout


def test_what_another_extractor_found_is_queried_and_explained(found: Path, kg: Kg) -> None:
    result = kg("import", "found.jsonl")
    assert (result.code, result.out, result.stderr) == (0, "Read 1 document with 2 entities and 1 relation.\n", "")
    rows = kg("query", "who-defeated-whom", "--format", "csv").out.splitlines()
    assert [row.strip() for row in rows[1:]] == [f"Ann Lee,Bo Berg,,,,,Reported,found.jsonl:1,{EVIDENCE}"]
    assert kg("explain", "Ann Lee", "Bo Berg").out.splitlines()[2:] == [
        "  - «Ann Lee» beat «Bo Berg» by 101 votes to 61 in Oslo.",
        "    Reported: in the article's own voice",
        "    found.jsonl:1",
    ]
    assert kg("validate").code == 0


def test_names_merge_with_those_of_an_article(found: Path, article: Path, kg: Kg) -> None:
    kg("load", "article.txt")
    kg("import", "found.jsonl")
    asked = "SELECT ?n ?v { ?s rdf:predicate kg:defeated ; kg:documentCount ?n ; kg:votesFor ?v }"
    assert kg("query", asked, "--format", "csv").out.split() == ["n,v", "2,101"]
    assert kg("validate").code == 0


def test_no_order_of_loading_and_importing_shows(found: Path, article: Path, here: Path, kg: Kg) -> None:
    written(here / "more.jsonl", FOUND | {"title": "A vote", "extractor": "rules"}, FOUND)
    for command in ("load article.txt", "import found.jsonl", "import more.jsonl"):
        assert kg(*command.split(), "--store", "one").code == 0
    for command in ("import more.jsonl found.jsonl", "load article.txt"):
        assert kg(*command.split(), "--store", "other").code == 0
    assert exported(kg, "--store", "one") == exported(kg, "--store", "other")


def test_what_cannot_be_used_is_told_and_the_rest_is_loaded(here: Path, kg: Kg) -> None:
    unknown = FOUND["relations"][0] | {"subject": "Dee", "evidence": EVIDENCE}
    missing = FOUND["relations"][0] | {"evidence": "Ann Lee lost."}
    whole = FOUND | {"relations": [missing, *FOUND["relations"], unknown]}
    written(here / "found.jsonl", "{", whole, "", {"text": "It rained."})
    result = kg("import", "found.jsonl", "absent.jsonl")
    assert (result.code, result.out) == (3, "Read 1 document with 2 entities and 1 relation, 5 refused.\n")
    assert result.stderr.splitlines() == [
        "kg: absent.jsonl: no such file or folder; check the path",
        "kg: found.jsonl:1: is no JSON (Expecting property name enclosed in double quotes: character 1); write one "
        "object on each line",
        "kg: found.jsonl:2 relation 1: its evidence is not in the text; quote it exactly",
        "kg: found.jsonl:2 relation 3: its subject 'Dee' is no entity of the line that could be used; check its id",
        "kg: found.jsonl:4: has no entity that could be used; leave it out",
    ]


def test_importing_again_changes_nothing(found: Path, kg: Kg) -> None:
    kg("import", "found.jsonl")
    before = exported(kg)
    assert kg("import", "found.jsonl").out == "Read 0 documents, 1 known before.\n"
    assert exported(kg) == before


def test_nothing_usable_makes_no_store(here: Path, kg: Kg) -> None:
    written(here / "found.jsonl", "{")
    assert kg("import", "found.jsonl").code == 4
    assert not (here / "kg.store").exists()


def test_new_extractions_take_the_place_of_old_ones_and_of_no_article(found: Path, here: Path, kg: Kg) -> None:
    (here / "article.txt").write_text(FOUND["text"] + " " + ARTICLE)
    kg("load", "article.txt")
    own = exported(kg)
    written(found, FOUND | {"source": "article.txt"})
    kg("import", "found.jsonl")
    written(found, FOUND | {"source": "article.txt", "relations": []})
    assert kg("import", "found.jsonl").out.startswith("Read 1 document with 2 entities and 0 relations, 1 kept beside")
    replaced = kg("import", "found.jsonl", "--replace")
    assert replaced.out.startswith("Read 0 documents, 1 known before, 1 replaced.\n")
    assert kg("load", "article.txt", "--replace").out == "Read 0 articles, 1 known before.\n"
    assert set(own.splitlines()) <= set(exported(kg).splitlines())


def test_the_schema_is_the_one_that_is_published(root: Path, kg: Kg) -> None:
    result = kg("import", "--schema")
    assert result.code == 0
    assert result.stdout == (root / "ontology" / "extractions.schema.json").read_bytes()
