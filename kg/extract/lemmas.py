"""Lemmas looked up where spaCy's lemmatizer asks its rules word by word.

By its rules a lemma is a function of the word, its class and its features, so it is asked once for each combination.
The values are its own. New words come for ever, so after very many all are forgotten and asked for again.
"""

from typing import Any, cast

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from kg.extract.spelling import base

_ASKED = [LEMMA, ORTH, POS, MORPH]
_MANY = 1 << 15


class Lemmas:
    """A component of the same effect as `lemmatizer`, which goes by rules; lemmas that are set already stay."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        rows = doc.to_array(cast("Any", _ASKED)).tolist()
        lemmas = [lemma or self._lemma(doc, i, tuple(asked)) for i, (lemma, *asked) in enumerate(rows)]
        return doc.from_array([LEMMA], cast("Any", np.array(lemmas, dtype=np.uint64)[:, None])) if lemmas else doc

    def _lemma(self, doc: Doc, i: int, asked: tuple[int, ...]) -> int:
        if asked not in self._known:
            if len(self._known) >= _MANY:
                self._known.clear()
                self._lemmatizer.cache.clear()  # which has the same once more
            lemma = self._lemmatizer.lemmatize(doc[i])[0]
            lemma = base(doc[i].lower_, lemma) if doc[i].pos_ == "VERB" else lemma
            self._known[asked] = doc.vocab.strings.add(lemma)
        return self._known[asked]
