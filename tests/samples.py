"""Small hand-made document graphs, for tests of the stages after extraction. Ids are made as the real ones are."""

import hashlib

from kg.ids import digest, slug
from kg.model import (
    Certainty,
    Claim,
    Document,
    DocumentGraph,
    Literal,
    LocalEntity,
    Mention,
    Polarity,
    Qualifier,
    Span,
    Status,
    Voice,
)


def document(text: str, source: str = "sample.txt", issued: Literal | None = None) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=sha256[:16], sha256=sha256, text=text, sources=(source,), issued=issued)


class Article:
    """Builds a `DocumentGraph` from a text and words that occur in it; the first occurrence is meant."""

    def __init__(self, text: str, source: str = "sample.txt", issued: Literal | None = None) -> None:
        self.document = document(text, source, issued)
        self._entities: dict[str, LocalEntity] = {}
        self._mentions: set[Mention] = set()
        self._claims: list[Claim] = []

    def span(self, words: str) -> Span:
        begin = self.document.text.index(words)
        return Span(begin, begin + len(words))

    def entity(self, label: str, kind: str = "Person", *, alt: tuple[str, ...] = (), named: bool = True) -> str:
        entity = LocalEntity(slug(label), kind, label, alt, named)
        self._entities[entity.id] = entity
        for name in (label, *alt):
            if name in self.document.text:
                self._mentions.add(Mention(self.span(name), entity.id))
        return entity.id

    def mention(self, entity: str, words: str, passage: str) -> None:
        """Words in a passage that stand for an entity."""
        begin = self.document.text.index(words, self.span(passage).begin)
        self._mentions.add(Mention(Span(begin, begin + len(words)), entity))

    def claim(
        self,
        relation: str,
        trigger: str,
        subject: str | None = None,
        object: str | Literal | None = None,
        *,
        polarity: Polarity = Polarity.POSITIVE,
        certainty: Certainty = Certainty.CERTAIN,
        speaker: str | None = None,
        cue: str | None = None,
        status: Status | None = None,
        confidence: float = 0.9,
        qualifiers: tuple[Qualifier, ...] = (),
        passage: str = "",
    ) -> Claim:
        """`speaker` is the id of a local entity; with a cue the voice is a speaker's. `passage`: all, if left out."""
        home = self.span(passage or self.document.text)
        voice = Voice.SPEAKER if cue else Voice.NARRATOR
        usual = Status.ATTRIBUTED if cue else Status.REPORTED
        where = {m.entity: m.span for m in sorted(self._mentions, reverse=True) if home.contains(m.span)}
        claim = Claim(
            id=digest(self.document.id, self.span(trigger), relation, polarity, speaker),
            relation=relation,
            subject=subject,
            object=object,
            polarity=polarity,
            certainty=certainty,
            voice=voice,
            status=status or (usual if polarity is Polarity.POSITIVE else Status.DENIED),
            confidence=confidence,
            passage=home,
            trigger=self.span(trigger),
            subject_mention=where.get(subject or ""),
            object_mention=where.get(object) if isinstance(object, str) else None,
            source_mention=where.get(speaker or "", self.span(cue) if cue else None),
            cue_mention=self.span(cue) if cue else None,
            attributed_to=(speaker,) if speaker else (),
            qualifiers=qualifiers,
        )
        self._claims.append(claim)
        return claim

    def graph(self) -> DocumentGraph:
        return DocumentGraph(
            self.document,
            tuple(sorted(self._entities.values())),
            tuple(sorted(self._mentions)),
            tuple(sorted(self._claims, key=lambda c: c.id)),
        )


def election() -> list[DocumentGraph]:
    """Two articles of one vote: a defeat with a count, the same said by a speaker, and a claim that is denied."""
    one = Article(
        "Ann Lee, 57, beat Bo Berg by 101 votes to 61 in Oslo. Berg did not resign from Unity.",
        "a/one.txt",
        Literal("2018-11-22", "date"),
    )
    ann, bo, unity = one.entity("Ann Lee"), one.entity("Bo Berg", alt=("Berg",)), one.entity("Unity", "Organization")
    oslo = one.entity("Oslo", "City")
    votes = (
        Qualifier("place", oslo),
        Qualifier("votesAgainst", Literal("61", "integer")),
        Qualifier("votesFor", Literal("101", "integer")),
    )
    one.claim("defeated", "beat", ann, bo, qualifiers=votes)
    one.claim("age", "57", ann, Literal("57", "integer"))
    one.claim("resignedFrom", "resign", bo, unity, polarity=Polarity.NEGATIVE)
    two = Article("Spokesman Cy Cole said Ann Lee had beaten Bo Berg. Experts fear Lee would leave Unity.", "a/two.txt")
    ann2, bo2, cy, unity2 = (
        two.entity("Ann Lee", alt=("Lee",)),
        two.entity("Bo Berg"),
        two.entity("Cy Cole"),
        two.entity("Unity", "Organization"),
    )
    two.entity("Experts", "Group", named=False)
    two.claim("defeated", "beaten", ann2, bo2, speaker=cy, cue="said")
    two.claim(
        "rel:leave",
        "leave",
        ann2,
        unity2,
        certainty=Certainty.HYPOTHETICAL,
        speaker="experts",
        cue="fear",
        status=Status.ANTICIPATED,
    )
    return [one.graph(), two.graph()]
