"""Pages for whoever looks for something: what was found, and what is not there, as safe HTML."""

from dataclasses import dataclass

from markupsafe import Markup

from kg.model import Entity
from kg.ontology import Ontology
from kg.pages.card import swatch
from kg.pages.links import Links
from kg.pages.slices import Slice
from kg.pages.template import rendered
from kg.pages.words import printable


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity, the name by which it was found, and how many articles speak of it."""

    entity: Entity
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article by its id; `title` is its source where it has none."""

    id: str
    title: str
    issued: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a term found: entities that have it in a name, of which the slice leaves some, and articles.

    `similar`: those whose names are only near. `names` and `texts`: how many names and articles were looked at.
    """

    term: str
    slice: Slice
    hits: tuple[Hit, ...] = ()
    similar: tuple[Hit, ...] = ()
    articles: tuple[ArticleHit, ...] = ()
    more_articles: int = 0
    names: int = 0
    texts: int = 0


def results_page(results: Results, ontology: Ontology, links: Links) -> Markup:
    """The main part of a page."""
    term = printable(results.term)
    return rendered(
        "search.html",
        term=term,
        results=results,
        slice=results.slice,
        found=[_hit(one, ontology, links) for one in results.hits],
        similar=[_hit(one, ontology, links) for one in results.similar],
        articles=[(links.document(one.id), printable(one.title), one.issued) for one in results.articles],
        links=links,
    )


def missing_page(what: str, id: str, near: Results, ontology: Ontology, links: Links) -> Markup:
    """The main part of a page: there is no such thing (`what`: "entity"), but what has names near to it."""
    found = [_hit(one, ontology, links) for one in (*near.hits, *near.similar)]
    words = " ".join(id.replace("-", " ").split())
    return rendered("missing.html", what=what, id=printable(id), words=words, found=found, links=links)


def _hit(hit: Hit, ontology: Ontology, links: Links) -> tuple[str, str, str, str, str, int]:
    entity = hit.entity
    label, name = printable(entity.label), printable(hit.name)
    kind = printable(ontology.label(entity.kind))
    as_other = "" if name == label else name
    return links.entity(entity.id), label, as_other, kind, swatch(entity.kind, ontology), hit.articles
