"""Whom a label names that is shorter than the name: "LEE: …", "AL: …"."""

from collections.abc import Callable
from functools import cached_property

from kg import lexicon
from kg.extract.referents import Referents
from kg.extract.syntax import initials
from kg.extract.words import Token
from kg.gazetteer import load_gazetteer
from kg.model import LocalEntity

SPEAKING = frozenset({"Person", "Organization"})


class LabelNames:
    """Those of one text who may speak; looked up when there is a label."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._nouns = lexicon.words("cues", "labels", "nouns")

    def speaker(self, token: Token) -> Token | None:
        """The word if it stands for one that speaks; of "LEE:", where the text names Lee elsewhere.

        "OSLO:" only tells where it happened.
        """
        if len(token) > 1 and token.text.isupper() and load_gazetteer().city(token.text.title()):
            return None
        if token.text.isupper() and (named := self._initials.get(token.text)) is not None:
            return named
        reference = self._referents.named(token)
        kind = self._referents.entity(reference.entity).kind if reference is not None else ""
        if kind in SPEAKING or token.lemma_.lower() in self._nouns:
            return token
        word = token.text.casefold()
        return None if kind or word not in self._names else self._names[word] or token

    @cached_property
    def _names(self) -> dict[str, Token | None]:
        """Where those who may speak are first named, by the last words of their names; nowhere if two share it."""
        return self._called(lambda token, _: token.text.casefold())

    @cached_property
    def _initials(self) -> dict[str, Token | None]:
        """ "AL: …": the same, by the first letters of names of people."""
        return self._called(lambda _, entity: initials(entity.label) if entity.kind == "Person" else "")

    def _called(self, by: Callable[[Token, LocalEntity], str]) -> dict[str, Token | None]:
        found: dict[str, Token | None] = {}
        for token in self._referents.names():
            reference = self._referents.named(token)
            entity = self._referents.entity(reference.entity) if reference is not None else None
            if entity is not None and entity.kind in SPEAKING:
                key = by(token, entity)
                first = found.setdefault(key, token)
                other = self._referents.named(first) if first is not None else None
                if other is None or other.entity != entity.id:
                    found[key] = None
        return found
