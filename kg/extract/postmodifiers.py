"""What stands behind a noun and says which one is meant: phrases, adjectives, participles, infinitives, clauses.

The parser often gives a noun what is the verb's; what is rather the verb's, as far as its words tell, is left out.
"""

from collections.abc import Iterator, Set
from functools import cache

from kg import lexicon
from kg.extract.antecedents import is_person, person_near
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.tense import is_infinitive, verb_over
from kg.extract.words import Token

_PARTS = frozenset({"prep", "acl", "relcl", "advcl", "amod", "nummod", "npadvmod", "advmod"})
_DATES = frozenset({"DATE", "TIME"})
_PLACING = frozenset({"at", "in", "inside", "near", "on", "outside"})
_OBJECTS = frozenset({"dobj", "pobj"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$", "IN"})
_FILLED = ("dobj", "ccomp", "attr", "acomp", "oprd")
_FARTHEST = 25

BREAKS = frozenset({"(", ")", "[", "]", ":", ";", "–", "—", "--", "...", "…"})


def behind(head: Token) -> Iterator[Token]:
    """The words right behind a noun that restrict it, up to where something else begins."""
    place = head.i + 1
    for part in head.children:
        if part.i <= head.i:
            continue
        if part.dep_ not in _PARTS or not _restricts(part, place):
            return
        for word in part.subtree:
            if word.i != place or place > head.i + _FARTHEST or _is_break(word):
                return
            yield word
            place += 1


def _is_break(word: Token) -> bool:
    """An aside, a new line, or a phrase that tells of something else."""
    if word.is_space or word.text in BREAKS or _opens_clause(word):
        return True
    if word.head.pos_ not in NOUNS:
        return False
    if word.dep_ == "npadvmod":  # "a game against Acme Sunday", not "$500 a month"
        return word.ent_type_ in _DATES and child(word, "det") is None
    return word.dep_ == "prep" and word.pos_ != "NUM" and not _is_of_noun(word)


def _opens_clause(word: Token) -> bool:
    """ "on the page of which it says so": what opens a clause, though the parser hangs it on the noun before."""
    below = child(word, "pobj") if word.dep_ == "prep" and word.head.pos_ in NOUNS and word.i > word.head.i else None
    return below is not None and below.tag_ in {"WP", "WDT"}


def _restricts(part: Token, place: int) -> bool:
    """Whether what hangs on a noun and begins at `place` belongs to it."""
    match part.dep_:
        case "prep":
            return part.i == place
        case "advmod" | "npadvmod" | "amod":  # "a box consistent with it", "a step backward"
            return bool(part.children) or part.lower_ in lexicon.words("complements", "ahead")
        case "nummod":
            return not part.children
        case "relcl":
            return part.i > place and _is_relative(part, place)
        case "acl":  # "Test flight delayed after accident": it is the headline's verb
            return part.head.dep_ != "ROOT" or part.tag_ not in _PARTICIPLES
    return is_infinitive(part)


def _is_relative(verb: Token, place: int) -> bool:
    """With a relative pronoun, or without one and its object: "the clock he made", not "told the hall he won it"."""
    first = verb.doc[place]
    if first.lower_ == "who":
        return person_near(verb.head, first) is verb.head
    setting = verb.head.lemma_.lower() in lexicon.table("grammar")["settings"]  # "the way he did it"
    if first.tag_ in _RELATIVE or first.lower_ == "that" or setting or is_infinitive(verb):
        return True
    return all(t.lemma_ != "be" and child(t, *_FILLED) is None for t in (verb, *children(verb, "xcomp")))


def _is_of_noun(preposition: Token) -> bool:
    """Whether a phrase behind a noun is the noun's; a day, or a person's place, is rather the verb's."""
    below = child(preposition, "pobj", "pcomp")
    if below is None or preposition.lower_ == "of":
        return below is not None or (preposition.lower_ == "out" and "prep" in preposition.deps)
    if preposition.lower_ not in _restricting() or _is_of_verb(preposition):
        return False
    if below.dep_ == "pcomp":
        return below.tag_ == "VBG" and child(below, *SUBJECTS) is None
    return below.pos_ in NOUNS and below.ent_type_ not in _DATES and below.tag_ != "PRP"


@cache
def _restricting() -> Set[str]:
    return frozenset(lexicon.table("ends")["restricting"])


def _is_of_verb(preposition: Token) -> bool:
    """ "met a man in Rome", "elected a farmer as its head", "was banned from the town by the mayor"."""
    noun = preposition.head
    match preposition.lower_:
        case "by":
            verb = verb_over(noun)
            return verb.tag_ == "VBN" and verb.i < preposition.i
        case "as":
            return noun.dep_ == "dobj"
    return preposition.lower_ in _PLACING and noun.dep_ in _OBJECTS and is_person(noun)
