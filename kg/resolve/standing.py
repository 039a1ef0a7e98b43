"""A surname beside an office: "President Berg" may be the Ann Berg of whom another article says that she is president.

They are one where both articles say the office, nobody else there has that family name, and both name somebody else. A
surname that could be either of two stays apart and is told so; one without an office stays apart; two surnames never
make each other one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from kg.model import DocumentGraph, LocalEntity, Member
from kg.ontology import Ontology
from kg.resolve.co_mentions import PERSON, CoMentions, co_mentions, in_common, weight
from kg.resolve.context import NONE, Context
from kg.resolve.likeness import MAY_BE, SAME, Profile, likeness, profile
from kg.resolve.lists import lists
from kg.resolve.offices import Holder, holders
from kg.resolve.people import bare_likeness

_BODY = "Organization"
_A_YEAR = 366
_ENOUGH_AT_ONE_BODY = 2  # one person
_ENOUGH_AT_THE_HEAD = 3  # a person and a body, or two persons
_ENOUGH_OF_A_COMMON_NAME = 4


def meant(graphs: Sequence[DocumentGraph], ontology: Ontology) -> dict[Member, Context]:
    """Of the surnames of all documents which full name each stands for."""
    known = [holder for graph in graphs for holder in holders(graph)]
    said = {graph.document.id: co_mentions(e for e in graph.entities if e.named) for graph in graphs}
    full: dict[str, list[Holder]] = defaultdict(list)
    for holder in filter(lambda holder: holder.is_full, known):
        for hint in holder.hints(said[holder.member.document]):
            full[hint].append(holder)
    found = {}
    for bare in filter(lambda holder: not holder.is_full, known):
        others = {other for hint in bare.hints(said[bare.member.document]) for other in full[hint]}
        labels = {other.label for other in others if is_holder(bare, other, said.__getitem__)}
        found[bare.member] = standing_for(labels, ontology)
    return {member: context for member, context in found.items() if context != NONE}


def standing_for(labels: Iterable[str], ontology: Ontology) -> Context:
    """It stands for full names that are surely one; between others it is open."""
    profiles = {label: profile(LocalEntity("", PERSON, label)) for label in sorted(labels)}
    if any(likeness(p, q, ontology) < SAME for p, q in combinations(profiles.values(), 2)):
        return Context(open_between=tuple(profiles))
    return Context(stands_for=tuple(sorted({found.label.key for found in profiles.values()})))


def is_holder(bare: Holder, full: Holder, said: Callable[[str], CoMentions]) -> bool:
    """Whether the surname of one article is the full name of the other."""
    p, q = bare.profile, full.profile
    if bare.member.document == full.member.document or not (p.person and q.person):
        return False
    if bare_likeness(p.person, q.person).score < MAY_BE or not _of_one_year(bare.issued, full.issued):
        return False
    enough = _enough(bare, full)
    common = in_common(said(bare.member.document), said(full.member.document), (p, q))
    return bool(enough) and weight(common, most_of_bodies=1) >= enough


def _enough(bare: Holder, full: Holder) -> int:
    """What both articles must name beside an office that both say; 0 where they say none."""
    mine, yours = _bodies(bare), _bodies(full)
    shared = [(title, mine[title], yours[title]) for title in mine.keys() & yours.keys()]
    if any(ours and theirs and not ours & theirs for _, ours, theirs in shared):
        return 0
    at_one_body = any(ours & theirs for _, ours, theirs in shared)
    if _is_common(full.profile):
        return _ENOUGH_OF_A_COMMON_NAME if at_one_body else 0
    if at_one_body:
        return _ENOUGH_AT_ONE_BODY
    at_the_head = any(_is_of_a_land(title, ours | theirs) for title, ours, theirs in shared)
    return _ENOUGH_AT_THE_HEAD if at_the_head else 0


def _bodies(holder: Holder) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {title: set() for title, _ in holder.offices}
    for title, body in holder.offices:
        found[title] |= {body} - {""}
    return found


def _is_of_a_land(title: str, bodies: Iterable[str]) -> bool:
    """Whether one person at a time has the office in a country, and no article says that it is a firm's."""
    tenure, _, office = title.partition(" ")
    at_the_head = title in lists().heads or (tenure in lists().tenure and office in lists().heads)
    return at_the_head and not any(body.startswith(_BODY) for body in bodies)


def _is_common(full: Profile) -> bool:
    person = full.person
    return person is not None and (person.is_eastern or not lists().common.isdisjoint(person.parts[-1:]))


def _of_one_year(one: str, other: str) -> bool:
    return not one or not other or abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _A_YEAR
