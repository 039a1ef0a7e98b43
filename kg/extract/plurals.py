"""Plurals with an article that the tagger takes for people: "the Hawks" are a team, "the Lopezes" a family."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.name_kinds import is_a_place
from kg.extract.name_spans import Name
from kg.extract.words import Doc

_MISTAKEN = frozenset({"Person", "Place", "Thing"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_PLURALS = ("es", "s")


def with_teams(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Teams as organizations, wherever they stand; a place before the name of a team is part of it ("Oslo Hawks")."""
    listed = list(names)
    surnames = {n.words[-1] for n in listed if n.kind == "Person" and len(n.words) > 1 and not _has_article(doc, n)}
    teams = {n.words[-1] for n in listed if n.kind == "Person" and _is_team(doc, n, surnames)}
    teams |= {n.text for n in listed if n.kind == "Organization" and n.text.endswith("s") and _has_article(doc, n)}
    return [replace(n, kind="Organization") if _is_of(n, teams) else n for n in listed]


def _has_article(doc: Doc, name: Name) -> bool:
    return name.begin > 0 and doc[name.begin - 1].lower_ == "the"


def _is_team(doc: Doc, name: Name, surnames: set[str]) -> bool:
    """In the plural with an article, and nobody in the article has it as a surname."""
    last, root = name.words[-1], doc[name.begin : name.end].root
    plural = last.endswith("s") and not last.endswith("ss") and not name.honorific
    if not plural or not _has_article(doc, name) or root.dep_ in _MODIFIERS:
        return False
    return surnames.isdisjoint({last, *(last.removesuffix(ending) for ending in _PLURALS)})


def _is_of(name: Name, teams: set[str]) -> bool:
    if name.kind not in _MISTAKEN or name.words[-1] not in teams or name.honorific:
        return False
    return len(name.words) == 1 or name.kind == "Person" or is_a_place(" ".join(name.words[:-1]))
