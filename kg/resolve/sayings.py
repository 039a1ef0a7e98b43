"""Claims over entities instead of local ones, and what identifies the statement that each belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from kg.model import Claim, DocumentGraph, Entity, Literal, Member, Qualifier, Review
from kg.ontology import Ontology
from kg.resolve.dates import UNDATED, identifying, partial
from kg.resolve.titles import normal_title

Term = str | Literal | None


def term_text(term: Term) -> str:
    """One text for one term: an entity's id, a literal as Turtle writes it, or nothing."""
    return f'"{term.text}"^^{term.datatype}' if isinstance(term, Literal) else term or ""


def qualifier_order(qualifier: Qualifier) -> tuple[str, str]:
    """Qualifiers of entities and of literals in one order."""
    return qualifier.name, term_text(qualifier.value)


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim of a document, in which ids of entities stand for those of local ones.

    `key` is what identifies its statement beside subject, relation and object: an office's title, a happening's date,
    or nothing. `review`: what a person found of that statement. `places`: those that the claim gives, each with
    the id that its article has for it.
    """

    document: str
    claim: Claim
    key: Qualifier | None = None
    review: Review | None = None
    places: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """Equal for the claims of one subject, relation and object."""
        return _order(self.claim.relation, self.claim.subject, self.claim.object)

    @property
    def identity(self) -> tuple[str, ...]:
        """Equal for the claims of one statement."""
        return self.order + (qualifier_order(self.key) if self.key else ())

    def values(self, qualifier: str) -> list[Literal]:
        return [q.value for q in self.claim.qualifiers if q.name == qualifier and isinstance(q.value, Literal)]


def sayings(graphs: Iterable[DocumentGraph], entities: Iterable[Entity], ontology: Ontology) -> list[Saying]:
    """One for each claim of all documents, sorted by subject, relation and object.

    Claims about what belongs to no entity, since a person rejected it, make none; as a detail it is left out.
    """
    by_id = {entity.id: entity for entity in entities}
    owner = {member: entity.id for entity in by_id.values() for member in entity.members}
    claims = ((graph.document.id, claim) for graph in graphs for claim in graph.claims)
    return over_entities(claims, owner, by_id, ontology)


def over_entities(
    claims: Iterable[tuple[str, Claim]], owner: Mapping[Member, str], by_id: Mapping[str, Entity], ontology: Ontology
) -> list[Saying]:
    """Of claims with the ids of their documents; right where all claims of a subject, relation and object are given."""
    found = [_over_entities(id, claim, owner, ontology) for id, claim in claims if _has_its_ends(id, claim, owner)]
    found.sort(key=lambda saying: (saying.order, saying.claim.id))
    return [keyed for _, group in groupby(found, lambda s: s.order) for keyed in _keyed(list(group), by_id, ontology)]


def orders(
    claims: Iterable[tuple[str, Claim]], owner: Mapping[Member, str], ontology: Ontology
) -> set[tuple[str, ...]]:
    """The subjects, relations and objects of claims: what `Saying.order` would be."""
    found = ((claim, _ends(id, claim, owner, ontology)) for id, claim in claims if _has_its_ends(id, claim, owner))
    return {_order(claim.relation, *ends) for claim, ends in found}


def _order(relation: str, subject: Term, thing: Term) -> tuple[str, ...]:
    return relation, term_text(subject), term_text(thing)


def _has_its_ends(document: str, claim: Claim, owner: Mapping[Member, str]) -> bool:
    return all(Member(document, end) in owner for end in (claim.subject, claim.object) if isinstance(end, str))


def _over_entities(document: str, claim: Claim, owner: Mapping[Member, str], ontology: Ontology) -> Saying:
    ids = {local: owner.get(Member(document, local), "") for local in local_ids(claim)}
    subject, thing = _ends(document, claim, owner, ontology)
    qualifiers = {Qualifier(q.name, ids[q.value] if isinstance(q.value, str) else q.value) for q in claim.qualifiers}
    ordered = tuple(sorted((q for q in qualifiers if q.value != ""), key=qualifier_order))
    own = (q.value for q in claim.qualifiers if q.name == "place" and isinstance(q.value, str))
    places = tuple((ids[place], place) for place in own)
    return Saying(document, replace(claim, subject=subject, object=thing, qualifiers=ordered), places=places)


def _ends(document: str, claim: Claim, owner: Mapping[Member, str], ontology: Ontology) -> tuple[str | None, Term]:
    """Those of a symmetric relation in one order."""
    subject = None if claim.subject is None else owner[Member(document, claim.subject)]
    thing: Term = owner[Member(document, claim.object)] if isinstance(claim.object, str) else claim.object
    relation = ontology.relation(claim.relation)
    if relation and relation.symmetric and subject is not None and isinstance(thing, str):
        return min(subject, thing), max(subject, thing)
    return subject, thing


def local_ids(claim: Claim) -> Iterator[str]:
    """Of its ends and its details."""
    terms = (claim.subject, claim.object, *(q.value for q in claim.qualifiers))
    return (term for term in terms if isinstance(term, str))


def _keyed(group: list[Saying], entities: Mapping[str, Entity], ontology: Ontology) -> list[Saying]:
    """The sayings of one subject, relation and object, each with its key."""
    relation = ontology.relation(group[0].claim.relation)
    if relation is None or relation.identified_by is None:
        return group
    if relation.identified_by == "date":
        return _dated(group)
    return [_titled(saying, relation.identified_by, entities) for saying in group]


def _dated(group: list[Saying]) -> list[Saying]:
    literals = {partial(value): value for saying in group for value in sorted(saying.values("date"), reverse=True)}
    dates = [next(map(partial, saying.values("date")), UNDATED) for saying in group]
    keys = identifying(dates)
    values = [literals.get(keys[day]) for day in dates]
    return [replace(s, key=Qualifier("date", value) if value else None) for s, value in zip(group, values, strict=True)]


def _titled(saying: Saying, qualifier: str, entities: Mapping[str, Entity]) -> Saying:
    body = entities.get(saying.claim.object) if isinstance(saying.claim.object, str) else None
    names = (body.label, *body.alt_labels) if body else ()
    title = next((normal_title(value.text, names) for value in saying.values(qualifier)), "")
    return replace(saying, key=Qualifier(qualifier, Literal(title)) if title else None)
