"""Coming into office: "swore in the new president", "took over as president from Lee"."""

from kg.extract.antecedents import is_person
from kg.extract.syntax import SUBJECTS, child, object_of
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
    elif somebody is not None and preposition.i == verb.i + 1 and before is None and is_person(somebody):
        hang(preposition, verb, "prt")
        hang(somebody, verb, "dobj")
        _let_govern(verb)


def let_be_sworn(particle: Token) -> None:
    """ "New president sworn in": without "has" the participle is a passive, whatever else a headline leaves out."""
    verb, somebody = particle.head, child(particle.head, "nsubj")
    if (
        verb.lower_ == "sworn"
        and particle.lower_ == "in"
        and somebody is not None
        and child(verb, "aux", "dobj") is None
    ):
        verb.tag_, verb.lemma_ = "VBN", "swear"
        hang(somebody, verb, "nsubjpass")


def give_to_taking(preposition: Token) -> None:
    """ "took over as president from Lee": Lee gave over, and the president is from nowhere."""
    office, before = preposition.head, object_of(preposition)
    verb = office.head.head if office.dep_ == "pobj" and office.head.lower_ == "as" else office
    if preposition.lower_ != "from" or before is None or before.ent_type_ != "PERSON" or verb is office:
        return
    if verb.lemma_ == "take" and any(t.lower_ == "over" for t in verb.children):
        hang(preposition, verb, "prep")


def _let_govern(verb: Token) -> None:
    """ "Norway Swears In New President": no name."""
    if verb.tag_ in {"NNP", "NNPS"} and verb.dep_ == "ROOT":
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", "swear"
        actor = child(verb, "compound", *SUBJECTS)
        if actor is not None:
            hang(actor, verb, "nsubj")
