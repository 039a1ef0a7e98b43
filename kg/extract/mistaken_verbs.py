"""Words that the parser takes for verbs, or hangs as verbs where they cannot stand so."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_FINITE = frozenset({"VBP", "VBZ"})
_ANIMATE = frozenset({"Person", "Organization", "Group"})
_GOVERNED = frozenset({"dobj", "pobj"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_BARE = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})
_DESCRIBING = frozenset({"losing", "winning"})
_SERIES = frozenset({"margin", "record", "run", "sequence", "start", "streak"})


def let_be_noun(word: Token) -> None:
    """ "spoke in a fireside chat with Lee": no finite verb hangs on a noun as a participle does."""
    noun = word.head
    if word.tag_ not in _FINITE:
        return
    bare = noun.pos_ in _BARE and noun.i == word.i - 1
    if not bare or child(word, *SUBJECTS, "aux", "auxpass", "dobj", "neg", "mark") is not None:
        return
    word.pos_, word.tag_ = "NOUN", "NN"
    hang(word, noun.head if noun.head is not noun else word, noun.dep_)
    for below in [t for t in noun.children if t.dep_ in _INSIDE]:
        hang(below, word, below.dep_)
    hang(noun, word, "compound")


def let_modify(marker: Token) -> None:
    """ "was subject to pay freezes": behind a preposition "to" stands no verb."""
    word, freezes = marker.head, child(marker.head, "dobj")
    if marker.tag_ != "IN" or marker.lower_ != "to" or word.tag_ != "VB" or freezes is None:
        return
    if marker.i != word.i - 1 or freezes.i != word.i + 1 or freezes.pos_ not in _BARE:
        return
    word.pos_, word.tag_ = "NOUN", "NN"
    hang(marker, word.head, "prep")
    hang(freezes, marker, "pobj")
    for below in children(word, "dative", "prep"):
        hang(below, freezes, "prep")
    hang(word, freezes, "compound")


def give_instrument(verb: Token) -> None:
    """ "looked for the recorders using sonar": who looks uses it, for the recorders could not."""
    noun = verb.head
    if verb.lower_ != "using":
        return
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in {"dobj", "pobj"} or noun.i != verb.i - 1 or governor.pos_ not in VERBS:
        return
    if noun.pos_ == "NOUN" and _is_idle(noun) and child(verb, "dobj") is not None:
        hang(verb, governor, "advcl")


def give_made(verb: Token) -> None:
    """ "makes these estimates using models", "looked for the wreck using sonar": neither uses it."""
    if verb.lower_ != "using":
        return
    noun, above = child(verb, "nsubj"), verb.head
    governor = above.head if verb.dep_ == "pcomp" else above
    if noun is None or governor.pos_ not in VERBS or child(above, "dobj", "pobj") is not None:
        return
    if noun.i == verb.i - 1 and noun.i > above.i and noun.pos_ == "NOUN" and _is_idle(noun):
        hang(noun, above, "pobj" if verb.dep_ == "pcomp" else "dobj")
        hang(verb, governor, "advcl")


def _is_idle(noun: Token) -> bool:
    """Whether it is a known thing, which does nothing; of things not known before it may tell which are meant."""
    definite = any(t.lower_ in _DEFINITE or t.dep_ == "poss" for t in children(noun, "det", "poss"))
    return definite and not noun.ent_type_ and head_kinds().get(noun.lemma_.lower()) not in _ANIMATE


def give_accompanying(verb: Token) -> None:
    """ "with recent data pointing to a rise": the parser makes one word of the noun and the participle."""
    noun = verb.before
    beside = verb.tag_ in {"VBG", "VBN"} and verb.head.lower_ == "with" and child(verb, *SUBJECTS) is None
    if beside and noun.head is verb and noun.dep_ == "compound" and noun.tag_ in {"NNS", "NNPS", "NNP"}:
        for below in children(verb, "det", "amod", "poss", "nummod", "compound"):
            if below is not noun:
                hang(below, noun, below.dep_)
        hang(noun, verb, "nsubj")


def give_after_noun(verb: Token) -> None:
    """ "after years of Lee framing the debate": she framed it, not who acts in the clause behind."""
    noun = verb.before
    of, outer = noun.head, verb.head
    inside = noun.dep_ == "pobj" and of.lower_ == "of" and noun.ent_type_ == "PERSON" and of.dep_ == "prep"
    if verb.tag_ == "VBG" and inside and of.head.dep_ == "pobj" and of.head.head is outer and outer is not of:
        hang(noun, verb, "nsubj")
        hang(verb, of, "pcomp")


def give_agent(preposition: Token) -> None:
    """ "told the paper she had been courted by Lee": by whom is asked of the passive, not of who told."""
    if preposition.lower_ != "by":
        return
    verb, thing = preposition.head, child(preposition, "pobj")
    if verb.pos_ not in VERBS or thing is None or child(verb, "auxpass") is not None:
        return
    passive = preposition.before
    while passive.i and (passive.is_punct or passive.pos_ == "ADV"):
        passive = passive.before
    inside = verb.i < passive.i and verb.is_ancestor(passive)
    if inside and child(passive, "auxpass") is not None and child(passive, "agent") is None:
        hang(preposition, passive, "agent")


def give_name(thing: Token) -> None:
    """ "branded Norway an outlaw": nobody is given an outlaw, but Norway that name."""
    verb, given = thing.head, child(thing.head, "dobj")
    naming = verb.lemma_ in lexicon.words("ends", "naming") and verb.lemma_ != "leave"
    if naming and thing.pos_ in NOUNS and given is not None and thing.i < given.i:
        hang(thing, verb, "dobj")
        hang(given, verb, "oprd")


def join_base(based: Token) -> None:
    """ "hired Oslo based Acme": without a hyphen, too, it says where Acme sits."""
    if based.lower_ != "based":
        return
    place, firm = based.before, child(based, "dobj", "oprd")
    if place.ent_type_ != "GPE" or place.i > based.i or firm is None:
        return
    governor, above = place.head, based.head
    behind = firm.left_edge.i == based.i + 1 and firm.pos_ in _BARE
    if not behind or governor is based or place.dep_ not in _GOVERNED or child(based, "aux", "auxpass") is not None:
        return
    if based.is_ancestor(governor):
        hang(governor, above if above is not based else governor, based.dep_)
    for below in [t for t in based.children if t is not firm]:
        hang(below, governor, below.dep_)
    hang(firm, governor, place.dep_)
    hang(based, firm, "amod")
    hang(place, based, "npadvmod")


def let_undergo_too(verb: Token) -> None:
    """ "Loved and admired by many, Lee left": a past tense with who acts behind "by" is a participle."""
    first = verb.head
    joined = verb.tag_ == "VBD" and first.tag_ == "VBN" and child(verb, *SUBJECTS, "aux", "dobj") is None
    if joined and child(verb, "agent") is not None and child(first, "aux") is None:
        verb.tag_ = "VBN"


def join_state(based: Token) -> None:
    """ "bought Salem, Mass.-based Acme": Acme is bought, and not the town."""
    if (
        based.lower_ != "based"
        or based.i < 4
        or [t.text for t in based.doc.tokens[based.i - 3 : based.i : 2]] != [",", "-"]
    ):
        return
    town, state = based.doc[based.i - 4], based.doc[based.i - 2]
    firm = next((t for t in (based, *based.ancestors) if t.head is town and t.dep_ == "appos"), None)
    if firm is None or firm.i < based.i or not town.ent_type_ == state.ent_type_ == "GPE":
        return
    hang(firm, town.head if town.head is not town else firm, town.dep_)
    hang(town, firm, "nmod")
    hang(based, firm, "amod")
    hang(state, based, "npadvmod")


def let_describe(verb: Token) -> None:
    """ "maintain winning streak": nobody wins a streak."""
    streak, governor = child(verb, "dobj"), verb.head
    if streak is None or verb.lower_ not in _DESCRIBING or streak.lemma_ not in _SERIES or streak.i != verb.i + 1:
        return
    for phrase in [t for t in verb.children if t is not streak]:
        hang(phrase, governor, phrase.dep_)
    hang(streak, governor, "dobj")
    hang(verb, streak, "amod")
    verb.pos_, verb.tag_ = "ADJ", "JJ"
