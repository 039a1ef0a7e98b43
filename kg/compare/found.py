"""What several articles say, statement by statement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import KgError
from kg.model import CorpusGraph, DocumentGraph, Entity, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.sources import article
from kg.pages.words import Words, printable
from kg.status import statement_status

_STRONG = (Status.REPORTED, Status.ATTRIBUTED)
_RANK = list(Status)


@dataclass(frozen=True, slots=True)
class Shared:
    """A statement, in words, with its status by the claims of each article that makes it (None: it does not)."""

    id: str
    words: str
    named: bool
    statuses: tuple[Status | None, ...]
    at_odds: bool = False

    @property
    def opposed(self) -> bool:
        """Whether one says what another denies, or is otherwise at odds with it."""
        denied = Status.DENIED in self.statuses and any(status in _STRONG for status in self.statuses)
        return denied or self.at_odds

    @property
    def order(self) -> tuple[bool, bool, bool, int, str, str]:
        """What they disagree on first, then what has a name, then the strongest."""
        told = [status for status in self.statuses if status]
        return not self.opposed, len(set(told)) < 2, not self.named, min(map(_RANK.index, told)), self.words, self.id


@dataclass(frozen=True, slots=True)
class Comparison:
    """`sources`: the articles in the order asked for; `entities`: the names that only some of them mention."""

    sources: tuple[str, ...]
    statements: tuple[Shared, ...]
    entities: tuple[tuple[str, tuple[bool, ...]], ...]
    tentative: int


def compare(
    corpus: CorpusGraph, graphs: Iterable[DocumentGraph], terms: Sequence[str], *, everything: bool = False
) -> Comparison:
    """Articles by source, the end of one, id or title. Raises `UnknownSource`, and `KgError` for fewer than two.

    Statements that are only tentative in every one of the articles are counted, and left out unless all are asked for.
    """
    graphs = tuple(graphs)
    chosen = [article((graph.document for graph in graphs), term) for term in terms]
    ids = tuple(dict.fromkeys(document.id for document in chosen))
    if len(ids) < 2:
        raise KgError("all that is named is one article: name another to compare it with")
    words = Words(Lookup.of(corpus, graphs), load_ontology())
    odds = set(_at_odds(corpus, ids, words.lookup))
    told = [found for s in corpus.statements if (found := _shared(s, ids, words, at_odds=s.id in odds))]
    kept = [found for found in told if everything or set(found.statuses) - {None, Status.TENTATIVE}]
    names = {document.id: printable(document.sources[0]) for document in chosen}
    return Comparison(
        tuple(names[id] for id in ids),
        tuple(sorted(kept, key=lambda found: found.order)),
        tuple(_only_some(corpus.entities, ids)),
        len(told) - len(kept),
    )


def _at_odds(corpus: CorpusGraph, ids: Sequence[str], lookup: Lookup) -> Iterator[str]:
    """The statements of conflicts to which claims of two of the articles lead."""
    for conflict in corpus.conflicts:
        if len({lookup.claims[claim][0].id for claim in conflict.claims}.intersection(ids)) > 1:
            yield from conflict.between


def _shared(statement: Statement, ids: Sequence[str], words: Words, *, at_odds: bool) -> Shared | None:
    claims = defaultdict(list)
    for claim in (*statement.asserted_by, *statement.negated_by):
        document, found = words.lookup.claims[claim]
        claims[document.id].append((document.id, found))
    statuses = tuple(statement_status(claims[id]) if id in claims else None for id in ids)
    ends = [end for end in (statement.subject, statement.object) if isinstance(end, str)]
    named = any(words.lookup.entities[end].named for end in ends)
    return Shared(statement.id, words.statement(statement), named, statuses, at_odds) if any(statuses) else None


def _only_some(entities: Iterable[Entity], ids: Sequence[str]) -> Iterator[tuple[str, tuple[bool, ...]]]:
    for entity in entities:
        where = {member.document for member in entity.members}
        mentioned = tuple(id in where for id in ids)
        if entity.named and any(mentioned) and not all(mentioned):
            yield printable(entity.label), mentioned
