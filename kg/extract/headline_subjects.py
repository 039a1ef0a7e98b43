"""Headlines in which the parser takes who acts, or what they do, for a part of what it befalls."""

from kg import lexicon
from kg.extract.events import events
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.vocabulary import head_kinds, verbs_of_relations
from kg.extract.words import Token, hang

_INSIDE = frozenset({"compound", "amod", "nmod", "nsubj"})
_PRESENT = frozenset({"VBZ", "VBP"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ACTING = frozenset({"Person", "Organization", "Group", "Country"})
_GOVERNED = frozenset({"pcomp", "dobj"})


def give_actors(words: list[Token], root: Token) -> None:
    """Mend the headline that these words are; root is the head of it."""
    for word in words[1:]:
        if word.tag_ == "VBG" and word.dep_ in _GOVERNED:
            _let_happen(word)
    if root.pos_ in NOUNS:
        verb = next((t for t in words[1:] if t.i < root.i and t.head is root and _is_verb(t)), None)
        if verb is not None:
            _let_govern(verb, root)
        else:
            _give_to_first(root)
            _part_victim(words, root)
    elif root.tag_ in _PRESENT:
        _give_subject(root)
        _let_both(words[0], root)


def _let_happen(word: Token) -> None:
    """ "calls for probe into shooting", "condemns jailing of activist": what happens, and nobody shoots."""
    named = word.lower_ in events() or (word.dep_ == "dobj" and any(t.lower_ == "of" for t in children(word, "prep")))
    if named and child(word, "dobj", *SUBJECTS, "aux") is None:
        word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_
        if word.dep_ == "pcomp":
            hang(word, word.head, "pobj")


def _is_verb(word: Token) -> bool:
    """A verb in a name's place: by its form, or by a subject of its own ("Norway and Sweden sign border treaty")."""
    if word.dep_ not in _INSIDE:
        return False
    if word.tag_ == "VBZ" and word.pos_ in VERBS:
        return child(word, "compound", "nsubj") is not None and child(word, "det") is None
    known = word.lower_ in verbs_of_relations() or word.lower_ in lexicon.words("grammar", "transitive")
    return word.tag_ == "NN" and known and child(word, "nsubj") is not None


def _let_govern(verb: Token, thing: Token) -> None:
    if verb.tag_ == "NN":
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    actor = child(verb, "nsubj") or verb.before
    before = [t for t in thing.children if t.i < verb.i and t is not actor]
    hang(verb, verb, "ROOT")
    if actor.head is verb:
        hang(actor, verb, "nsubj")
    for word in before:
        hang(word, actor, word.dep_)
    hang(thing, verb, "dobj")


def _give_subject(verb: Token) -> None:
    """ "Acme settles lawsuit": a name right before the verb is no part of it."""
    actor = verb.before
    if actor.head is verb and actor.dep_ == "compound" and child(verb, *SUBJECTS) is None and actor.pos_ in NOUNS:
        hang(actor, verb, "nsubj")


def _let_both(first: Token, verb: Token) -> None:
    """ "Norway, Sweden agree on quotas": the comma stands for "and"."""
    second = child(verb, "nsubj")
    beside = first.head is verb and first.dep_ == "npadvmod" and first.ent_type_ in _NAMES
    if second is not None and beside and second.i == first.i + 2 and first.nbor().text == ",":
        hang(first, verb, "nsubj")
        hang(second, first, "conj")


def _give_to_first(root: Token) -> None:
    """ "Suspect in bank robbery arrested in Oslo": no robbery is arrested."""
    for noun in (t for p in children(root, "prep") for t in children(p, "pobj")):
        verb = child(noun, "acl")
        befalls = verb is not None and verb.tag_ == "VBN" and verb.lemma_ in lexicon.words("grammar", "befalling")
        if verb is not None and befalls and _acts(root) and not _acts(noun) and verb.i == noun.i + 1:
            hang(verb, root, "acl")


def _part_victim(words: list[Token], root: Token) -> None:
    """ "Family of slain teen sues police": a form in "-s" between two who act."""
    of = child(root, "prep")
    thing = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    if of is None or thing is None or root is not words[0] or not _acts(root) or not _acts(thing):
        return
    verb = thing.before
    victim = verb.before
    base = verb.lower_.removesuffix("s")
    inside = verb.head is thing and verb.tag_ == "NNS" and victim.head in {verb, thing} and victim.i > of.i
    if not inside or base == verb.lower_ or base not in verbs_of_relations() or victim.pos_ not in NOUNS:
        return
    for word in [t for t in thing.children if t.i < victim.i]:
        hang(word, victim, word.dep_)
    hang(victim, of, "pobj")
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", base
    hang(verb, verb, "ROOT")
    hang(root, verb, "nsubj")
    hang(thing, verb, "dobj")


def _acts(noun: Token) -> bool:
    known = head_kinds().get(noun.lemma_.lower()) or head_kinds().get(noun.lower_)
    return noun.ent_type_ in _NAMES or known in _ACTING
