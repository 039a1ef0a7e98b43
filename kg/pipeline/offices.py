"""Which full names a surname beside an office may stand for, each kept with an article that says so.

Asked of a surname that comes are the full names that its hints lead to; of a full name, the surnames that no article
has tied to it yet; of an article that goes, the surnames that it tied.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.index import Index
from kg.model import DocumentGraph, Member
from kg.ontology import Ontology
from kg.pipeline.forms import example
from kg.resolve.co_mentions import co_mentions
from kg.resolve.context import NONE, Context
from kg.resolve.offices import Holder, holders
from kg.resolve.standing import is_holder, standing_for

_FULL = """
    SELECT DISTINCT document, entity, label, offices, issued FROM office JOIN holder USING (document, entity)
    WHERE hint IN (SELECT value FROM json_each(?1)) AND full AND label = coalesce(?2, label) ORDER BY 1, 2
"""
_UNTIED = """
    SELECT DISTINCT document, entity, label, offices, issued FROM office JOIN holder USING (document, entity)
    WHERE hint IN (SELECT value FROM json_each(?1)) AND NOT full AND NOT EXISTS (SELECT 1 FROM meant
        WHERE meant.document = holder.document AND meant.entity = holder.entity AND meant.label = ?2) ORDER BY 1, 2
"""
_KEY = "SELECT key FROM member JOIN form ON id = form WHERE document = ? AND entity = ?"
_OF_MEMBER = "SELECT document, entity, label, offices, issued FROM holder WHERE document = ? AND entity = ?"


class Offices:
    """`changed`: who stands for another full name than before, or for one at all, of those that are there now.

    Made while the index knows the members that go, and none of those that come.
    """

    def __init__(
        self, index: Index, added: Iterable[DocumentGraph], removed: Iterable[DocumentGraph], ontology: Ontology
    ) -> None:
        self._index = index
        self._added = {graph.document.id: graph for graph in added}
        self._said = cache(self._co_mentions)
        came = [holder for graph in self._added.values() for holder in holders(graph)]
        touched = set(self._take_out([graph.document.id for graph in removed]))
        self._put_in(came)
        touched.update(member for holder in came for member in self._tie(holder))
        found = {member: standing_for(self._labels(member), ontology) for member in sorted(touched)}
        self.changed: Mapping[Member, Context] = {m: own for m, own in found.items() if own != self._before(m)}

    def _take_out(self, documents: Iterable[str]) -> Iterator[Member]:
        """The surnames that stay and rested on what goes, or do so on another article now."""
        lost: set[tuple[Member, str]] = set()
        for document in documents:
            for table in ("holder", "office", "meant"):
                self._index.run(f"DELETE FROM {table} WHERE document = ?", document)  # noqa: S608
            sql = "DELETE FROM meant WHERE witness = ? RETURNING document, entity, label"
            lost.update((Member(*member), label) for *member, label in self._index.rows(sql, document))
        for member, label in sorted(lost):
            for row in self._index.rows(_OF_MEMBER, *_key(member)):
                self._look_up(_holder(*row), label)
                yield member

    def _put_in(self, came: Iterable[Holder]) -> None:
        for holder in came:
            own = holder.label, holder.is_full, json.dumps(holder.offices, ensure_ascii=False), holder.issued
            self._index.run("INSERT INTO holder VALUES (?, ?, ?, ?, ?, ?)", *_key(holder.member), *own)
            rows = ((hint, *_key(holder.member)) for hint in self._hints(holder))
            self._index.run_all("INSERT INTO office VALUES (?, ?, ?)", rows)

    def _tie(self, holder: Holder) -> Iterator[Member]:
        """The surnames that it is or that may stand for it."""
        if not holder.is_full:
            self._look_up(holder)
            yield holder.member
            return
        for row in self._index.rows(_UNTIED, json.dumps(self._hints(holder)), holder.label):
            if is_holder(bare := _holder(*row), holder, self._said):
                self._keep(bare, holder)
                yield bare.member

    def _look_up(self, bare: Holder, label: str | None = None) -> None:
        """The first article for each full name, or for this one."""
        found: set[str] = set()
        for row in self._index.rows(_FULL, json.dumps(self._hints(bare)), label):
            full = _holder(*row)
            if full.label not in found and is_holder(bare, full, self._said):
                found.add(full.label)
                self._keep(bare, full)

    def _keep(self, bare: Holder, full: Holder) -> None:
        own = *_key(bare.member), full.label, full.member.document
        self._index.run("INSERT OR IGNORE INTO meant VALUES (?, ?, ?, ?)", *own)

    def _labels(self, member: Member) -> list[str]:
        return self._index.column("SELECT label FROM meant WHERE document = ? AND entity = ?", *_key(member))

    def _before(self, member: Member) -> Context:
        return next((example(key)[1] for key in self._index.column(_KEY, *_key(member))), NONE)

    def _hints(self, holder: Holder) -> list[str]:
        return sorted(holder.hints(self._said(holder.member.document)))

    def _co_mentions(self, document: str) -> dict[str, str]:
        if document in self._added:
            return co_mentions(entity for entity in self._added[document].entities if entity.named)
        sql = "SELECT key FROM member JOIN form ON id = form WHERE document = ?"
        return co_mentions(example(key)[0] for key in self._index.column(sql, document))


def _holder(document: str, entity: str, label: str, offices: str, issued: str) -> Holder:
    return Holder(Member(document, entity), label, tuple((title, body) for title, body in json.loads(offices)), issued)


def _key(member: Member) -> tuple[str, str]:
    return member.document, member.entity
