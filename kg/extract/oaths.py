""" "Swore in the new president": the parser takes "in" for where somebody swore."""

from kg.extract.syntax import SUBJECTS, child, object_of
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_SWEARING = frozenset({"swear", "swears", "swore", "sworn"})


def swear_in(preposition: Token) -> None:
    """Whoever is sworn in undergoes it; "swore in court" is another thing."""
    verb = preposition.head
    if preposition.lower_ != "in" or verb.lower_ not in _SWEARING or child(verb, "prt") is not None:
        return
    somebody, before = object_of(preposition), child(verb, "dobj")
    if somebody is None and (before is not None or verb.tag_ == "VBN"):
        hang(preposition, verb, "prt")
    elif somebody is not None and preposition.i == verb.i + 1 and before is None and _is_person(somebody):
        hang(preposition, verb, "prt")
        hang(somebody, verb, "dobj")
        _let_govern(verb)


def _is_person(somebody: Token) -> bool:
    return somebody.ent_type_ == "PERSON" or head_kinds().get(somebody.lemma_.lower()) == "Person"


def _let_govern(verb: Token) -> None:
    """ "Norway Swears In New President": no name."""
    if verb.tag_ in {"NNP", "NNPS"} and verb.dep_ == "ROOT":
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", "swear"
        actor = child(verb, "compound", *SUBJECTS)
        if actor is not None:
            hang(actor, verb, "nsubj")
