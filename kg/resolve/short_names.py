"""Names that say too little to tell who is meant: a bare surname, "the Budget Committee".

They join nobody of another document. One is shown beside a full name that it may be short for, and a body beside
another of its own name, if the two articles name somebody or something else alike: so a common surname makes no list
that nobody reads. What counts is in the two articles alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from types import MappingProxyType

from kg.model import LocalEntity, Member
from kg.ontology import Ontology
from kg.resolve.context import NONE, Context
from kg.resolve.identity import Near
from kg.resolve.likeness import MAY_BE, SAME, Profile, likeness, profile, reasons
from kg.resolve.names import name
from kg.resolve.parts import sound

Hint = tuple[str, str]
"""What a name may be shortened to, and the key of somebody or something else that the article names."""

_SHOWN = 3
_KINDS = frozenset({"Person", "Organization"})
_PLACES = ("Place", "Group")


class Article:
    """The named local entities of one document; `profiles` without what the article says of them."""

    def __init__(self, entities: Mapping[Member, LocalEntity], ontology: Ontology) -> None:
        self.profiles = {member: profile(entity) for member, entity in sorted(entities.items()) if entity.named}
        self._ontology = ontology
        self._labels: dict[str, tuple[str, frozenset[str]]] = {}
        for member, found in self.profiles.items():
            if found.is_full and not any(ontology.is_a(found.kind, kind) for kind in _PLACES):
                self._labels.setdefault(found.label.key, (entities[member].label, _shorts(found)))

    @property
    def short(self) -> list[Member]:
        """Those whose names are short."""
        return [member for member, found in self.profiles.items() if not found.is_full]

    def hints(self, member: Member) -> list[Hint]:
        """Where a short name looks for full ones, and a full name is found by short ones."""
        found = self.profiles[member]
        shorts = _shorts(found) if found.is_full else {_own(found)} if found.kind in _KINDS else ()
        return [(short, key) for short in shorts for key in self.around(short)]

    def around(self, short: str) -> dict[str, str]:
        """What else the article names, by key."""
        return {key: label for key, (label, shorts) in self._labels.items() if short not in shorts}

    def pair(self, short: Member, other: Member, of: "Article", told: Context = NONE) -> Near | None:
        """A short name of this article and a name of another one with which it has a hint in common, if they fit.

        `told`: what its office tells of the short name.
        """
        p, q = self.profiles[short], of.profiles[other]
        score = likeness(p, q, self._ontology)
        if short.document == other.document or not MAY_BE <= score < SAME:
            return None
        (left, one), (right, two) = sorted(((short, self), (other, of)), key=_member)
        why = (*reasons(p, q, self._ontology), _shared(one, two, _own(p)), *_open_between(told))
        return Near(left, right, score, why)


def short_names(
    entities: Mapping[Member, LocalEntity],
    groups: Iterable[tuple[Member, ...]],
    ontology: Ontology,
    meant: Mapping[Member, Context] = MappingProxyType({}),
) -> Iterator[Near]:
    """Each short name with those that it may stand for, but for people whose full name is known otherwise.

    `meant`: those whose offices tell it, or leave it open between several.
    """
    articles = _articles(entities, ontology)
    full, bodies = _by_hint(articles.values())
    group = {member: own for own in groups for member in own}
    for article in articles.values():
        for member in article.short:
            hints = article.hints(member)
            found = chain.from_iterable((*full[hint].items(), *bodies[hint].items()) for hint in hints)
            others = set(first_of(found)).difference(group[member])
            told = meant.get(member, NONE)
            known = told.stands_for or (article.profiles[member].person and _is_known(group[member], articles))
            if not known:
                pairs = (article.pair(member, other, articles[other.document], told) for other in others)
                yield from filter(None, pairs)


def _open_between(told: Context) -> Iterator[str]:
    """Why an office that both articles say does not make two one."""
    if told.open_between:
        *names, last = (f"“{label}”" for label in told.open_between)
        yield f"by the office it may be {', '.join(names)} or {last}"


def first_of(found: Iterable[tuple[Profile | None, Member]]) -> list[Member]:
    """Of the full names with one profile the first, and the first of the bodies (None)."""
    first: dict[Profile | None, Member] = {}
    for own, member in found:
        first[own] = min(member, first.get(own, member))
    return list(first.values())


def _articles(entities: Mapping[Member, LocalEntity], ontology: Ontology) -> dict[str, Article]:
    """By document, in their order."""
    ordered = groupby(sorted(entities), key=lambda member: member.document)
    return {document: Article({m: entities[m] for m in members}, ontology) for document, members in ordered}


_Firsts = defaultdict[Hint, dict[Profile | None, Member]]


def _by_hint(articles: Iterable[Article]) -> tuple[_Firsts, _Firsts]:
    """By hint the first full name of each profile, and the first body."""
    full, bodies = _Firsts(dict), _Firsts(dict)
    for article in articles:
        for member, found in article.profiles.items():
            firsts, own = (full, found) if found.is_full else (bodies, None)
            for hint in article.hints(member) if firsts is full or not found.person else ():
                firsts[hint].setdefault(own, member)
    return full, bodies


def _is_known(group: Iterable[Member], articles: Mapping[str, Article]) -> bool:
    """Whether a person judged the short name to be one with a full one."""
    profiles = (articles[member.document].profiles.get(member) for member in group)
    return any(found is not None and found.is_full for found in profiles)


def _member(pair: tuple[Member, object]) -> Member:
    return pair[0]


def _shared(one: Article, other: Article, short: str) -> str:
    known = other.around(short)
    labels = sorted(label for key, label in one.around(short).items() if key in known)
    more = f" and {len(labels) - _SHOWN} more" if labels[_SHOWN:] else ""
    return f"both articles name {', '.join(labels[:_SHOWN])}{more}"


def _own(found: Profile) -> str:
    return f"person {sound(found.person.parts[-1])}" if found.person and found.person.parts else found.label.key


def _shorts(found: Profile) -> frozenset[str]:
    """What a name may be shortened to: family names, or the end of a name that says what and not which."""
    if found.person and found.person.parts:
        ends = found.person.parts[-1:] + (found.person.parts[:1] if found.person.is_eastern else ())
        return frozenset(f"person {sound(part)}" for part in ends)
    tails = (name(" ".join(found.label.words[at:])) for at in range(1, len(found.label.words) - 1))
    return frozenset(tail.key for tail in tails if not tail.says_which)
