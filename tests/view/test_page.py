import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from kg.model import CorpusGraph, Status
from kg.ontology import load_ontology
from kg.resolve import resolve
from kg.view import page
from tests.pages.corpora import HOSTILE, Corpus, hostile, large, small
from tests.samples import election


class Elements(HTMLParser):
    """The tags of a page with their attributes, and the contents of its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.raw and self.tags[-1][0] in ("script", "style"):
            self.raw[-1] = (self.raw[-1][0], self.raw[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def render(corpus: Corpus, **options: int) -> str:
    return page(*corpus, load_ontology(), **options)  # type: ignore[arg-type]  # the cases name integers only


def data(html: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    parsed: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return parsed


@pytest.fixture(scope="module")
def big() -> str:
    return render(large())


def test_nothing_is_fetched_and_nothing_runs_but_our_own_scripts(big: str) -> None:
    elements = Elements(big)
    for tag, attributes in elements.tags:
        assert not {name for name in attributes if name.startswith("on") or name in ("src", "style", "action")}, tag
        assert str(attributes.get("href", "#")).startswith(("#", "data:,"))
    policy = next(a["content"] or "" for t, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, text in elements.raw:
        if not text.startswith("{"):
            assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy, tag


def test_every_statement_is_in_the_table_and_in_the_drawing(big: str) -> None:
    corpus, _ = large()
    rows = {a["id"] for t, a in Elements(big).tags if t == "tr" and "id" in a}
    assert rows == {f"st-{statement.id}" for statement in corpus.statements}
    drawn = {name for edge in data(big)["edges"] for name in edge["says"]}  # type: ignore[attr-defined]  # parsed JSON
    assert drawn == {statement.id for statement in corpus.statements}


def test_status_and_documents_decide_the_line(big: str) -> None:
    edges = {(edge["from"], edge["to"], edge["status"]): edge for edge in data(big)["edges"]}
    twice = edges["ann-lee", "bo-berg", "Reported"]
    denied = edges["bo-berg", "unity", "Denied"]
    perhaps = edges["ivo-petrov", "jun-park", "Tentative"]
    assert (twice["width"], twice["dashes"], twice["label"]) == (2.5, False, "defeated")
    assert (denied["width"], bool(denied["dashes"]), denied["label"]) == (1.5, True, "not: resigned from")
    assert (perhaps["width"], perhaps["label"]) == (1, "perhaps: parent of")


def test_class_decides_group_and_shape(big: str) -> None:
    nodes = {node["id"]: node for node in data(big)["nodes"]}
    assert (nodes["oslo"]["group"], nodes["oslo"]["shape"]) == ("Place", "box")
    assert (nodes["ann-lee"]["group"], nodes["ann-lee"]["shape"]) == ("Person", "ellipse")


def test_legend_has_every_status_and_the_classes_drawn() -> None:
    html = render(small())
    assert all(f"<b>{status}</b>" in html for status in Status)
    assert 'class="swatch Organization"' in html
    assert 'class="swatch Place"' not in html


def test_what_is_left_out_is_told() -> None:
    html = render(large(), top=10)
    assert re.search(r"Shown: \d+ of 30 entities, \d+ of 49 statements\. Left out: \d+ entities less often", html)
    assert render(small()).count("1 statement about one entity only.") == 1


@pytest.mark.parametrize("top", [0, 60])
def test_an_empty_graph_explains_itself(top: int) -> None:
    html = page(CorpusGraph(), [], load_ontology(), top=top)
    assert "Nothing was found in the articles" in html
    assert Elements(html).count("script") == 0


def test_a_graph_without_a_line_still_has_its_table() -> None:
    html = render(small(), top=0)
    assert "Nothing to draw" in html
    assert html.count('<tr id="st-') == 4


def test_hostile_words_stay_text() -> None:
    html = page(*hostile(), load_ontology(), title=HOSTILE)
    elements = Elements(html)
    assert elements.count("script") == 3
    assert elements.count("img") == 0
    assert HOSTILE not in html
    assert "\u2028" not in html
    assert "\u202e" not in html


def test_same_graph_same_bytes_whatever_the_order_and_the_hash_seed(big: str) -> None:
    corpus, graphs = large()
    assert page(corpus, graphs[::-1], load_ontology()) == big
    code = (
        "import hashlib; from kg.ontology import load_ontology; from kg.view import page;"
        "from tests.pages.corpora import large;"
        "print(hashlib.sha256(page(*large(), load_ontology()).encode()).hexdigest())"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        found = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
        )
        assert found.stdout.strip() == hashlib.sha256(big.encode()).hexdigest()


def test_resolved_graph_is_shown_as_it_is() -> None:
    graphs = election()
    html = page(resolve(graphs), graphs, load_ontology())
    assert 'data-words="Ann Lee defeated Bo Berg (place: Oslo; votes against: 61; votes for: 101)"' in html
    assert 'data-words="Bo Berg not: resigned from Unity"' in html
