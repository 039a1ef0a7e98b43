"""Names that are nearly one, and what two articles name beside them that makes them one: kept for each two forms.

Asked of what comes is each form that its own was in doubt with; of what goes, the pairs that rested on it.
"""

from collections.abc import Iterable
from functools import cache

from kg.index import Index
from kg.index.forms import Forms
from kg.model import Member
from kg.pipeline.forms import example
from kg.resolve.co_mentions import Bond, Ends, bond, co_mentions, pairs
from kg.resolve.identity import Names
from kg.resolve.likeness import Profile, profile
from kg.resolve.nearly import nearly_one

_DOUBTED = "SELECT id, key FROM doubt JOIN form ON id = other WHERE doubt.form = ?"
_MEMBERS = "SELECT document, entity FROM member WHERE form = ?"
_PUT = """
    INSERT INTO bond VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (one, other) DO UPDATE
    SET left_document = excluded.left_document, left_entity = excluded.left_entity,
        right_document = excluded.right_document, right_entity = excluded.right_entity, told = excluded.told
    WHERE (excluded.left_document, excluded.left_entity, excluded.right_document, excluded.right_entity)
        < (bond.left_document, bond.left_entity, bond.right_document, bond.right_entity)
"""
_TAKE = "DELETE FROM bond WHERE left_document = ?1 OR right_document = ?1 RETURNING one, other"
_OF_COMPONENT = """
    SELECT first.key, second.key, left_document, left_entity, right_document, right_entity, told FROM form AS first
    JOIN bond ON one = first.id JOIN form AS second ON other = second.id WHERE first.component = ?
"""


def bonds(index: Index, component: int) -> dict[Names, Bond]:
    """By the two names, whichever of their forms are bound: the first of them."""
    found: dict[Names, Bond] = {}
    for one, other, *ends, told in index.rows(_OF_COMPONENT, component):
        names = frozenset(profile(*example(key)) for key in (one, other))
        own = (Member(*ends[:2]), Member(*ends[2:])), str(told)
        found[names] = min(own, found.get(names, own))
    return found


class Bonding:
    """Once the index knows the members that there are now."""

    def __init__(self, index: Index, forms: Forms) -> None:
        self._index = index
        self._forms = forms
        self._said = cache(self._co_mentions)

    def take_out(self, documents: Iterable[str]) -> None:
        """What rested on documents that went rests on the next pair, or is gone."""
        gone = {tuple(row) for document in documents for row in self._index.rows(_TAKE, document)}
        for one, other in sorted(gone):
            ends = pairs(self._members(one), self._members(other))
            if not self._keep(one, other, ends):
                self._forms.unbind(one)
                self._forms.unbind(other)

    def put_in(self, members: Iterable[tuple[Member, int]]) -> None:
        """New members, with their forms."""
        for member, form in members:
            own = self._profile(form)
            for other, key in self._index.rows(_DOUBTED, form):
                if nearly_one(own, profile(*example(key))):
                    self._keep(form, other, pairs([member], self._members(other)))

    def _keep(self, form: int, other: int, ends: Iterable[Ends]) -> bool:
        found = bond(ends, (self._profile(form), self._profile(other)), self._said)
        if found:
            (left, right), told = found
            self._index.run(_PUT, *sorted((form, other)), *_key(left), *_key(right), told)
            self._forms.bind(form, other)
        return bool(found)

    def _members(self, form: int) -> list[Member]:
        return [Member(*row) for row in self._index.rows(_MEMBERS, form)]

    def _profile(self, form: int) -> Profile:
        ((key,),) = self._index.rows("SELECT key FROM form WHERE id = ?", form)
        return profile(*example(key))

    def _co_mentions(self, document: str) -> dict[str, str]:
        sql = "SELECT key FROM member JOIN form ON id = form WHERE document = ?"
        return co_mentions(example(key)[0] for key in self._index.column(sql, document))


def _key(member: Member) -> tuple[str, str]:
    return member.document, member.entity
