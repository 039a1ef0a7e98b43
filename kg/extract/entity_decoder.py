"""Names decoded for all words at once where spaCy's `ner` asks its model word by word.

That component goes through a text with the moves of BILUO: a word begins a name, goes on with it, ends it, is one, or
is outside. Its model sees three words: the next, and, inside a name, the first one of it and the last. So outside
names a score hangs on the word alone, and only the words of longer names have to be scored in turn. The parameters
and the constraints are spaCy's own (`BiluoPushDown`); it takes a third of the time.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

_FEATURES = 3  # the word, the first of the open name, the one before
_Floats = NDArray[np.float32]


class _Moves(NamedTuple):
    """The columns of the scores: B-, I-, L- and U- of each label, by the place of the label, and O."""

    labels: tuple[str, ...]
    begin: NDArray[np.intp]
    inside: NDArray[np.intp]
    last: NDArray[np.intp]
    unit: NDArray[np.intp]


class EntityDecoder:
    """A component of the same effect as `ner` on texts without names so far. Of use where `decodes(ner)`."""

    def __init__(self, ner: EntityRecognizer) -> None:
        self._model: Any = ner.model
        self._moves = _moves(ner)

    def __call__(self, doc: Doc) -> Doc:
        doc.set_ents([Span(doc, *found) for found in self._names(doc)] if len(doc) else [])
        return doc

    def _names(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """First word, end and label."""
        scorer = _Scorer(self._model, doc)
        spaces, starts = doc.to_array(cast("Any", [IS_SPACE, SENT_START])).T == 1
        goes_on = np.append(~starts[1:], False)  # no name goes over the end of a sentence
        best = self._outside(scorer.outside(), ~spaces, goes_on)
        begins, units = self._moves.begin.tolist(), self._moves.unit.tolist()
        end = 0
        for first in np.flatnonzero(np.isin(best, begins + units)).tolist():
            if first < end:
                continue
            move, end = best[first], first + 1
            label = begins.index(move) if move in begins else units.index(move)
            if move in begins:
                end = self._end(scorer, first, label, goes_on)
            yield first, end, self._moves.labels[label]

    def _outside(self, scores: _Floats, can_be: NDArray[np.bool_], goes_on: NDArray[np.bool_]) -> NDArray[np.intp]:
        moves = self._moves
        scores[:, np.concatenate((moves.inside, moves.last))] = -np.inf
        scores[np.ix_(~can_be, moves.unit)] = -np.inf
        scores[np.ix_(~(can_be & goes_on), moves.begin)] = -np.inf
        return cast("NDArray[np.intp]", scores.argmax(axis=1))

    def _end(self, scorer: "_Scorer", first: int, label: int, goes_on: NDArray[np.bool_]) -> int:
        inside, last = self._moves.inside[label], self._moves.last[label]
        word = first + 1
        while goes_on[word]:
            scores = scorer.inside(word, first)
            if scores[last] > scores[inside] or (scores[last] == scores[inside] and last < inside):
                break
            word += 1
        return word + 1


class _Scorer:
    """Scores of the moves of one text."""

    def __init__(self, model: Any, doc: Doc) -> None:
        lower, self._upper = model.get_ref("lower"), model.get_ref("upper")
        self._ops = model.ops
        cached = lower.predict(model.get_ref("tok2vec").predict([doc]))  # its first row is for no word
        self._none, self._cached, self._bias = cached[0], cached[1:], lower.get_param("b")

    def outside(self) -> _Floats:
        """For each word, where no name is open. Shape: words, moves."""
        return self._scores(self._cached[:, 0] + self._none[1] + self._none[2])

    def inside(self, word: int, first: int) -> _Floats:
        """For a word, where a name is open since `first`. Shape: moves."""
        seen = self._cached[word, 0] + self._cached[first, 1] + self._cached[word - 1, 2]
        return cast("_Floats", self._scores(seen[None])[0])

    def _scores(self, summed: _Floats) -> _Floats:
        hidden = self._ops.maxout(np.ascontiguousarray(summed + self._bias))[0]
        return cast("_Floats", self._upper.predict(hidden))


def decodes(ner: EntityRecognizer) -> bool:
    """Whether the model is one of those that the class knows."""
    model: Any = ner.model
    known = model.attrs.get("has_upper") and not model.attrs.get("unseen_classes") and ner.cfg["beam_width"] == 1
    lower = model.get_ref("lower") if known else None
    return bool(lower and lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1)


def _moves(ner: EntityRecognizer) -> _Moves:
    columns = {ner.moves.get_class_name(column): column for column in range(ner.moves.n_moves)}
    labels = tuple(name.removeprefix("B-") for name in columns if name.startswith("B-"))
    return _Moves(labels, *(np.array([columns[f"{move}-{label}"] for label in labels]) for move in "BILU"))
