"""What people found of statements and of participants, applied to what the documents say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from kg.model import Contradiction, CorpusGraph, Judgement, Review, Status, Verdict
from kg.resolve.rulings import Rulings
from kg.resolve.sayings import Saying
from kg.status import claim_status


def reviewed(said: Iterable[Saying], ruled: Rulings) -> list[Saying]:
    """The same sayings, where those of one statement carry what a person found of it.

    A rejected statement is told as one that we may have misread. A confirmed one was read rightly; who says it and how
    surely remains as it was.
    """
    ordered = sorted(said, key=lambda saying: saying.identity)
    if not ruled.claims:
        return ordered
    groups = (list(group) for _, group in groupby(ordered, key=lambda saying: saying.identity))
    return [one for group in groups for one in _reviewed(group, ruled.claims)]


def contradictions(corpus: CorpusGraph, ruled: Rulings) -> Iterator[Contradiction]:
    """All that the rows say against each other, those included that show only in what was made of them."""
    yield from ruled.contradictions
    for statement in corpus.statements if ruled.claims else ():
        rows = [row for c in (*statement.asserted_by, *statement.negated_by) for row in ruled.claims.get(c, ())]
        if len({row.verdict for row in rows}) > 1:
            yield Contradiction(_by_line(rows), "the statement stays rejected")
    for entity in corpus.entities if ruled.names else ():
        rows = [row for member, row in ruled.names if member in entity.members]
        if len({row.name for row in rows}) > 1:
            yield Contradiction(_by_line(rows), f"its name is “{entity.label}”")


def _reviewed(group: list[Saying], judged: Mapping[str, tuple[Judgement, ...]]) -> Iterator[Saying]:
    verdicts = {row.verdict for saying in group for row in judged.get(saying.claim.id, ())}
    if not verdicts:
        return iter(group)
    review = Review.REJECTED if Verdict.REJECT in verdicts else Review.CONFIRMED
    return (replace(s, claim=replace(s.claim, status=_status(s, review)), review=review) for s in group)


def _status(saying: Saying, review: Review) -> Status:
    claim = saying.claim
    if review is Review.REJECTED:
        return Status.TENTATIVE
    return claim_status(1, claim.certainty, claim.polarity, claim.voice, threshold=0)


def _by_line(rows: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(set(rows), key=lambda row: (row.line, row)))
