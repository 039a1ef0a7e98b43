"""Verdicts in a clause: "the jury decided that Bo Berg was guilty of fraud" convicts him."""

from collections.abc import Iterator

from kg.extract.control import subject
from kg.extract.court_phrases import bodies
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.relatives import antecedent
from kg.extract.syntax import child, children, clause_words, prepositions, span_of, written
from kg.extract.words import Doc, Token
from kg.model import Literal, Qualifier

_CONFIDENCE = 0.85
_DECIDING = frozenset({"agree", "conclude", "decide", "declare", "determine", "find", "hold", "rule"})
_FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_PEOPLE = frozenset({"Person", "Group", "Organization", "Thing"})


def verdicts(doc: Doc, referents: Referents) -> Iterator[Fact]:
    """ "ruled that he was not guilty" acquits."""
    for guilty in doc.having({"guilty"}):
        copula = guilty.head
        court = _court(copula.head) if copula.lemma_ == "be" and copula.dep_ == "ccomp" else None
        accused = antecedent(subject(copula)) if court is not None else None
        if court is None or accused is None or not _is_accused(accused, referents):
            continue
        cleared = child(copula, "neg") is not None or child(guilty, "neg") is not None
        charge = [t for place, t in prepositions(guilty) if place in {"of", "on"}][:1]
        qualifiers = tuple(Qualifier("charge", Literal(written(clause_words(t)))) for t in charge)
        ends = (court if referents.of(court) is not None else None, accused, _CONFIDENCE)
        relation = "acquitted" if cleared else "convicted"
        yield Fact(relation, copula.head, span_of([copula, guilty]), *ends, () if cleared else qualifiers)


def _court(verb: Token) -> Token | None:
    """Who decides: a court, a judge or a jury."""
    head = subject(verb) if verb.lemma_ in _DECIDING and verb.tag_ in _FINITE else None
    return head if head is not None and head.lemma_.lower() in bodies() and not _is_open(verb) else None


def _is_open(verb: Token) -> bool:
    """ "decided whether he was guilty"."""
    return any(t.lower_ in {"if", "whether"} for t in children(child(verb, "ccomp") or verb, "mark"))


def _is_accused(token: Token, referents: Referents) -> bool:
    reference = referents.of(token)
    return reference is not None and referents.entity(reference.entity).kind in _PEOPLE
