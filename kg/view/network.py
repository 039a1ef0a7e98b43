"""The first drawing as a pyvis network: where nodes stand and how edges bend. The page's script does the rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from pyvis.network import Network

from kg.model import Status
from kg.pages.words import Words
from kg.view.bends import bends
from kg.view.boxes import Size
from kg.view.choose import Choice, Link
from kg.view.labels import EDGE_WIDTH, NODE_WIDTH, measure, stack, wrap
from kg.view.layout import positions
from kg.view.shapes import SHAPES, kind

DASHES: Final[Mapping[Status, list[int]]] = {
    Status.ATTRIBUTED: [8, 5],
    Status.DENIED: [2, 5],
    Status.ANTICIPATED: [3, 6],
    Status.TENTATIVE: [1, 6],
    Status.DISPUTED: [12, 4, 2, 4],
}
NODE_FONT: Final = 16
EDGE_FONT: Final = 14
_MARGIN: Final = 7
OPTIONS: Final[Mapping[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"font": {"size": NODE_FONT}, "margin": _MARGIN, "borderWidth": 2},
    "edges": {
        "font": {"size": EDGE_FONT, "align": "horizontal"},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.7}},
        "hoverWidth": 1,
        "selectionWidth": 1.5,
    },
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
}
"""Of vis-network, for all that is drawn."""


def draw(choice: Choice, words: Words, communities: Mapping[str, int]) -> Network:
    """The entities and lines chosen, placed so that no label covers another; nothing moves by itself."""
    network = Network(directed=True)
    names = {entity: wrap(words.lookup.label(entity), NODE_WIDTH) for entity in choice.entities}
    groups = {entity: kind(words.lookup.entities[entity].kind, words) for entity in choice.entities}
    labels = [_label(link, words) for link in choice.links]
    sizes = [measure(label, EDGE_FONT) for label in labels]
    outlines = {entity: _outline(groups[entity], name) for entity, name in names.items()}
    places = positions(outlines, _middles(choice.links, sizes), communities)
    for entity in names:
        x, y = places[entity]
        network.add_node(entity, x=x, y=y)
    for link, bend in zip(choice.links, bends(choice.links, sizes, places), strict=True):
        network.add_edge(link.subject, link.object, status=link.status, smooth=_smooth(bend))
    return network


def _smooth(bend: float) -> dict[str, Any]:
    sense = "curvedCW" if bend > 0 else "curvedCCW"
    return {"enabled": True, "type": sense, "roundness": abs(bend)} if bend else {"enabled": False}


def _label(link: Link, words: Words) -> str:
    relations = dict.fromkeys(words.relation(statement) for statement in link.statements)
    return stack(list(relations), EDGE_WIDTH)


def _middles(links: Iterable[Link], sizes: Iterable[Size]) -> dict[tuple[str, str], Size]:
    """The room for the labels of all lines between two entities, be they beside or below one another."""
    pairs: defaultdict[tuple[str, str], list[Size]] = defaultdict(list)
    for link, size in zip(links, sizes, strict=True):
        pairs[min(link.subject, link.object), max(link.subject, link.object)].append(size)
    return {
        ends: Size(sum(size.width for size in found), sum(size.height for size in found))
        for ends, found in pairs.items()
    }


def _outline(group: str, label: str) -> Size:
    """An ellipse around a text is as much wider as the text is high, and twice as high."""
    text = measure(label, NODE_FONT)
    if SHAPES[group][0] == "ellipse":
        return Size(text.width + text.height, 2 * text.height)
    return Size(text.width + 2 * _MARGIN, text.height + 2 * _MARGIN)
