"""Word classes, features and lemmas of single words, looked up where spaCy's attribute_ruler matches patterns.

Nearly all rules of that component look at one token, at its word, its tag and its dependency: what they set is a
function of these, so the component is asked once for each combination, on a text of one word. Of all the words that no
rule names, one stands for the others. Its few other rules are matched over texts with a word that can begin them. The
values are its own, and later rules win as they do there.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

_ASKED = [ORTH, TAG, DEP]
_SET = [POS, MORPH, LEMMA, TAG, DEP]
_CHOICES = {"IN", "NOT_IN"}
_OF_WORDS = {"ORTH", "TEXT", "LOWER"}
_OF_OTHERS = {"TAG", "DEP", "IS_SPACE"}


class _Found(NamedTuple):
    """Of one word by itself: the numbers of the rules that hold, what they set, and whether one for several begins."""

    rules: tuple[int, ...]
    values: tuple[int, ...]
    begins: bool


class WordClasses:
    """A component of the same effect as `ruler`."""

    def __init__(self, ruler: Any) -> None:
        self._ruler = ruler
        self._others, self._first_words = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            if not all(len(tokens) == 1 and _is_choice(tokens[0]) for tokens in rule["patterns"]):
                self._others.add(str(number), rule["patterns"])
                self._first_words.add(str(number), [tokens[:1] for tokens in rule["patterns"]])
        self._known: dict[tuple[int, ...], _Found] = {}
        self._seen = _Seen(ruler.vocab.strings, _named(_tests(ruler.patterns)))

    def __call__(self, doc: Doc) -> Doc:
        words = doc.to_array(_ASKED).tolist()
        known, seen = self._known, self._seen
        found = [known.get((seen[orth], tag, dep)) or self._of_word(doc, orth, tag, dep) for orth, tag, dep in words]
        values = [one.values for one in found]
        if any(one.begins for one in found):
            for i, number in self._of_several(doc):
                found[i] = found[i]._replace(rules=tuple(sorted({*found[i].rules, number})))
                values[i] = self._values(found[i].rules, *words[i][1:])
        return doc.from_array(_SET, cast("Any", np.array(values, dtype=np.uint64))) if values else doc

    def _of_word(self, doc: Doc, orth: int, tag: int, dep: int) -> _Found:
        texts = doc.vocab.strings
        alone = Doc(doc.vocab, words=[texts[orth]], tags=[texts[tag]], deps=[texts[dep]], heads=[0])
        numbers = (number for number, *_ in self._ruler.match(alone))
        rules = tuple(number for number in numbers if str(number) not in self._others)
        begins = bool(self._first_words(alone, allow_missing=True))
        found = _Found(rules, self._values(rules, tag, dep), begins)
        self._known[self._seen[orth], tag, dep] = found
        return found

    def _of_several(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """The words that rules for several set something of, with the numbers of these rules."""
        for match, begin, end in self._others(doc, allow_missing=True):
            number = int(doc.vocab.strings[match])
            yield range(begin, end)[self._ruler.indices[number]], number

    def _values(self, rules: tuple[int, ...], tag: int, dep: int) -> tuple[int, ...]:
        merged: Mapping[int, int] = {TAG: tag, DEP: dep}
        for number in rules:
            merged = {**merged, **self._ruler.attrs[number]}
        return tuple(merged.get(name, 0) for name in _SET)


class _Seen(dict[int, int]):
    """Words by what the rules see of them: their own number, or 0 for all of those that no rule names."""

    def __init__(self, strings: Any, is_named: Callable[[str], bool]) -> None:
        self._strings, self._is_named = strings, is_named

    def __missing__(self, orth: int) -> int:
        self[orth] = orth if self._is_named(self._strings[orth]) else 0
        return self[orth]


def _tests(rules: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, Any]]:
    """What rules ask of tokens: the attribute, how it is compared, and with what."""
    for rule in rules:
        for name, asked in (test for tokens in rule["patterns"] for token in tokens for test in token.items()):
            choices = asked if isinstance(asked, dict) else {"IN": [asked]}
            yield from ((name, how, value) for how, value in choices.items())


def _named(tests: Iterable[tuple[str, str, Any]]) -> Callable[[str], bool]:
    """Whether a rule may tell a word from others; of every word, where rules ask for what is not known here."""
    words, patterns = set[str](), list[re.Pattern[str]]()
    for name, how, value in tests:
        if name in _OF_WORDS and how in _CHOICES:
            words.update(value)
        elif name in _OF_WORDS and how == "REGEX":
            patterns.append(re.compile(value))
        elif name not in _OF_OTHERS:
            return lambda _: True
    return lambda word: (
        word.isspace()
        or any(form in words or any(pattern.search(form) for pattern in patterns) for form in (word, word.lower()))
    )


def _is_choice(token: Mapping[str, Any]) -> bool:
    """Whether a pattern asks for nothing but one of some values."""
    return all(not isinstance(asked, dict) or asked.keys() <= _CHOICES for asked in token.values())
