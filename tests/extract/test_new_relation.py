"""A relation that the ontology gains is read off the news without a change of code."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

TERM = """
kg:mentors a kg:Relation , owl:ObjectProperty ; rdfs:label "mentors" ; kg:inverseLabel "is mentored by" ;
    rdfs:comment "Guides somebody through years of learning: Ann Lee mentors Bo Berg." ;
    rdfs:domain kg:Thing ; kg:domainIncludes kg:Person ; rdfs:range kg:Thing ; kg:rangeIncludes kg:Person , kg:Group ;
    kg:drawnAs "tie" .
"""
WORDS = """
[[verb]]
relation = "mentors"
lemmas = ["mentor", "coach"]

[[verb]]
relation = "mentors"
lemmas = ["take"]
object = ["object"]
with = { under = ["wing"] }

[[noun]]
relation = "mentors"
nouns = ["mentor"]

[[event]]
relation = "mentors"
nouns = ["mentoring"]
subject = ["by", "poss"]
object = ["of"]
"""
SENTENCES = {
    "Maria Lopez mentored John Smith.": ("Maria Lopez", "John Smith"),
    "John Smith was coached by Maria Lopez.": ("Maria Lopez", "John Smith"),
    "Maria Lopez took John Smith under her wing.": ("Maria Lopez", "John Smith"),
    "Maria Lopez, the mentor of John Smith, resigned.": ("Maria Lopez", "John Smith"),
    "The mentoring of John Smith by Maria Lopez ended in 2016.": ("Maria Lopez", "John Smith"),
    "Maria Lopez mentored the port.": None,
}
PROGRAM = """
import json, sys
from kg.extract import Extractor
from kg.settings import Settings
from tests.extract.lines import lines
extractor = Extractor(Settings())
json.dump({text: sorted(lines(extractor, text)) for text in json.load(sys.stdin)}, sys.stdout)
"""


def test_a_new_relation_needs_only_the_ontology(root: Path, tmp_path: Path) -> None:
    for folder in ("kg", "ontology", "tests/extract"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "ontology" / "kg.ttl").open("a", encoding="utf-8") as terms:
        terms.write(TERM)
    words = tmp_path / "ontology" / "lexicon" / "relations.toml"
    with words.open("a", encoding="utf-8") as entries:
        entries.write(WORDS)
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        input=json.dumps(list(SENTENCES)),
        capture_output=True,
        text=True,
        check=True,
    )
    read = {text: {row for row in rows if "| mentors |" in row} for text, rows in json.loads(run.stdout).items()}
    assert read == {text: {f"{ends[0]} | mentors | {ends[1]}"} if ends else set() for text, ends in SENTENCES.items()}
