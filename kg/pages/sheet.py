"""Pages on one statement, on one claim and on one open relation, as safe HTML."""

from dataclasses import dataclass

from markupsafe import Markup

from kg.model import Claim
from kg.ontology import Ontology
from kg.pages.card import article_title, clash, clash_heading, sides
from kg.pages.evidence import badge, panel
from kg.pages.lines import Lines, untimed, when
from kg.pages.links import Links
from kg.pages.paper import Paper
from kg.pages.slices import Slice
from kg.pages.support import support
from kg.pages.template import rendered
from kg.pages.told import Told
from kg.pages.words import MEANINGS, printable


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement by its id; the slice is of its claims."""

    id: str
    told: Told
    slice: Slice
    more_disagreements: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The statements of an open relation (`rel:warn_about`), of which the slice leaves some."""

    relation: str
    slice: Slice
    statements: tuple[str, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Odds:
    """One conflict or change."""

    told: Told

    @property
    def slice(self) -> Slice:
        """It is on one page."""
        return Slice(1, 1)


def odds_card(odds: Odds, links: Links) -> Markup:
    """The main part of a page: both sides of a conflict or of a change, with their sentences."""
    (found,) = odds.told.at_odds
    heading = clash_heading(found, odds.told.words)
    return rendered("odds.html", heading=heading, sides=sides(found, Lines(odds.told, links)))


def statement_card(sheet: Sheet, links: Links) -> Markup:
    """The main part of a page: what the statement says, all sentences that it rests on, and what it is at odds with."""
    lines = Lines(sheet.told, links)
    statement = sheet.told.statement(sheet.id)
    return rendered(
        "statement.html",
        id=sheet.id,
        says=lines.whole(statement),
        badge=badge(statement.status),
        meaning=MEANINGS[statement.status],
        review=statement.review,
        when=when(statement),
        details=[lines.detail(qualifier) for qualifier in untimed(statement)],
        support=support(statement, sheet.told.words.lookup) or "1 article",
        slice=sheet.slice,
        panel=panel(sheet.told.receipts(statement), links=links),
        disagreements=[clash(one, lines) for one in sheet.told.at_odds],
        more_disagreements=sheet.more_disagreements,
        links=links,
    )


def claim_card(paper: Paper, ontology: Ontology, links: Links) -> Markup:
    """The main part of a page: one claim, how it is said, and where."""
    (claim,) = paper.graph.claims
    lines = Lines(paper.told(ontology), links)
    statement = lines.told.statement(claim.id)
    document = paper.graph.document
    return rendered(
        "claim.html",
        says=lines.whole(statement) + lines.details(statement.qualifiers),
        badge=badge(claim.status),
        meaning=MEANINGS[claim.status],
        panel=panel(lines.told.receipts(statement), links=links),
        facts=_facts(claim, ontology),
        place=links.claim_place(document.id, claim.id, claim.passage.begin),
        article=article_title(document),
        statements=[links.statement(id) for id in paper.stated.get(claim.id, ())],
    )


def _facts(claim: Claim, ontology: Ontology) -> list[tuple[str, str]]:
    return [
        ("Relation", printable(ontology.label(claim.relation))),
        ("Polarity", claim.polarity),
        ("Certainty, the author’s", claim.certainty),
        ("Voice", claim.voice),
        ("Confidence that it was read rightly", f"{claim.confidence:.2f}"),
    ]


def relation_card(listing: Listing, links: Links) -> Markup:
    """The main part of a page: the statements with an open relation."""
    lines = Lines(listing.told, links)
    found = listing.told.statements(listing.statements)
    told = [lines.line(s, lines.whole(s) + lines.details(untimed(s)), when(s), anchor=True) for s in found]
    name = lines.words.term(listing.relation)
    return rendered("relation.html", name=name, relation=listing.relation, slice=listing.slice, lines=told, links=links)
