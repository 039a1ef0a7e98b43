"""What somebody calls somebody: "called him a liar" and "described it as dangerous" say what he is, and it."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import child, children, conjuncts, object_of
from kg.extract.words import Token
from kg.model import Span

_CONFIDENCE = 0.75
_UNNAMED = frozenset({"NOUN", "ADJ"})


class Namings:
    """Reads facts off verbs of calling and describing. The speaker is found by the complement's place."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._verbs = lexicon.table("cues")["naming"]
        self._names = frozenset(self._verbs["names"])

    def facts(self, clause: Clause) -> Iterator[Fact]:
        """`rel:be` of the one called and what he is called, `rel:be_ADJECTIVE` where it is an adjective."""
        if clause.object is None or (clause.passive and clause.subject is None and clause.verb.lemma_ in self._names):
            return
        for complement in self._complements(clause.verb):
            for one in conjuncts(complement):
                thing = one if one.pos_ == "NOUN" and self._referents.of(one) else None
                read = one.lower_ in clause.lemma.split()  # "found guilty" is one verb
                if (thing is not None or one.pos_ == "ADJ") and not read:
                    relation = "rel:be" if thing is not None else f"rel:be_{one.lemma_.lower()}"
                    trigger = Span(one.idx, one.idx + len(one))
                    yield Fact(relation, one, trigger, clause.object, thing, _CONFIDENCE, dated=False)

    def _complements(self, verb: Token) -> Iterator[Token]:
        if verb.lemma_ in self._verbs["direct"]:
            yield from (t for t in children(verb, "oprd") if t.pos_ in _UNNAMED)
        if verb.lemma_ in self._verbs["as"]:
            for preposition in children(verb, "prep"):
                complement = object_of(preposition) or child(preposition, "amod")
                behind = preposition.lower_ == "as" and preposition.i > verb.i  # "As doctors, they have seen …"
                if behind and complement is not None and complement.pos_ in _UNNAMED:
                    yield complement
