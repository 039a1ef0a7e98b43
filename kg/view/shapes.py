"""How the classes of entities are drawn."""

from collections.abc import Mapping
from typing import Any, Final

from kg.pages.words import Words

# Class → shape, radius of its corners, and whether its outline is dashed. A class is drawn like the one above it.
SHAPES: Final[Mapping[str, tuple[str, int, bool]]] = {
    "Person": ("ellipse", 0, False),
    "Organization": ("box", 0, False),
    "Place": ("box", 16, False),
    "Group": ("ellipse", 0, True),
    "Happening": ("box", 0, True),
    "Work": ("box", 6, False),
    "Object": ("box", 16, True),
    "Thing": ("box", 6, True),
}


def kind(name: str, words: Words) -> str:
    """The class whose shape and colour a class has: its own or the nearest above it."""
    return next((own for own in SHAPES if words.ontology.is_a(name, own)), "Thing")


def looks(group: str) -> dict[str, Any]:
    """A shape as vis-network takes it."""
    shape, radius, dashed = SHAPES[group]
    return {
        "group": group,
        "shape": shape,
        "shapeProperties": {"borderRadius": radius, "borderDashes": [5, 4] if dashed else False},
    }
