"""The words of a parsed text as plain values.

spaCy makes a word anew at each look, and looks its every attribute up in tables; the extraction looks often. So all is
copied once a text, under spaCy's names, and the rest of the extraction knows these classes only.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Literal, overload

import spacy.strings
import spacy.tokens
from spacy import attrs

_TEXTS = {"lemma_": attrs.LEMMA, "pos_": attrs.POS, "tag_": attrs.TAG, "dep_": attrs.DEP, "ent_type_": attrs.ENT_TYPE}
_FLAGS = {
    "is_punct": attrs.IS_PUNCT,
    "is_space": attrs.IS_SPACE,
    "is_quote": attrs.IS_QUOTE,
    "like_num": attrs.LIKE_NUM,
}
_OTHERS = (attrs.LOWER, attrs.ORTH, attrs.SPACY, attrs.IDX, attrs.HEAD, attrs.ENT_IOB, attrs.SENT_START)
_HALF = 1 << 63  # numbers below 0 come as if without a sign
_TAGGED = ("", "I", "O", "B")


class Token:
    """A word in its tree. `head` of a sentence's root is the root itself; `children` stand in the order of the text."""

    __slots__ = (
        *("doc", "i", "idx", "text", "lower_", "whitespace_", "head", "children", "ent_iob_", "is_sent_start", "sent"),
        *_TEXTS,
        *_FLAGS,
    )
    doc: "Doc"
    i: int
    idx: int
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
    children: list["Token"]
    sent: "Phrase"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __hash__(self) -> int:
        return self.i

    def __eq__(self, other: object) -> bool:
        return self is other

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
        return min(self.subtree, key=lambda t: t.i)

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above, the nearest first."""
        here = self
        while here.head is not here:
            here = here.head
            yield here

    @property
    def subtree(self) -> Iterator["Token"]:
        """The word and all below it, in the order of the text."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    def is_ancestor(self, other: "Token") -> bool:
        return any(above is self for above in other.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """The word `distance` to the right, or to the left. Raises `IndexError` beyond the ends of the text."""
        if not 0 <= self.i + distance < len(self.doc):
            raise IndexError(self.i + distance)
        return self.doc[self.i + distance]


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
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        last = self.doc[self.end - 1]
        return last.idx + len(last)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def root(self) -> Token:
        """The sentence's root if it is inside, else the first word whose way up to it is the shortest; no lone mark."""
        tops = [t for t in self if t.head is t or not self.start <= t.head.i < self.end]
        return min(tops, key=_height)


def _height(token: Token) -> int:
    if token.head is token:
        return 0
    lone = not token.children and (token.is_space or token.is_punct)
    return len(token.doc) if lone else sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text."""

    def __init__(self, parsed: spacy.tokens.Doc, text: str) -> None:
        self.text = text
        self.tokens = [Token() for _ in parsed]
        self._fill(parsed)
        starts = [t.i for t in self.tokens if t.is_sent_start]
        self.sents = [Phrase(self, *ends) for ends in pairwise([*starts, len(self.tokens)])]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence
        self.ents = [Phrase(self, entity.start, entity.end, entity.label_) for entity in parsed.ents]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Phrase: ...
    def __getitem__(self, place: int | slice) -> Token | Phrase:
        if isinstance(place, int):
            return self.tokens[place]
        start, stop, _ = place.indices(len(self.tokens))
        return Phrase(self, start, max(start, stop))

    def char_span(self, begin: int, end: int, alignment_mode: Literal["contract", "expand"]) -> Phrase | None:
        """The words inside the characters `begin` to `end`, or those that touch them; nothing if there are none."""
        first, last = self._at(begin), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "contract":
            start, stop = first.i + (first.idx < begin), last.i + (last.idx + len(last) <= end)
        else:
            start, stop = first.i + (first.idx + len(first) == begin), last.i + 1
        return Phrase(self, start, stop) if start < stop else None

    def _at(self, offset: int) -> Token | None:
        """The word to which a character belongs; the space after a word is the word's."""
        if not 0 <= offset < len(self.text):
            return None
        return self.tokens[max(bisect_right(self._offsets, offset) - 1, 0)]

    @cached_property
    def _offsets(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def _fill(self, parsed: spacy.tokens.Doc) -> None:
        names = _Names(parsed.vocab.strings)
        columns = parsed.to_array([*_TEXTS.values(), *_FLAGS.values(), *_OTHERS]).tolist()
        texts, flags = list(_TEXTS), list(_FLAGS)
        for i, (token, row) in enumerate(zip(self.tokens, columns, strict=True)):
            *found, lower, orth, space, begin, head, iob, starts = row
            token.doc, token.i, token.idx, token.children = self, i, begin, []
            token.text, token.lower_, token.whitespace_ = names[orth], names[lower], " " if space else ""
            token.ent_iob_, token.is_sent_start = _TAGGED[iob], starts == 1 or i == 0
            for name, value in zip(texts, found, strict=False):
                setattr(token, name, names[value])
            for name, value in zip(flags, found[len(texts) :], strict=True):
                setattr(token, name, bool(value))
            token.head = self.tokens[i + (head if head < _HALF else head - 2 * _HALF)]
        for token in self.tokens:
            if token.head is not token:
                token.head.children.append(token)


class _Names(dict[int, str]):
    """Strings by their number, each looked up once."""

    def __init__(self, strings: spacy.strings.StringStore) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = self._strings[number]
        return self[number]
