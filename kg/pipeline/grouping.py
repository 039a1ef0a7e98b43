"""Which local entities are one, after documents came or went: the neighbourhoods of their names are looked at again.

A neighbourhood ("component") is what names that are alike hold together. Members of one form are joined by the same
steps of `kg.resolve.identity`, unless their document has another member nearby; so one of them stands for all, and an
entity of thousands of articles costs as much as one of a few.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.index import Index
from kg.index.forms import Forms
from kg.model import DocumentGraph, Entity, LocalEntity, Member
from kg.ontology import Ontology
from kg.pipeline.bonding import Bonding, bonds
from kg.pipeline.forms import Likeness, example, form
from kg.pipeline.offices import Offices
from kg.resolve.context import NONE, Context, contexts
from kg.resolve.entities import draft
from kg.resolve.identity import Identified, Near
from kg.resolve.rulings import Rulings


@dataclass(slots=True)
class Grouped:
    """Clusters of the index with what they have become, None if gone; where forms and single members were before."""

    drafts: dict[int, Entity | None] = field(default_factory=dict)
    forms: dict[int, int | None] = field(default_factory=dict)
    members: dict[Member, int | None] = field(default_factory=dict)
    came: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By form the documents that are new."""
    renewed: set[Member] = field(default_factory=set)
    """Of documents that were there already those whose offices tell of somebody else than before."""
    refused: list[Near] = field(default_factory=list)
    """Those who would be one, but for others."""


def group(
    index: Index, added: Iterable[DocumentGraph], removed: Iterable[DocumentGraph], ontology: Ontology
) -> Grouped:
    """Takes the named members of documents into the index and out of it."""
    added, removed = list(added), list(removed)
    forms, found = Forms(index, Likeness(ontology)), Grouped()
    told = Offices(index, added, removed, ontology).changed
    left = {member: _leave(index, member, found) for member, _ in _named(removed)}
    came = {member: forms.add(key) for member, key in _named(added, told)}
    found.renewed |= told.keys() - came.keys()
    again = {member: form(_example(index, member), told[member]) for member in sorted(found.renewed)}
    old = [_leave(index, member, found) for member in again]
    for member, id in (came | {member: forms.add(key) for member, key in again.items()}).items():
        index.run("INSERT INTO member VALUES (?, ?, ?, NULL)", member.document, member.entity, id)
        found.members.setdefault(member, None)
        found.came[id].add(member.document)
    bonding = Bonding(index, forms)
    bonding.take_out({member.document for member in left})
    bonding.put_in(came.items())
    forms.drop([*left.values(), *old])
    for component in sorted(forms.touched):
        _Component(index, component, found, ontology).regroup(whole=component in forms.merged)
    return found


def _named(
    graphs: Iterable[DocumentGraph], meant: Mapping[Member, Context] = MappingProxyType({})
) -> Iterator[tuple[Member, str]]:
    """The named members with their forms; `meant`: those whose offices tell who they are."""
    for graph in graphs:
        told = contexts(graph) | dict(meant)
        for entity in filter(lambda entity: entity.named, graph.entities):
            member = Member(graph.document.id, entity.id)
            yield member, form(entity, told.get(member, NONE))


def _example(index: Index, member: Member) -> LocalEntity:
    sql = "SELECT key FROM member JOIN form ON id = form WHERE document = ? AND entity = ?"
    ((key,),) = index.rows(sql, *_key(member))
    return example(key)[0]


def _leave(index: Index, member: Member, found: Grouped) -> int:
    ((form, cluster),) = index.rows("SELECT form, cluster FROM seat WHERE document = ? AND entity = ?", *_key(member))
    index.run("DELETE FROM member WHERE document = ? AND entity = ?", *_key(member))
    found.members[member] = cluster
    found.drafts[cluster] = None
    return int(form)


def _key(member: Member) -> tuple[str, str]:
    return member.document, member.entity


class _Component:
    """The forms of one neighbourhood, by id; `single`: members that are looked at one by one, with their forms."""

    def __init__(self, index: Index, id: int, found: Grouped, ontology: Ontology) -> None:
        self._index = index
        self._id = id
        self._found = found
        self._ontology = ontology
        rows = index.rows("SELECT id, key, cluster FROM form WHERE component = ?", id)
        self._keys = {form: key for form, key, _ in rows}
        self._before: dict[int, int | None] = {form: cluster for form, _, cluster in rows}
        self._single: dict[Member, int] = {}
        self._freed = False

    def regroup(self, *, whole: bool) -> None:
        """`whole`: it was made of several, so that any document may have come to have two members in it."""
        if len(self._keys) == 1 and not self._joins(*self._keys):
            self._scatter(*self._keys)
            return
        self._single_out(self._crowded(whole=whole))
        stands_for = dict(filter(None, map(self._representative, self._keys)))
        forms = self._single | {m: form for m, (form, _) in stands_for.items()}
        known = {m: example(self._keys[form])[0] for m, form in forms.items()}
        told = {m: example(self._keys[form])[1] for m, form in forms.items()}
        groups = [tuple(sorted(known))] if self._is_one() else self._identify(known, told)
        self._found.forms |= self._before
        self._index.run("UPDATE form SET cluster = NULL WHERE component = ?", self._id)
        clusters = self._clusters(groups, stands_for)
        for group, cluster in zip(groups, clusters, strict=True):
            others = {m: stands_for[m][1] - 1 for m in group if m in stands_for}
            self._found.drafts[cluster] = draft(group, known, others)
            for member in group:
                self._place(member, cluster, stands_for)

    def _identify(
        self, known: Mapping[Member, LocalEntity], told: Mapping[Member, Context]
    ) -> list[tuple[Member, ...]]:
        found = Identified(known, Rulings(), self._ontology, told, bonds(self._index, self._id))
        self._found.refused += found.refused
        return found.groups

    def _is_one(self) -> bool:
        """Whether all that is here was one entity before and is so still: no form is new, and nobody is in the way."""
        (cluster, *others) = set(self._before.values())
        return cluster is not None and not others and not self._single and not self._freed

    def _joins(self, form: int) -> bool:
        return Likeness(self._ontology).alike(self._keys[form], self._keys[form])

    def _scatter(self, form: int) -> None:
        """Every member is an entity of its own: a bare surname is nobody else's."""
        for member, seat in self._unsettled(form):
            cluster = self._index.run("INSERT INTO cluster (entity) VALUES (NULL)")
            self._found.drafts[cluster] = draft((member,), {member: example(self._keys[form])[0]})
            self._found.members.setdefault(member, self._before[form] if seat is None else seat)
            self._sit(member, cluster)
        if (joined := self._before[form]) is not None:
            self._found.drafts.setdefault(joined, None)
        self._index.run("UPDATE form SET cluster = NULL WHERE id = ?", form)

    def _unsettled(self, form: int) -> list[tuple[Member, int | None]]:
        """Members without a seat of their own, and those whose seat is touched: who held them to others has left."""
        touched = json.dumps(sorted(self._found.drafts))
        sql = """
            SELECT document, entity, cluster FROM member
            WHERE form = ? AND (cluster IS NULL OR cluster IN (SELECT value FROM json_each(?)))
        """
        rows = self._index.rows(sql, form, touched)
        return [(Member(document, entity), cluster) for document, entity, cluster in rows]

    def _crowded(self, *, whole: bool) -> set[str]:
        """The documents with several members, or with one of a form that the name alone does not join."""
        bare = {form for form, key in self._keys.items() if not Likeness(self._ontology).by_name(key)}
        own = {d for form in bare for d in self._index.column("SELECT document FROM member WHERE form = ?", form)}
        return own | self._shared(whole=whole)

    def _shared(self, *, whole: bool) -> set[str]:
        if whole:
            sql = "SELECT document FROM seat WHERE component = ? GROUP BY document HAVING count(*) > 1"
            return set(self._index.column(sql, self._id))
        sql = "SELECT DISTINCT document FROM seat WHERE component = ? AND own IS NOT NULL"
        documents = {document for form in self._keys for document in self._found.came.get(form, ())}
        return {d for d in documents.union(self._index.column(sql, self._id)) if len(self._of(d)) > 1}

    def _of(self, document: str) -> list[tuple[Member, int]]:
        rows = self._index.rows("SELECT entity, form FROM member WHERE document = ?", document)
        return [(Member(document, entity), form) for entity, form in rows if form in self._keys]

    def _single_out(self, crowded: set[str]) -> None:
        sql = "SELECT document, entity, own FROM seat WHERE component = ? AND own IS NOT NULL"
        before = {Member(d, e): cluster for d, e, cluster in self._index.rows(sql, self._id)}
        self._single = {m: form for document in crowded for m, form in self._of(document)}
        self._freed = bool(before)
        for member in before.keys() | self._single.keys():
            was = before[member] if member in before else self._before[self._single[member]]
            self._found.members.setdefault(member, was)
            self._sit(member, 0 if member in self._single else None)
        for cluster in {*before.values(), *self._before.values()} - {None}:
            self._found.drafts.setdefault(cluster, None)

    def _representative(self, form: int) -> tuple[Member, tuple[int, int]] | None:
        """The first of the members that are not looked at one by one, the form, and how many they are."""
        sql = "FROM member WHERE form = ? AND cluster IS NULL"
        first = self._index.rows(f"SELECT document, entity {sql} ORDER BY document, entity LIMIT 1", form)
        (count,) = self._index.column(f"SELECT count(*) {sql}", form)
        return (Member(*first[0]), (form, count)) if first else None

    def _clusters(self, groups: list[tuple[Member, ...]], stands_for: Mapping[Member, tuple[int, int]]) -> list[int]:
        """A group keeps the cluster that most of its members were in, so that few move."""
        wishes: Counter[tuple[int, int]] = Counter()
        for number, group in enumerate(groups):
            for member in group:
                form, count = stands_for.get(member, (0, 1))
                before = self._before[form] if form else self._found.members[member]
                if before is not None:
                    wishes[number, before] += count
        kept: dict[int, int] = {}
        for (number, cluster), _ in wishes.most_common():
            if number not in kept and self._found.drafts.get(cluster) is None and cluster not in kept.values():
                kept[number] = cluster
        return [
            kept.get(number) or self._index.run("INSERT INTO cluster (entity) VALUES (NULL)")
            for number in range(len(groups))
        ]

    def _place(self, member: Member, cluster: int, stands_for: Mapping[Member, tuple[int, int]]) -> None:
        if member in stands_for:
            self._index.run("UPDATE form SET cluster = ? WHERE id = ?", cluster, stands_for[member][0])
        else:
            self._sit(member, cluster)

    def _sit(self, member: Member, cluster: int | None) -> None:
        sql = "UPDATE member SET cluster = ? WHERE document = ? AND entity = ?"
        self._index.run(sql, cluster, *_key(member))
