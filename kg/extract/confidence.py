"""How likely a claim is to be read rightly, judged by what is seen of it: one weight for each feature that holds.

The weights are in ontology/lexicon/confidence.toml, learnt from claims that readers judged (tests/eval/calibrate.py). A
pronoun or a description that had to be resolved lowers the chance further, by the confidence of its reference.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from kg import lexicon
from kg.extract.cues import Cue
from kg.extract.facts import Fact, Value
from kg.extract.referents import Reference, Referents
from kg.extract.syntax import NOUNS, SUBJECTS, child
from kg.extract.words import Phrase, Token

_FAR, _LONG, _EARLY = 8, 40, 200
_CAPITALS = 0.6
_QUOTES = frozenset("“”\"'")
_PARTICIPLES = frozenset({"VBG", "VBN"})
_HANGING = {"acl": "participle", "advcl": "participle", "relcl": "relative"}
_SETTING_APART = frozenset(",;:()–—")


class Confidence:
    """The model of one text: features of a claim, and the chance that they leave it."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._bias, self._weights = _model()
        self._places: dict[int, tuple[str, ...]] = {}
        self._sentences: dict[int, tuple[str, ...]] = {}

    def of(self, features: Iterable[str], ends: Iterable[Reference | Value | None]) -> float:
        """Between 0 and 1; features without a weight count nothing."""
        total = self._bias + math.fsum(filter(None, map(self._weights.get, features)))  # in whatever order
        resolved = min((end.confidence for end in ends if isinstance(end, Reference)), default=1.0)
        return round(resolved / (1 + math.exp(-total)), 2)

    def features(
        self, fact: Fact, chain: tuple[Cue, ...], subject: Reference | None, thing: Reference | Value | None
    ) -> frozenset[str]:
        """Names of all that hold, "group:value"."""
        governor = fact.governor
        return frozenset(
            (
                *self._of_governor(governor),
                *_of_relation(fact.relation, fact.confidence),
                *self._of_end("subject", governor, fact.subject, subject),
                *self._of_end("object", governor, fact.object, thing),
                *_of_chain(chain, governor),
            )
        )

    def _of_governor(self, governor: Token) -> tuple[str, ...]:
        if governor.i not in self._places:
            start = governor.sent.start
            if start not in self._sentences:
                self._sentences[start] = tuple(_of_sentence(governor.sent))
            self._places[governor.i] = (*_of_place(governor), *self._sentences[start])
        return self._places[governor.i]

    def _of_end(
        self, role: str, governor: Token, head: Token | Value | None, found: Reference | Value | None
    ) -> Iterator[str]:
        if not isinstance(found, Reference) or not isinstance(head, Token):
            yield f"{role}:{'value' if found is not None else 'none'}"
            return
        entity = self._referents.entity(found.entity)
        tag = "" if self._referents.is_author(head) else head.tag_  # "I" is no pronoun for which one must look
        yield from _of_word(role, entity.kind if entity.named else "unnamed", tag, head.dep_)
        yield f"{role} kind:{entity.kind}"
        if head.head is not governor:
            yield f"{role}:shared"
        if abs(head.i - governor.i) > _FAR:
            yield f"{role}:far"
        if not _SETTING_APART.isdisjoint([t.text for t in _between(head, governor)]):
            yield f"{role}:set apart"
        if role == "object" and head.dep_ == "pobj":
            yield from _of_preposition(head.head, governor)


@cache
def _model() -> tuple[float, dict[str, float]]:
    model = lexicon.table("confidence")
    return model["bias"], dict(model["weights"])


@lru_cache(maxsize=1 << 12)
def _of_relation(relation: str, prior: float) -> tuple[str, ...]:
    name, colon, words = relation.partition(":")
    if not colon:
        return f"relation:{name}", f"prior:{prior}", "relation:declared"
    last = f"last:{words.rpartition('_')[2]}" if "_" in words else f"verb:{words}"
    return "relation:open", f"prior:{prior}", f"words:{words.count('_') + 1}", last


@lru_cache(maxsize=1 << 12)
def _of_word(role: str, kind: str, tag: str, dep: str) -> tuple[str, ...]:
    return f"{role}:{kind}", f"{role} word:{tag}", f"{role} is:{dep}"


def _of_preposition(preposition: Token, governor: Token) -> Iterator[str]:
    """Whether the phrase may belong to a noun before it instead of to the verb."""
    yield f"preposition:{preposition.lower_}"
    if child(governor, "dobj") is not None:
        yield "preposition:after an object"
    if not NOUNS.isdisjoint([t.pos_ for t in _between(governor, preposition)]):
        yield "preposition:after a noun"
    if preposition.i == governor.i + 1:
        yield "preposition:after the verb"


def _between(one: Token, other: Token) -> list[Token]:
    first, last = (one.i, other.i) if one.i < other.i else (other.i, one.i)
    return one.doc.tokens[first + 1 : last]


def _of_chain(chain: tuple[Cue, ...], governor: Token) -> Iterator[str]:
    """How the words for the speaker were found. Who speaks, and with which verb, is no reason to doubt what is said."""
    for inner in chain[:1]:
        if inner.stands_in:
            yield "source:nobody"
        if inner.word.sent is not governor.sent:
            yield "cue:other sentence"


def _of_place(governor: Token) -> Iterator[str]:
    yield f"governor is:{governor.dep_}"
    yield f"governor word:{governor.tag_}"
    if child(governor, "prt") is not None:
        yield "governor:with particle"
    if governor.deps.isdisjoint(SUBJECTS):
        yield "governor:without subject"
    yield from _of_clause(governor)


def _of_clause(governor: Token) -> Iterator[str]:
    """Whether a participle or a relative clause stands behind a longer phrase, any noun of which may be meant."""
    name = _HANGING.get(governor.dep_)
    if name is None or (name == "participle" and governor.tag_ not in _PARTICIPLES):
        return
    yield f"{name}:{governor.dep_} {governor.tag_}"
    first = governor.left_edge.i
    comma = first > 0 and governor.doc[first - 1].text == ","
    if comma:
        yield f"{name}:after a comma"
    noun = governor.doc[max(0, first - 1 - comma)]
    if noun is not governor.head and noun.pos_ in NOUNS:
        yield f"{name}:after {'a list' if noun.dep_ == 'conj' else 'a phrase' if noun.dep_ == 'pobj' else 'a noun'}"


def _of_sentence(sentence: Phrase) -> Iterator[str]:
    words = [t.text for t in sentence]
    alphabetic = [word for word in words if word.isalpha()]
    if sum(map(str.istitle, alphabetic)) > _CAPITALS * len(alphabetic):
        yield "sentence:capitals"
    last = next((t for t in reversed(list(sentence)) if not t.is_space), None)
    if last is not None and not last.is_punct:
        yield "sentence:open end"
    if len(words) > _LONG:
        yield "sentence:long"
    if sentence.start < _EARLY:
        yield "sentence:early"
    if not _QUOTES.isdisjoint(words):
        yield "sentence:quotation marks"
