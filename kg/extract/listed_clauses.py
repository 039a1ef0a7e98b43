"""Lists of clauses that the parser tears apart: "blazes that killed ten, burned homes and ran up costs"."""

from kg.extract.syntax import SUBJECTS, VERBS, child, children
from kg.extract.words import Token, hang

_PLURAL = frozenset({"NNS", "NNPS"})


def join_list(verb: Token) -> None:
    """ "sparked blazes that killed ten, burned homes and ran up costs": the blazes did all three."""
    first, before = verb.head, verb.before
    if before.text != "," or child(verb, *SUBJECTS, "mark", "aux") is not None or child(verb, "conj") is None:
        return
    last = before.before
    clause = next((t for t in (last, *last.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or clause.tag_ != verb.tag_ or not first.i < clause.i < verb.i or "cc" in first.deps:
        return
    own = child(clause, "nsubj")
    opening = clause.left_edge.before
    if own is not None and own.lower_ == "that" and opening.text != "," and child(clause, "conj") is None:
        hang(verb, clause, "conj")


def give_joined(verb: Token) -> None:
    """ "to end the threat and such deaths strengthen us": without "to" it is no infinitive; the deaths strengthen."""
    noun = verb.head
    if verb.tag_ != "VB" or child(verb, "aux", *SUBJECTS) is not None:
        return
    joined = next((t for t in children(noun, "conj") if t.tag_ in _PLURAL and t.i < verb.i), None)
    joining = child(noun, "cc")
    above = next((t for t in noun.ancestors if t.pos_ in VERBS), None)
    if joined is None or joining is None or above is None or joining.i != joined.left_edge.i - 1:
        return
    main = next((t for t in (above, *above.ancestors) if t.tag_ in {"VBP", "VBZ", "VBD"}), above)
    verb.tag_ = "VBP"
    hang(verb, main, "conj")
    hang(joining, main, "cc")
    hang(joined, verb, "nsubj")
