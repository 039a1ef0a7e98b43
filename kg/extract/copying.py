"""A parsed text copied out of spaCy, once.

spaCy makes a word anew at each look, and looks its every attribute up in tables; the extraction looks often.
"""

from functools import lru_cache

import spacy.strings
import spacy.tokens
from spacy import attrs

from kg.extract.words import Doc, Token

_TEXTS = (attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE)
_FLAGS = (attrs.IS_PUNCT, attrs.IS_SPACE, attrs.IS_QUOTE, attrs.LIKE_NUM)
_NUMBERS = (attrs.SPACY, attrs.IDX, attrs.HEAD, attrs.ENT_IOB, attrs.SENT_START)
_HALF = 1 << 63  # numbers below 0 come as if without a sign
_TAGGED = ("", "I", "O", "B")
_MANY_NAMES = 1 << 15


def copied(parsed: spacy.tokens.Doc, text: str) -> Doc:
    """The text as plain words. spaCy gives them column by column, and of a head how far away it is."""
    tokens = [Token() for _ in range(len(parsed))]
    names, table = _names(parsed.vocab.strings), parsed.to_array([*_TEXTS, *_FLAGS, *_NUMBERS])
    columns = list(table.T)
    texts, flags, numbers = columns[: len(_TEXTS)], columns[len(_TEXTS) : -len(_NUMBERS)], columns[-len(_NUMBERS) :]
    rows = zip(
        tokens,
        zip(*([names[n] for n in column.tolist()] for column in texts), strict=True),
        zip(*(column.astype(bool).tolist() for column in flags), strict=True),
        zip(*(column.tolist() for column in numbers), strict=True),
        strict=True,
    )
    for i, (token, words, said, (space, begin, head, iob, starts)) in enumerate(rows):
        token.i, token.idx = i, begin
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = words
        token.is_punct, token.is_space, token.is_quote, token.like_num = said
        token.end_idx = begin + len(token.text)
        token.whitespace_, token.ent_iob_ = " " if space else "", _TAGGED[iob]
        token.is_sent_start = starts == 1 or i == 0
        token.head = tokens[i + (head if head < _HALF else head - 2 * _HALF)]
    return Doc(text, tokens)


class _Names(dict[int, str]):
    """Strings by their number, which is the same in every text. Each is looked up once, until there are very many."""

    def __init__(self, strings: spacy.strings.StringStore) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> str:
        if len(self) >= _MANY_NAMES:
            self.clear()
        self[number] = self._strings[number]
        return self[number]


@lru_cache(maxsize=1)
def _names(strings: spacy.strings.StringStore) -> _Names:
    return _Names(strings)
