"""What the parser hangs wrongly where courts are told of: who charges whom, who stands accused, who is fined."""

from kg import lexicon
from kg.extract.syntax import NOUNS, VERBS, child, object_of
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_ACTING = frozenset({"Person", "Organization", "Group", "Country"})


def give_to_deed(by: Token) -> None:
    """ "charged with manslaughter by gross negligence", "with possession of a gun by a felon": they charge nobody."""
    verb, thing, noun = by.head, object_of(by), by.before
    if thing is None or by.lower_ != "by" or noun.pos_ not in NOUNS or not is_judging(verb):
        return
    if not verb.i < noun.i < by.i or noun.head is verb or not verb.is_ancestor(noun):
        return
    doer = thing.lemma_.lower() in lexicon.words("grammar", "law", "doers")
    if doer or not acts(thing):
        hang(by, noun, "prep")


def give_fined(thing: Token) -> None:
    """ "fined Acme $5 million", "fined Acme 5 million euros": Acme is fined, and no sum is."""
    verb = thing.head if thing.dep_ == "dative" else thing.head.head
    somebody = thing.dep_ == "dative" or (thing.pos_ == "PROPN" and thing.head.dep_ == "dobj")
    if not somebody or verb.lemma_ != "fine" or verb.pos_ not in VERBS or thing.i < verb.i:
        return
    sum_ = child(verb, "dobj")
    if sum_ is not None and sum_.i > thing.i:
        hang(thing, verb, "dobj")
        hang(sum_, verb, "npadvmod")


def stand_accused(participle: Token) -> None:
    """ "stands accused of fraud": somebody is accused; nobody stands."""
    stands = participle.head
    if stands.lemma_ != "stand" or participle.i != stands.i + 1 or not is_judging(participle):
        return
    dep, above = stands.dep_, stands.head
    hang(participle, above if above is not stands else participle, dep)
    for word in stands.children:
        hang(word, participle, "nsubjpass" if word.dep_ == "nsubj" else word.dep_)
    stands.pos_, stands.lemma_ = "AUX", "be"
    hang(stands, participle, "auxpass")


def plead_to(verb: Token) -> None:
    """ "pleads guilty to fraud": nobody frauds."""
    to = verb.before
    plead = verb.head.head if verb.head.lower_ == "guilty" else verb.head
    if plead.lemma_ != "plead" or verb.tag_ != "VB" or to.head is not verb or to.lower_ != "to":
        return
    if child(verb, "dobj") is None:
        verb.pos_, verb.tag_ = "NOUN", "NN"
        hang(to, plead, "prep")
        hang(verb, to, "pobj")
        give_to_plea(to)


def give_to_defendant(participle: Token) -> None:
    """ "appeared in court accused of theft": no court is accused."""
    place = participle.head
    if not is_judging(participle) or place.lower_ not in lexicon.words("grammar", "law", "places"):
        return
    verb = next((t for t in place.ancestors if t.pos_ in VERBS), None)
    if participle.tag_ == "VBN" and place.dep_ == "pobj" and verb is not None and verb.i < place.i:
        hang(participle, verb, "advcl")


def is_judging(verb: Token) -> bool:
    """Whether it accuses or judges somebody."""
    return verb.lemma_.lower() in lexicon.words("grammar", "law", "judging")


def bodies() -> frozenset[str]:
    """The words for who accuses or judges."""
    return lexicon.words("grammar", "law", "bodies")


def acts(thing: Token) -> bool:
    """Whether it is somebody, by name or by its word."""
    known = head_kinds().get(thing.lemma_.lower()) in _ACTING or thing.lemma_.lower() in bodies()
    return known or thing.ent_type_ in _PEOPLE or thing.pos_ in {"PRON", "PROPN"} or bool(child(thing, "poss"))


def give_to_plea(to: Token) -> None:
    """ "pleads guilty to murder": guilty to it."""
    guilty = child(to.head, "acomp", "oprd") if to.head.lemma_ == "plead" else None
    if guilty is not None and guilty.i < to.i:
        hang(to, guilty, "prep")


def give_counts(of: Token) -> None:
    """ "was found guilty by a jury of six counts of theft": guilty of them; no jury consists of counts."""
    body, counts = of.head, object_of(of)
    if of.lower_ != "of" or counts is None or body.lemma_.lower() not in bodies() or body.head.lower_ != "by":
        return
    if counts.lemma_.lower() not in lexicon.words("grammar", "law", "charges"):
        return
    by = body.head
    judged = by.head if by.head.pos_ not in VERBS else child(by.head, "oprd", "acomp") or by.head
    verb = judged if judged.pos_ in VERBS else judged.head
    if by.i < of.i and is_judging(verb):
        hang(of, judged, "prep")
        hang(by, verb, "agent" if child(verb, "auxpass") is not None else "prep")


def give_penalty(penalty: Token) -> None:
    """ "to a year in the town jail, the maximum penalty": the year is the penalty, and no jail is one."""
    place = penalty.head
    if penalty.lemma_ not in lexicon.words("grammar", "law", "penalties") or place.pos_ not in NOUNS:
        return
    term = place.head.head if place.dep_ == "pobj" else place
    if term is not place and term.pos_ in NOUNS:
        hang(penalty, term, "appos")
