"""Verbs, subjects and genitives that the parser hangs in the wrong place."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.words import Phrase, Token, hang

_DYING = frozenset({"dies", "died"})


def give_to_the_whole(name: Phrase) -> None:
    """ "the Bank of Norway's offices" are the bank's; the parser takes them for offices of Norway."""
    words = [t for t in name if t.tag_ != "POS"]
    last = words[-1] if words else name.root
    owned = _owned(last)
    if owned is None:
        return
    root = name.root
    whole = child(root, "det") is not None or root.lower_ in lexicon.names().organization_heads
    if root == last or not whole or owned.head.head != root or owned.head not in words:
        return
    hang(last, owned.head, "pobj")
    hang(owned, root.head if root.head is not root else owned, root.dep_)
    hang(root, owned, "poss")


def _owned(last: Token) -> Token | None:
    """What a genitive's noun hangs beside: the noun after it, both below one "of"."""
    if last.i + 1 >= len(last.doc) or last.nbor().tag_ != "POS":
        return None
    of = last.head.head if last.dep_ == "poss" else last.head
    return next((t for t in children(of, "pobj") if t.i > last.i), None) if of.lower_ == "of" else None


def join_verbs(verb: Token) -> None:
    """ "killing nine and wounding two": a verb is joined to a verb of its form, not to a noun or a preposition."""
    first = verb.head
    if verb.pos_ != "VERB":
        return
    if first.pos_ in NOUNS and first.dep_ == "dobj" and _take_form(verb, first.head):
        hang(verb, first.head, "conj")
    elif first.dep_ == "prep" and first.tag_ == verb.tag_ and child(first, "pobj") is not None:
        above = next((t for t in first.ancestors if t.tag_ == verb.tag_ and t.pos_ in VERBS), None)
        if above is not None:
            hang(verb, above, "conj")
    elif first.pos_ in VERBS:
        _take_form(verb, first)


def _take_form(verb: Token, first: Token) -> bool:
    """Whether both verbs have one form: in "would have cut costs and raised wages" they do, whatever the tag."""
    perfect = first.tag_ == "VBN" and any(t.lemma_ == "have" for t in children(first, "aux"))
    active = perfect and child(first, "auxpass") is None and child(verb, *SUBJECTS, "aux") is None
    if active and verb.tag_ == "VBD" and verb.lower_.endswith("ed"):
        verb.tag_ = first.tag_
    return verb.tag_ == first.tag_


def let_govern(verb: Token) -> None:
    """ "Singer dies aged 90": the parser takes "dies" for what helps "aged"."""
    age = verb.head
    if verb.dep_ != "aux" or verb.lower_ not in _DYING or age.lower_ != "aged":
        return
    verb.lemma_ = "die"
    hang(verb, age.head if age.head is not age else verb, age.dep_)
    hang(age, verb, "acomp")


def let_have(got: Token) -> None:
    """ "I've got a plan": I have one."""
    helps = got.lower_ == "got" and any(t.lemma_ == "have" and t.tag_ in {"VBP", "VBZ"} for t in children(got, "aux"))
    if helps and child(got, "dobj") is not None and child(got, "prt", "xcomp", "ccomp", "dative") is None:
        got.lemma_ = "have"
