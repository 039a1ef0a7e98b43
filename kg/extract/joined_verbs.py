"""Verbs that the parser takes for further members of a list of verbs, though they belong elsewhere."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.tense import is_infinitive
from kg.extract.words import Token, hang

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TENSED = frozenset({"VBD", "VBZ"})
_OBJECTS = frozenset({"dobj", "ccomp"})
_HOLDING = frozenset({"get", "have", "keep", "leave"})
_THINGS = frozenset({"dobj", "pobj"})


def give_clause_to_teller(verb: Token) -> None:
    """ "showed better pay did no harm", "wants to see all firms hire women": a clause, and none joined to another."""
    teller = verb.head
    listed = verb.pos_ not in VERBS or not verb.children or "cc" in teller.deps
    if listed or not teller.i < verb.i or not _is_of_clause(verb):
        return
    own = child(verb, "nsubj")
    if own is None:
        thing = child(teller, "dobj")
        if thing is not None and thing.subtree[-1].i < verb.left_edge.i and _shows(teller):
            hang(verb, teller, "ccomp")
            hang(thing, verb, "nsubj")
        return
    seeing = verb.doc[max(0, own.left_edge.i - 1)]
    if seeing.tag_ == "VB" and seeing.lemma_ in lexicon.words("grammar", "causative") and not seeing.deps & _OBJECTS:
        hang(verb, seeing, "ccomp")


def _shows(verb: Token) -> bool:
    return verb.lemma_ in lexicon.words("cues", "showing", "verbs")


def join_to_finite(verb: Token) -> None:
    """ "allows them to name a leader but includes no rules": a finite verb is joined to a finite one."""
    first = verb.head
    if verb.tag_ not in _TENSED or first.tag_ != "VB" or not is_infinitive(first) or child(verb, *SUBJECTS, "aux"):
        return
    above = next((t for t in first.ancestors if t.tag_ == verb.tag_ and t.pos_ in VERBS), None)
    joining = [t for t in children(first, "cc") if t.i == verb.i - 1 and t.lower_ != "or"]
    if above is not None and joining:
        hang(joining[0], above, "cc")
        hang(verb, above, "conj")


def _is_of_clause(verb: Token) -> bool:
    """Whether it is finite, and no mark or connective stands before it."""
    finite = verb.tag_ in _FINITE or any(t.tag_ in _FINITE for t in children(verb, "aux", "auxpass"))
    between = verb.doc.tokens[verb.head.i : verb.i]
    return finite and not any(t.is_punct or t.pos_ == "CCONJ" for t in between)


def give_noun(verb: Token) -> None:
    """ "shut a road and smoke forced schools to close": no verb is joined without a word or a mark before it."""
    noun, first = verb.before, verb.head
    thing = noun.head
    if verb.tag_ not in _FINITE or noun.dep_ != "conj" or thing.dep_ not in _THINGS or not _agrees(noun, verb):
        return
    if first.lemma_ in _HOLDING or thing.head.lower_ == "as":  # "has fingers and toes crossed", "as men and women work"
        return
    joining = next((t for t in children(thing, "cc") if t.i == noun.left_edge.i - 1), None)
    if joining is None or not first.is_ancestor(noun) or child(verb, *SUBJECTS, "agent", "aux", "auxpass") is not None:
        return
    hang(joining, first, "cc")
    hang(noun, verb, "nsubj")


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether the noun may be what a finite verb is said of."""
    plural = noun.tag_ in {"NNS", "NNPS"}
    return noun.pos_ in NOUNS and verb.tag_ != ("VBZ" if plural else "VBP")
