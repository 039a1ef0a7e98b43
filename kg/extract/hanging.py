"""Participles behind a phrase with several nouns, any of which may be meant: what they say of one is tentative."""

from collections.abc import Iterable, Iterator

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.partitives import whole
from kg.extract.syntax import VERBS, child, children, conjuncts
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_PARTICIPLES = frozenset({"VBG", "VBN"})
_APART = frozenset({",", "-", "–", "—", "--"})
_CLAUSES = frozenset({"acl", "relcl"})
_PLURALS = frozenset({"NNS", "NNPS"})
_CHAINED = frozenset({"of", "to", "for"})
_ANIMATE = frozenset({"Person", "Organization", "Group", "Work"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def doubted(facts: Iterable[Fact], clause: Clause) -> Iterator[Fact]:
    """The facts of a clause, not whole where they tell of a noun beside which stands another that may be meant."""
    unsure = frozenset(_unsure(clause.verb))
    return (fact._replace(whole=False) if unsure and _tells_of(fact, unsure) else fact for fact in facts)


def _tells_of(fact: Fact, nouns: frozenset[Token]) -> bool:
    return fact.subject in nouns or (isinstance(fact.object, Token) and fact.object in nouns)


def _unsure(verb: Token) -> Iterator[Token]:
    """Of which nouns it stays open whether the participle tells of them."""
    if verb.dep_ != "acl" or verb.tag_ not in _PARTICIPLES:
        return
    listed = [t for t in conjuncts(verb.head) if t.i < verb.i]
    apart = verb.doc[max(0, verb.left_edge.i - 1)].text in _APART
    if _may_be_of_above(verb) if apart else _is_accompanying(verb.head):
        yield from listed
    elif not apart and _is_of_thing_above(verb):
        yield verb.head
    elif not apart:
        yield from (t for t in listed[:-1] if _is_described(t))


def _is_described(noun: Token) -> bool:
    """ "paid nurses and doctors working here": a noun with an adjective of its own need not share the participle."""
    return any(t.i < noun.i and t.whitespace_ for t in children(noun, "amod", "compound"))


def _may_be_of_above(verb: Token) -> bool:
    """ "a pact with towns bordering the Lund, known as …", "the plan of the hall, published in May"."""
    noun, governor = verb.head, verb.head.head
    if noun.dep_ not in {"pobj", "dobj"} or _agrees(noun, verb):
        return False
    if governor.pos_ in VERBS:
        ranked = verb.lower_ == "followed" and child(verb, "agent") is not None  # "lost 40 jobs, followed by Norway"
        return ranked or governor.dep_ in _CLAUSES
    above = governor.head
    one_name = noun.ent_type_ != "" and noun.ent_type_ == above.ent_type_
    return above.pos_ in _NOUNS and not one_name and whole(above) is None


def _is_of_thing_above(verb: Token) -> bool:
    """ "a change to the rules of the game banning bats": none of the three could be told to do it."""
    noun, above = verb.head, verb.head.head.head
    inside = verb.tag_ == "VBG" and noun.dep_ == "pobj" and noun.head.lower_ in _CHAINED and above.pos_ == "NOUN"
    things = (
        inside
        and above.dep_ == "pobj"
        and not {_kind(noun), _kind(above)} & _ANIMATE
        and not (noun.ent_type_ or above.ent_type_)
    )
    return things and child(verb, "dobj") is not None


def _kind(noun: Token) -> str:
    return head_kinds().get(noun.lemma_.lower(), "")


def _agrees(noun: Token, verb: Token) -> bool:
    """ "the smell of the stables, known as sheds": several are called by a plural."""
    called = child(verb, "oprd") or next((p for t in verb.children if t.lower_ == "as" for p in t.children), None)
    return called is not None and noun.tag_ in _PLURALS and (called.tag_ in _PLURALS or _is_plural_acronym(called.text))


def _is_plural_acronym(word: str) -> bool:
    return word.endswith("s") and word[:-1].isupper()


def _is_accompanying(noun: Token) -> bool:
    """ "games with pictures designed for children", not "talks with farmers led by Lee"."""
    preposition = noun.head
    before = preposition.doc[max(0, preposition.i - 1)]
    if noun.dep_ != "pobj" or preposition.lower_ != "with" or before.pos_ != "NOUN":
        return False
    if preposition.head is before:
        return before.lemma_.lower() not in lexicon.words("ends", "mutual")
    bare = noun.tag_ in _PLURALS and child(noun, "det", "poss", "nummod") is None
    return bare and before.dep_ == "dobj" and before.head is preposition.head
