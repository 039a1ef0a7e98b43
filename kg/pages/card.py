"""A page on one entity, as safe HTML: names, offices, relations, timeline, disagreements, who it may be, articles."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kg.model import Change, Conflict, Document, Entity, Literal, PossibleMatch, Statement
from kg.ontology import Ontology
from kg.pages.clashes import change_sides, conflict_sides
from kg.pages.lines import Lines, untimed, when
from kg.pages.links import Links
from kg.pages.matches import match_text
from kg.pages.slices import Slice
from kg.pages.template import rendered
from kg.pages.told import Told
from kg.pages.words import Words, printable

FAMILIES: Final = {
    "office": "Offices",
    "change": "Elections, appointments and other changes",
    "tie": "Ties",
    "stance": "Stances",
    "law": "Law",
    "place": "Places",
    "open": "In the articles’ own verbs",
}
"""How relations are drawn, and what stands above those of a kind, in the order of a page."""

SWATCHES: Final = ("Person", "Organization", "Place", "Group", "Happening", "Work", "Object")


@dataclass(frozen=True, slots=True)
class Card:
    """What a page on an entity shows, by ids of statements; `entity` comes without its members.

    `statements`: those that the slice leaves of all, in order. `dated`: when, and what; `more_dated` counts those that
    are not among them, `undated` those that have no date. `articles`: the newest of all that speak of it.
    """

    entity: Entity
    article_count: int
    articles: tuple[Document, ...]
    slice: Slice
    statements: tuple[str, ...]
    told: Told
    dated: tuple[tuple[str, str], ...] = ()
    more_dated: int = 0
    undated: int = 0
    matches: tuple[PossibleMatch, ...] = ()
    more_matches: int = 0
    more_disagreements: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading; `groups`: what stands above some lines, and the lines."""

    name: str
    heading: str
    groups: list[tuple[Markup, list[Markup]]]


def family(relation: str, ontology: Ontology) -> str:
    """To which of `FAMILIES` a relation belongs."""
    found = ontology.relation(relation)
    return found.drawn_as if found else "open"


def swatch(kind: str, ontology: Ontology) -> str:
    """The class of those that have a colour which a kind is, or is below."""
    return next((name for name in SWATCHES if ontology.is_a(kind, name)), "Thing")


def entity_card(card: Card, links: Links) -> Markup:
    """The main part of a page."""
    lines = Lines(card.told, links)
    return rendered(
        "entity.html",
        entity=card.entity,
        name=printable(card.entity.label),
        kind=card.told.words.term(card.entity.kind),
        swatch=swatch(card.entity.kind, card.told.words.ontology),
        names=[printable(name) for name in card.entity.alt_labels],
        card=card,
        slice=card.slice,
        sections=_sections(card, lines),
        timeline=[_dated(id, time, lines) for time, id in card.dated],
        disagreements=[clash(one, lines) for one in card.told.at_odds],
        matches=[_match(one, card, links) for one in card.matches],
        articles=[(links.document(a.id), article_title(a), article_details(a)) for a in card.articles],
        links=links,
    )


def _sections(card: Card, lines: Lines) -> list[Section]:
    """The statements of the slice by family, and in it by relation and side; offices in the order of time."""
    families: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in card.told.statements(card.statements):
        families[family(statement.relation, lines.words.ontology)].append(statement)
    families["office"].sort(key=_dates)
    return [
        Section(name, FAMILIES[name], _groups(families[name], card.entity.id, lines))
        for name in FAMILIES
        if families[name]
    ]


def _dates(statement: Statement) -> tuple[bool, str, str]:
    first, last = statement.earliest or "", statement.latest or ""
    return not (first or last), first or last, last


def _groups(statements: Iterable[Statement], entity: str, lines: Lines) -> list[tuple[Markup, list[Markup]]]:
    groups: defaultdict[tuple[str, bool], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.relation, statement.subject == entity].append(statement)
    return [(_heading(*key, entity, lines), [_line(s, entity, lines) for s in found]) for key, found in groups.items()]


def _heading(relation: str, is_subject: bool, entity: str, lines: Lines) -> Markup:
    """The relation as it reads from this side."""
    known = lines.words.ontology.relation(relation)
    if is_subject:
        return lines.relation(relation)
    if known and known.inverse:
        return Markup("{}").format(printable(known.inverse))
    return Markup("… {} {}").format(lines.relation(relation), lines.words.participant(entity))


def _line(statement: Statement, entity: str, lines: Lines) -> Markup:
    """Of an office the title stands beside the name of its body or holder: "vice president, Acme", "Ann Lee, chair"."""
    details = untimed(statement)
    titles = [printable(q.value.text) for q in details if q.name == "title" and isinstance(q.value, Literal)]
    parts = [Markup("{}").format(", ".join(titles))] if titles else []
    other = lines.other_end(statement, entity)
    is_holder = statement.subject == entity and family(statement.relation, lines.words.ontology) == "office"
    parts = [*parts, other] if is_holder else [other, *parts]
    rest = lines.details(q for q in details if q.name != "title" or not titles)
    return lines.line(statement, Markup(", ").join(parts) + rest, when(statement), anchor=True)


def _dated(id: str, time: str, lines: Lines) -> Markup:
    statement = lines.told.statement(id)
    return lines.line(statement, lines.whole(statement) + lines.details(untimed(statement)), time)


def clash(found: Conflict | Change, lines: Lines) -> tuple[Markup, list[Markup]]:
    """What is at odds, with a link to its page, and a line for each side."""
    place = lines.links.conflict if isinstance(found, Conflict) else lines.links.change
    return Markup('<a href="{}">{}</a>').format(place(found.id), clash_heading(found, lines.words)), sides(found, lines)


def clash_heading(found: Conflict | Change, words: Words) -> str:
    """In which way two sides are at odds, or what changed when."""
    kind = words.term(found.kind)
    return kind if isinstance(found, Conflict) else f"{kind}, between {found.earliest} and {found.latest}"


def sides(found: Conflict | Change, lines: Lines) -> list[Markup]:
    """A line for each."""
    if isinstance(found, Conflict):
        return [lines.side(position) for position in conflict_sides(found, lines.words)]
    return [lines.side(position) for position in change_sides(found, lines.words)]


def _match(match: PossibleMatch, card: Card, links: Links) -> tuple[str, list[tuple[str, str]]]:
    lookup = card.told.words.lookup
    others = [(links.entity(id), printable(lookup.label(id))) for id in match.between if id != card.entity.id]
    return match_text(match, lookup), others


def article_title(document: Document) -> str:
    """What it is called or, without a title, where it is from."""
    return printable(document.title or document.sources[0])


def article_details(document: Document) -> str:
    """Publisher and date."""
    issued = document.issued.text if document.issued else None
    return ", ".join(printable(part) for part in (document.publisher, issued) if part)
