"""Clauses in an object's place: "condemned what it called a campaign", "called for Lee to resign"."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, child, children, object_of
from kg.extract.words import Token, hang

_PLACES = {"ccomp": "dobj", "pcomp": "pobj"}


def give_named(verb: Token) -> None:
    """What is condemned is the campaign; who called it so is as good as an article before it."""
    what, above = verb.left_edge, verb.head
    naming = verb.lemma_ in lexicon.words("ends", "wording")
    if not naming or what.tag_ != "WP" or what.lower_ != "what" or what.i != above.i + 1:
        return
    thing, own, dep = _named(verb), child(verb, "nsubj"), _PLACES[verb.dep_]
    if thing is None or own is None or not above.i < own.i < verb.i < thing.i or child(above, dep) not in {None, what}:
        return
    hang(thing, above, dep)
    hang(verb, thing, "det")
    verb.pos_, verb.tag_ = "DET", "DT"
    for word in [t for t in verb.children if t.i > thing.i]:
        hang(word, above, word.dep_)


def give_called_for(verb: Token) -> None:
    """ "called for Lee to resign": the clause says what she called for, not why she called."""
    call, mark = verb.head, child(verb, "mark")
    if call.lemma_ != "call" or verb.tag_ != "VB" or mark is None or mark.lower_ != "for" or verb.i < call.i:
        return
    if child(verb, "nsubj") is not None and child(call, "dobj", "ccomp") is None:
        hang(verb, call, "ccomp")


def _named(verb: Token) -> Token | None:
    """The noun that says what: "called *a campaign*", "described as *a campaign*", "said were *lies*"."""
    inner = child(verb, "ccomp")
    of_copula = child(inner, "attr") if inner is not None and inner.lemma_ == "be" else None
    as_what = next((object_of(p) for p in children(verb, "prep") if p.lower_ == "as"), None)
    second = next((t for t in children(verb, "oprd", "dobj") if t.i > verb.i), None)
    thing = second or as_what or of_copula
    return thing if thing is not None and thing.pos_ in NOUNS and thing.dep_ not in SUBJECTS else None
