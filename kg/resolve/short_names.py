"""Names that say too little to tell who is meant: a bare surname, "the Budget Committee".

They join nobody of another document. One is shown beside a full name that it may be short for, and a body beside
another of its own name, if the two articles name somebody or something else alike: so a common surname makes no list
that nobody reads. What counts is in the two articles alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.model import LocalEntity, Member
from kg.ontology import Ontology
from kg.resolve.identity import Near
from kg.resolve.likeness import SAME, Profile, likeness, profile, reasons
from kg.resolve.names import name
from kg.resolve.parts import sound

_MAY_BE = 0.7  # below it a short name does not fit: J. Smith is not Mary Smith
_SHOWN = 3
_KINDS = frozenset({"Person", "Organization"})
_PLACES = ("Place", "Group")


def short_names(
    entities: Mapping[Member, LocalEntity], groups: Sequence[tuple[Member, ...]], ontology: Ontology
) -> Iterator[Near]:
    """Each short name with a member of each entity that it may be short for, each body also with the first like it."""
    known = _Known(entities, ontology)
    named = [[member for member in group if member in known.profiles] for group in groups]
    full = [any(known.profiles[member].is_full for member in group) for group in named]
    for number, group in enumerate(named):
        for member in group:
            known.add(number, member, is_full=full[number])
    for number, group in enumerate(named):
        for member in group if not full[number] else ():
            if known.profiles[member].kind in _KINDS:
                yield from known.near(number, member)


class _Known:
    """Named local entities by what they may be shortened to and what else their articles name."""

    def __init__(self, entities: Mapping[Member, LocalEntity], ontology: Ontology) -> None:
        self._ontology = ontology
        self.profiles = {member: profile(entity) for member, entity in sorted(entities.items()) if entity.named}
        self._labels: defaultdict[str, dict[str, tuple[str, frozenset[str]]]] = defaultdict(dict)
        for member, found in self.profiles.items():
            if found.is_full and not any(ontology.is_a(found.kind, kind) for kind in _PLACES):
                told = entities[member].label, _shorts(found)
                self._labels[member.document].setdefault(found.label.key, told)
        self._full: defaultdict[tuple[str, str], dict[int, Member]] = defaultdict(dict)
        self._bodies: dict[tuple[str, str], tuple[int, Member]] = {}

    def add(self, group: int, member: Member, *, is_full: bool) -> None:
        found = self.profiles[member]
        for short in _shorts(found) if is_full else {_own(found)} if not found.person else ():
            for key in self._around(member.document, short):
                if is_full:
                    self._full[short, key].setdefault(group, member)
                else:
                    self._bodies.setdefault((short, key), (group, member))

    def near(self, group: int, member: Member) -> Iterator[Near]:
        """The pairs of a short name: of each entity the first member whose article names something else alike."""
        short = _own(self.profiles[member])
        found: dict[int, Member] = {}
        for key in self._around(member.document, short):
            body = self._bodies.get((short, key), (group, member))
            for other, candidate in (body, *self._full.get((short, key), {}).items()):
                found[other] = min(candidate, found.get(other, candidate))
        for other in sorted(found.keys() - {group}):
            yield from self._pair(member, found[other], short)

    def _pair(self, short: Member, other: Member, own: str) -> Iterator[Near]:
        p, q = self.profiles[short], self.profiles[other]
        score = likeness(p, q, self._ontology)
        if _MAY_BE <= score < SAME and short.document != other.document:
            left, right = sorted((short, other))
            yield Near(left, right, score, (*reasons(p, q, self._ontology), self._shared(left, right, own)))

    def _shared(self, left: Member, right: Member, short: str) -> str:
        one, other = self._around(left.document, short), self._around(right.document, short)
        labels = sorted(label for key, label in one.items() if key in other)
        more = f" and {len(labels) - _SHOWN} more" if labels[_SHOWN:] else ""
        return f"both articles name {', '.join(labels[:_SHOWN])}{more}"

    def _around(self, document: str, short: str) -> dict[str, str]:
        """What else the article names, by key."""
        return {key: label for key, (label, shorts) in self._labels[document].items() if short not in shorts}


def _own(found: Profile) -> str:
    return f"person {sound(found.person.parts[-1])}" if found.person and found.person.parts else found.label.key


def _shorts(found: Profile) -> frozenset[str]:
    """What a name may be shortened to: family names, or the end of a name that says what and not which."""
    if found.person and found.person.parts:
        ends = found.person.parts[-1:] + (found.person.parts[:1] if found.person.is_eastern else ())
        return frozenset(f"person {sound(part)}" for part in ends)
    tails = (name(" ".join(found.label.words[at:])) for at in range(1, len(found.label.words) - 1))
    return frozenset(tail.key for tail in tails if not tail.says_which)
