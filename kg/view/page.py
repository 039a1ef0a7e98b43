"""Puts the page together: the drawing, its legend, and the table that says the same in words."""

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.model import CorpusGraph, DocumentGraph, Literal, Statement, Status
from kg.ontology import Ontology
from kg.pages.lookup import Lookup
from kg.pages.style import base_style
from kg.pages.words import MEANINGS, Words, printable
from kg.view.choose import Choice, choose, drawable
from kg.view.network import SHAPES, draw, kind
from kg.view.table import listed, rows

_HERE: Final = Path(__file__).parent
_LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"
_NOTHING: Final = (
    "Nothing was found in the articles that this graph was made of, so there is nothing to show. "
    "The report says what was read and what could not be used."
)
_NOTHING_LEFT: Final = "Nothing is left to show: no statement meets all that was asked for."


def page(
    corpus: CorpusGraph,
    graphs: Iterable[DocumentGraph],
    ontology: Ontology,
    *,
    title: str = "What the articles say",
    top: int = 60,
    left_out: Sequence[str] = (),
) -> str:
    """One HTML file that asks nothing of any network. `top`: the most entities that are drawn.

    `left_out`: sentences about what is not in the graph, though it is in the store.
    """
    graphs = tuple(graphs)
    lookup = Lookup.of(corpus, graphs)
    words = Words(lookup, ontology)
    choice = choose(corpus, lookup, top)
    shown = listed(corpus, choice)
    return _render(
        title=printable(title),
        counts={
            "articles": _count(len(graphs), "article", "articles"),
            "entities": _count(len(corpus.entities), "entity", "entities"),
            "statements": _count(len(corpus.statements), "statement", "statements"),
        },
        drawn={"entities": len(choice.entities), "statements": len(choice.statements)},
        left_out=_left_out(choice),
        classes=_classes(choice, words),
        statuses=[{"name": status, "meaning": MEANINGS[status]} for status in Status],
        listed=f"Listed: {len(shown)} of {_count(len(corpus.statements), 'statement', 'statements')}.",
        rows=rows(shown, words),
        narrowed=[printable(sentence) for sentence in left_out],
        nothing=_NOTHING_LEFT if left_out else _NOTHING,
        data=_data(choice, shown, words),
    )


def _render(**parts: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style = Markup(base_style()) + _asset("page.css")  # noqa: S704  (files of ours)
    script, library = _asset("page.js"), _library()
    policy = (
        f"default-src 'none'; script-src {_hash(script)} {_hash(library)}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = environment.get_template("page.html")
    return template.render(policy=policy, style=style, script=script, library=library, **parts)


def _asset(name: str) -> Markup:
    return Markup((_HERE / name).read_text(encoding="utf-8"))  # noqa: S704  (a file of ours)


def _library() -> Markup:
    """vis-network as pyvis brings it; universal newlines, for a browser hashes what it has normalised."""
    return Markup((files("pyvis") / _LIBRARY).read_text(encoding="utf-8"))  # noqa: S704  (a file of pyvis)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(value: object) -> Markup:
    """JSON that cannot end the script element that holds it."""
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026"))  # noqa: S704


def _data(choice: Choice, shown: Iterable[Statement], words: Words) -> Markup:
    """What the script draws; each node with the listed statements that it takes part in, and those about it alone."""
    network = draw(choice, words)
    parts: defaultdict[str | Literal | None, list[Statement]] = defaultdict(list)
    for statement in shown:
        for end in dict.fromkeys((statement.subject, statement.object)):
            parts[end].append(statement)
    for node in network.nodes:
        found = parts[node["id"]]
        node["about"] |= {"all": [s.id for s in found], "alone": [s.id for s in found if not drawable(s)]}
    return _json({"nodes": network.nodes, "edges": network.edges, "options": network.options})


def _classes(choice: Choice, words: Words) -> list[dict[str, str]]:
    """The legend: the classes that are drawn."""
    used = {kind(words.lookup.entities[entity], words) for entity in choice.entities}
    return [{"name": name, "label": words.term(name)} for name in SHAPES if name in used]


def _left_out(choice: Choice) -> list[str]:
    """How many are not drawn, and why."""
    entities = [f"{_count(n, 'entity', 'entities')} {why}" for why, n in sorted(choice.entities_left.items())]
    statements = [f"{_count(n, 'statement', 'statements')} {why}" for why, n in sorted(choice.statements_left.items())]
    return entities + statements


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
