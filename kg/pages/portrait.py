"""What is known of one entity, as text for a terminal or a pipe and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from rich.text import Text

from kg.model import Change, Conflict, Statement
from kg.pages.card import FAMILIES, Card, article_details, article_title, family
from kg.pages.clashes import change_sides, conflict_sides
from kg.pages.lines import sources, untimed, when
from kg.pages.matches import match_text
from kg.pages.plain import json_text
from kg.pages.words import printable


def as_text(card: Card) -> Text:
    """A block for each kind of relations, each statement with its status, who says it and where; then the rest."""
    blocks = [_head(card), *_families(card), *_lists(card)]
    return Text("\n\n").join([*blocks, *([left] if (left := _left_out(card)) else [])])


def as_json(card: Card) -> str:
    """An array of one object."""
    entity, words = card.entity, card.told.words
    about: dict[str, Any] = {
        "entity": entity.id,
        "name": entity.label,
        "kind": entity.kind,
        "other_names": list(entity.alt_labels),
        "articles": card.article_count,
        "statements": [_cells(statement, card) for statement in card.told.statements(card.statements)],
        "all_statements": card.slice.total,
        "disagreements": [{"kind": words.term(one.kind), "sides": _sides(one, card)} for one in card.told.at_odds],
        "possible_matches": [match_text(one, words.lookup) for one in card.matches],
        "newest_articles": [f"{article_title(one)} ({article_details(one)})" for one in card.articles],
    }
    return json_text([about])


def _head(card: Card) -> Text:
    entity = card.entity
    text = Text.assemble((printable(entity.label), "bold"), f"  {card.told.words.term(entity.kind)}  ent:{entity.id}")
    if entity.alt_labels:
        text.append(f"\n  also called: {', '.join(map(printable, entity.alt_labels))}")
    count = card.article_count
    return text.append(f"\n  in {count:,} article{'' if count == 1 else 's'}; {card.slice.total:,} statements")


def _families(card: Card) -> Iterator[Text]:
    """In the order of a page; offices in the order of time."""
    statements = card.told.statements(card.statements)
    for name, heading in FAMILIES.items():
        found = [s for s in statements if family(s.relation, card.told.words.ontology) == name]
        if name == "office":
            found.sort(key=_day)
        if found:
            yield Text("\n").join([Text(heading, "bold magenta"), *(_line(statement, card) for statement in found)])


def _day(statement: Statement) -> tuple[bool, str]:
    """The first that is known; what has none comes last."""
    day = statement.earliest or statement.latest or ""
    return not day, day


def _line(statement: Statement, card: Card) -> Text:
    time = when(statement)
    text = Text.assemble("  ", (f"{time}  " if time else "", "bold cyan"), (_says(statement, card), "bold"))
    text.append(f"\n    {statement.status}, {sources(statement)}  st:{statement.id}", "dim")
    for source in _sources(statement, card):
        text.append(f"\n    - {source}", "dim")
    return text


def _says(statement: Statement, card: Card) -> str:
    return card.told.words.statement(replace(statement, qualifiers=untimed(statement)))


def _sources(statement: Statement, card: Card) -> list[str]:
    return list(dict.fromkeys(f"{receipt.said}: {receipt.article}" for receipt in card.told.receipts(statement)))


def _lists(card: Card) -> Iterator[Text]:
    words = card.told.words
    odds = [
        line for one in card.told.at_odds for line in (words.term(one.kind), *(f"  - {s}" for s in _sides(one, card)))
    ]
    yield from _list("Disagreements and changes", odds)
    yield from _list("May be the same", (match_text(one, words.lookup) for one in card.matches))
    articles = (f"{article_title(one)}  {article_details(one)}".rstrip() for one in card.articles)
    yield from _list("Articles, the newest first", articles)


def _list(heading: str, lines: Iterable[str]) -> Iterator[Text]:
    if found := [Text(f"  {line}") for line in lines]:
        yield Text("\n").join([Text(heading, "bold magenta"), *found])


def _sides(one: Conflict | Change, card: Card) -> Sequence[str]:
    words = card.told.words
    sides = conflict_sides(one, words) if isinstance(one, Conflict) else change_sides(one, words)
    return [side.words for side in sides]


def _left_out(card: Card) -> Text | None:
    more = {
        "statements": card.slice.total - len(card.statements),
        "disagreements": card.more_disagreements,
        "possible matches": card.more_matches,
        "articles": card.article_count - len(card.articles),
    }
    left = [f"{count:,} {what}" for what, count in more.items() if count > 0]
    return Text(f"Left out: {', '.join(left)}.") if left else None


def _cells(statement: Statement, card: Card) -> dict[str, Any]:
    return {
        "statement": statement.id,
        "status": statement.status,
        "relation": statement.relation,
        "says": _says(statement, card),
        "when": when(statement),
        "documents": statement.documents,
        "independent_sources": statement.independent_sources,
        "sources": _sources(statement, card),
    }
