"""What no frame says, in the text's own verbs: `rel:LEMMA`, `rel:LEMMA_PREP`, `rel:LEMMA_PARTICLE_PREP`."""

from collections.abc import Iterator
from itertools import product

from spacy.tokens import Token

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact, Value
from kg.extract.referents import Referents
from kg.extract.syntax import clause_words, conjuncts, core, span_of, written
from kg.extract.titles import Titles
from kg.extract.vocabulary import cue_verbs
from kg.extract.where import elsewhere, is_setting, places_of
from kg.model import Literal, Qualifier

_LITERALS = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY"})
_BOTH_ENDS, _ONE_END, _NO_AGENT = 0.75, 0.7, 0.65
_AUXILIARIES = frozenset({"have", "use", "go"})
_COPULAS = frozenset({"be", "become", "remain"})


class OpenRelations:
    """Reads facts off clauses without a frame. A verb that only introduces what somebody says is none of them."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._titles = Titles(referents)
        self._asides = frozenset(lexicon.table("roles")["asides"])

    def facts(self, clause: Clause) -> Iterator[Fact]:
        """One fact for each pair of agent and patient, and one for each phrase by preposition."""
        if clause.verb.lemma_ in _AUXILIARIES and _takes_infinitive(clause):
            return
        reports = clause.verb.lemma_ in cue_verbs() and _introduces(clause)
        agents, patients = self._members(clause.subject), self._patients(clause)
        obliques = [] if reports else self._obliques(clause)
        words = _words(clause.lemma) + ["to"] * (clause.object is None and _takes_infinitive(clause))
        if not words:
            return
        name = "rel:" + "_".join(words)
        yield from self._transitive(clause, name, agents, patients)
        if agents and not patients and not obliques and not reports and clause.lemma not in _COPULAS:
            value = _literal(clause)
            confidence = _BOTH_ENDS if value else _ONE_END
            yield from (self._fact(clause, name, agent, value, confidence, _content(clause)) for agent in agents)
        for subject, (preposition, thing) in product(agents or patients or (None,), obliques):
            yield self._fact(
                clause, "_".join((name, *_words(preposition))), subject, thing, _BOTH_ENDS if subject else _NO_AGENT
            )

    def _transitive(
        self, clause: Clause, name: str, agents: tuple[Token, ...], patients: tuple[Token, ...]
    ) -> Iterator[Fact]:
        confidence = _BOTH_ENDS if agents or clause.passive else _NO_AGENT
        if clause.lemma in _COPULAS and not agents:
            return
        for agent, patient in product(agents or (None,), patients):
            yield self._fact(clause, name, agent, patient, confidence, _content(clause))

    def _members(self, head: Token | None) -> tuple[Token, ...]:
        return tuple(t for t in conjuncts(head) if self._referents.of(t)) if head is not None else ()

    def _patients(self, clause: Clause) -> tuple[Token, ...]:
        """The object, or what a copula says its subject to be, unless that is an office or a kin, read elsewhere."""
        if clause.lemma in _COPULAS and clause.attribute is not None:
            return tuple(t for t in self._members(clause.attribute) if not self._titles.is_title(t))
        return self._members(clause.object)

    def _obliques(self, clause: Clause) -> list[tuple[str, Token]]:
        """Phrases by preposition that take part; where a clause has an object, the place of it is only its setting."""
        kept = [p for p in clause.places if not self._is_aside(clause, *p)]
        return [(preposition, member) for preposition, phrase in kept for member in self._members(phrase)]

    def _is_aside(self, clause: Clause, preposition: str, phrase: Token) -> bool:
        """A setting, a source ("according to"), or a set phrase ("of course")."""
        setting = clause.object is not None and is_setting(preposition, phrase, self._referents)
        return setting or preposition.startswith("according") or f"{preposition} {phrase.lower_}" in self._asides

    def _fact(
        self,
        clause: Clause,
        name: str,
        subject: Token | None,
        thing: Token | Value | None,
        confidence: float,
        qualifiers: tuple[Qualifier, ...] = (),
    ) -> Fact:
        places = elsewhere(places_of(clause, self._referents), thing)
        return Fact(name, clause.verb, clause.trigger, subject, thing, confidence, qualifiers, entities=places)


def _words(text: str) -> list[str]:
    """Parts of a relation's name: letters and digits only."""
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def _introduces(clause: Clause) -> bool:
    """Whether the verb hands on what somebody says ("said that …", "…, she added"), and says nothing else."""
    if clause.complement is None:
        return clause.object is None
    return not _takes_infinitive(clause)


def _takes_infinitive(clause: Clause) -> bool:
    complement = clause.complement
    return complement is not None and complement.dep_ == "xcomp" and any(t.tag_ == "TO" for t in complement.children)


def _literal(clause: Clause) -> Value | None:
    """An object that is a number or a sum."""
    head = clause.object
    if head is None or head.ent_type_ not in _LITERALS:
        return None
    words = core(head)
    return Value(Literal(written(words)), span_of(words))


def _content(clause: Clause) -> tuple[Qualifier, ...]:
    """The words of a clause that the verb takes as its complement ("agreed to leave")."""
    if clause.complement is None:
        return ()
    return (Qualifier("content", Literal(written(clause_words(clause.complement)))),)
