"""The graph as columns of JSON, which the page's script joins again: what is drawn, listed, filtered and downloaded.

Entities stand in the order of their importance, statements in that of their weight, claims by statement and then in the
order of their receipts. Rows refer to rows by number. A value is the number of an entity, [text, datatype] or null; its
text is harmless, and if the graph has another, that one comes third.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from kg.model import Claim, Document, Entity, Literal, Member, Polarity, Qualifier, Voice
from kg.pages.card import article_details, article_title
from kg.pages.lines import when
from kg.pages.receipt import Receipt, receipts
from kg.pages.support import support
from kg.pages.words import Words, printable
from kg.status import is_plain_fact
from kg.view.labels import NODE_WIDTH, wrap
from kg.view.order import Ordered
from kg.view.shapes import kind

Columns = dict[str, Any]
_OWN_VOICE: Final = "the article itself"
_NOBODY: Final = "somebody not named"


class Table:
    """Distinct values, numbered as they come."""

    def __init__(self, known: Iterable[object] = ()) -> None:
        self.rows = {value: number for number, value in enumerate(known)}

    def __getitem__(self, value: object) -> int:
        return self.rows.setdefault(value, len(self.rows))


def columns(every: Ordered, words: Words) -> Columns:
    """All tables, by name."""
    numbers = {id: number for number, id in enumerate(every.entities)}
    kinds, relations, qualifiers = Table(), Table(), Table()
    found: Columns = {
        "entities": _entities(every, words, kinds),
        "statements": _statements(every, words, numbers, relations, qualifiers),
        "claims": _claims(every, words, numbers),
        "documents": _documents(every.documents),
    }
    found["kinds"] = [_kind(str(name), words) for name in kinds.rows]
    found["relations"] = [{"name": name, "label": words.term(str(name))} for name in relations.rows]
    found["qualifiers"] = [{"name": name, "label": words.term(str(name))} for name in qualifiers.rows]
    return found


def _kind(name: str, words: Words) -> Columns:
    return {"name": name, "label": words.term(name), "group": kind(name, words)}


def _entities(every: Ordered, words: Words, kinds: Table) -> Columns:
    """By number: `lines`, labels broken or cut to be drawn; `also`, other names; `exact`, names if shown otherwise."""
    entities = [words.lookup.entities[id] for id in every.entities]
    names = [printable(entity.label) for entity in entities]
    drawn = [wrap(name, NODE_WIDTH) for name in names]
    return {
        "id": [entity.id for entity in entities],
        "label": names,
        "lines": {n: line for n, (line, name) in enumerate(zip(drawn, names, strict=True)) if line != name},
        "also": {n: list(map(printable, entity.alt_labels)) for n, entity in enumerate(entities) if entity.alt_labels},
        "exact": {n: exact for n, entity in enumerate(entities) if (exact := _exact(entity))},
        "kind": [kinds[entity.kind] for entity in entities],
        "unnamed": [n for n, entity in enumerate(entities) if not entity.named],
    }


def _exact(entity: Entity) -> list[str]:
    names = [entity.label, *entity.alt_labels]
    return [] if names == list(map(printable, names)) else names


def _statements(
    every: Ordered, words: Words, numbers: Mapping[str, int], relations: Table, qualifiers: Table
) -> Columns:
    """`says`: the words, where they are not subject, relation, object; `support`: what is to be said of the sources."""

    def value(held: str | Literal | None) -> int | tuple[str, ...] | None:
        if isinstance(held, Literal):
            shown = printable(held.text)
            return (shown, held.datatype) if shown == held.text else (shown, held.datatype, held.text)
        return None if held is None else numbers[held]

    def details(given: Iterable[Qualifier]) -> list[list[Any]]:
        return [[qualifiers[one.name], value(one.value)] for one in given]

    statements = every.statements
    odds = {id for one in every.corpus.conflicts for id in one.between}
    return {
        "id": [s.id for s in statements],
        "subject": [value(s.subject) for s in statements],
        "relation": [relations[s.relation] for s in statements],
        "object": [value(s.object) for s in statements],
        "status": [s.status for s in statements],
        "documents": [s.documents for s in statements],
        "sources": [s.independent_sources for s in statements],
        "details": {n: details(s.qualifiers) for n, s in enumerate(statements) if s.qualifiers},
        "when": {n: time for n, s in enumerate(statements) if (time := when(s))},
        "earliest": {n: s.earliest for n, s in enumerate(statements) if s.earliest},
        "latest": {n: s.latest for n, s in enumerate(statements) if s.latest},
        "says": {n: words.statement(replace(s, qualifiers=())) for n, s in enumerate(statements) if s.subject is None},
        "support": {n: told for n, s in enumerate(statements) if (told := support(s, words.lookup))},
        "review": {n: s.review for n, s in enumerate(statements) if s.review},
        "plain": [n for n, s in enumerate(statements) if is_plain_fact(s)],
        "odds": [n for n, s in enumerate(statements) if s.id in odds],
    }


def _claims(every: Ordered, words: Words, numbers: Mapping[str, int]) -> Columns:
    """`speakers` of a claim: numbers of rows of `speaker`, which are a label and an entity or null."""
    owners = {member: numbers[entity.id] for entity in every.corpus.entities for member in entity.members}
    homes = {document.id: number for number, document in enumerate(every.documents)}
    speakers = Table([(_OWN_VOICE, None)])
    told = [(n, receipt) for n, s in enumerate(every.statements) for receipt in receipts(s, words.lookup)]
    claims = [(n, receipt, words.lookup.claims[receipt.claim][1]) for n, receipt in told]
    return {
        "id": [claim.id for _, _, claim in claims],
        "statement": [n for n, _, _ in claims],
        "document": [homes[receipt.document] for _, receipt, _ in claims],
        "certainty": [claim.certainty for _, _, claim in claims],
        "confidence": [claim.confidence for _, _, claim in claims],
        "negative": [n for n, (_, _, claim) in enumerate(claims) if claim.polarity is Polarity.NEGATIVE],
        "speakers": [[speakers[one] for one in _speakers(receipt, claim, owners)] for _, receipt, claim in claims],
        "speaker": [list(row) for row in speakers.rows if isinstance(row, tuple)],
    }


def _speakers(receipt: Receipt, claim: Claim, owners: Mapping[Member, int]) -> list[tuple[str, int | None]]:
    """The innermost and those who pass it on, each with the entity that it is, if any."""
    if claim.voice is Voice.NARRATOR:
        return [(_OWN_VOICE, None)]
    known = [owners.get(Member(receipt.document, one)) for one in (*claim.attributed_to, *claim.via)]
    names = map(printable, (*receipt.speakers, *receipt.via))
    if not claim.attributed_to:
        known = [*([None] * len(receipt.speakers)), *known]
    return list(dict.fromkeys(zip(names, known, strict=True))) or [(_NOBODY, None)]


def _documents(documents: Sequence[Document]) -> Columns:
    return {
        "id": [document.id for document in documents],
        "title": [article_title(document) for document in documents],
        "about": [article_details(document) for document in documents],
        "issued": [document.issued.text if document.issued else "" for document in documents],
    }
