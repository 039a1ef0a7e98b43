"""Plurals with an article that the tagger takes for people: "the Hawks" are a team, "the Lopezes" a family."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.name_kinds import is_a_place, is_team
from kg.extract.name_spans import Name
from kg.extract.words import Doc

_MISTAKEN = frozenset({"Person", "Place", "Thing"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_PLURALS = ("es", "s")


def with_teams(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Teams as organizations, wherever they stand; a place before the name of a team is part of it ("Oslo Hawks")."""
    listed = list(names)
    surnames = {n.words[-1] for n in listed if n.kind == "Person" and len(n.words) > 1 and not _has_article(doc, n)}
    teams = {n.text for n in listed if _is_team(doc, n, surnames)}
    short = {text.rpartition(" ")[2] for text in teams}
    return [replace(n, kind="Organization") if _is_of(n, teams, short) else n for n in listed]


def _has_article(doc: Doc, name: Name) -> bool:
    return name.begin > 0 and doc[name.begin - 1].lower_ == "the"


def _is_team(doc: Doc, name: Name, surnames: set[str]) -> bool:
    """In the plural with an article, and nobody in the article has it as a surname."""
    last, root = name.words[-1], doc[name.begin : name.end].root
    plural = last.endswith("s") and not last.endswith("ss") and not name.honorific
    if not plural or not _has_article(doc, name) or root.dep_ in _MODIFIERS:
        return False
    mistaken = name.kind in {"Person", "Organization"} or (name.kind == "Thing" and is_team(name))
    return mistaken and surnames.isdisjoint({last, *(last.removesuffix(ending) for ending in _PLURALS)})


def _is_of(name: Name, teams: set[str], short: set[str]) -> bool:
    if name.kind not in _MISTAKEN or name.honorific:
        return False
    placed = name.kind != "Person" and is_a_place(" ".join(name.words[:-1]))
    return name.text in teams or (name.words[-1] in short and (len(name.words) == 1 or placed))
