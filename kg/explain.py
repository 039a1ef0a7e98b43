"""Answers "where does that come from?": the sentences behind statements, and who says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from kg.model import CorpusGraph, DocumentGraph, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.naming import UnknownName, named
from kg.pages.plain import receipt_text
from kg.pages.receipt import Receipt, receipts
from kg.pages.support import support
from kg.pages.words import Words, printable


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
        text.append_text(receipt_text(receipt, mark))
    return text


def _statements(corpus: CorpusGraph, terms: tuple[str, ...]) -> list[Statement]:
    match terms:
        case (one,):
            return _by_id(corpus, one)
        case (left, right):
            return _between(corpus, named(corpus, left), named(corpus, right))
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
