"""Phrases beside a name that say who is meant: "Acme chief executive" before it, "the founder of Acme" after it.

They are mentions of whoever is named, whether or not a claim asks for them, and so is the whole with the name.
"""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.appositions import Appositions
from kg.extract.labels import core
from kg.extract.postmodifiers import BREAKS
from kg.extract.referents import Reference, Referents
from kg.extract.syntax import child, conjuncts, extent, span_of
from kg.extract.vocabulary import head_kinds, title_heads
from kg.extract.words import Doc, Token
from kg.model import Mention, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_OUTSIDE = frozenset({"DET", "PUNCT", "SPACE", "CCONJ", "PRON", "ADP"})
_JOINTS = frozenset({"the", "a", "an"}) | lexicon.names().honorifics


def descriptors(doc: Doc, referents: Referents) -> Iterator[Mention]:
    """One for each such phrase of the text, without its article, and one for it and the name together."""
    for name in referents.names():
        reference = referents.named(name)
        if reference is not None and name.end_idx == reference.span.end:
            yield from _before(name, reference, referents)
    for noun in doc:
        if noun.pos_ in _NOMINAL and not referents.is_name(noun) and (named := referents.namesake(noun)) is not None:
            yield Mention(_phrase(noun, referents), named.entity)
            yield from _with_name(noun, named, referents)
    for fact in Appositions(doc, referents).facts():
        named = referents.named(fact.subject) if fact.subject is not None else None
        if named is not None and isinstance(fact.object, Token):
            yield from _with_name(fact.object, named, referents)


def _before(last: Token, reference: Reference, referents: Referents) -> Iterator[Mention]:
    """ "Acme president Ann Lee", "national airline Acme": the words before the name, up to one for what it names."""
    words = _words_before(last, reference, referents)
    if not words or referents.is_name(words[-1]):
        return
    fits = _is_for(words[-1], referents.entity(reference.entity).kind)
    if fits:
        yield Mention(span_of(words), reference.entity)
    if fits or words[-1].pos_ == "NOUN":
        yield Mention(Span(words[0].idx, last.end_idx), reference.entity)


def _words_before(last: Token, reference: Reference, referents: Referents) -> list[Token]:
    return _own([t for t in last.doc.tokens[last.left_edge.i : last.i] if t.idx < reference.span.begin], referents)


def _phrase(noun: Token, referents: Referents) -> Span:
    words = core(noun)
    return span_of([*_own([t for t in words if t.i <= noun.i], referents), *(t for t in words if t.i > noun.i)])


def _own(words: list[Token], referents: Referents) -> list[Token]:
    """Without another clause, and without another who is named before "and"."""
    ends = (i for i, t in enumerate(words, 1) if _is_before_phrase(t, words[i:], referents))
    own = words[max(ends, default=0) :]
    while own and own[0].pos_ in _OUTSIDE and own[0].lower_ != "another":
        del own[0]
    return own


def _is_before_phrase(word: Token, then: list[Token], referents: Referents) -> bool:
    if word.tag_ in _FINITE or word.is_space or (word.is_quote and word.tag_ != "POS") or word.text in BREAKS:
        return True
    joined = bool(then) and (then[0].pos_ == "CCONJ" or then[0].text == ",")
    return joined and word.pos_ == "PROPN" and referents.is_name(word)


def _with_name(noun: Token, named: Reference, referents: Referents) -> Iterator[Mention]:
    """ "Ann Lee, the founder of Acme", where nothing else stands between the two."""
    text, behind = noun.doc.text, named.span.begin < noun.idx
    first = named.span if behind else _phrase(noun, referents)
    last = Span(extent(noun)[0].idx, _end(noun)) if behind else named.span
    name = referents.entity(named.entity).named and text[named.span.begin].isupper()
    if name and first.end <= last.begin and _is_joint(text[first.end : last.begin]):
        yield Mention(Span(first.begin, last.end), named.entity)


def _is_joint(between: str) -> bool:
    """Nothing but commas, articles, honorifics and spaces."""
    return "\n" not in between and _JOINTS.issuperset(between.replace(",", " ").split())


def _end(noun: Token) -> int:
    """Where a phrase ends, with what is joined to it: "chairman and founder of Acme"."""
    joined = (t for t in conjuncts(noun) if t.pos_ == noun.pos_ and t.i > noun.i and child(t, "det") is None)
    return max(extent(t)[-1].end_idx for t in (noun, *joined))


def _is_for(word: Token, kind: str) -> bool:
    """Whether the word is a noun for what has a name of that kind."""
    noun = word.lemma_.lower()
    if kind == "Organization":
        return word.pos_ == "NOUN" and noun in lexicon.table("coreference")["organizations"]
    person = head_kinds().get(noun) == "Person" or word.lower_ in title_heads()
    return kind == "Person" and word.pos_ in _NOMINAL and person
