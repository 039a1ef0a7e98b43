"""Word classes, features and lemmas of single words, looked up where spaCy's attribute_ruler matches patterns.

Nearly all rules of that component look at one token, at its tag, its dependency and whether it is one of some hundred
words: what they set is a function of these, so the component is asked once for each combination, on a text of one word.
Only its few other rules are matched over every text. The values are its own, and later rules win as they do there.
"""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

_ASKED = [ORTH, LOWER, TAG, DEP, IS_SPACE]
_SET = [POS, MORPH, LEMMA, TAG, DEP]
_CHOICES = {"IN", "NOT_IN"}


class WordClasses:
    """A component of the same effect as `ruler`."""

    def __init__(self, ruler: Any) -> None:
        self._ruler = ruler
        self._named: set[int] = set()
        self._others = Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            if all(len(tokens) == 1 and _is_choice(tokens[0]) for tokens in rule["patterns"]):
                self._named |= {ruler.vocab.strings.add(word.lower()) for word in _words(rule["patterns"])}
            else:
                self._others.add(str(number), rule["patterns"])
        self._rules: dict[tuple[int, int, int], tuple[int, ...]] = {}
        self._values: dict[tuple[tuple[int, ...], int, int], tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        words = doc.to_array(_ASKED).tolist()
        rules = [self._of_word(doc, *word) for word in words]
        for match, begin, end in self._others(doc, allow_missing=True):
            number = int(doc.vocab.strings[match])
            i = range(begin, end)[self._ruler.indices[number]]
            rules[i] = tuple(sorted({*rules[i], number}))
        values = [self._value(found, word[2], word[3]) for found, word in zip(rules, words, strict=True)]
        return doc.from_array(_SET, cast("Any", np.array(values, dtype=np.uint64))) if values else doc

    def _of_word(self, doc: Doc, orth: int, lower: int, tag: int, dep: int, is_space: int) -> tuple[int, ...]:
        """Numbers of the rules for one token that hold; words that no rule names are all alike, but for blanks."""
        key = (orth if is_space or lower in self._named else 0, tag, dep)
        if key not in self._rules:
            texts = doc.vocab.strings
            alone = Doc(doc.vocab, words=[texts[orth]], tags=[texts[tag]], deps=[texts[dep]], heads=[0])
            numbers = (number for number, *_ in self._ruler.match(alone))
            self._rules[key] = tuple(number for number in numbers if str(number) not in self._others)
        return self._rules[key]

    def _value(self, rules: tuple[int, ...], tag: int, dep: int) -> tuple[int, ...]:
        key = (rules, tag, dep)
        if key not in self._values:
            merged: Mapping[int, int] = {TAG: tag, DEP: dep}
            for number in rules:
                merged = {**merged, **self._ruler.attrs[number]}
            self._values[key] = tuple(merged.get(name, 0) for name in _SET)
        return self._values[key]


def _is_choice(token: Mapping[str, Any]) -> bool:
    """Whether a pattern asks for nothing but one of some values."""
    return all(not isinstance(asked, dict) or asked.keys() <= _CHOICES for asked in token.values())


def _words(patterns: list[list[dict[str, Any]]]) -> Iterator[str]:
    for token in (token for tokens in patterns for token in tokens):
        for asked in (token[name] for name in ("ORTH", "LOWER") if name in token):
            yield from [asked] if isinstance(asked, str) else [word for words in asked.values() for word in words]
