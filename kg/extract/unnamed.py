"""Phrases of headlines and ledes for one person without a name: "Driver charged in crash", "A Sydney man has died"."""

from bisect import bisect_left
from collections.abc import Container, Iterator

from kg import lexicon
from kg.extract.syntax import child, children
from kg.extract.vocabulary import head_kinds, home_of
from kg.extract.words import Doc, Token

OPENING = 10  # sentences: headlines, dates and names of authors, and the lede
_SINGULAR = frozenset({"NN", "NNP"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "conj", "dep"})
_MODIFIERS = ("amod", "compound", "nmod", "nummod")
_BODIES = frozenset({"ORG", "GPE"})


def unnamed(doc: Doc, named: Container[int]) -> Iterator[Token]:
    """The words that head such a phrase, which are in none of the names."""
    for token in doc.tokens[: bisect_left(doc.sentence_numbers, OPENING)]:
        if token.tag_ in _SINGULAR and token.i not in named and _takes_part(token) and _is_one_of_many(token):
            yield token


def _takes_part(head: Token) -> bool:
    """It acts, or something happens to it; "as a coach", "the coach", "a man and a woman" do not count."""
    by = head.dep_ == "pobj" and head.head.dep_ == "agent"
    first = head.head if head.dep_ == "conj" else head
    return (by or head.dep_ in _PARTS) and child(first, "cc") is None and _is_bare(head)


def _is_bare(head: Token) -> bool:
    """With "a" or, as headlines have it, with nothing but "Acme's"; nor is the name of a person beside it."""
    articles = {t.lower_ for t in children(head, "det", "nummod")}
    others = lexicon.words("coreference", "other") - {"former"}
    beside = any(t.ent_type_ == "PERSON" for t in children(head, "appos", "compound", "nmod"))
    owned = any(t.ent_type_ not in _BODIES for t in children(head, "poss"))
    return (
        articles <= {"a", "an"}
        and not beside
        and not owned
        and all(t.lower_ not in others for t in children(head, *_MODIFIERS))
    )


def _is_one_of_many(head: Token) -> bool:
    """Called by what many are: an office, a trade, kin, a nation."""
    noun = noun_of(head)
    known = head_kinds().get(noun) == "Person" and noun not in lexicon.words("coreference", "crowds")
    return known or home_of(head) is not None


def noun_of(head: Token) -> str:
    """ "Ex-accountant" is called "accountant"."""
    return head.lemma_.lower().removeprefix("ex-")
