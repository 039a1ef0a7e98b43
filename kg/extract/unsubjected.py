"""Finite clauses whose subject the parser gives to the clause before them, as its object or after a preposition."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token, hang

_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_FINITE = _PRESENT | {"VBD"}
_AUXILIARIES = ("aux", "auxpass")
_TIMES = frozenset({"DATE", "TIME"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT"})
_PARTICIPLES = frozenset({"VBG", "VBN"})


def give_subject(verb: Token) -> None:
    """ "Staff say warnings of floods, first made in May, have been ignored": not the warnings are said."""
    if not _lacks_subject(verb):
        return
    above = verb.head
    if verb.dep_ == "ccomp" and _is_sure(verb):
        _give_object(verb, above)
    elif verb.dep_ in {"advcl", "conj"} and above.pos_ in VERBS and child(verb, "cc") is None:
        _give_after_preposition(verb, above)


def _give_object(verb: Token, above: Token) -> None:
    """The object of what says it, above or beside: "While he said profits in May were up, Lee left"."""
    telling = [t for t in (above, *children(above, "advcl")) if t.i < verb.i and t.lemma_ in cue_verbs()]
    for teller in telling[-1:]:
        thing = next((t for t in children(teller, "dobj", "nsubj") if teller.i < t.i < verb.i), None)
        if thing is not None and thing.tag_ not in _PRONOUNS:
            hang(thing, verb, _role(verb))
            hang(verb, teller, "ccomp")


def _give_after_preposition(verb: Token, above: Token) -> None:
    """ "gas was cut as Oslo and Bergen backed the ban", "since Lee, at a rally, praised him"."""
    conjunctions = lexicon.words("grammar", "before_clause", "words")
    joined = verb.dep_ == "conj" and (above.tag_ not in _PARTICIPLES or child(above, "cc") is not None)
    if joined:
        return
    for preposition in children(above, "prep"):
        thing = child(preposition, "pobj")
        if preposition.lower_ not in conjunctions or thing is None or not above.i < preposition.i < thing.i < verb.i:
            continue
        parted = preposition.lower_ == "as" and any(t.text == "," for t in verb.doc.tokens[preposition.i : verb.i])
        if thing.pos_ in NOUNS and thing.ent_type_ not in _TIMES and not parted:
            hang(preposition, verb, "mark")
            hang(thing, verb, _role(verb))
            for between in [t for t in children(above, "prep") if thing.i < t.i < verb.i]:
                hang(between, verb, "prep")
            hang(verb, above, "advcl")
            return


def _lacks_subject(verb: Token) -> bool:
    finite = any(t.tag_ in _FINITE for t in (verb, *children(verb, *_AUXILIARIES)))
    return verb.pos_ in VERBS and finite and child(verb, *SUBJECTS, "csubj", "csubjpass", "expl", "mark") is None


def _is_sure(verb: Token) -> bool:
    """A past tense by itself may be a participle ("saw a man named Lee")."""
    words = (verb, *children(verb, *_AUXILIARIES))
    return any(t.tag_ in _PRESENT or t.dep_ in _AUXILIARIES or t.lemma_ == "be" for t in words)


def _role(verb: Token) -> str:
    return "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"
