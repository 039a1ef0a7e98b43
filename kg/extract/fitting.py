"""Whether what a phrase stands for may be an end of a declared relation."""

from kg.extract.referents import Referents
from kg.extract.words import Token
from kg.ontology import load_ontology


class Fitting:
    """Compares kinds of local entities with domains and ranges, so that "beat the odds" is no defeat."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._ontology = load_ontology()

    def fits(self, relation: str, subject: Token | None, thing: Token | None) -> bool:
        """Whether both may stand there; always for open relations."""
        declared = self._ontology.relation(relation)
        if declared is None:
            return relation.startswith("rel:")
        return self.is_any(subject, declared.domain) and self.is_any(thing, declared.range)

    def is_any(self, token: Token | None, kinds: tuple[str, ...]) -> bool:
        """Whether the phrase is of one of the kinds; a name of unknown kind may be of any."""
        reference = self._referents.of(token) if token is not None else None
        if reference is None or not kinds:
            return True
        entity = self._referents.entity(reference.entity)
        return (entity.kind == "Thing" and entity.named) or any(self._ontology.is_a(entity.kind, k) for k in kinds)
