"""A store, or what is wanted of it, as a page."""

from collections.abc import Iterable
from typing import Final, TypedDict, Unpack

from kg.export import Selection, quoted
from kg.ids import Names
from kg.ontology import load_ontology
from kg.pipeline.asking import Memory, answering
from kg.pipeline.narrowing import Part, left_out
from kg.pipeline.progress import Progress, Unseen
from kg.query import Query
from kg.store import Store
from kg.view import page

_EVERYTHING: Final = Selection()
_UNSEEN: Final = Unseen()


class Look(TypedDict, total=False):
    """`title` of the page; `top`, the most entities that are drawn. What is not given is as the page has it."""

    title: str
    top: int


def viewed(
    store: Store,
    wanted: Selection = _EVERYTHING,
    *,
    without: Iterable[str] = (),
    query: Query | None = None,
    progress: Progress = _UNSEEN,
    **look: Unpack[Look],
) -> tuple[str, tuple[str, ...]]:
    """The page, and in sentences what was left out of it. Last, `query` chooses among the statements that are left.

    Raises `UnknownName`, `UnknownSource`, `QueryError` and `InvalidGraph`.
    """
    progress.step("Reading the store")
    whole = Part.whole(store)
    part, suppressed = whole.suppressed(without, store)
    part = part.selected(wanted)
    told: tuple[str, ...] = ()
    if query:
        asked = store if part is whole else Memory.of(part.quads(store.names))
        part, told = answering(part, query, asked, store.names)
    left = tuple(left_out(whole, part, wanted, asked=query is not None))
    progress.step("Drawing")
    return _page(part, left, store.names, look), (*suppressed, *told, *left)


def _page(part: Part, left: Iterable[str], names: Names, look: Look) -> str:
    """With a text that is held back only what is quoted of it goes onto the page."""
    graphs = [quoted(graph) if graph.document.id in part.untold else graph for graph in part.graphs]
    held = sum(graph.document.id in part.untold for graph in graphs)
    notes = [*left, *([f"held back: all but the quoted words of {held} of these articles"] if held else [])]
    sentences = [f"{note[0].upper()}{note[1:]}." for note in notes]
    return page(part.corpus, graphs, load_ontology(), left_out=sentences, names=names, **look)
