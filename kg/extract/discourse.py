"""What has been mentioned so far in a text, and where: what a pronoun or a description may stand for."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from kg.extract.clusters import Cluster
from kg.extract.syntax import SUBJECTS, VERBS, child, children, object_of
from kg.extract.words import Doc, Token

_HEADS = frozenset({"conj", "appos"})
_SHARING = frozenset({"xcomp", "conj", "advcl"})


class Occurrence(NamedTuple):
    """A word that stands for an entity: the cluster of that number, or, beyond the clusters, an unnamed phrase."""

    token: int
    entity: int


class Discourse:
    """The occurrences of one text by sentence; a phrase or pronoun, once resolved, is one more of them."""

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self.doc = doc
        self.clusters = clusters
        self._named = len(clusters)
        self._phrases: list[int] = []
        self._sentence = doc.sentence_numbers
        self._of_sentence: dict[int, list[Occurrence]] = defaultdict(list)
        self._at: dict[int, int] = {}
        self.sizes = [len(cluster.names) for cluster in clusters]
        for number, cluster in enumerate(clusters):
            for name in cluster.names:
                self._add(Occurrence(doc[name.begin : name.end].root.i, number))

    @cached_property
    def _tells(self) -> list[bool]:
        """For each sentence whether there is a verb or a name in it."""
        named = {name.begin for cluster in self.clusters for name in cluster.names}
        return [any(t.pos_ in VERBS or t.i in named for t in sentence) for sentence in self.doc.sents]

    def _add(self, occurrence: Occurrence) -> None:
        insort(self._of_sentence[self._sentence[occurrence.token]], occurrence)
        self._at[occurrence.token] = occurrence.entity

    def introduce(self, head: Token) -> int:
        """An unnamed phrase, which is nothing that was mentioned before; its number."""
        self._phrases.append(head.i)
        self.sizes.append(1)
        number = self._named + len(self._phrases) - 1
        self._add(Occurrence(head.i, number))
        return number

    def continue_(self, token: Token, entity: int) -> None:
        """`token` stands for an entity that is known."""
        self.sizes[entity] += 1
        self._add(Occurrence(token.i, entity))

    def cluster(self, entity: int) -> Cluster | None:
        """The names of an entity; None for an unnamed phrase."""
        return self.clusters[entity] if entity < self._named else None

    def phrase(self, entity: int) -> Token:
        """The head of an unnamed phrase, where it was first mentioned."""
        return self.doc.tokens[self._phrases[entity - self._named]]

    def at(self, token: Token) -> int | None:
        """The entity that the word stands for."""
        return self._at.get(token.i)

    def sentence(self, token: Token) -> int:
        """The number of its sentence."""
        return self._sentence[token.i]

    def distance(self, token: Token, other: int) -> int:
        """How many sentences back a word is."""
        return self._sentence[token.i] - self._sentence[other]

    def reach(self, token: Token, most: int) -> int:
        """How many sentences back so many lie that say or name something: a date or "Photo" does not count."""
        here, back = self._sentence[token.i], 0
        while most and back < here:
            back += 1
            most -= self._tells[here - back]
        return back

    def before(self, token: Token, reach: int) -> Iterator[Occurrence]:
        """Occurrences before `token` in its sentence and so many before it, the nearest sentence first."""
        here = self._sentence[token.i]
        for sentence in range(here, max(-1, here - reach - 1), -1):
            known = self._of_sentence.get(sentence, ())
            yield from known if sentence < here else (o for o in known if o.token < token.i)

    def co_arguments(self, token: Token) -> set[int]:
        """What takes part in the same clause beside `token`, which therefore does not stand for it."""
        verb = governor(token)
        if verb is None:
            return set()
        parts = [t for t in children(verb, "nsubj", "nsubjpass", "dobj", "dative") if t != token]
        if token.dep_ not in SUBJECTS and (shared := subject_of(verb)) is not None:
            parts.append(shared)
        parts += [t for p in children(verb, "prep", "agent") if (t := object_of(p)) is not None and t != token]
        joined = [other for part in parts for other in (part, *children(part, "conj", "appos"))]
        return {self._at[t.i] for t in joined if t.i in self._at and t != token}


def role(token: Token) -> str:
    """The part of the phrase in its clause; members of a coordination and appositions have that of the whole."""
    while token.dep_ in _HEADS and token.head != token and token.head.pos_ not in VERBS:
        token = token.head
    return token.dep_


def governor(token: Token) -> Token | None:
    """The verb of which the word is an argument, directly or by a preposition."""
    head = token.head
    if head.dep_ in {"prep", "agent", "dative"} and token.dep_ == "pobj":
        head = head.head
    return head if head.pos_ in VERBS and token.dep_ != "poss" and head != token else None


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject, or the one that it shares with the verb it hangs on."""
    for _ in range(len(verb.doc)):
        own = child(verb, "nsubj", "nsubjpass")
        if own is not None or verb.dep_ not in _SHARING or verb.head == verb:
            return own
        verb = verb.head
    return None


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause around the word."""
    here = token
    while here.head is not here:
        here = here.head
        if here.pos_ in VERBS:
            return here
    return None
