"""Subjects that the parser gives to a helping verb, to a participle, or to the clause that goes on behind an aside."""

from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.words import Token, hang

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPED = {
    "do": frozenset({"VB"}),
    "have": frozenset({"VBN", "VBD"}),
    "be": frozenset({"VBG", "VBN", "VBD"}),
    "become": frozenset({"VBN", "VBD"}),
}
_RELATIVE = frozenset({"WDT", "WP"})
_FILLING = ("mark", "dobj", "aux", "auxpass", "ccomp", "xcomp")
_BARE = frozenset({"NOUN", "PROPN"})
_DASHES = frozenset({"--", "—", "–"})


def pass_on(helper: Token) -> None:
    """ "The men don't want it": the parser lets the men do, and leaves it open who wants."""
    verb = helper.head
    if helper.i > verb.i or verb.tag_ not in _HELPED.get(helper.lemma_, ()):
        return
    own = children(helper, *SUBJECTS)
    if len(own) == 1 and own[0].i < helper.i and child(verb, *SUBJECTS, "csubj", "expl") is None:
        hang(own[0], verb, "nsubjpass" if helper.dep_ == "auxpass" else "nsubj")
        for word in children(helper, "neg", "aux", "advmod"):
            hang(word, verb, word.dep_)


def give_to_clause(preposition: Token) -> None:
    """ "a disease in which lungs swell": they swell in it; the parser takes "in which lungs" for one phrase."""
    noun, below = preposition.head, child(preposition, "pobj")
    if below is not None and below.tag_ in _RELATIVE and preposition.i < noun.i and noun.dep_ in SUBJECTS:
        hang(preposition, noun.head, "prep")


def give_to_main(verb: Token) -> None:
    """ "Notes and data gathered from nurses reveal flaws": the first verb is a participle, the second the main one."""
    main = verb.head
    if main.i > verb.i and _is_participle(verb, main):
        _hang_behind(verb, main)


def give_to_second(main: Token) -> None:
    """The same where the parser takes the participle for the sentence's verb, and the main verb for a part of it."""
    verb = main.head
    if verb.i < main.i and _is_participle(verb, main):
        hang(main, verb.head if verb.head is not verb else main, verb.dep_)
        _hang_behind(verb, main)


def _is_participle(verb: Token, main: Token) -> bool:
    """Whether a past tense, that of a clause with nothing but phrases, runs into a finite verb without a subject."""
    own, noun = child(verb, "nsubj"), verb.before
    behind = child(verb, "prep", "agent")
    if own is None or behind is None or verb.tag_ != "VBD" or main.tag_ not in _FINITE or noun.pos_ not in _BARE:
        return False
    if noun is not own and not own.is_ancestor(noun):
        return False
    joined = any(t.is_punct or t.pos_ == "CCONJ" for t in verb.doc.tokens[verb.i : main.left_edge.i])
    return not joined and child(main, *SUBJECTS, "csubj", "expl", "aux") is None and child(verb, *_FILLING) is None


def _hang_behind(verb: Token, main: Token) -> None:
    noun, own = verb.before, child(verb, "nsubj")
    verb.tag_ = "VBN"
    if own is not None:
        hang(own, main, "nsubj")
    hang(verb, noun, "acl")


def give_whose(noun: Token) -> None:
    """ "Lee — whose father, as mayor, opened the park — promised jobs": the father opened it, and Lee promised."""
    person = noun.head
    verb = person.head
    if all(t.tag_ != "WP$" for t in children(noun, "poss")) or person.dep_ not in SUBJECTS or verb.i < noun.i:
        return
    main = next((t for t in children(verb, "dep", "conj", "ccomp", "advcl") if t.i > verb.i and _is_resumed(t)), None)
    if main is None:
        return
    main.tag_ = "VBD" if main.tag_ == "VBN" else main.tag_
    hang(main, verb.head if verb.head is not verb else main, verb.dep_)
    for word in [t for t in verb.children if t.i < person.left_edge.i]:
        hang(word, main, word.dep_)
    hang(person, main, "nsubj")
    hang(noun, verb, "nsubj")
    hang(verb, person, "relcl")


def _is_resumed(verb: Token) -> bool:
    """Whether it stands right behind a dash or a comma, and has no subject."""
    before = verb.before.text
    finite = verb.tag_ in _FINITE or (verb.tag_ == "VBN" and verb.dep_ == "dep")
    return finite and before in {*_DASHES, ","} and child(verb, *SUBJECTS, "mark") is None
