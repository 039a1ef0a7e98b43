"""Questions about a dependency tree that the rest of the extraction asks again and again."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.words import Token
from kg.model import Span

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_APART = frozenset({"relcl", "appos", "acl", "advcl", "punct", "cc", "conj", "parataxis", "dep"})
_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_CLAUSAL = _APART | {"pcomp"}
_GOVERNED = frozenset({"dobj", "pobj", "attr", "conj"})
_NO_NOUN_PHRASE = frozenset({"ADP", "CCONJ", "SCONJ", "VERB", "AUX"})
_LONGEST_OF = 8
_OUTSIDE_LABEL = frozenset({"det", "predet", "poss", "punct", "preconj"})


def children(token: Token, *deps: str) -> list[Token]:
    """The words right below `token` that hang on it by one of `deps`."""
    return [below for below in token.children if below.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    """The first of them."""
    for below in token.children:
        if below.dep_ in deps:
            return below
    return None


def conjuncts(token: Token) -> Iterator[Token]:
    """A phrase's head and those joined to it by "and", "or" and commas, in the order of the text."""
    yield token
    joined = children(token, "conj")
    if not joined and token.dep_ in SUBJECTS and child(token, "cc") is not None:
        joined = [t for t in children(token.head, token.dep_) if t.i > token.i]
    for other in joined:
        if other.pos_ not in VERBS or token.pos_ in VERBS:
            yield from conjuncts(other)


def is_first_person(token: Token) -> bool:
    """ "I" and its forms: whoever speaks."""
    return token.lower_ in _FIRST_PERSON


def members(token: Token) -> Iterator[Token]:
    """A phrase's conjuncts, and those that each names as examples: "venues such as A and B"."""
    for member in conjuncts(token):
        yield member
        for preposition in children(member, "prep"):
            first = object_of(preposition)
            if first is not None and _gives_examples(preposition):
                yield from conjuncts(first)


def _gives_examples(preposition: Token) -> bool:
    such = preposition.lower_ == "as" and any(t.lower_ == "such" for t in (*preposition.children, preposition.nbor(-1)))
    return such or preposition.lower_ == "including"


def object_of(preposition: Token) -> Token | None:
    """The head of the phrase that a preposition governs."""
    return child(preposition, "pobj")


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """What hangs on `token` by prepositions: ("of", head of the phrase), with "out of" and the like as one."""
    for preposition in children(token, "prep", "agent", "dative"):
        inner = child(preposition, "prep")
        if found := object_of(preposition):
            yield preposition.lower_, found
        elif inner is not None and (found := object_of(inner)):
            yield f"{preposition.lower_}_{inner.lower_}", found


def possessor(noun: Token) -> Token | None:
    """The head of the genitive before a noun."""
    return child(noun, "poss")


def is_elliptical(noun: Token) -> bool:
    """ "more than Lee's": what is Lee's is left out."""
    if (
        noun.dep_ not in _GOVERNED
        or all(t.tag_ != "POS" for t in children(noun, "case"))
        or noun.i + 2 >= len(noun.doc)
    ):
        return False
    after = noun.doc[noun.i + 2]
    return after.is_punct or after.pos_ in _NO_NOUN_PHRASE


def is_asked(noun: Token) -> bool:
    """ "how much money", "what a day", "which firm": a question, or a cry."""
    words = children(noun, "det", "amod", "predet")
    return any(t.tag_ in {"WDT", "WP", "WRB"} for word in words for t in (word, *children(word, "advmod")))


def phrase(head: Token) -> list[Token]:
    """The words of a noun phrase: its head and modifiers, without relative clauses, appositions and further members."""
    return sorted(_words(head, _APART), key=lambda t: t.i)


def extent(head: Token) -> list[Token]:
    """The words of a noun phrase from its determiner to the end of its prepositional phrases, without clauses."""
    return sorted(_words(head, _CLAUSAL), key=lambda t: t.i)


def core(head: Token) -> list[Token]:
    """The words that make a label: the phrase up to its head, without articles and possessors, and "of" what."""
    before = _last_run([t for t in phrase(head) if t.i <= head.i and _labels(t, head)], head)
    return before + _of_what(head, _LONGEST_OF)


def _of_what(head: Token, room: int) -> list[Token]:
    """What follows right after a noun with "of", up to the noun there and what follows that; at most `room` words."""
    of = next((p for p in children(head, "prep") if p.lower_ == "of" and p.i == head.i + 1), None)
    noun = child(of, "pobj", "pcomp") if of is not None else None
    if noun is None or (noun.dep_ == "pobj" and noun.pos_ not in NOUNS):
        return []
    end = (child(noun, "dobj") or noun).i if noun.dep_ == "pcomp" else noun.i
    hyphened = end + 1 < len(head.doc) and head.doc[end + 1].text == "-"
    if hyphened or not head.i < end <= head.i + room:
        return []
    return [*head.doc[head.i + 1 : end + 1], *(_of_what(noun, room - (end - head.i)) if end == noun.i else [])]


def _labels(token: Token, head: Token) -> bool:
    return token == head or not any(
        t.dep_ in _OUTSIDE_LABEL and t.head == head and t.text != "-" for t in (token, *token.ancestors) if t != head
    )


def _last_run(tokens: list[Token], head: Token) -> list[Token]:
    """The longest unbroken run of `tokens` that ends at `head`."""
    begin = len(tokens) - 1
    while begin > 0 and tokens[begin - 1].i == tokens[begin].i - 1:
        begin -= 1
    return tokens[begin:] if tokens else [head]


def _words(token: Token, apart: frozenset[str]) -> Iterator[Token]:
    yield token
    for below in token.children:
        if below.dep_ not in apart or (below.dep_ == "punct" and below.text == "-"):
            yield from _words(below, apart)


def written(tokens: Iterable[Token]) -> str:
    """The words from the first to the last of `tokens` as they stand, white space made single."""
    listed = list(tokens)
    first, last = min(t.i for t in listed), max(t.i for t in listed)
    return " ".join(listed[0].doc[first : last + 1].text.split())


def is_absolute(verb: Token) -> bool:
    """ "…, with the mayor saying that …": a clause beside the sentence, whatever word the parser hangs it on."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "with" and child(verb, "nsubj", "nsubjpass") is not None


def span_of(tokens: Iterable[Token]) -> Span:
    """From the first character of the first to the last of the last."""
    listed = list(tokens)
    return Span(min(t.idx for t in listed), max(t.idx + len(t) for t in listed))


def initials(name: str) -> str:
    """First letters of the capitalized words.

    >>> initials("Union for Roads and Bridges in Africa")
    'URBA'
    """
    return "".join(w[0] for w in re.split(r"\s+", name) if w[:1].isupper())


def clause_words(token: Token) -> list[Token]:
    """All words below `token`, without punctuation and space at the ends; at least `token` itself."""
    words = list(token.subtree)
    inner = [i for i, word in enumerate(words) if not word.is_punct and not word.is_space]
    return words[inner[0] : inner[-1] + 1] if inner else [token]
