"""Who may be one: looked for among all named local entities at once, at the end of a change."""

from collections import defaultdict
from collections.abc import Iterable

from kg.index import Index
from kg.model import CorpusGraph, Entity, LocalEntity, Member, PossibleMatch
from kg.ontology import Ontology
from kg.pipeline.forms import example
from kg.pipeline.lookup import Lookup
from kg.rdf import corpus_quads
from kg.resolve.context import Context
from kg.resolve.identity import identify
from kg.resolve.matches import possible_matches
from kg.resolve.rulings import Rulings
from kg.resolve.short_names import short_names
from kg.store import Store


def rematch(store: Store, index: Index, ontology: Ontology) -> None:
    """Puts the matches that there are now into the place of those that were there."""
    old, new = Lookup(store).matches(), _matches(index, ontology)
    were, are = (set(corpus_quads(CorpusGraph(matches=found), (), store.names)) for found in (old, new))
    store.change(are - were, were - are)


def _matches(index: Index, ontology: Ontology) -> tuple[PossibleMatch, ...]:
    local: dict[Member, LocalEntity] = {}
    told: dict[Member, Context] = {}
    members: defaultdict[str, list[Member]] = defaultdict(list)
    for document, entity, key, id in index.rows("SELECT * FROM owner ORDER BY document, local"):
        member = Member(document, entity)
        local[member], told[member] = example(key)
        members[id].append(member)
    identified = identify(local, Rulings(), ontology, told)
    near = (*identified.near, *short_names(local, identified.groups, ontology))
    return possible_matches(near, list(_entities(members.items())), Rulings())


def _entities(found: Iterable[tuple[str, list[Member]]]) -> Iterable[Entity]:
    """By their ids and members, which is all that is asked of them."""
    return (Entity(id, "", "", (), True, tuple(members)) for id, members in found)
