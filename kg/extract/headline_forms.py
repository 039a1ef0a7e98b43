"""Headlines in whose short forms the parser finds no clause: "Acme to close mill", "Norway, Sweden sign deal"."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.vocabulary import head_kinds, verbs_of_relations
from kg.extract.words import Phrase, Token, hang

_INSIDE = frozenset({"compound", "amod", "nmod"})
_OWNED = frozenset({"amod", "compound", "det", "poss", "nummod"})
_ACTING = frozenset({"Person", "Organization", "Group", "Country"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LOOSE = frozenset({"npadvmod", "dep"})
_MEANT = ("dobj", "prep", "advcl", "xcomp", "ccomp", "acomp", "attr")


def put_right(words: list[Token], root: Token) -> None:
    """Mend the headline that these words are; root is the head of it."""
    if root is words[0] and root.tag_ in {"VB", "VBN"} and child(root, "dobj", *SUBJECTS) is None:
        _let_be_person(root)
    elif root.pos_ in NOUNS:
        _let_plan(root)
        _let_both_act(words, root)
        _let_sanction(words, root)
        _let_do(root)
    elif root.tag_ == "VBG":
        _let_act_now(words[0], root)
    for word in children(root, "ccomp"):
        _let_be_object(word)


def let_be_minister(name: Phrase) -> None:
    """ "calls on PM to resign": without an hour before it, it is no time of the day."""
    if name.label_ == "TIME" and name[-1].text == "PM" and all(t.tag_ == "DT" for t in name[:-1]):
        name.label_ = ""
        for word in name:
            word.ent_type_ = ""


def _let_be_person(word: Token) -> None:
    """ "Man on trial for theft": no participle."""
    if head_kinds().get(word.lower_) == "Person":
        word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_


def _let_sanction(words: list[Token], root: Token) -> None:
    """ "EU sanctions Russian officials": what stands behind is whom it befalls."""
    if root is not words[1] or root.tag_ != "NNS" or words[0].head is not root or words[0].ent_type_ not in _NAMES:
        return
    base = root.lower_.removesuffix("s")
    thing = child(root, "appos", "dobj", "dep", "npadvmod")
    if base not in verbs_of_relations() or thing is None or not _acts(thing) or thing.left_edge.i != root.i + 1:
        return
    root.pos_, root.tag_, root.lemma_ = "VERB", "VBZ", base
    hang(words[0], root, "nsubj")
    hang(thing, root, "dobj")


def _let_do(root: Token) -> None:
    """ "Governor signs bill into law": with a subject and an object it is no noun."""
    actor, base = child(root, "nsubj"), root.lower_.removesuffix("s")
    acts = actor is not None and actor.i == root.i - 1 and child(root, "dobj") is not None
    if acts and root.tag_ == "NNS" and (base in verbs_of_relations() or base in lexicon.words("grammar", "transitive")):
        root.pos_, root.tag_, root.lemma_ = "VERB", "VBZ", base


def _let_plan(actor: Token) -> None:
    """ "Acme to close mill": the parser takes what is planned for a part of the name."""
    verb = next((t for t in children(actor, "relcl", "acl", "advcl") if t.i == actor.i + 2 and _is_base(t)), None)
    if verb is None or verb.nbor(-1).tag_ != "TO" or not _acts(actor) or child(actor, "det") is not None:
        return
    if child(verb, *_MEANT) is None or child(verb, *SUBJECTS) is not None:
        return
    behind = [t for t in actor.children if t.i > verb.i]
    verb.pos_, verb.tag_ = "VERB", "VB"
    hang(verb, verb, "ROOT")
    hang(actor, verb, "nsubj")
    for word in behind:
        hang(word, verb, word.dep_)


def _is_base(word: Token) -> bool:
    """ "to close", "to sanction": a verb, though it may be tagged as the noun."""
    return word.tag_ == "VB" or (word.tag_ == "NN" and word.lower_ in verbs_of_relations())


def _let_both_act(words: list[Token], first: Token) -> None:
    """ "Norway, Sweden sign deal": the comma stands for "and", and the verb for no name."""
    if first is not words[0] or len(words) < 5 or words[1].text != ",":
        return
    second, verb = words[2], words[3]
    beside = (t for t in children(first, "appos") if t.i > verb.i)
    thing = verb.head if verb.head is not first else next(beside, verb)
    named = {first.ent_type_, second.ent_type_} <= _NAMES and thing.head is first
    known = verb.lower_ in verbs_of_relations() or verb.lower_ in lexicon.words("grammar", "transitive")
    if not named or not known or verb.dep_ not in {*_INSIDE, "appos"} or thing.i <= verb.i:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    hang(verb, verb, "ROOT")
    hang(first, verb, "nsubj")
    hang(second, first, "conj")
    hang(words[1], first, "punct")
    hang(thing, verb, "dobj")


def _let_act_now(first: Token, verb: Token) -> None:
    """ "Family suing city": who does it stands right before it, without "is"."""
    near = first.head is verb and first.dep_ in _LOOSE and first.i == verb.i - 1
    if near and first.pos_ in NOUNS and child(verb, *SUBJECTS, "aux") is None:
        hang(first, verb, "nsubj")


def _let_be_object(word: Token) -> None:
    """ "Norway rejects Swedish offer": with an adjective before it, it is no verb."""
    verb = word.head
    bare = word.tag_ == "VB" and child(word, *SUBJECTS, "aux", "mark", "dobj") is None
    owned = bare and any(t.i == word.i - 1 and t.dep_ in _OWNED for t in word.children)
    if owned and word.i > verb.i and child(verb, "dobj") is None:
        word.pos_, word.tag_ = "NOUN", "NN"
        hang(word, verb, "dobj")


def _acts(noun: Token) -> bool:
    return noun.ent_type_ in _NAMES or head_kinds().get(noun.lemma_.lower()) in _ACTING
