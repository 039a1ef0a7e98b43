"""Answers of `kg serve` to searches, and for what is not there: from names that are read once for each state."""

import json
from functools import lru_cache
from threading import Lock

from kg.ontology import load_ontology
from kg.pages.found import Hit, missing_page, results_page
from kg.pages.template import page
from kg.pages.words import printable
from kg.pipeline.searching import Names
from kg.serve import HTML, JSON, Reply, Source, Wish

_CALLED = {"document": "article"}


class Searched:
    """Looks for names in what is served now. Called from several threads, of which one reads the names."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._reading = Lock()
        self._of = lru_cache(maxsize=1)(self._read)

    def __call__(self, wish: Wish) -> Reply:
        """The results of a search; or, of a noun that is not there, what has names near to it."""
        with self._reading:
            names, base = self._of(self._source.state())
        if wish.kind != "search":
            return _missing(wish, names)
        found = names.search(wish.id, wish.page)
        if wish.media_type == JSON:
            hits = [_json(hit, base) for hit in (*found.hits, *found.similar)]
            told = json.dumps({"total": found.slice.total, "entities": hits}, ensure_ascii=False)
            return Reply(200, JSON, told.encode())
        title = f"Search: {wish.id}" if wish.id else "Search"
        main = results_page(found, load_ontology(), wish.links)
        return Reply(200, HTML, page(title, main, wish.links, term=wish.id).encode())

    def _read(self, _: str) -> tuple[Names, str]:
        """The names of a state, and what their IRIs begin with."""
        with self._source.reading() as store:
            return Names(store), store.names.entity("")


def _missing(wish: Wish, names: Names) -> Reply:
    what = _CALLED.get(wish.kind, wish.kind)
    if wish.media_type != HTML:
        return Reply.plain(404, f"the graph has no {what} {printable(wish.id)}")
    near = names.search(wish.id.replace("-", " ") if wish.kind == "entity" else "")
    main = missing_page(what, wish.id, near, load_ontology(), wish.links)
    return Reply(404, HTML, page(f"No such {what}", main, wish.links).encode())


def _json(hit: Hit, base: str) -> dict[str, object]:
    entity = hit.entity
    iri = f"{base}{entity.id}"
    return {"iri": iri, "label": entity.label, "name": hit.name, "kind": entity.kind, "articles": hit.articles}
