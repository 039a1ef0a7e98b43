"""Reporting clauses that the parser takes apart: a verb taken for a noun, a clause or a speaker hung elsewhere."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token, hang

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "CCONJ", "PRON"})
_RELATIVE = frozenset({"WP", "WDT"})
_ADDRESSING = frozenset({"tell", "inform", "remind", "warn", "advise", "assure", "notify"})  # "the man told that …"
_SPEAKING = frozenset({"PERSON", "ORG"})
_NAMES = frozenset({"NNP", "NNPS"})


def give_to_teller(clause: Token) -> None:
    """ "yelled to the officers that Lee was ill": the parser hangs what is said on those to whom it is said."""
    listener = clause.head
    if (
        listener.dep_ != "pobj"
        or listener.head.lower_ != "to"
        or all(t.lower_ != "that" for t in children(clause, "mark"))
    ):
        return
    verb = listener.head.head
    if verb.lemma_ in cue_verbs() or verb.lemma_ in lexicon.table("cues")["quoting"]["verbs"]:
        hang(clause, verb, "ccomp")


def let_assert(verb: Token) -> None:
    """ "Police allege Lee fled": the parser takes "allege" for a part of the name."""
    noun, before = verb.head, verb.before
    fled = noun.head
    if verb.i == 0 or before.tag_ != "NNS" or verb.lower_ not in lexicon.table("grammar")["asserting"]:
        return
    if noun.dep_ not in SUBJECTS or fled.tag_ not in _FINITE:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    hang(verb, fled.head if fled.head is not fled else verb, fled.dep_)
    hang(fled, verb, "ccomp")
    hang(before, verb, "nsubj")


def give_speaker(verb: Token) -> None:
    """ "Pirates seized a boat near Oman, the agency reported.": the parser takes "the agency" for a thing joined."""
    told = child(verb, "ccomp")
    if told is None or told.i > verb.i or verb.lemma_ not in cue_verbs() or child(verb, *SUBJECTS, "csubj") is not None:
        return
    here = verb.i
    while here - 1 > told.i and verb.doc[here - 1].pos_ in _IN_PHRASE:
        here -= 1
    words = verb.doc.tokens[here : verb.i]
    heads = [t for t in words if t.pos_ in NOUNS and not here <= t.head.i < verb.i]
    if not heads or verb.doc[here - 1].text != "," or (len(heads) > 1 and any(t.pos_ == "CCONJ" for t in words)):
        return
    hang(heads[-1], verb, "nsubj")
    for title in heads[:-1]:  # "the news agency Norda"
        hang(title, heads[-1], "compound")


def give_content(verb: Token) -> None:
    """ "While he admitted funding was low, Lee noted …": the parser takes "he admitted" for a part of what is noted."""
    told, main = verb.head, verb.head.head
    own = child(told, *SUBJECTS)
    if told.dep_ != "ccomp" or own is None or not verb.i < own.i < told.i < main.i or verb.lemma_ not in cue_verbs():
        return
    between = verb.doc.tokens[verb.i : told.i]
    if child(verb, *SUBJECTS) is not None and all(t.text != "," for t in between) and _has_no_object(verb):
        hang(verb, main, "advcl")
        hang(told, verb, "ccomp")


def _has_no_object(verb: Token) -> bool:
    return child(verb, "dobj", "ccomp", "xcomp", "prep", "acomp", "prt") is None


def let_be_told(verb: Token) -> None:
    """ "the man who they say hit a boy": the parser takes "who" for a subject of "say"."""
    subjects = children(verb, "nsubj")
    told = child(verb, "xcomp")
    if len(subjects) != 2 or subjects[0].tag_ not in _RELATIVE or told is None or told.i != verb.i + 1:
        return
    if verb.lemma_ in lexicon.words("cues", "bridging", "verbs") and told.tag_ in {"VB", "VBN", "VBD"}:
        told.tag_ = "VBD"
        hang(subjects[0], told, "nsubj")
        hang(told, verb, "ccomp")


def give_listener(clause: Token) -> None:
    """ "told the agency she had been courted by both": the parser takes what is told for a part of who is told."""
    listener, verb = clause.head, clause.head.head
    if listener.dep_ not in {"dobj", "dative"} or verb.lemma_ not in _ADDRESSING or child(verb, "ccomp") is not None:
        return
    named = listener.tag_ in _NAMES and _has_subject(clause)  # of a name no such clause tells which one is meant
    if (named or lacks_nothing(clause)) and clause.left_edge.i == listener.i + 1:
        hang(clause, verb, "ccomp")


def let_be_said(participle: Token) -> None:
    """ "said 90 people registered": the parser takes the people for what is said, for nobody says people."""
    noun, verb = participle.head, participle.head.head
    missed = noun.dep_ == "dobj" and verb.lemma_ == "say" and participle.tag_ == "VBN" and noun.tag_ == "NNS"
    if not missed or noun.lemma_ in lexicon.words("cues", "sayable", "nouns") or participle.i != noun.i + 1:
        return
    if child(participle, "agent") is None and child(verb, "ccomp") is None:
        participle.tag_ = "VBD"
        hang(participle, verb, "ccomp")
        hang(noun, participle, "nsubj")


def lacks_nothing(clause: Token) -> bool:
    """Whether it has a subject, an object where it needs one, and no relative pronoun."""
    whole = child(clause, "nsubjpass", "dobj", "attr", "acomp") is not None
    return whole and _has_subject(clause)


def _has_subject(clause: Token) -> bool:
    own = child(clause, "nsubj", "nsubjpass")
    return own is not None and not any(t.tag_ in {*_RELATIVE, "WRB"} for t in clause.children)


def let_report(verb: Token) -> None:
    """ "The firm, Acme, announced on Monday that …": the parser takes the verb for a participle of its subject."""
    noun = verb.head
    active = verb.tag_ == "VBN" and verb.lemma_ in cue_verbs() and verb.lemma_ not in _ADDRESSING
    told = next((t for t in children(verb, "ccomp") if t.i > verb.i), None)
    if not active or told is None or child(told, *SUBJECTS) is None or child(verb, "agent", "aux") is not None:
        return
    if noun.head is noun and noun.dep_ == "ROOT" and noun.i < verb.i:
        verb.tag_ = "VBD"
        hang(verb, verb, "ROOT")
        hang(noun, verb, "nsubj")


def let_speak(gerund: Token) -> None:
    """ "Speaking from the harbour, Lee told …": it is Lee who told; the parser joins her to the harbour."""
    verb = gerund.head
    if gerund.tag_ != "VBG" or gerund.i > verb.i or child(verb, *SUBJECTS) is not None:
        return
    names = (t for t in gerund.subtree if t.dep_ == "conj" and t.ent_type_ in _SPEAKING and child(t.head, "cc") is None)
    name = next((t for t in names if t.left_edge.i > 0 and t.left_edge.before.text == ","), None)
    if name is not None:
        hang(name, verb, "nsubj")
        hang(gerund, verb, "advcl")
