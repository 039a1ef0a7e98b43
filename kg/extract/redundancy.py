"""Labels that would only say again what the claims say: "a plane that crashed | crashed"."""

from collections.abc import Iterable, Iterator, Mapping

from kg.extract.labels import Label
from kg.model import Claim, Status


def told_by_their_clause(labels: Mapping[str, Label], claims: Iterable[Claim]) -> Iterator[str]:
    """Ids of entities of which no claim tells but those that come from the clause in their label; sorted."""
    inside: dict[str, bool] = {}
    for claim in claims:
        if claim.status is not Status.TENTATIVE:
            for id in labels.keys() & {*_shown(claim)}:
                inside[id] = inside.get(id, True) and _comes_from(claim, labels[id])
    yield from sorted(id for id, told in inside.items() if told)


def _shown(claim: Claim) -> Iterator[str]:
    """All entities that a reader of the claim sees."""
    values = (claim.subject, claim.object, *claim.attributed_to, *claim.via, *(q.value for q in claim.qualifiers))
    return (value for value in values if isinstance(value, str))


def _comes_from(claim: Claim, label: Label) -> bool:
    return label.clause is not None and label.clause.overlaps(claim.trigger)
