"""Entities that may be one, in words."""

from collections.abc import Iterable
from typing import Final

from kg.model import CorpusGraph, Entity, PossibleMatch
from kg.pages.lookup import Lookup
from kg.pages.markdown import escaped
from kg.pages.words import printable

_MOST: Final = 30


def possible(corpus: CorpusGraph, lookup: Lookup) -> list[str]:
    """Blocks of Markdown: the most telling first, the rest counted, and how many names are too short to be joined."""
    ordered = telling(corpus.matches, lookup)
    lines = [f"- {escaped(match_text(match, lookup))}" for match in ordered[:_MOST]]
    if ordered[_MOST:]:
        lines.append(f"- … and {len(ordered) - _MOST} more: `kg review --list` shows all of them.")
    alone = sum(map(_is_short, corpus.entities))
    short = f"{alone} persons go by a single name. Each is left to its article, unless it is listed here."
    return [f"## Possible matches: {len(ordered)}", "\n".join(lines) or "None.", *([short] if alone else [])]


def telling(matches: Iterable[PossibleMatch], lookup: Lookup) -> list[PossibleMatch]:
    """Those that take part in most, and are most alike, first."""

    def rank(match: PossibleMatch) -> tuple[int, float, str, str]:
        sizes = [len(lookup.entities[id].members) for id in match.between]
        return -min(sizes), -match.likeness, match_text(match, lookup), match.id

    return sorted(matches, key=rank)


def match_text(match: PossibleMatch, lookup: Lookup) -> str:
    """One line: the names with their articles, and why."""
    names = [_name(lookup.entities[id]) for id in match.between]
    question = f"{' and '.join(names)} may be one" if len(names) > 1 else f"{names[0]} may be two"
    return printable(f"{question}: {'; '.join(match.reasons)}")


def _name(entity: Entity) -> str:
    articles = len({member.document for member in entity.members})
    return f"“{entity.label}” ({articles} {'article' if articles == 1 else 'articles'})"


def _is_short(entity: Entity) -> bool:
    return entity.named and entity.kind == "Person" and len(entity.label.split()) == 1
