"""Short names that documents bring in or concern, and the full ones that these may stand for."""

from collections.abc import Iterable, Iterator

from kg.index import Index
from kg.model import DocumentGraph, Member
from kg.ontology import Ontology
from kg.pipeline.forms import example
from kg.resolve.context import Context
from kg.resolve.identity import Near
from kg.resolve.likeness import Profile, profile
from kg.resolve.short_names import Article, Hint, first_of

_PUT = """
    INSERT INTO full_name SELECT ?1, form, document, entity FROM member WHERE document = ?2 AND entity = ?3
    ON CONFLICT (hint, form) DO UPDATE SET document = excluded.document, entity = excluded.entity
    WHERE (excluded.document, excluded.entity) < (full_name.document, full_name.entity) RETURNING 1
"""
_TAKE = "DELETE FROM full_name WHERE hint = ? AND document = ? AND entity = ? RETURNING form"
_NAMED_BESIDE = """
    SELECT DISTINCT own.document, own.entity FROM block JOIN member other ON other.form = block.form
    JOIN member own ON own.document = other.document WHERE block.key = ? AND own.form = ? ORDER BY 1, 2
"""
_FULL = "SELECT key, document, entity FROM full_name JOIN form ON id = form WHERE hint = ?"
_SHORT = "SELECT document, entity FROM short_name WHERE hint = ? ORDER BY document, entity"


class Shortening:
    """`concerned`: the short names for which there may be others than before; `gone`: those of removed documents.

    `renewed`: those whose offices tell of somebody else than before. The index knows the members that there are now.
    """

    def __init__(
        self,
        index: Index,
        added: Iterable[DocumentGraph],
        removed: Iterable[DocumentGraph],
        ontology: Ontology,
        renewed: Iterable[Member] = (),
    ) -> None:
        self._index = index
        self._ontology = ontology
        self._articles: dict[str, Article] = {}
        self.gone: set[Member] = set()
        self.concerned: set[Member] = set(renewed)
        hints = {hint for graph in removed for hint in self._take_out(graph)}
        hints |= {hint for graph in added for hint in self._put_in(graph)}
        self.concerned.update(member for hint in hints for member in self._short(hint))

    def pairs(self) -> Iterator[tuple[Member, Near]]:
        """The short names that are concerned, with all that each may stand for; none whose offices tell it."""
        for member in sorted(self.concerned):
            if (told := self._told(member)).stands_for:
                continue
            article = self._article(member.document)
            person = article.profiles[member].person
            for other in first_of(o for hint in article.hints(member) for o in self._others(hint, bodies=not person)):
                if found := article.pair(member, other, self._article(other.document), told):
                    yield member, found

    def _told(self, member: Member) -> Context:
        sql = "SELECT key FROM member JOIN form ON id = form WHERE document = ? AND entity = ?"
        ((key,),) = self._index.rows(sql, *_key(member))
        return example(key)[1]

    def _put_in(self, graph: DocumentGraph) -> Iterator[Hint]:
        """The hints of which the first names are others than before."""
        article = self._article(graph.document.id)
        for member, found in article.profiles.items():
            if found.is_full:
                yield from (h for h in article.hints(member) if self._index.rows(_PUT, _text(h), *_key(member)))
            else:
                self.concerned.add(member)
                yield from (h for h in article.hints(member) if self._is_first(h, member) and not found.person)

    def _is_first(self, hint: Hint, member: Member) -> bool:
        self._index.run("INSERT INTO short_name VALUES (?, ?, ?)", _text(hint), *_key(member))
        return next(self._short(hint)) == member

    def _take_out(self, graph: DocumentGraph) -> Iterator[Hint]:
        entities = {Member(graph.document.id, entity.id): entity for entity in graph.entities}
        article = Article(entities, self._ontology)
        for member, found in article.profiles.items():
            if found.is_full:
                yield from (hint for hint in article.hints(member) if self._replace(hint, member))
            else:
                self.gone.add(member)
                yield from (h for h in article.hints(member) if self._was_first(h, member) and not found.person)

    def _was_first(self, hint: Hint, member: Member) -> bool:
        first = next(self._short(hint))
        sql = "DELETE FROM short_name WHERE hint = ? AND document = ? AND entity = ?"
        self._index.run(sql, _text(hint), *_key(member))
        return first == member

    def _replace(self, hint: Hint, member: Member) -> bool:
        """Whether it was the first of its form; then the next one takes its place."""
        forms = self._index.column(_TAKE, _text(hint), *_key(member))
        short, key = hint
        for form in forms:
            members = (Member(*row) for row in self._index.rows(_NAMED_BESIDE, key, form))
            if found := next((m for m in members if key in self._article(m.document).around(short)), None):
                self._index.rows(_PUT, _text(hint), *_key(found))
        return bool(forms)

    def _short(self, hint: Hint) -> Iterator[Member]:
        return (Member(*row) for row in self._index.rows(_SHORT, _text(hint)))

    def _others(self, hint: Hint, *, bodies: bool) -> Iterator[tuple[Profile | None, Member]]:
        for key, document, entity in self._index.rows(_FULL, _text(hint)):
            yield profile(example(key)[0]), Member(document, entity)
        if bodies and (first := next(self._short(hint), None)):
            yield None, first

    def _article(self, document: str) -> Article:
        if document not in self._articles:
            sql = "SELECT entity, key FROM member JOIN form ON id = form WHERE document = ?"
            rows = self._index.rows(sql, document)
            entities = {Member(document, entity): example(key)[0] for entity, key in rows}
            self._articles[document] = Article(entities, self._ontology)
        return self._articles[document]


def _text(hint: Hint) -> str:
    return "\t".join(hint)


def _key(member: Member) -> tuple[str, str]:
    return member.document, member.entity
