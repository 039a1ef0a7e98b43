"""Several who are joined, for whom "they" may stand: "Lee and Berg"."""

from kg import lexicon
from kg.extract.discourse import Discourse, Occurrence, clause_verb, subject_of
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_PLURAL = frozenset({"NNS", "NNPS"})
_ACTING = frozenset({"Person", "Organization"})


class Groups:
    """Finds the joined phrases of one text that a pronoun may go back to, as -1 less the place of their first word."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._kinds = head_kinds()
        self._collective = frozenset(lexicon.table("coreference")["collective"])

    def joins(self, found: Occurrence) -> bool:
        """ "Lee and Berg": both are meant, which is nothing that one word can stand for."""
        other = child(self._discourse.doc[found.token], "conj")
        return other is not None and self._discourse.at(other) is not None

    def is_near(self, entity: int, token: Token) -> bool:
        """Whether it is one entity, or several who are joined in the same sentence."""
        first = -entity - 1
        return entity >= 0 or (self._discourse.distance(token, first) == 0 and self.is_several(first))

    def is_several(self, place: int) -> bool:
        """Names and acting nouns, each with an article: "the founder and head of Acme" is one."""
        first = self._discourse.doc[place]
        return all(self._is_one_of_several(t) for t in (first, *children(first, "conj")))

    def in_clause_above(self, token: Token) -> int | None:
        """ "The firm was sold to Lee and Berg after they made an offer": the only ones there, where no subject fits."""
        verb = clause_verb(token)
        if verb is None or verb.dep_ != "advcl" or token.dep_ not in SUBJECTS or verb.i < verb.head.i:
            return None
        acts = subject_of(verb.head)
        if acts is None or acts.tag_ in _PLURAL or child(acts, "conj") is not None:
            return None
        after = (o for o in self._discourse.before(token, 0) if o.token > verb.head.i)
        words = ((o, self._discourse.doc[o.token]) for o in after)
        joined = ((o, word) for o, word in words if self.joins(o) and self.is_several(o.token))
        found = {-o.token - 1 for o, word in joined if clause_verb(word) is verb.head}
        return found.pop() if len(found) == 1 else None

    def _is_one_of_several(self, word: Token) -> bool:
        entity = self._discourse.at(word)
        if entity is None or self._discourse.cluster(entity) is not None:
            return entity is not None
        return self._acts(word) and (word.tag_ in _PLURAL or child(word, "det", "poss") is not None)

    def _acts(self, head: Token) -> bool:
        return self._kinds.get(head.lemma_.lower()) in _ACTING or head.lower_ in self._collective
