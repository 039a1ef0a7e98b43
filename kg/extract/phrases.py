"""Phrases without a name: each is somebody or something new, but "the deal" is the deal that was mentioned before."""

from collections.abc import Iterator

from kg.extract.discourse import Discourse
from kg.extract.syntax import children
from kg.extract.words import Token

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "attr", "dative"})
_LITERAL = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "QUANTITY", "ORDINAL"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OTHERS = frozenset({"other", "another", "same", "next", "new", "latter", "former", "first", "second", "last"})
_MODIFIERS = ("amod", "compound", "nmod", "nummod")
_TELLING = frozenset({"prep", "relcl", "acl", "appos", "poss", "conj"})
_REACH, _COUNTED = 12, 3


class Phrases:
    """The unnamed phrases of one text, from left to right."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._known: dict[tuple[str, str], list[Token]] = {}

    def of(self, token: Token) -> int | None:
        """The number of the phrase that `token` mentions again; a new phrase is introduced, and gives none."""
        if not self._is_phrase(token):
            return None
        alike = self._known.setdefault((token.lemma_.lower(), token.tag_), [])
        same = list(self._same(token, alike))
        alike.append(token)
        if not same:
            self._discourse.introduce(token)
            return None
        return max(same, key=lambda entity: self._discourse.sizes[entity])

    def remember(self, token: Token) -> None:
        """A phrase that stands for what is known otherwise; "the woman" may take it up."""
        self._known.setdefault((token.lemma_.lower(), token.tag_), []).append(token)

    def _is_phrase(self, token: Token) -> bool:
        names_nothing = token.pos_ != "NOUN" or token.dep_ not in _ARGUMENTS or token.ent_type_ in _LITERAL
        return not names_nothing and self._discourse.at(token) is None and not self._is_named(token)

    def _is_named(self, token: Token) -> bool:
        """ "her spokesman, Bo Berg": Bo Berg was mentioned, and nobody else."""
        if token.dep_ == "appos" and self._discourse.at(token.head) is not None:
            return True
        return "appos" in token.deps and any(self._discourse.at(t) is not None for t in children(token, "appos"))

    def _same(self, token: Token, alike: list[Token]) -> Iterator[int]:
        """Phrases of that noun, the last one first, if the new one is definite and says nothing that they do not."""
        if "det" not in token.deps or not token.deps.isdisjoint(_TELLING):
            return
        if not any(t.lower_ in _DEFINITE for t in children(token, "det")):
            return
        own = {t.lower_ for t in children(token, *_MODIFIERS)}
        if own & _OTHERS:
            return
        for earlier in reversed(alike):
            if self._discourse.distance(token, earlier.i) > _REACH:
                return
            if _counts(earlier) and not _counts(token) and self._discourse.distance(token, earlier.i) > _COUNTED:
                return  # "two ships … the ships": after a while all of them may be meant
            if _is_other_one(earlier) and token.left_edge.lower_ == "the":
                continue
            entity = self._discourse.at(earlier)
            if entity is not None and own <= {t.lower_ for t in children(earlier, *_MODIFIERS)}:
                yield entity


def _counts(token: Token) -> bool:
    return "nummod" in token.deps and token.tag_ == "NNS"


def _is_other_one(token: Token) -> bool:
    """ "the only real rival", "longer strikes": the rival, or the strikes, spoken of otherwise are not these."""
    modifiers = children(token, "amod", "advmod")
    longer = token.tag_ == "NNS" and "det" not in token.deps and any(t.tag_ == "JJR" for t in modifiers)
    return longer or any(t.lower_ == "only" for t in modifiers)
