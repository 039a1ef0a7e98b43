"""Answers "where does that come from?": the sentences behind statements, and who says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from rapidfuzz import process
from rich.text import Text

from kg.errors import KgError
from kg.ids import slug
from kg.model import CorpusGraph, DocumentGraph, Entity, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.receipt import Receipt, receipts
from kg.pages.support import support
from kg.pages.words import Words, printable

STYLES: Final = {"subject": "bold cyan", "relation": "bold magenta", "object": "bold yellow"}
_NEAREST = 3


class UnknownName(KgError):
    """A name or id that the graph does not know, or not as many as are needed."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A statement in words, its status, how many sources it has, and the claims it rests on."""

    id: str
    words: str
    status: Status
    support: str
    receipts: tuple[Receipt, ...]


def explain(
    corpus: CorpusGraph,
    graphs: Iterable[DocumentGraph],
    terms: Sequence[str],
) -> list[Explained]:
    """All statements between two entities, in either direction, or those that one statement id or its beginning names.

    An entity goes by its label, another of its names, its slug or IRI, in any case. Raises `UnknownName`.
    """
    lookup = Lookup.of(corpus, graphs)
    words = Words(lookup, load_ontology())
    return [
        Explained(s.id, words.statement(s), s.status, support(s, lookup), receipts(s, lookup))
        for s in _statements(corpus, tuple(terms))
    ]


def render(explained: Iterable[Explained]) -> str:
    """Plain text; the words that make the claim stand in «»."""
    return as_text(explained, mark="«{}»").plain


def as_text(explained: Iterable[Explained], mark: str = "{}") -> Text:
    """The same for a terminal, its words coloured by their role."""
    blocks = [_block(one, mark) for one in explained]
    return Text("\n\n").join(blocks) if blocks else Text("No statement says anything of the two together.")


def _block(one: Explained, mark: str) -> Text:
    text = Text.assemble((one.words, "bold"), f"\n  {one.status}  st:{one.id}")
    text.append(f"\n  {one.support}" if one.support else "")
    for receipt in one.receipts:
        text.append("\n  - ")
        for piece, roles in receipt.pieces():
            text.append(mark.format(piece) if roles else piece, STYLES[roles[0]] if roles else "")
        cue = f" (“{printable(receipt.cue)}”)" if receipt.cue else ""
        text.append(f"\n    {receipt.status}: {receipt.said}{cue}\n    {receipt.article}", "dim")
    return text


def _statements(corpus: CorpusGraph, terms: tuple[str, ...]) -> list[Statement]:
    match terms:
        case (one,):
            return _by_id(corpus, one)
        case (left, right):
            return _between(corpus, _entities(corpus, left), _entities(corpus, right))
        case _:
            raise UnknownName(f"{len(terms)} terms given: give the names of two entities, or the id of one statement")


def _by_id(corpus: CorpusGraph, term: str) -> list[Statement]:
    start = term.rpartition("/statement/")[2].removeprefix("st:").rstrip("…").lower()
    found = [s for s in corpus.statements if start and s.id.startswith(start)]
    if not found:
        raise UnknownName(
            f"no statement has an id that begins with “{printable(start)}”: give one, or the names of two entities"
        )
    return found


def _between(corpus: CorpusGraph, left: set[str], right: set[str]) -> list[Statement]:
    return [
        s
        for s in corpus.statements
        if (s.subject in left and s.object in right) or (s.subject in right and s.object in left)
    ]


def _entities(corpus: CorpusGraph, term: str) -> set[str]:
    """The ids of the entities that a term names: by label or IRI, else by another name, which several may share."""
    wanted = term.rpartition("/entity/")[2].removeprefix("ent:").casefold()
    for names in (_own_names, _other_names):
        found = {e.id for e in corpus.entities if wanted in names(e)}
        if found:
            return found
    raise UnknownName(f"no entity is called “{printable(term)}”{_hint(corpus, term)}")


def _own_names(entity: Entity) -> set[str]:
    return {entity.id, entity.label.casefold()}


def _other_names(entity: Entity) -> set[str]:
    return {slug(entity.label), *entity.replaces, *map(str.casefold, entity.alt_labels), *map(slug, entity.alt_labels)}


def _hint(corpus: CorpusGraph, term: str) -> str:
    names = sorted(set(chain.from_iterable((e.label, *e.alt_labels) for e in corpus.entities)))
    nearest = process.extract(term, names, limit=_NEAREST, processor=str.casefold)
    return (
        "; the nearest names are " + ", ".join(f"“{printable(name)}”" for name, *_ in nearest)
        if nearest
        else ": the graph is empty"
    )
