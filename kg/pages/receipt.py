"""What a claim rests on: the sentence with its words marked, who says so, in which article."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Certainty, Claim, Document, Member, Polarity, Span, Statement, Status, Voice
from kg.pages.lookup import Lookup
from kg.pages.words import printable


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """`sentence[begin:end]` plays a role in the claim: "subject", "relation" or "object"."""

    begin: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One claim, told to a reader; the sentence is at `passage` of the document with that id.

    `speakers` holds the innermost; those who pass it on are in `via`.
    """

    claim: str
    document: str
    passage: Span
    sentence: str
    marks: tuple[Mark, ...]
    status: Status
    polarity: Polarity
    certainty: Certainty
    voice: Voice
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    cue: str | None
    sources: tuple[str, ...]
    title: str | None
    issued: str | None
    publisher: str | None

    @property
    def said(self) -> str:
        """Who says it, and whether they deny it or are unsure."""
        doubts = [self.certainty.lower()] if self.certainty is not Certainty.CERTAIN else []
        denial = ["negated"] if self.polarity is Polarity.NEGATIVE else []
        return ", ".join([self._speaker(), *denial, *doubts])

    @property
    def article(self) -> str:
        """Title or else source, publisher and date of the article."""
        parts = (self.title or self.sources[0], self.publisher, self.issued)
        return ", ".join(printable(part) for part in parts if part)

    def pieces(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The sentence cut where a mark begins or ends: each piece with the roles it plays, if any."""
        cuts = sorted({0, len(self.sentence), *(m.begin for m in self.marks), *(m.end for m in self.marks)})
        for begin, end in pairwise(cuts):
            roles = tuple(m.role for m in self.marks if m.begin <= begin and end <= m.end)
            yield printable(self.sentence[begin:end]), roles

    def _speaker(self) -> str:
        if self.voice is Voice.NARRATOR:
            return "in the article's own voice"
        via = f", via {_listed(self.via)}" if self.via else ""
        return f"said by {_listed(self.speakers) or 'somebody not named'}{via}"


def receipts(statement: Statement, lookup: Lookup) -> tuple[Receipt, ...]:
    """The claims behind a statement: the strongest first, then by date and place in the article."""
    found = (lookup.claims[claim] for claim in (*statement.asserted_by, *statement.negated_by))
    return tuple(_receipt(document, claim, lookup) for document, claim in sorted(found, key=_order))


def _order(found: tuple[Document, Claim]) -> tuple[int, str, str, Span, str]:
    document, claim = found
    issued = document.issued.text if document.issued else ""
    return list(Status).index(claim.status), issued, document.id, claim.passage, claim.id


def _receipt(document: Document, claim: Claim, lookup: Lookup) -> Receipt:
    def names(entities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(lookup.local[Member(document.id, entity)] for entity in entities)

    return Receipt(
        claim=claim.id,
        document=document.id,
        passage=claim.passage,
        sentence=claim.passage.of(document.text),
        marks=_marks(claim),
        status=claim.status,
        polarity=claim.polarity,
        certainty=claim.certainty,
        voice=claim.voice,
        speakers=names(claim.attributed_to) or _as_seen(document, claim),
        via=names(claim.via),
        cue=claim.cue_mention.of(document.text) if claim.cue_mention else None,
        sources=document.sources,
        title=document.title,
        issued=document.issued.text if document.issued else None,
        publisher=document.publisher,
    )


def _as_seen(document: Document, claim: Claim) -> tuple[str, ...]:
    """The words for a source that is no entity, unless they are just the cue ("allegedly")."""
    source = claim.source_mention
    return (source.of(document.text),) if source and source != claim.cue_mention else ()


def _marks(claim: Claim) -> tuple[Mark, ...]:
    """Mentions inside the passage, counted from its beginning; a trigger that is all of it would mark nothing."""
    trigger = claim.trigger if claim.trigger != claim.passage else None
    spans = {"subject": claim.subject_mention, "relation": trigger, "object": claim.object_mention}
    start = claim.passage.begin
    inside = ((role, span) for role, span in spans.items() if span and claim.passage.contains(span))
    return tuple(sorted(Mark(span.begin - start, span.end - start, role) for role, span in inside))


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(map(printable, names))
