"""Clauses that the parser mixes up with the clause around them: relative ones, and what goes on behind an aside."""

from kg import lexicon
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import is_infinitive
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_DASHES = frozenset({"-", "--", "–", "—"})


def give_back(verb: Token) -> None:
    """ "used a key - which he had found - to open the safe": he used it to open the safe."""
    mark = child(verb, "aux")
    dashed = mark is not None and mark.i > 0 and mark.before.text in _DASHES and is_infinitive(verb)
    if not dashed:
        return
    aside = next((t for t in verb.ancestors if t.dep_ == "relcl"), None)
    if aside is None or aside.i > verb.i or aside.left_edge.before.text not in _DASHES:
        return
    governor = aside.head.head
    if governor.pos_ in VERBS and aside.head.dep_ == "dobj":
        hang(verb, governor, "advcl")


def join_to_name(preposition: Token) -> None:
    """ "joined Beyond Apex": with a capital amidst a sentence it is part of the name."""
    doc, above = preposition.doc, preposition.head
    if not preposition.is_title or preposition.i == 0 or not doc[preposition.i - 1].is_lower:
        return
    name = child(preposition, "pobj")
    bare = above.pos_ == "VERB" and child(above, "dobj") is None and above.i == preposition.i - 1
    if name is None or name.tag_ not in {"NNP", "NNPS"} or name.left_edge.i != preposition.i + 1 or not bare:
        return
    preposition.pos_, preposition.tag_ = "PROPN", "NNP"
    for word in [t for t in children(preposition, "prep", "advmod") if t is not name]:
        hang(word, above, word.dep_)
    hang(name, above, "dobj")
    hang(preposition, name, "compound")


def give_receiver(verb: Token) -> None:
    """ "the message he gave the players": the players got it, and nobody was given."""
    somebody = child(verb, "dobj")
    if somebody is None or verb.lemma_ not in lexicon.words("grammar", "giving") or "dative" in verb.deps:
        return
    own = child(verb, "nsubj")
    if own is None or own.tag_ in {"WP", "WDT"} or not verb.head.i < own.i < verb.i < somebody.i:
        return
    asked = any(t.tag_ in {"WP", "WDT"} for t in children(verb, "dobj", "prep", "pobj"))
    person = somebody.tag_ == "PRP" or head_kinds().get(somebody.lemma_.lower()) in {"Person", "Group"}
    if not asked and (person or somebody.ent_type_ == "PERSON"):
        hang(somebody, verb, "dative")
