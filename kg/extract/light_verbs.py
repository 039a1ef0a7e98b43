"""Verbs that say only that something happens, and leave what it is to a noun: "paid a visit", "suffered a defeat"."""

from dataclasses import dataclass

from kg import lexicon
from kg.extract.control import subject
from kg.extract.events import Event
from kg.extract.relatives import antecedent
from kg.extract.syntax import VERBS, child, children, possessor, prepositions
from kg.extract.words import Token

_NESTED = frozenset({"by", "with", "from", "over", "against", "into"})


@dataclass(frozen=True, slots=True)
class Light:
    """The verb that says only that something happens, and the end that its subject is."""

    verb: Token
    acts: bool

    @property
    def subject(self) -> Token | None:
        """Who acts, or undergoes; a passive leaves it to a "by"."""
        return None if child(self.verb, "nsubjpass") is not None else antecedent(subject(self.verb))


def light_of(event: Event, noun: Token) -> Light | None:
    """The light verb of which the noun is the object."""
    verb, owner = noun.head, possessor(noun)
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.pos_ not in VERBS or event.light == ():
        return None
    if owner is not None and owner.tag_ != "PRP$":  # "made his speech": the possessor is the subject over again
        return None
    words = lexicon.table("relations")["nominal"]
    particle = child(verb, "prt")
    lemma = f"{verb.lemma_} {particle.lower_}" if particle is not None else verb.lemma_
    given = verb.lemma_ == "have" and _has_giver(event, noun)
    acts = not given and (lemma in (event.light or ()) or lemma in words["light"])
    undergoes = (given or lemma in words["undergo"]) and bool(event.object)
    return Light(verb, acts) if acts or undergoes else None


def _has_giver(event: Event, noun: Token) -> bool:
    """ "has the support of the union": it is the union that gives it."""
    definite = any(t.lower_ == "the" for t in children(noun, "det"))
    known = {*event.object, *event.pair, *(place for places in event.qualifiers.values() for place in places)}
    return definite and any(place == "of" and place not in known for place, _ in prepositions(noun))


def places_of(noun: Token, light: Light | None) -> dict[str, Token]:
    """Phrases by preposition, those of a light verb and of the noun's own, the possessor, and what it includes."""
    own = dict(reversed(list(prepositions(noun))))
    inner = {p: t for phrase in own.values() for p, t in prepositions(phrase) if p in _NESTED}
    described = noun.dep_ == "nsubj" and noun.head.lemma_ == "be"  # "its headquarters are in Rome"
    verbal = dict(prepositions(noun.head)) if light or described else {}
    owner = possessor(noun)
    listed = child(noun.head, "dobj") if noun.dep_ == "nsubj" and noun.head.lemma_ == "include" else None
    named = {**({"include": listed} if listed is not None else {}), **({"poss": owner} if owner is not None else {})}
    return {**verbal, **inner, **own} | named
