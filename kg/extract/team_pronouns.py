""" "They" behind a result: "Norway beat Chile on Sunday. They face Brazil next" goes on with the side told of."""

from kg import lexicon
from kg.extract.discourse import Discourse
from kg.extract.syntax import SUBJECTS, child
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_PLURAL = frozenset({"NNS", "NNPS"})
_PEOPLE = frozenset({"Person", "Group"})


class TeamPronouns:
    """Finds the team that a pronoun in the plural stands for, where nothing else fits it."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        words = lexicon.table("contests")
        self._deeds = frozenset((*words["teams"]["winning"], *words["teams"]["playing"]))

    def of(self, token: Token) -> int | None:
        """The number of the entity that is the subject of the result in the sentence before."""
        if token.lower_ != "they" or token.dep_ not in SUBJECTS or not token.sent.start:
            return None
        told = token.doc.tokens[token.sent.start - 1].sent
        verb = told.root
        side = child(verb, "nsubj") if verb.lemma_ in self._deeds else None
        if side is None or child(side, "conj") is not None or any(map(_is_people, told)):
            return None
        entity = self._discourse.at(side)
        known = self._discourse.cluster(entity) if entity is not None else None
        return entity if known is not None and known.kind not in _PEOPLE else None


def _is_people(word: Token) -> bool:
    """Others in the plural, whom "they" may mean as well."""
    return word.tag_ in _PLURAL and not word.ent_type_ and head_kinds().get(word.lemma_.lower()) in _PEOPLE
