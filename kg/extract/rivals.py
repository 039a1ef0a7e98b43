"""Who else may be meant by "he" or "she", though the sentence does not name him."""

from collections.abc import Callable

from kg import lexicon
from kg.extract.discourse import Discourse, governor, subject_of
from kg.extract.syntax import SUBJECTS, VERBS, children
from kg.extract.vocabulary import cue_verbs, head_kinds
from kg.extract.words import Token

GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
"""The gender of the person that a pronoun stands for."""
_OWN = SUBJECTS | {"poss"}
_WHO = frozenset({"who", "that"})
_OBJECTS = frozenset({"dobj", "pobj"})
_INSIDE = frozenset({"poss", "pobj"})
_ARGUMENTS = _OBJECTS | {"nsubj", "nsubjpass"}


class Rivals:
    """`is_of` tells whether an entity, by its number, may be a person of that gender."""

    def __init__(self, discourse: Discourse, is_of: Callable[[int, str], bool]) -> None:
        self._discourse = discourse
        self._is_of = is_of
        self._kinds = head_kinds()
        self._genders = lexicon.table("coreference")["genders"]
        self._cues = cue_verbs()

    def is_rivalled(self, token: Token, found: int, gender: str) -> bool:
        """Whether somebody else is as likely, or more, to be meant by the pronoun than `found`."""
        others = self._is_other_said, self._is_within_another, self._is_spoken_of_before
        return any(is_other(token, found, gender) for is_other in others)

    def _is_spoken_of_before(self, token: Token, found: int, gender: str) -> bool:
        """ "His win made him Lee's heir, and he smiled": Lee comes between, so he is not who is spoken of."""
        doc = self._discourse.doc
        first = min((o.token for o in self._discourse.before(token, 0) if o.entity == found), default=None)
        if first is None or doc[first].dep_ not in _INSIDE:
            return False
        begun = (t for t in doc[token.sent.start : first] if GENDERS.get(t.lower_) == gender)
        return any(self._discourse.at(t) is None for t in begun)

    def _is_within_another(self, token: Token, found: int, gender: str) -> bool:
        """ "an architect who said he was cheated", "the man who beat Lee smiled as he left": rather the man."""
        out = self._discourse.co_arguments(token) | {found}
        for verb in token.ancestors:
            acts = subject_of(verb) if verb.pos_ in VERBS else None
            if acts is None or acts.i >= token.i or self._discourse.at(acts) == found:
                continue
            told = acts.lower_ in _WHO and verb.dep_ == "relcl"
            if told and token.dep_ in _OWN and self._is_unnamed_rival(verb.head, gender, out):
                return True
            if not told and self._is_rival(acts, gender, out) and self._is_told_of(acts, token, found):
                return True
        return False

    def _is_unnamed_rival(self, noun: Token, gender: str, out: set[int]) -> bool:
        named = any(self._discourse.at(t) is not None for t in (noun.head, *children(noun, "appos")))
        return not named and self._is_rival(noun, gender, out)

    def _is_told_of(self, noun: Token, token: Token, found: int) -> bool:
        """Whether the sentence names somebody nowhere but in the clause that tells of the noun."""
        named = [self._discourse.doc[o.token] for o in self._discourse.before(token, 0) if o.entity == found]
        clauses = children(noun, "relcl")
        return bool(named) and all(any(clause.is_ancestor(t) for clause in clauses) for t in named)

    def _is_other_said(self, token: Token, speaker: int, gender: str) -> bool:
        """ "Lee said the police found a man and took him away": who speaks may be meant, but rather the man."""
        verb = governor(token) if token.dep_ in _OBJECTS else None
        report = next((t for t in token.ancestors if t.dep_ == "ccomp" and t.head.lemma_ in self._cues), None)
        says = subject_of(report.head) if verb is not None and report is not None else None
        if verb is None or report is None or says is None or self._discourse.at(says) != speaker:
            return False
        out = self._discourse.co_arguments(token) | {speaker}
        words = self._discourse.doc[report.left_edge.i : token.i]
        return any(self._is_rival(t, gender, out) for t in words if t not in {says, subject_of(verb)})

    def _is_rival(self, word: Token, gender: str, out: set[int]) -> bool:
        """Whether a word in the singular stands for somebody else whom "him" or "her" may mean."""
        entity = self._discourse.at(word)
        if entity is not None and self._discourse.cluster(entity) is not None:
            return entity not in out and self._is_of(entity, gender)
        person = word.tag_ == "NN" and word.dep_ in _ARGUMENTS and self._kinds.get(word.lemma_.lower()) == "Person"
        return person and entity not in out and self._genders.get(word.lower_, gender) == gender
