"""All that the page's script reads, as blocks of JSON by the id of their element. None needs another to be parsed."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from markupsafe import Markup

from kg.ids import KG, Names
from kg.model import Certainty, CorpusGraph, DocumentGraph, Status
from kg.ontology import Ontology
from kg.pages.lookup import Lookup
from kg.pages.words import MARKS, MEANINGS, Words
from kg.view.articles import Shelf
from kg.view.choose import LINKS_PER_ENTITY, choose
from kg.view.columns import columns
from kg.view.network import DASHES, OPTIONS, draw
from kg.view.odds import odds
from kg.view.order import ordered
from kg.view.shapes import SHAPES, looks

Block = tuple[str, Markup]
MOST_DRAWN: Final = 150
"""More entities at once are not readable, whoever asks for them."""


def blocks(
    corpus: CorpusGraph, graphs: Iterable[DocumentGraph], ontology: Ontology, names: Names, top: int
) -> Iterator[Block]:
    """`data_graph`: the graph; `data_odds`: disagreements; `article_ID`: the text and the sentences of one article."""
    graphs = tuple(graphs)
    lookup = Lookup.of(corpus, graphs)
    words = Words(lookup, ontology)
    every = ordered(corpus, (graph.document for graph in graphs), lookup)
    start = draw(choose(every, lookup, min(top, MOST_DRAWN)), words, every.communities)
    bounds = {"top": top, "most": MOST_DRAWN, "links": LINKS_PER_ENTITY}
    constants = {"ontology": KG, "base": names.base, "options": OPTIONS, **bounds}
    drawn = {
        "nodes": [{key: node[key] for key in ("id", "x", "y")} for node in start.nodes],
        "edges": [{key: edge[key] for key in ("from", "to", "status", "smooth")} for edge in start.edges],
    }
    yield "data_graph", _json({**columns(every, words), **constants, **_legend(words), "start": drawn})
    yield "data_odds", _json(odds(every, words))
    shelf = Shelf.of(corpus, words)
    for graph in sorted(graphs, key=lambda one: one.document.id):
        yield f"article_{graph.document.id}", _json(shelf.article(graph))


def _legend(words: Words) -> dict[str, Any]:
    """How classes and statuses look and read, each in the order in which they are listed."""
    return {
        "groups": [{"name": name, "label": words.term(name), "look": looks(name)} for name in SHAPES],
        "statuses": [
            {"name": one, "meaning": MEANINGS[one], "mark": MARKS.get(one, ""), "dashes": DASHES.get(one, False)}
            for one in Status
        ],
        "certainties": list(Certainty),
    }


def _json(value: object) -> Markup:
    """JSON that cannot end the script element that holds it, nor mislead who reads the file."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(_HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text))  # noqa: S704  (no markup is left)


# Line ends of older scripts, overrides that reorder words, surrogates, which cannot be written as UTF-8.
_HARMFUL: Final = re.compile(r"[<>&\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
