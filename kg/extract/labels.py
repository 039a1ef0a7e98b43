"""What an unnamed participant is called: its head, the words before it, and what says which one is meant.

What restricts a noun is whose it is ("the court's decision"), and the phrases and infinitives right after it ("a drop
in prices", "the right to vote"). Relative clauses and appositions are left out, and so is what would make a label long.
"""

from collections.abc import Callable, Set
from functools import cache

from kg import lexicon
from kg.extract.relatives import is_person
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, before, child, written
from kg.extract.tense import is_infinitive, verb_over
from kg.extract.words import Token

_LONGEST = 8
_LONGEST_OWNER = 4
_OF = frozenset({"of"})
_DATES = frozenset({"DATE", "TIME"})
_SETTING_APART = frozenset("():;–—[]/")
_CUT = frozenset({"ADP", "PART", "CCONJ"})
_PLACING = frozenset({"at", "in", "on"})  # "met a man in Rome": the man may live elsewhere
_OBJECTS = frozenset({"dobj", "pobj"})
_QUOTES = frozenset('"“”')
_NEEDED = frozenset({"prt", "dobj", "dative", "xcomp", "ccomp", "acomp", "oprd", "attr"})
_FREE = frozenset({"prep", "advmod", "npadvmod"})
_AROUND = " \"'“”‘’(),.-"

Owners = Callable[[Token], str | None]


def core(head: Token) -> list[Token]:
    """A phrase up to its head, without articles and possessors, and "of" what."""
    return before(head) + _after(head, _OF)


def label(head: Token, owner: Owners) -> str:
    """A phrase's words in short; `owner` gives the name of a possessor, where it is known."""
    words = before(head) + _after(head, _restricting())
    text = written(words).strip(_AROUND)
    whose = possessive(head, owner)
    return f"{whose} {text}" if whose and text else text


@cache
def _restricting() -> frozenset[str]:
    return frozenset(lexicon.table("ends")["restricting"])


def possessive(head: Token, owner: Owners) -> str | None:
    """ "the court's": whose something is, unless that is a day or takes many words."""
    of_whom = child(head, "poss")
    if of_whom is None or of_whom.ent_type_ in _DATES:
        return None
    name = owner(of_whom)
    if name is None or len(name.split()) > _LONGEST_OWNER:
        return None
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _after(head: Token, allowed: Set[str]) -> list[Token]:
    """What follows right after a noun and restricts it."""
    return list(head.doc[head.i + 1 : _end(head, head.i + _LONGEST, allowed) + 1])


def _end(noun: Token, last: int, allowed: Set[str]) -> int:
    """The place of the last word that belongs to a noun; not beyond `last`."""
    end = noun.i
    for below in (t for t in noun.children if t.i > noun.i):
        further = _end_of_part(below, end + 1, last, allowed)
        if further is None:
            break
        end = further
    return end


def _end_of_part(part: Token, begin: int, last: int, allowed: Set[str]) -> int | None:
    """Where a phrase or an infinitive ends that begins right there; None if it is none, or too long."""
    if part.lower_ in _PLACING and part.head.dep_ in _OBJECTS and is_person(part.head):
        return None
    if part.dep_ == "prep" and part.i == begin and part.lower_ in allowed:
        end = _end_of_phrase(part, last, allowed)
    elif (
        len(allowed) > 1
        and part.dep_ in {"acl", "relcl", "advcl"}
        and is_infinitive(part)
        and part.left_edge.i == begin
    ):
        end = _end_of_verb(part, last, allowed)
    else:
        return None
    return end if end is not None and begin < end <= last and _is_whole(part, begin, end) else None


def _is_whole(part: Token, begin: int, end: int) -> bool:
    """Neither cut inside of quotation marks, at a hyphen or after a preposition, and nothing set apart in it."""
    words = part.doc[begin : end + 1]
    if words[-1].pos_ in _CUT:
        return False
    hyphened = end + 1 < len(part.doc) and part.doc[end + 1].text == "-"
    apart = any(t.is_space or t.text in _SETTING_APART for t in words)
    return not hyphened and not apart and sum(t.text in _QUOTES for t in words) % 2 == 0


def _end_of_phrase(preposition: Token, last: int, allowed: Set[str]) -> int | None:
    below = child(preposition, "pobj", "pcomp")
    if below is None or not preposition.i < below.i <= last or _is_agent(preposition):
        return None
    if below.dep_ == "pcomp":
        return _end_of_verb(below, last, allowed) if _is_gerund(below) else None
    if below.pos_ not in NOUNS:
        return None
    if preposition.lower_ != "of" and (below.pos_ == "PRON" or below.ent_type_ in _DATES):
        return None
    return _end_of_list(below, last, allowed) if len(allowed) > 1 else _end(below, last, allowed)


def _is_agent(preposition: Token) -> bool:
    """ "was banned from the town by the mayor": it is no town by the mayor."""
    verb = verb_over(preposition.head)
    return preposition.lower_ == "by" and verb.tag_ == "VBN" and verb.i < preposition.i


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" and child(verb, *SUBJECTS) is None


def _end_of_list(noun: Token, last: int, allowed: Set[str]) -> int | None:
    """The end of "A, B and C"; a part of it would say something else."""
    end = noun
    while (other := child(end, "conj")) is not None:
        end = other
    return _end(end, last, allowed) if end.i <= last else None


def _end_of_verb(verb: Token, last: int, allowed: Set[str]) -> int | None:
    """The end of an infinitive or a gerund with what it takes; None where its object does not fit."""
    if (other := child(verb, "conj")) is not None:
        return _end_of_verb(other, last, allowed) if other.i <= last else None
    end = verb.i
    for below in (t for t in verb.children if t.i > verb.i and t.dep_ in _NEEDED | _FREE):
        further = _end_of_complement(below, end + 1, last, allowed)
        if further is not None:
            end = further
        elif below.dep_ in _NEEDED:
            return None
    return end


def _end_of_complement(part: Token, begin: int, last: int, allowed: Set[str]) -> int | None:
    if part.left_edge.i != begin or part.i > last:
        return None
    if part.dep_ == "prep":
        return _end_of_phrase(part, last, allowed)
    if part.pos_ in VERBS:
        return _end_of_verb(part, last, allowed)
    return _end(part, last, allowed)
