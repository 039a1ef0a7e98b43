"""Several articles side by side: what each alone says, what they share, and what they say otherwise."""

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


_RANK = list(Status)


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


def text(found: Comparison) -> Iterator[str]:
    """Lines, without their ends."""
    letters = [chr(ord("A") + place) if place < 26 else str(place + 1) for place in range(len(found.sources))]
    yield from (f"{letter}: {source}" for letter, source in zip(letters, found.sources, strict=True))
    for heading, statements in _groups(found, letters):
        yield ""
        yield f"{heading}: {_counted(len(statements), 'statement')}"
        yield from (f"  {_statuses(s, letters)}  {s.words}  st:{s.id}" for s in statements)
    yield from _names(found, letters)
    if found.tentative:
        yield ""
        yield f"Left out: {_counted(found.tentative, 'tentative statement')}, which --all shows."


def _groups(found: Comparison, letters: Sequence[str]) -> Iterator[tuple[str, list[Shared]]]:
    """What they disagree on, what several say, what each alone says; those without any statement are left out."""
    groups: defaultdict[tuple[int, int, str], list[Shared]] = defaultdict(list)
    for statement in found.statements:
        who = [letter for letter, status in zip(letters, statement.statuses, strict=True) if status]
        place = 0 if statement.opposed else 1
        heading = "They disagree" if statement.opposed else _heading(who, len(letters))
        groups[place, -len(who) * place, heading].append(statement)
    yield from ((heading, statements) for (_, _, heading), statements in sorted(groups.items(), key=lambda g: g[0]))


def _heading(who: Sequence[str], count: int) -> str:
    if len(who) == 1:
        return f"Only {who[0]} says"
    return "Both say" if count == len(who) == len("AB") else f"{' and '.join(who)} say"


def _statuses(statement: Shared, letters: Sequence[str]) -> str:
    """One status where all have the same, else that of each."""
    told = {letter: status for letter, status in zip(letters, statement.statuses, strict=True) if status}
    if len(set(told.values())) == 1 and not statement.opposed:
        return str(next(iter(told.values())))
    return ", ".join(f"{letter} {status}" for letter, status in told.items())


def _names(found: Comparison, letters: Sequence[str]) -> Iterator[str]:
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, mentioned in found.entities:
        groups[tuple(letter for letter, there in zip(letters, mentioned, strict=True) if there)].append(name)
    for who, names in sorted(groups.items()):
        yield ""
        yield f"Named only by {' and '.join(who)}: {', '.join(sorted(names))}"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
