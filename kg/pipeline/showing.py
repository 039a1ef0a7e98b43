"""Answers of `kg serve` to whoever browses, made by its workers: pages, RDF, redirects."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from kg.export import Format
from kg.ontology import load_ontology
from kg.pages.article import article_page
from kg.pages.card import Card, article_title, entity_card
from kg.pages.paper import Paper
from kg.pages.sheet import Listing, Odds, Sheet, claim_card, odds_card, relation_card, statement_card
from kg.pages.slices import Slice
from kg.pages.template import Data, page
from kg.pipeline.browsing import Browsing
from kg.pipeline.describing import Shown, described
from kg.rdf import prefixes
from kg.serve import HTML, Reply, Wish
from kg.store import Store

FORMATS: Final[Mapping[str, str]] = {str(format): format.media_type for format in Format}
# Read with this module, which all workers have from one process that they are forked from.
_ONTOLOGY: Final = load_ontology()
_WRITERS: Final = {format.media_type: format for format in Format}
_LABELS: Final = {"turtle": "Turtle", "ntriples": "N-Triples", "trig": "TriG", "nquads": "N-Quads", "jsonld": "JSON-LD"}


# A worker has one state of a store open at a time; what was read of it is met again.
_browsing = lru_cache(maxsize=1)(Browsing)


def show(store: Store, wish: Wish) -> Reply | None:
    """What is wished for, as a page or as RDF; or where it went to; None where there is no such thing."""
    shown: Shown | None = getattr(_browsing(store), wish.kind)(*_arguments(wish))
    if shown is None:
        return _elsewhere(store, wish)
    slice = _slice(shown)
    links = [*_alternates(wish), *([_link(wish, "next", page=slice.page + 1)] if slice.page < slice.pages else [])]
    headers = {"Link": ", ".join(links)}
    if wish.media_type == HTML:
        return Reply(200, HTML, _page(shown, wish).encode(), headers)
    format = _WRITERS[wish.media_type]
    body = format.serialize(described(store, shown, wish.kind), store.names, prefixes(store.names))
    return Reply(200, wish.media_type, body, headers)


def _arguments(wish: Wish) -> tuple[str] | tuple[str, int]:
    return (wish.id, wish.page) if wish.kind in ("entity", "statement", "relation") else (wish.id,)


def _elsewhere(store: Store, wish: Wish) -> Reply | None:
    new = _browsing(store).replaced(wish.id) if wish.kind == "entity" else None
    return Reply(308, "text/plain", b"", {"Location": wish.links.entity(new)}) if new is not None else None


def _slice(shown: Shown) -> Slice:
    return Slice(1, 1) if isinstance(shown, Paper) else shown.slice


def _page(shown: Shown, wish: Wish) -> Markup:
    ontology, links = _ONTOLOGY, wish.links
    match shown:
        case Card():
            title, main = shown.entity.label, entity_card(shown, links)
        case Sheet():
            words = shown.told.words
            title, main = words.statement(shown.told.statement(shown.id)), statement_card(shown, links)
        case Odds():
            title, main = " – ".join(_sides(shown)), odds_card(shown, links)
        case Listing():
            title, main = ontology.label(shown.relation), relation_card(shown, links)
        case Paper() if wish.kind == "claim":
            title, main = f"Claim {wish.id}", claim_card(shown, ontology, links)
        case Paper():
            title, main = article_title(shown.graph.document), article_page(shown, ontology, links, wish.page)
    return page(title, main, links, data=_data(wish))


def _sides(odds: Odds) -> list[str]:
    words = odds.told.words
    return [words.statement(statement) for statement in words.lookup.statements.values()]


def _data(wish: Wish) -> tuple[Data, ...]:
    return tuple(Data(_LABELS[name], media_type, _with(wish, name)) for name, media_type in FORMATS.items())


def _with(wish: Wish, format: str) -> str:
    return f"{_path(wish)}?format={format}" + (f"&page={wish.page}" if wish.page > 1 else "")


def _path(wish: Wish) -> str:
    links = wish.links
    paths: Mapping[str, Callable[[str], str]] = {
        "entity": links.entity,
        "document": links.document,
        "statement": links.statement,
        "claim": links.claim,
        "relation": links.relation,
        "conflict": links.conflict,
        "change": links.change,
    }
    return paths[wish.kind](wish.id)


def _alternates(wish: Wish) -> list[str]:
    """As RFC 8288 has it: all other formats."""
    every = {**FORMATS, "html": HTML}
    return [
        f'<{_with(wish, name)}>; rel="alternate"; type="{media_type}"'
        for name, media_type in every.items()
        if media_type != wish.media_type
    ]


def _link(wish: Wish, relation: str, page: int) -> str:
    return f'<{_path(wish)}?page={page}>; rel="{relation}"'
