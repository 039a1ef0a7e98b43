"""Infinitives beside a verb: what it is done for ("went to meet her"), or what came of it ("fell to reach a low")."""

from kg import lexicon
from kg.extract.complements import Complements, is_excessive
from kg.extract.effects import Effect
from kg.extract.syntax import child, children
from kg.extract.tense import is_past
from kg.extract.words import Token
from kg.model import Certainty


class Purposes:
    """Tells outcomes from purposes."""

    def __init__(self, complements: Complements) -> None:
        self._complements = complements
        self._outcomes = lexicon.words("certainty", "outcomes", "verbs")
        self._won = lexicon.words("certainty", "outcomes", "won")
        self._after_win = lexicon.words("certainty", "outcomes", "after_win")
        self._gathering = lexicon.words("certainty", "outcomes", "gathering")
        self._talking = lexicon.words("certainty", "outcomes", "talking")

    def of(self, below: Token, head: Token) -> Effect:
        """ "went to meet her": that he met her is not said; "rose to close at 40" tells how it ended."""
        if is_excessive(head):
            return Effect(head, negative=True)
        went_on = head.lemma_ == "go" and child(head, "prt") is not None
        only = any(t.lower_ == "only" for t in children(below, "advmod"))
        listed = below.lemma_ in self._outcomes or self._complements.comes_to(head, below)
        met = is_past(head) and head.lemma_ in self._gathering and below.lemma_ in self._talking
        won = below.lemma_ in self._after_win and not self._won.isdisjoint(_with_adverb(head))
        outcome = went_on or only or listed or met or won or self._complements.takes_trouble(head)
        certainty = Certainty.CERTAIN if outcome else Certainty.EXPECTED
        return Effect(head, certainty=certainty, modality=True, polarity=outcome)


def _with_adverb(verb: Token) -> set[str]:
    """ "fight", "fight back"; "come from behind"."""
    beside = children(verb, "advmod", "prt", "prep")
    return {verb.lemma_, *(f"{verb.lemma_} {t.lower_}" for t in beside), *(_from_behind(t) for t in beside)}


def _from_behind(word: Token) -> str:
    after = child(word, "pcomp", "prep", "advmod", "pobj")
    return f"{word.head.lemma_} {word.lower_} {after.lower_}" if after is not None else ""
