"""Words that the parser hangs on what is next to them, though they make one phrase: "at first", "a step backward"."""

from kg import lexicon
from kg.extract.syntax import child, children
from kg.extract.words import Token, hang

_WHEN = frozenset({"first", "last", "least", "most", "best", "worst", "once"})
_DEGREES = frozenset({"associate", "bachelor", "doctor", "master"})
_ALONG = frozenset({"across", "down", "over", "up"})
_WAYS = frozenset({"alley", "border", "corridor", "hall", "hallway", "river", "road", "room", "street", "valley"})
_PREDICATES = {"NOUN": "attr", "ADJ": "acomp"}


def part_when(preposition: Token) -> None:
    """ "was at first a teacher", "was at first calm": "at first" is the phrase, the rest is what somebody was."""
    thing = child(preposition, "pobj") if preposition.lower_ == "at" else None
    when = preposition.doc[min(preposition.i + 1, len(preposition.doc) - 1)]
    if thing is None or when is thing or when.lower_ not in _WHEN or when.head not in (thing, preposition):
        return
    verb, dep = preposition.head, _PREDICATES.get(thing.pos_)
    apart = thing.pos_ == "ADJ" or any(t.i > when.i for t in children(thing, "det", "poss"))
    if apart and dep is not None and verb.lemma_ == "be" and child(verb, "attr", "acomp") is None:
        hang(thing, verb, dep)
        hang(when, preposition, "pobj")


def give_direction(adverb: Token) -> None:
    """ "is a step backward for women": which way the step is, and what it is for."""
    if adverb.lower_ not in lexicon.words("complements", "ahead"):
        return
    verb, noun = adverb.head, adverb.before
    if (
        verb.lemma_ != "be"
        or noun.head not in (verb, adverb)
        or noun.dep_ not in {"attr", "npadvmod"}
        or noun.pos_ != "NOUN"
    ):
        return
    for phrase in children(adverb, "prep"):
        hang(phrase, noun, "prep")
    hang(noun, verb, "attr")
    hang(adverb, noun, "advmod")


def let_marry(helper: Token) -> None:
    """ "Has been married to Lee": a passive, though the parser takes "married" for how somebody is."""
    word = helper.head
    if word.lower_ == "married" and word.pos_ == "ADJ" and child(word, "prep") is not None:
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBN", "marry"


def let_be_owned(word: Token) -> None:
    """ "Is 60 percent owned by Acme": a passive, though the parser takes "owned" for how something is."""
    copula = word.head
    if word.lower_ != "owned" or copula.lemma_ != "be" or child(word, "agent") is None:
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBN", "own"
    hang(word, copula.head if copula.head is not copula else word, copula.dep_)
    for below in copula.children:
        hang(below, word, "nsubjpass" if below.dep_ == "nsubj" else below.dep_)
    hang(copula, word, "auxpass")


def let_be_degree(word: Token) -> None:
    """ "A bachelor's degree" is no bachelor's."""
    if word.lower_ in _DEGREES and word.head.lemma_ == "degree":
        hang(word, word.head, "compound")


def give_side(preposition: Token) -> None:
    """ "lives across the street from Lee": where he lives, and nothing that he lives from."""
    if preposition.lower_ != "from" or preposition.i == 0:
        return
    way, above = preposition.before, preposition.head
    beside = way.dep_ == "pobj" and way.head.head is above and way.head.lower_ in _ALONG
    if beside and way.lemma_ in _WAYS:
        hang(preposition, way, "prep")


def let_be_state(adverb: Token) -> None:
    """ "had fallen ill": how somebody is, and not how he falls."""
    verb = adverb.head
    described = adverb.tag_ in {"JJ", "JJR"} or adverb.lower_ == "ill"
    if described and adverb.i == verb.i + 1 and verb.lemma_ in lexicon.words("complements", "becoming"):
        adverb.pos_, adverb.tag_ = "ADJ", adverb.tag_ if adverb.tag_ == "JJR" else "JJ"
        hang(adverb, verb, "acomp")


def let_be_called(noun: Token) -> None:
    """ "Called snap elections": there are elections, and nobody is called that."""
    verb = noun.head
    bare = verb.lemma_ == "call" and noun.i > verb.i and child(verb, "dobj", "auxpass", "nsubjpass") is None
    if bare and noun.lemma_.lower() in lexicon.words("grammar", "called"):
        hang(noun, verb, "dobj")
