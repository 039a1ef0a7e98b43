"""Reads `ontology/kg.ttl` once: the kinds of things, the relations between them, and the words for both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.declared import ConflictRule, Facts, Own, conflict_rules, facts, instances, local, names
from kg.ids import KG
from kg.resources import folder

_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of things that the news is about; only `Thing` has no parent."""

    name: str
    label: str
    comment: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What may hold between two things. `domain` and `range` name kinds, and an empty `range` takes no object.

    `range` is `("Literal",)` where the object is a value. `inverse` is how it reads from the object's side ("was
    defeated by"). `asymmetric` holds on one date where `identified_by` is the date. `drawn_as` is a family of lines.
    """

    name: str
    label: str
    comment: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    inverse: str | None = None
    symmetric: bool = False
    asymmetric: bool = False
    time_scoped: bool = False
    identified_by: str | None = None
    drawn_as: str = "tie"


@dataclass(frozen=True, slots=True)
class QualifierType:
    """A declared detail; `range` names kinds where it takes an entity, else XML Schema types (`gYear`)."""

    name: str
    label: str
    comment: str
    range: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Every declared term by its local name. `labels` has the words for all of them, statuses and the like included."""

    kinds: Mapping[str, Kind]
    relations: Mapping[str, Relation]
    qualifiers: Mapping[str, QualifierType]
    conflict_kinds: Mapping[str, ConflictRule]
    change_kinds: Mapping[str, ConflictRule]
    labels: Mapping[str, str]

    def relation(self, name: str) -> Relation | None:
        """The declared relation; None for open ones (`rel:…`) and unknown names."""
        return self.relations.get(name)

    def label(self, name: str) -> str:
        """Words for any term, open relations included.

        >>> load_ontology().label("resignedFrom"), load_ontology().label("rel:warn_about")
        ('resigned from', 'warn about')
        """
        return self.labels.get(name) or name.removeprefix("rel:").replace("_", " ")

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether the kind is the ancestor or below it; never for unknown kinds."""
        step: Kind | None = self.kinds.get(kind)
        while step and step.name != ancestor:
            step = self.kinds.get(step.parent or "")
        return step is not None


@cache
def load_ontology(path: Path | None = None) -> Ontology:
    """The ontology that comes with the package, or another one of this form."""
    known = facts(path or folder("ontology") / "kg.ttl")
    relations = {n: _relation(n, known[KG + n]) for n in instances(known, "Relation")}
    return Ontology(
        kinds={k.name: k for k in _kinds(known, KG + "Thing", None)},
        relations=relations,
        qualifiers={n: _qualifier(n, known[KG + n]) for n in instances(known, "Qualifier")},
        conflict_kinds=conflict_rules(known, "ConflictKind", relations),
        change_kinds=conflict_rules(known, "ChangeKind", relations),
        labels={local(iri): own[_RDFS + "label"][0] for iri, own in sorted(known.items()) if iri.startswith(KG)},
    )


def _kinds(known: Facts, iri: str, parent: str | None) -> Iterator[Kind]:
    yield Kind(local(iri), known[iri][_RDFS + "label"][0], known[iri][_RDFS + "comment"][0], parent)
    for child, own in known.items():
        if iri in own.get(_RDFS + "subClassOf", ()):
            yield from _kinds(known, child, local(iri))


def _relation(name: str, own: Own) -> Relation:
    types = own[_RDF + "type"]
    return Relation(
        name=name,
        label=own[_RDFS + "label"][0],
        comment=own[_RDFS + "comment"][0],
        domain=names(own, "domainIncludes"),
        range=names(own, "rangeIncludes"),
        inverse=own.get(KG + "inverseLabel", [None])[0],
        symmetric=_OWL + "SymmetricProperty" in types,
        asymmetric=_OWL + "AsymmetricProperty" in types or KG + "AsymmetricHappening" in types,
        time_scoped="true" in own.get(KG + "timeScoped", ()),
        identified_by=next(iter(names(own, "identifiedBy")), None),
        drawn_as=own[KG + "drawnAs"][0],
    )


def _qualifier(name: str, own: Own) -> QualifierType:
    return QualifierType(name, own[_RDFS + "label"][0], own[_RDFS + "comment"][0], names(own, "rangeIncludes"))
