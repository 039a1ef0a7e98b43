"""Clauses after prepositions: "kept her from leaving", "instead of leaving", "the risk of losing"."""

from kg import lexicon
from kg.extract.alternatives import is_rather_than
from kg.extract.complements import Complements
from kg.extract.effects import Effect, by_word
from kg.extract.negation import Negation
from kg.extract.nominals import Nominals
from kg.extract.syntax import NOUNS, VERBS, child, children
from kg.extract.tense import is_finite, is_infinitive
from kg.extract.words import Token
from kg.model import Certainty

_OPEN = frozenset({"Expected", "Possible"})


class Gerunds:
    """Knows what prepositions, with the words before them, leave of the clauses after them."""

    def __init__(self, negation: Negation, complements: Complements, nominals: Nominals) -> None:
        words = lexicon.table("certainty")
        self._negation, self._complements, self._nominals = negation, complements, nominals
        self._prepositions = by_word(words["prepositions"])
        self._quoting = frozenset(words["quoting"]["verbs"])
        self._alleging: dict[str, list[str]] = lexicon.table("cues")["alleging"]

    def of(self, below: Token, preposition: Token) -> Effect | None:
        """The effect of the preposition, and of the word that it hangs on."""
        governor, word = preposition.head, preposition.lower_
        known = self._prepositions.get(word)
        if word == "but" and is_infinitive(below):
            return Effect(None, certainty=Certainty.EXPECTED)
        if governor.lemma_ == "depend" or _is_asked_how(below):
            return Effect(None, certainty=Certainty.POSSIBLE)
        if word == "as" and governor.lemma_ in self._quoting:
            return Effect(governor, modality=True)
        if is_finite(below):
            return Effect(None, certainty=Certainty.HYPOTHETICAL) if known == "Hypothetical" else None
        if known == "Negative" or _is_instead(preposition):
            if word == "than" and not is_rather_than(preposition):
                return Effect(None, certainty=Certainty.HYPOTHETICAL)
            return Effect(governor if governor.pos_ in VERBS else None, negative=True, modality=True)
        if word in self._alleging.get(governor.lemma_, ()):
            return Effect(None)
        if governor.pos_ in VERBS:
            about = known == "Temporal" and word in {"on", "upon"} and preposition.i == governor.i + 1
            listed = "Possible" if word == "from" and child(below, "nsubj") is not None else known
            return self._beside_verb(preposition, None if about else listed, governor)
        if governor.pos_ in NOUNS:
            return self._nominals.gerund(governor, word)
        return self._complements.gerund(governor)

    def _beside_verb(self, preposition: Token, known: str | None, verb: Token) -> Effect:
        """ "kept her from leaving", "won by cheating", "planned on leaving", "spoke before leaving"."""
        word = preposition.lower_
        if word == "by" and self._nominals.is_one_way(verb, preposition):
            return Effect(verb, certainty=Certainty.POSSIBLE, modality=True)
        if word == "against" and verb.lemma_ == "be":
            return Effect(verb, certainty=Certainty.HYPOTHETICAL)
        effect = self._complements.effect(verb, word)
        if effect == "Negative" and word == "against":
            return Effect(verb, negative=True, certainty=Certainty.EXPECTED, polarity=True, modality=True)
        if effect == "Negative" and word in {"from", "of"}:
            return Effect(verb, negative=True, polarity=True, modality=True)
        if known == "Temporal":
            return Effect(verb, modality=True)
        if effect == "Expected" and word == "with":
            return Effect(verb, certainty=Certainty.EXPECTED)
        if "Certain" in {known, effect}:
            denied = self._negation.of(verb)
            return Effect(verb, certainty=Certainty.POSSIBLE if denied else Certainty.CERTAIN, modality=True)
        return Effect(verb, certainty=Certainty(effect) if effect in _OPEN else Certainty.HYPOTHETICAL)


def _is_asked_how(verb: Token) -> bool:
    """ "deal with how to clean up", "talked about where to go"."""
    return is_infinitive(verb) and any(t.tag_ == "WRB" for t in verb.children)


def _is_instead(preposition: Token) -> bool:
    """ "instead of", "short of", "far from"."""
    before = {t.lower_ for t in (*children(preposition, "advmod"), preposition.head)}
    return bool(before & {"instead", "short", "far"})
