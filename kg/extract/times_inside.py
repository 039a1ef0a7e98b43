"""Clauses with the time inside ("was on Monday sentenced", "a jury on Friday convicted"), which the parser cuts up."""

from kg.extract.syntax import child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_PARTICIPLES = frozenset({"VBN", "VBD"})
_FINITE = frozenset({"was", "were", "is", "are", "been"})
_CLAUSAL = frozenset({"advcl", "acomp", "ccomp", "acl"})
_DATED = frozenset({"DATE", "TIME"})
_SMALL = frozenset({"on", "in", "at", "late", "early", "also", "again", "later", "then"})
_LONGEST = 6


def let_undergo_then(verb: Token) -> None:
    """Make the participle the verb, and what "was" has for a subject whom it befalls."""
    if verb.tag_ not in _PARTICIPLES or verb.pos_ != "VERB":
        return
    be = _be(verb)
    if be is None or not _is_time(be, verb):
        return
    if be.head is not verb:
        above, dep = be.head, be.dep_
        hang(verb, verb if above is be else above, "ROOT" if above is be else dep)
    _take_over(be, verb)


def _be(verb: Token) -> Token | None:
    """The form of "be" before it, of which it is a passive."""
    be = child(verb, "aux", "auxpass")
    if be is None and verb.dep_ in _CLAUSAL and child(verb, "nsubj", "nsubjpass", "mark") is None:
        be = verb.head if verb.dep_ != "acl" else _be_beside(verb)
    fits = be is not None and be.lower_ in _FINITE and 1 < verb.i - be.i <= _LONGEST
    return be if fits and be is not None and child(be, "attr", "dobj", "prt") is None else None


def _be_beside(participle: Token) -> Token | None:
    """ "who was on Monday sentenced": the parser gives the noun "was" and, beside it, the participle."""
    beside = children(participle.head, "relcl")
    return next((t for t in beside if t.lower_ in _FINITE and t.i < participle.i), None)


def _is_time(be: Token, verb: Token) -> bool:
    between = be.doc.tokens[be.i + 1 : verb.i]
    dated = [t for t in between if t.ent_type_ in _DATED]
    return bool(dated) and all(t.ent_type_ in _DATED or t.lower_ in _SMALL for t in between)


def _take_over(be: Token, verb: Token) -> None:
    verb.tag_ = "VBN"
    for word in [t for t in be.children if t is not verb]:
        hang(word, verb, word.dep_)
    hang(be, verb, "auxpass")
    for word in children(verb, "nsubj"):
        hang(word, verb, "nsubjpass")
    named = child(verb, "dobj")
    if named is not None and head_kinds().get(named.lemma_.lower()) == "Person":
        hang(named, verb, "oprd")


def let_act_then(joining: Token) -> None:
    """ "A jury on Friday convicted Mayor Ann Lee": no jury on Lee, but a jury that convicted her."""
    actor, somebody = joining.head, child(joining, "pobj")
    verb = child(somebody, "amod", "acl") if somebody is not None else None
    if somebody is None or verb is None or verb.tag_ not in _PARTICIPLES or actor.head is not actor:
        return
    between = joining.doc.tokens[joining.i + 1 : verb.i]
    dated = bool(between) and all(t.ent_type_ in _DATED for t in between)
    if joining.lower_ != "on" or joining.i < actor.i or not dated or verb.i > somebody.i:
        return
    _govern(verb, actor, somebody)
    hang(between[-1], joining, "pobj")


def _govern(verb: Token, actor: Token, somebody: Token) -> None:
    verb.pos_, verb.tag_ = "VERB", "VBD"
    behind = [t for t in actor.children if t.i > actor.i]
    hang(verb, verb, "ROOT")
    hang(somebody, verb, "dobj")
    for word in behind:
        hang(word, verb, word.dep_)
    hang(actor, verb, "nsubj")
