"""Of whom an article says which office, where nobody else in it has the same family name.

A function of one document's graph.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Claim, DocumentGraph, LocalEntity, Member, Polarity, Status
from kg.resolve.co_mentions import PERSON, CoMentions
from kg.resolve.dates import interval
from kg.resolve.likeness import Profile, profile
from kg.resolve.parts import sound
from kg.resolve.titles import normal_title

_OFFICE = "hasRoleAt"
_SAID = frozenset({Status.REPORTED, Status.ATTRIBUTED})

Office = tuple[str, str]
"""The title with its tenure ("former president"), and the kind and name of the body, or nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """Somebody of whom an article says an office, and the day on which it came out, or nothing."""

    member: Member
    label: str
    offices: tuple[Office, ...]
    issued: str = ""

    @property
    def profile(self) -> Profile:
        return profile(LocalEntity("", PERSON, self.label))

    @property
    def is_full(self) -> bool:
        return self.profile.is_full

    def hints(self, said: CoMentions) -> set[str]:
        """By which a surname finds full names, and these find it: the name, the office and a person named beside."""
        families = _families(self.profile)
        titles = {title for title, _ in self.offices}
        beside = [key for key in said if key.startswith(PERSON) and families.isdisjoint(_sounds(said[key]))]
        return {"\t".join((f, t, key)) for f in families for t in titles for key in beside}


def holders(graph: DocumentGraph) -> list[Holder]:
    """Those that no other person of the article shares the family name with."""
    known = {entity.id: entity for entity in graph.entities if entity.named}
    people = {id: profile(entity) for id, entity in known.items() if entity.kind == PERSON}
    offices: dict[str, set[Office]] = defaultdict(set)
    for claim in graph.claims:
        if (
            claim.relation == _OFFICE
            and claim.subject in people
            and _is_so(claim)
            and (office := _office(claim, known))
        ):
            offices[claim.subject].add(office)
    issued = graph.document.issued
    day = (interval(issued) if issued else None) or ("",)
    return [
        Holder(Member(graph.document.id, id), known[id].label, tuple(sorted(offices[id])), day[0])
        for id in sorted(offices)
        if not any(id != other and _families(people[id]) & _sounds(known[other].label) for other in people)
    ]


def _is_so(claim: Claim) -> bool:
    return claim.polarity is Polarity.POSITIVE and claim.status in _SAID


def _office(claim: Claim, known: Mapping[str, LocalEntity]) -> Office | None:
    details = {q.name: q.value if isinstance(q.value, str) else q.value.text for q in claim.qualifiers}
    body = known.get(str(claim.object))
    title = normal_title(details.get("title", ""), (body.label,) if body else ())
    where = f"{body.kind} {profile(body).label.key}" if body else ""
    return (f"{details.get('tenure', '')} {title}".strip(), where) if title else None


def _families(found: Profile) -> frozenset[str]:
    """The family name as it sounds; the first part too of a name that may be Chinese or Korean."""
    if not found.person:
        return frozenset()
    parts = found.person.parts
    return frozenset(map(sound, parts[-1:] + (parts[:1] if found.person.is_eastern else ())))


def _sounds(label: str) -> frozenset[str]:
    person = profile(LocalEntity("", PERSON, label)).person
    return frozenset(map(sound, person.parts)) if person else frozenset()
