"""What an unnamed participant is called: the phrase as it stands, without its article, unless that is a long text.

What restricts a noun belongs to it: whose it is ("the court's decision"), phrases, infinitives, participles and
relative clauses right behind it ("a drop in prices", "people accused of theft"). Asides and appositions are left out.
A pronoun in the phrase is written as the name that it stands for, where that is sure.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.endings import endings, may_end
from kg.extract.postmodifiers import BREAKS, behind
from kg.extract.syntax import NOUNS, before, child, children, object_of, written
from kg.extract.words import Token
from kg.model import Span

_LONGEST = 120
_LONGEST_CORE = 8
_LONGEST_OWNER = 4
_DATES = frozenset({"DATE", "TIME"})
_ARTICLES = frozenset({"a", "an", "the"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_AROUND = " \"'“”‘’(),.-"
_QUOTES = frozenset({'"', "“", "”"})
_SINGLE = ("'", "‘")
_CLOSING = re.compile(r"['’](?!\w)")

_CLAUSES = ("acl", "relcl", "advcl")

Called = Callable[[Token], str | None]


@dataclass(frozen=True, slots=True)
class Label:
    """`clause`: where in the text the clauses behind the noun stand that the label has, and `shorter` has not."""

    text: str
    shorter: str = ""
    clause: Span | None = None


def core(head: Token) -> list[Token]:
    """A phrase up to its head, without articles and possessors, and "of" what."""
    return [*before(head), *head.doc.tokens[head.i + 1 : _of_end(head, head.i + _LONGEST_CORE) + 1]]


def plain(head: Token) -> str:
    """The words of a phrase up to its head."""
    return _bare(written(before(head)))


def label(head: Token, owner: Called, named: Called) -> Label:
    """A phrase's words in short; `owner` says what a possessor is called, `named` what name a pronoun stands for."""
    whose = possessive(head, owner)
    front = f"{whose} " if whose else ""
    begin = before(head)[0].idx - len(front)
    fitting = [end for end in endings(head, behind(head)) if head.doc[end].end_idx - begin <= _LONGEST]
    last, clause = max(fitting, default=head.i), _clause(head)
    text = _written(head, last, named, front)
    if clause is None or last < clause or head.pos_ == "PRON":
        return Label(text)
    shorter = _written(head, max((end for end in fitting if end < clause), default=head.i), named, front)
    return Label(text, shorter, Span(head.doc[clause].idx, head.doc[last].end_idx))


def label_of(words: list[Token], named: Called) -> Label:
    """What is called by just these words."""
    return Label(_bare(_named(words, named, "")))


def _clause(head: Token) -> int | None:
    """Where the first clause of the noun begins behind it."""
    return min((t.left_edge.i for t in children(head, *_CLAUSES) if t.i > head.i), default=None)


def _written(head: Token, last: int, named: Called, front: str) -> str:
    words = [*before(head), *head.doc.tokens[head.i + 1 : last + 1]]
    text = _bare(_named(words, named, front))
    return front + text if text else text


def _bare(text: str) -> str:
    """Without marks at the ends, and without quotation marks if one then lacks its pair."""
    bare = text.strip(_AROUND)
    if bare.count('"') % 2 or bare.count("“") != bare.count("”"):
        bare = "".join(c for c in bare if c not in _QUOTES)
    return _CLOSING.sub("", bare, count=1) if text.strip().startswith(_SINGLE) else bare


def possessive(head: Token, owner: Called) -> str | None:
    """ "the court's", "Thursday's": whose or of when something is, unless that takes many words."""
    of_whom = child(head, "poss")
    if of_whom is None:
        return None
    dated = of_whom.ent_type_ in _DATES and of_whom.pos_ in NOUNS and of_whom.tag_ != "PRP$"
    return _of_day(of_whom) if dated else _genitive_of(of_whom, owner)


def _of_day(day: Token) -> str:
    """ "This week's", "next year's"; "the week's" without its article."""
    return genitive(written([t for t in day.subtree if t.tag_ != "POS" and t.lower_ not in _ARTICLES]))


def genitive(name: str) -> str:
    """A name as the owner of something.

    >>> genitive("Lee"), genitive("Alps")
    ("Lee's", "Alps'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _genitive_of(of_whom: Token, owner: Called) -> str | None:
    name = owner(of_whom)
    if name is not None and of_whom.pos_ == "NOUN" and len(name.split()) > _LONGEST_OWNER:
        name = plain(of_whom)  # "the group's", where its name is long
    return None if name is None or len(name.split()) > _LONGEST_OWNER else genitive(name)


def _named(words: list[Token], named: Called, said: str) -> str:
    """The words as they stand, with its name for a pronoun; once, for further on it is clear who is meant."""
    if all(t.tag_ not in _PRONOUNS for t in words):
        return written(words)
    pieces = []
    for word in words:
        name = _name(word, named) if word.tag_ in _PRONOUNS else None
        pieces.append(word.text_with_ws if name is None or name in said else name + word.whitespace_)
        said += name or ""
    return " ".join("".join(pieces).split())


def _name(pronoun: Token, named: Called) -> str | None:
    return _genitive_of(pronoun, named) if pronoun.tag_ == "PRP$" else named(pronoun)


def _of_end(head: Token, farthest: int) -> int:
    """The place where a phrase ends with "of" what."""
    of = next((t for t in head.children if t.i == head.i + 1 and t.lower_ == "of" and t.dep_ == "prep"), None)
    below = object_of(of) if of is not None else None
    if below is None or below.pos_ not in NOUNS or not head.i < below.i <= farthest:
        return head.i
    end = _of_end(below, farthest)
    whole = all(t.text not in BREAKS and not t.is_space for t in head.doc.tokens[head.i : end + 1])
    return end if whole and may_end(head.doc[end]) else head.i
