import base64
import hashlib
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.model import CorpusGraph
from kg.ontology import load_ontology
from kg.view import page
from tests.pages.corpora import HOSTILE, Corpus, hostile, large
from tests.pages.synthetic import synthetic

DATA = "application/json"


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
            self.raw.append((dict(attrs).get("type") or tag, ""))

    def handle_data(self, data: str) -> None:
        if self.raw and self.tags[-1][0] in ("script", "style"):
            self.raw[-1] = (self.raw[-1][0], self.raw[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def render(corpus: Corpus) -> str:
    return page(*corpus, load_ontology())


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
    for kind, text in elements.raw:
        if kind != DATA:
            assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy, kind


def test_every_script_of_ours_is_part_of_the_page(big: str) -> None:
    folder = Path(page.__code__.co_filename).parent / "scripts"
    for script in sorted(folder.glob("*.js")):
        assert script.read_text(encoding="utf-8") in big, script.name


def test_what_the_graph_is_only_a_part_of_is_told() -> None:
    html = page(*large(), load_ontology(), left_out=["Left out: 3 of 5 <articles>.", "Kept: much."])
    assert "Left out: 3 of 5 &lt;articles&gt;. Kept: much." in html


def test_a_thousand_entities_with_evidence_take_less_than_three_megabytes() -> None:
    corpus, graphs = synthetic(1000)
    assert len(page(corpus, graphs, load_ontology()).encode()) < 3_000_000


def test_an_empty_graph_explains_itself() -> None:
    html = page(CorpusGraph(), [], load_ontology())
    assert "Nothing was found in the articles" in html
    assert Elements(html).count("script") == 0


def test_hostile_words_stay_text() -> None:
    corpus, graphs = hostile()
    html = page(corpus, graphs, load_ontology(), title=HOSTILE, left_out=[HOSTILE])
    elements = Elements(html)
    assert elements.count("script") == 4 + len(graphs)
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
