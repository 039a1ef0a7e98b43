"""What a person is to decide, one case at a time, with the evidence of both sides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from kg.model import CorpusGraph, DocumentGraph, Judgement, PossibleMatch, Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.matches import match_text, telling
from kg.pages.receipt import receipts
from kg.pages.side import Side, side
from kg.pages.words import Words, printable

_ASKED = (Status.DISPUTED, Status.TENTATIVE)
_RECEIPTS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A question. `references`: what rows of the judgements file call the one or two it is about."""

    question: str
    references: tuple[str, ...]
    evidence: Text


def match_cases(corpus: CorpusGraph, graphs: Sequence[DocumentGraph], rows: Iterable[Judgement]) -> list[Case]:
    """The possible matches that no row has decided, the most telling first."""
    words, by_id = _words(corpus, graphs), {graph.document.id: graph for graph in graphs}
    decided = {frozenset((row.left, row.right)) for row in rows}
    found = [match for match in telling(corpus.matches, words.lookup) if frozenset(_ends(match)) not in decided]
    return [
        Case(match_text(match, words.lookup), _ends(match), _both_sides(match, corpus, by_id, words)) for match in found
    ]


def statement_cases(corpus: CorpusGraph, graphs: Sequence[DocumentGraph], rows: Iterable[Judgement]) -> list[Case]:
    """The disputed and the tentative statements that nobody looked at, those of most articles first."""
    words, decided = _words(corpus, graphs), {row.left for row in rows}

    def rank(statement: Statement) -> tuple[int, int, str, str]:
        return _ASKED.index(statement.status), -statement.documents, words.statement(statement), statement.id

    found = sorted((s for s in corpus.statements if s.status in _ASKED and not s.review), key=rank)
    cases = [(Case(words.statement(s), (_claim(s),), _receipts(s, words.lookup)), s) for s in found]
    return [case for case, s in cases if decided.isdisjoint(f"claim:{c}" for c in (*s.asserted_by, *s.negated_by))]


def _words(corpus: CorpusGraph, graphs: Sequence[DocumentGraph]) -> Words:
    return Words(Lookup.of(corpus, graphs), load_ontology())


def _ends(match: PossibleMatch) -> tuple[str, ...]:
    return tuple(member.reference for member in match.members)


def _claim(statement: Statement) -> str:
    return f"claim:{(*statement.asserted_by, *statement.negated_by)[0]}"


def _both_sides(match: PossibleMatch, corpus: CorpusGraph, graphs: Mapping[str, DocumentGraph], words: Words) -> Text:
    left, right = match.members
    text = Text()
    for number, found in enumerate(
        (side(left, right, corpus, graphs, words), side(right, left, corpus, graphs, words)), 1
    ):
        text.append_text(_side(number, found))
    return text


def _side(number: int, found: Side) -> Text:
    text = Text.assemble((f"{number}  {found.name}", "bold"), f", {found.kind}\n", (f"   {found.article}\n", "dim"))
    for what, values in (("also", found.other_names), ("offices", found.offices), ("beside", found.beside)):
        if values:
            text.append(f"   {what}: {', '.join(values)}\n")
    for pieces in found.sentences:
        text.append("   - ")
        for piece, named in pieces:
            text.append(f"«{piece}»" if named else piece, "bold cyan" if named else "")
        text.append("\n")
    return text


def _receipts(statement: Statement, lookup: Lookup) -> Text:
    text = Text(f"{statement.status}  st:{statement.id}\n", "bold")
    shown = receipts(statement, lookup)
    for receipt in shown[:_RECEIPTS]:
        marked = "".join(f"«{piece}»" if roles else piece for piece, roles in receipt.pieces())
        text.append(f"   - {marked}\n")
        text.append(f"     {receipt.status}: {printable(receipt.said)}; {receipt.article}\n", "dim")
    if shown[_RECEIPTS:]:
        text.append(f"   and {len(shown) - _RECEIPTS} more\n")
    return text
