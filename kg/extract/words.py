"""The words of a parsed text as plain values.

The attributes have spaCy's names; `copying.py` makes them of what spaCy says, and the rest of the extraction knows only
these classes.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cached_property, wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, Literal, TypeVar, overload

_DEP = attrgetter("dep_")
_NO_DEPS: frozenset[str] = frozenset()

T = TypeVar("T")


class Token:
    """A word in its tree, from the character `idx` to `end_idx` (exclusive).

    `head` of a sentence's root is the root itself; `children` stand in the order of the text; `deps` says how they hang
    on it, so that it is quickly seen that nothing hangs on it so.
    """

    __slots__ = (
        *("doc", "sent", "i", "idx", "end_idx", "head", "children", "deps"),
        *("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
        *("is_punct", "is_space", "is_quote", "like_num", "is_sent_start"),
    )
    doc: "Doc"
    i: int
    idx: int
    end_idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_punct: bool
    is_space: bool
    is_quote: bool
    like_num: bool
    is_sent_start: bool
    head: "Token"
    children: Sequence["Token"]
    deps: frozenset[str]
    sent: "Phrase"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __hash__(self) -> int:
        return self.i

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def lefts(self) -> list["Token"]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        return [child for child in self.children if child.i > self.i]

    @property
    def left_edge(self) -> "Token":
        """The first word of the subtree."""
        return min(self.subtree, key=attrgetter("i"))

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above, the nearest first."""
        here = self
        while here.head is not here:
            here = here.head
            yield here

    @property
    def subtree(self) -> list["Token"]:
        """The word and all below it, in the order of the text."""
        words: list[Token] = []
        _gather(self, words)
        return words

    def is_ancestor(self, other: "Token") -> bool:
        return any(above is self for above in other.ancestors)

    @property
    def before(self) -> "Token":
        """The word to the left; the first word of a text is its own, so that no rule looks at the last one instead."""
        return self.doc.tokens[self.i - 1] if self.i else self

    def nbor(self, distance: int = 1) -> "Token":
        """The word `distance` to the right, or to the left. Raises `IndexError` beyond the ends of the text."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


def _gather(token: Token, words: list[Token]) -> None:
    """Add the word and all below it: first what hangs on it to the left, then itself, then the rest."""
    waiting = True
    for below in token.children:
        if waiting and below.i > token.i:
            words.append(token)
            waiting = False
        if below.children:
            _gather(below, words)
        else:
            words.append(below)
    if waiting:
        words.append(token)


class Phrase:
    """The words `start` to `end` (exclusive) of a text."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self.doc.tokens[self.start : self.end][place]

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        return self.doc.tokens[self.end - 1].end_idx

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The sentence's root if it is inside, else the first word whose way up to it is the shortest; no lone mark."""
        start, end = self.start, self.end
        tops = [t for t in self.doc.tokens[start:end] if t.head is t or not start <= t.head.i < end]
        return tops[0] if len(tops) == 1 else min(tops, key=_height)


def _height(token: Token) -> int:
    if token.head is token:
        return 0
    lone = not token.children and (token.is_space or token.is_punct)
    return len(token.doc) if lone else sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text, made of words that know their heads.

    `answers`: what functions that are asked `once` have said of its words.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.answers: dict[object, dict[int, Any]] = defaultdict(dict)
        _join(self.tokens)
        starts = [t.i for t in self.tokens if t.is_sent_start]
        self.sents = [Phrase(self, *ends) for ends in pairwise([*starts, len(self.tokens)])]
        for sentence in self.sents:
            for token in sentence:
                token.doc, token.sent = self, sentence
        self.ents = list(self._entities())

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Phrase: ...
    def __getitem__(self, place: int | slice) -> Token | Phrase:
        if not isinstance(place, slice):
            return self.tokens[place]
        start, stop, _ = place.indices(len(self.tokens))
        return Phrase(self, start, stop if stop > start else start)

    def char_span(self, begin: int, end: int, alignment_mode: Literal["contract", "expand"]) -> Phrase | None:
        """The words inside the characters `begin` to `end`, or those that touch them; nothing if there are none."""
        first, last = self._at(begin), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "contract":
            start, stop = first.i + (first.idx < begin), last.i + (last.end_idx <= end)
        else:
            start, stop = first.i + (first.end_idx == begin), last.i + 1
        return Phrase(self, start, stop) if start < stop else None

    def _at(self, offset: int) -> Token | None:
        """The word to which a character belongs; the space after a word is the word's."""
        if not 0 <= offset < len(self.text):
            return None
        return self.tokens[max(bisect_right(self._offsets, offset) - 1, 0)]

    def beginning(self, begin: int, end: int) -> list[Token]:
        """The words of which the first character is one of `begin` to `end` (exclusive)."""
        return self.tokens[bisect_left(self._offsets, begin) : bisect_left(self._offsets, end)]

    def part(self) -> None:
        """Let the words go, which hold one another: else the garbage collector has to look for them."""
        for token in self.tokens:
            del token.doc, token.sent, token.head, token.children
        del self.sents, self.ents

    def having(self, words: Set[str]) -> list[Token]:
        """The tokens whose form or lemma, in lower case, is one of `words`, in the order of the text."""
        found = {token.i for word in self._forms.keys() & words for token in self._forms[word]}
        return [self.tokens[i] for i in sorted(found)]

    def _entities(self) -> Iterator[Phrase]:
        begin = None
        for token in [t for t in self.tokens if t.ent_type_]:
            if token.ent_iob_ == "B":
                begin = token.i
            after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
            if begin is not None and (after is None or after.ent_iob_ != "I"):
                yield Phrase(self, begin, token.i + 1, token.ent_type_)

    @cached_property
    def sentence_numbers(self) -> list[int]:
        """For each word the number of its sentence."""
        return [number for number, sentence in enumerate(self.sents) for _ in range(len(sentence))]

    @cached_property
    def _forms(self) -> dict[str, list[Token]]:
        forms: dict[str, list[Token]] = defaultdict(list)
        for token in self.tokens:
            forms[token.lower_].append(token)
            if token.lemma_ != token.lower_ and (lemma := token.lemma_.lower()) != token.lower_:
                forms[lemma].append(token)
        return forms

    @cached_property
    def _offsets(self) -> list[int]:
        return [token.idx for token in self.tokens]


def once(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """Ask a pure function of a word once for each word of a text, and keep the answer as long as the text."""

    @wraps(function)
    def answer(token: Token) -> T:
        answers: dict[int, T] = token.doc.answers[function]
        if token.i not in answers:
            answers[token.i] = function(token)
        return answers[token.i]

    return answer


def _join(tokens: list[Token]) -> None:
    """Let every head know what hangs on it; most words have nothing, and share one empty tuple."""
    below: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        token.children, token.deps = (), _NO_DEPS
        if token.head is not token:
            below[token.head.i].append(token)
    for place, children in below.items():
        _take(tokens[place], children)


def _take(head: Token, children: Sequence[Token]) -> None:
    head.children, head.deps = children, frozenset(map(_DEP, children))


def hang(token: Token, head: Token, dep: str) -> None:
    """Give a word another place in the tree. A word that becomes its own head is a sentence's root.

    What has been asked `once` is not asked again: only who reads the tree first may change it.
    A word is never hung on one below it: the tree would become a ring.
    """
    if token.is_ancestor(head):
        return
    if token.head is not token:
        _take(token.head, [t for t in token.head.children if t is not token])
    token.head, token.dep_ = head, dep
    if head is not token:
        _take(head, sorted((*head.children, token), key=attrgetter("i")))
