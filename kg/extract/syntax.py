"""Questions about a dependency tree that the rest of the extraction asks again and again."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from kg.extract.words import Token, once
from kg.model import Span

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = frozenset({"conj", "cc"})
_ADPOSITIONAL = frozenset({"prep", "agent", "dative"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_APART = frozenset({"relcl", "appos", "acl", "advcl", "punct", "cc", "conj", "parataxis", "dep"})
_FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
_CLAUSAL = _APART | {"pcomp"}
_GOVERNED = frozenset({"dobj", "pobj", "attr", "conj"})
_NO_NOUN_PHRASE = frozenset({"ADP", "CCONJ", "SCONJ", "VERB", "AUX"})
_PLACE = attrgetter("i")
_OUTSIDE_LABEL = frozenset({"det", "predet", "poss", "preconj"})
_QUANTIFIERS = frozenset({"some", "every", "each", "another"})
_ARTICLES = frozenset({"a", "an", "the"})
_MULTIPLES = frozenset({"half", "twice", "thrice", "double", "triple"})
_NO_MODIFIERS = _APART | _OUTSIDE_LABEL
_NOT_INSIDE = _APART - {"cc", "conj", "punct"}
_INNER_MARKS = frozenset({"-", "/", ",", '"', "“", "”", "'", "‘", "’"})


def children(token: Token, *deps: str) -> list[Token]:
    """The words right below `token` that hang on it by one of `deps`."""
    if token.deps.isdisjoint(deps):
        return []
    return [below for below in token.children if below.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    """The first of them."""
    if token.deps.isdisjoint(deps):
        return None
    for below in token.children:
        if below.dep_ in deps:
            return below
    return None


def conjuncts(token: Token) -> Iterator[Token]:
    """A phrase's head and those joined to it by "and", "or" and commas, in the order of the text."""
    yield token
    if token.deps.isdisjoint(_JOINING):
        return
    joined = children(token, "conj")
    if not joined and token.dep_ in SUBJECTS and "cc" in token.deps:
        joined = [t for t in children(token.head, token.dep_) if t.i > token.i]
    for other in joined:
        if other.pos_ in VERBS and token.pos_ not in VERBS:
            continue
        if not _is_excluded(other):
            yield from conjuncts(other)


def _is_excluded(member: Token) -> bool:
    """ "Lee but not Berg", "Oslo rather than Bergen": what is not told of."""
    if member.pos_ in VERBS:
        return False
    than = any(t.lower_ == "than" and t.i < member.i for t in children(member.head, "cc"))
    return than or "neg" in member.deps


def is_first_person(token: Token) -> bool:
    """ "I" and its forms: whoever speaks."""
    return token.lower_ in _FIRST_PERSON


@once
def members(token: Token) -> tuple[Token, ...]:
    """A phrase's conjuncts, and those that each names as examples: "venues such as A and B"."""
    return tuple(_members(token)) if token.children else (token,)


def sharing(head: Token, verb: Token) -> tuple[Token, ...]:
    """Those that share in what the verb says; in "Lee, who resigned, and Berg" Berg stands behind its clause."""
    return tuple([t for t in members(head) if not head.i < verb.i < t.i])


def _members(token: Token) -> Iterator[Token]:
    for member in conjuncts(token):
        if not _is_such(member):
            yield member
        for preposition in children(member, "prep"):
            first = object_of(preposition)
            if first is not None and gives_examples(preposition):
                yield from conjuncts(first)


def _names_some(preposition: Token) -> bool:
    """ "guests like Ann Lee and Bo Berg"."""
    noun, first = preposition.head, object_of(preposition)
    named = first is not None and first.pos_ == "PROPN"
    return named and noun.tag_ == "NNS" and preposition.i == noun.i + 1


def _is_such(noun: Token) -> bool:
    """ "such venues as A and B": the examples are meant."""
    if "prep" not in noun.deps:
        return False
    examples = any(p.lower_ == "as" and object_of(p) is not None for p in children(noun, "prep"))
    return examples and any(t.lower_ == "such" and t.i < noun.i for t in noun.children)


def gives_examples(preposition: Token) -> bool:
    """ "such as", "including", "like": what follows are some of those meant."""
    if preposition.lower_ != "as":
        return preposition.lower_ == "including" or (preposition.lower_ == "like" and _names_some(preposition))
    before = preposition.doc[max(0, preposition.i - 1)]
    return any(t.lower_ == "such" for t in (*preposition.children, before, *preposition.head.lefts))


def object_of(preposition: Token) -> Token | None:
    """The head of the phrase that a preposition governs."""
    return child(preposition, "pobj")


@once
def prepositions(token: Token) -> tuple[tuple[str, Token], ...]:
    """What hangs on `token` by prepositions: ("of", head of the phrase), with "out of" and the like as one."""
    return () if token.deps.isdisjoint(_ADPOSITIONAL) else tuple(_prepositions(token))


def _prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    for preposition in children(token, *_ADPOSITIONAL):
        inner, particle = child(preposition, "prep"), child(preposition, "pcomp")
        if found := object_of(preposition):
            both = particle is not None and particle.pos_ == "ADP" and particle.i < found.i  # "due to", "because of"
            yield f"{preposition.lower_}_{particle.lower_}" if both and particle else preposition.lower_, found
        elif inner is not None and (found := object_of(inner)):
            yield f"{preposition.lower_}_{inner.lower_}", found


def possessor(noun: Token) -> Token | None:
    """The head of the genitive before a noun."""
    return child(noun, "poss")


def is_elliptical(noun: Token) -> bool:
    """ "more than Lee's": what is Lee's is left out."""
    if (
        noun.dep_ not in _GOVERNED
        or "case" not in noun.deps
        or all(t.tag_ != "POS" for t in children(noun, "case"))
        or noun.i + 2 >= len(noun.doc)
    ):
        return False
    after = noun.doc[noun.i + 2]
    return after.is_punct or after.pos_ in _NO_NOUN_PHRASE


def is_asked(noun: Token) -> bool:
    """ "how much money", "what a day", "which firm": a question, or a cry."""
    words = children(noun, "det", "amod", "predet")
    return bool(words) and any(t.tag_ in _ASKING for word in words for t in (word, *children(word, "advmod")))


def phrase(head: Token) -> list[Token]:
    """The words of a noun phrase: its head and modifiers, without relative clauses, appositions and further members."""
    return _words(head, _APART)


@once
def extent(head: Token) -> list[Token]:
    """The words of a noun phrase from its determiner to the end of its prepositional phrases, without clauses."""
    words = _words(head, _CLAUSAL)
    further = [t for word in words if word.dep_ == "pobj" and word is not head for t in _joined_below(word)]
    return sorted([*words, *further], key=_PLACE) if further else words


def _joined_below(noun: Token) -> Iterator[Token]:
    """ "the border between Norway and Sweden": what is joined to a noun after a preposition is of the same phrase."""
    for other in conjuncts(noun):
        if other is not noun and (noun.head.lower_ == "between" or other.pos_ == noun.pos_):
            yield from _words(other, _CLAUSAL)


@once
def before(head: Token) -> list[Token]:
    """The words of a phrase up to its head, without articles and possessors; of "the car and steel makers" four."""
    tokens, begin = head.doc.tokens, head.i
    while begin > 0 and _leads_to(head, tokens[begin - 1]):
        begin -= 1
    if "predet" in head.deps and begin > 1 and tokens[begin - 1].lower_ in _ARTICLES:
        multiple = tokens[begin - 2]
        if multiple.lower_ in _MULTIPLES and multiple.head is head:  # "half the town" is not the town
            return tokens[begin - 2 : head.i + 1]
    while begin < head.i and (tokens[begin].is_punct or _is_outside(tokens[begin])):
        begin += 1
    return tokens[begin : head.i + 1]


def _is_outside(word: Token) -> bool:
    """An article or a possessor; "some" and "every" say of how many something is told."""
    return word.dep_ in _OUTSIDE_LABEL and word.lower_ not in _QUANTIFIERS


def _leads_to(head: Token, word: Token) -> bool:
    """Whether it modifies the head, or is joined to what does; marks are no bar between modifiers."""
    if word.head is head:
        counts = word.dep_ == "det" and not _is_outside(word)
        return word.text in _INNER_MARKS or word.dep_ not in _NO_MODIFIERS or counts
    while word.head is not head:
        if word.dep_ in _NOT_INSIDE or word.head is word or (word.is_punct and word.text not in _INNER_MARKS):
            return False
        if word.dep_ in _JOINING and word.head.ent_type_ == "PERSON":  # "Lee and union leaders"
            return False
        word = word.head
    return word.dep_ not in _NO_MODIFIERS


def _words(head: Token, apart: frozenset[str]) -> list[Token]:
    """The head and what hangs on it in other ways than those of `apart`, in the order of the text."""
    found, waiting = [head], list(head.children)
    while waiting:
        below = waiting.pop()
        if below.dep_ not in apart or (below.dep_ == "punct" and below.text == "-"):
            found.append(below)
            waiting += below.children
    return sorted(found, key=_PLACE) if len(found) > 1 else found


def written(tokens: Iterable[Token]) -> str:
    """The words from the first to the last of `tokens` as they stand, white space made single."""
    listed = list(tokens)
    begin, end = min([t.idx for t in listed]), max([t.end_idx for t in listed])
    return " ".join(listed[0].doc.text[begin:end].split())


def is_run_on(clause: Token) -> bool:
    """ "The firm left, I think he knew": the verb has its own clause after it; the one before only runs into it.

    So does the first of "they want gold, we want silver", whose verb has its own object.
    """
    verb = clause.head
    if clause.dep_ != "ccomp" or clause.i > verb.i:
        return False
    alike = clause.lemma_ == verb.lemma_ and child(verb, "dobj") is not None
    return alike or any(t.i > verb.i for t in children(verb, "ccomp"))


def is_absolute(verb: Token) -> bool:
    """ "…, with the mayor saying that …": a clause beside the sentence, whatever word the parser hangs it on."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "with" and child(verb, "nsubj", "nsubjpass") is not None


def span_of(tokens: Iterable[Token]) -> Span:
    """From the first character of the first to the last of the last."""
    listed = list(tokens)
    return Span(min([t.idx for t in listed]), max([t.end_idx for t in listed]))


def initials(name: str) -> str:
    """First letters of the capitalized words.

    >>> initials("Union for Roads and Bridges in Africa")
    'URBA'
    """
    return "".join(w[0] for w in re.split(r"\s+", name) if w[:1].isupper())


def clause_words(token: Token) -> list[Token]:
    """All words below `token`, without punctuation and space at the ends; at least `token` itself."""
    words = token.subtree
    inner = [i for i, word in enumerate(words) if not word.is_punct and not word.is_space]
    return words[inner[0] : inner[-1] + 1] if inner else [token]
