"""Verdicts in headlines without a verb: "Former mayor guilty of fraud"."""

from collections.abc import Iterator

from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import NOUNS, VERBS, child, clause_words, span_of, written
from kg.extract.words import Doc, Token, hang
from kg.model import Literal, Qualifier

_CONFIDENCE = 0.85
_WHAT_OF = frozenset({"of", "on", "in"})
_CHARGED = frozenset({"of", "on"})
_PEOPLE = frozenset({"Person", "Group", "Organization"})
_STOPS = frozenset({".", "!", "?", "”", '"'})


def part_verdict(_: list[Token], root: Token) -> None:
    """ "Former mayor guilty of fraud": a verdict on him, not which mayor it is."""
    guilty = next((t for t in root.children if t.lower_ == "guilty" and t.dep_ == "amod" and t.i == root.i + 1), None)
    if guilty is not None and _is_line(guilty):
        hang(guilty, guilty, "ROOT")
        hang(root, guilty, "nsubj")


def verdict_lines(doc: Doc, referents: Referents) -> Iterator[Fact]:
    """Who is convicted, or acquitted where it says "not guilty"."""
    for guilty in doc.having({"guilty"}):
        told = _told(guilty) if _is_line(guilty) else None
        if told is None:
            continue
        person, denied = told
        reference = referents.of(person)
        if reference is not None and referents.entity(reference.entity).kind in _PEOPLE:
            relation = "acquitted" if denied else "convicted"
            charge = tuple(Qualifier("charge", Literal(words)) for words in _charge(guilty))
            yield Fact(relation, guilty, span_of([guilty]), None, person, _CONFIDENCE, charge)


def _is_line(guilty: Token) -> bool:
    """Whether the sentence has neither a verb nor a full stop, and goes on to say of what."""
    words = [t for t in guilty.sent if not t.is_space]
    bare = not any(t.pos_ in VERBS for t in words) and words[-1].text not in _STOPS
    return bare and guilty is not words[-1] and guilty.nbor().lower_ in _WHAT_OF


def _told(guilty: Token) -> tuple[Token, bool] | None:
    """The noun right before it, and whether "not" stands between them."""
    denied = guilty.i > 1 and guilty.nbor(-1).lower_ == "not"
    place = guilty.i - 1 - denied
    if place < guilty.sent.start or guilty.doc[place].pos_ not in NOUNS:
        return None
    return guilty.doc[place], denied


def _charge(guilty: Token) -> Iterator[str]:
    joining = guilty.nbor()
    crime = child(joining, "pobj", "pcomp") if joining.lower_ in _CHARGED else None
    if crime is not None:
        yield written(clause_words(crime))
