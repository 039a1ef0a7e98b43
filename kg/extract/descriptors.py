"""Phrases beside a name that say who is meant: "Acme chief executive" before it, "the founder of Acme" after it.

They are mentions of whoever is named, whether or not a claim asks for them.
"""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.labels import core
from kg.extract.referents import Referents
from kg.extract.syntax import span_of
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Doc, Token
from kg.model import Mention

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_OUTSIDE = frozenset({"DET", "PUNCT", "SPACE", "CCONJ", "PRON", "ADP"})


def descriptors(doc: Doc, referents: Referents) -> Iterator[Mention]:
    """One for each such phrase of the text, without its article."""
    for name in referents.names():
        yield from _before(name, referents)
    for noun in doc:
        if noun.pos_ in _NOMINAL and not referents.is_name(noun) and (named := referents.namesake(noun)) is not None:
            yield Mention(span_of(core(noun)), named.entity)


def _before(last: Token, referents: Referents) -> Iterator[Mention]:
    """ "Acme president Ann Lee", "national airline Acme": the words before the name, up to one for what it names."""
    reference = referents.named(last)
    if reference is None or last.end_idx != reference.span.end:
        return
    words = [t for t in last.doc.tokens[last.left_edge.i : last.i] if t.idx < reference.span.begin]
    while words and words[0].pos_ in _OUTSIDE:
        del words[0]
    kind = referents.entity(reference.entity).kind
    if words and not referents.is_name(words[-1]) and _is_for(words[-1], kind):
        yield Mention(span_of(words), reference.entity)


def _is_for(word: Token, kind: str) -> bool:
    """Whether the word is a noun for what has a name of that kind."""
    noun = word.lemma_.lower()
    if kind == "Organization":
        return word.pos_ == "NOUN" and noun in lexicon.table("coreference")["organizations"]
    person = head_kinds().get(noun) == "Person" or word.lower_ in title_heads()
    return kind == "Person" and word.pos_ in _NOMINAL and person
