"""Did it happen, by the words around it: the clause's own, and those of all that it hangs on."""

from functools import cache

from kg import lexicon
from kg.extract.alternatives import is_alternative
from kg.extract.effects import Effect
from kg.extract.embedding import Embedding
from kg.extract.mood import Mood
from kg.extract.negation import Negation
from kg.extract.syntax import VERBS, children
from kg.extract.words import Token
from kg.model import Certainty, Polarity

_CERTAIN, _POSSIBLE = Certainty.CERTAIN, Certainty.POSSIBLE  # Python looks long for members of a class
_POSITIVE, _NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
_RANKS = {certainty: rank for rank, certainty in enumerate(Certainty)}


class Modality:
    """Reads polarity and certainty of clauses of one text. What was read once is kept."""

    def __init__(self) -> None:
        self._negation, self._mood, self._embedding = _readers()
        self._false = lexicon.words("certainty", "that", "Negative")
        self._own: dict[int, tuple[bool, Certainty]] = {}
        self._above: dict[int, tuple[bool, Certainty]] = {}

    def of(self, token: Token) -> tuple[Polarity, Certainty]:
        """Polarity and certainty of the clause of `token`, as far as its author answers for them."""
        (negative, certainty), (turned, left) = self._own_of(token), self._above_of(token)
        certainty = weakest(certainty, left)
        if negative ^ turned:
            return _NEGATIVE, certainty
        open_choice = certainty is _CERTAIN and is_alternative(token)
        return _POSITIVE, _POSSIBLE if open_choice else certainty

    def _above_of(self, token: Token) -> tuple[bool, Certainty]:
        """What all the words above it do to it, step by step."""
        if token.i not in self._above:
            effect = self._embedding.step(token)
            turned, left = self._combined(effect) if effect is not None else (False, _CERTAIN)
            if effect is not None and effect.above is not None:
                further, least = self._above_of(effect.above)
                turned, left = turned ^ further, weakest(left, least)
            self._above[token.i] = turned, left
        return self._above[token.i]

    def _combined(self, effect: Effect) -> tuple[bool, Certainty]:
        """An effect, with what the clause above adds by its own words."""
        above = effect.above
        if above is None or above.pos_ not in VERBS:
            return effect.negative, effect.certainty
        negative, certainty = self._own_of(above)
        return (
            effect.negative ^ (negative and effect.polarity),
            weakest(effect.certainty, certainty) if effect.modality else effect.certainty,
        )

    def _own_of(self, verb: Token) -> tuple[bool, Certainty]:
        if verb.i not in self._own:
            self._own[verb.i] = self._negation.of(verb), weakest(*self._mood.of(verb))
        return self._own[verb.i]

    def raises(self, cue: Token) -> bool:
        """Whether a negation of the cue is one of what is thought: "does not think that he left"."""
        return cue.lemma_ in lexicon.words("certainty", "raising", "verbs") and self._negation.of(cue)

    def calls_false(self, cue: Token) -> bool:
        """ "The idea that he lied is false"."""
        verb = cue.head if cue.dep_ == "nsubj" else cue
        predicates = children(verb, "acomp") if verb.lemma_ == "be" else []
        return any(t.lower_ in self._false for t in predicates) and not self._negation.of(verb)

    def reaches(self, cue: Token, token: Token) -> bool:
        """Whether a cue's doubt is about the clause of `token`, and not about one of which that is the background."""
        here = token
        while here != cue and here.head != here:
            if self._embedding.is_background(here):
                return False
            here = here.head
        return True


@cache
def _readers() -> tuple[Negation, Mood, Embedding]:
    """What knows the word lists; nothing of a text."""
    negation = Negation()
    return negation, Mood(), Embedding(negation)


def weakest(*certainties: Certainty) -> Certainty:
    """The least sure of several, Certain of none."""
    least = _CERTAIN
    for certainty in certainties:
        if certainty is not least and _RANKS[certainty] > _RANKS[least]:
            least = certainty
    return least
