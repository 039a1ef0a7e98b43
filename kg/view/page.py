"""Puts the page together: a frame of HTML, the script and the library that fill it, and the data they fill it with."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.ids import Names
from kg.model import CorpusGraph, DocumentGraph
from kg.ontology import Ontology
from kg.pages.style import base_style
from kg.pages.words import printable
from kg.view.data import blocks

_HERE: Final = Path(__file__).parent
_LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS: Final = (
    "dom",
    "graph",
    "state",
    "filters",
    "facets",
    "choice",
    "place",
    "labels",
    "network",
    "evidence",
    "card",
    "panel",
    "search",
    "cells",
    "sorting",
    "table",
    "timeline",
    "odds",
    "turtle",
    "picture",
    "download",
    "main",
)
"""Parts of one script, in an order in which each knows those before it."""


def page(
    corpus: CorpusGraph,
    graphs: Iterable[DocumentGraph],
    ontology: Ontology,
    *,
    title: str = "What the articles say",
    top: int = 36,
    left_out: Sequence[str] = (),
    names: Names = Names(),  # noqa: B008 - frozen
) -> str:
    """One HTML file that asks nothing of any network.

    `top`: the most entities that are drawn at the start; `left_out`: sentences about what is not in the
    graph, though it is in the store.
    """
    graphs = tuple(graphs)
    return _render(
        title=printable(title),
        articles=len(graphs),
        entities=len(corpus.entities),
        statements=len(corpus.statements),
        left_out=[printable(note) for note in left_out],
        blocks=blocks(corpus, graphs, ontology, names, top) if corpus.entities else (),
    )


def _render(**parts: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style = Markup(base_style()) + _asset("page.css")  # noqa: S704  (files of ours)
    script, library = _script(), _library()
    policy = (
        f"default-src 'none'; script-src {_hash(script)} {_hash(library)}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = environment.get_template("page.html")
    return template.render(policy=policy, style=style, script=script, library=library, **parts)


def _script() -> Markup:
    """All parts in one function, so that nothing of theirs is seen outside; they share what they declare."""
    parts = Markup("\n").join(_asset(f"scripts/{name}.js") for name in _SCRIPTS)
    return Markup('"use strict";\n(() => {\n') + parts + Markup("})();\n")


def _asset(name: str) -> Markup:
    return Markup((_HERE / name).read_text(encoding="utf-8"))  # noqa: S704  (a file of ours)


def _library() -> Markup:
    """vis-network as pyvis brings it; universal newlines, for a browser hashes what it has normalised."""
    return Markup((files("pyvis") / _LIBRARY).read_text(encoding="utf-8"))  # noqa: S704  (a file of pyvis)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
