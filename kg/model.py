"""The nouns of a knowledge graph of news, as plain frozen values.

Everything a stage takes or gives is one of these. They know nothing of RDF, of spaCy or of the store; what they mean in
RDF is written in `kg.rdf`, and why they are cut this way in `docs/architecture.md`.

Ids are strings without a base IRI: a document's id is a hash of its bytes, a local entity's id is a slug that is unique
in its document, an entity's id is a slug that is unique in the graph. Offsets are half-open, in Unicode code points.
"""

from dataclasses import dataclass
from enum import StrEnum


class Polarity(StrEnum):
    """Whether the document says that it is so, or that it is not."""

    POSITIVE = "Positive"
    NEGATIVE = "Negative"


class Certainty(StrEnum):
    """How sure the author is that it happened, from the surest to the least sure."""

    CERTAIN = "Certain"
    PROBABLE = "Probable"
    EXPECTED = "Expected"
    POSSIBLE = "Possible"
    HYPOTHETICAL = "Hypothetical"


class Voice(StrEnum):
    """Who says it: the document itself, or somebody it cites."""

    NARRATOR = "Narrator"
    SPEAKER = "Speaker"


class Status(StrEnum):
    """How a claim or a statement may be read; the strongest first, and `DISPUTED` for statements only."""

    REPORTED = "Reported"
    ATTRIBUTED = "Attributed"
    DENIED = "Denied"
    ANTICIPATED = "Anticipated"
    TENTATIVE = "Tentative"
    DISPUTED = "Disputed"


class Review(StrEnum):
    """What a person found who looked at a statement, or at what was taken for somebody."""

    CONFIRMED = "Confirmed"
    REJECTED = "Rejected"


class Verdict(StrEnum):
    """What a person decides: of two local entities, of one (reject, pin-name) or of a statement (reject, confirm)."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    REJECT = "reject"
    CONFIRM = "confirm"
    PIN_NAME = "pin-name"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[begin:end]`, in Unicode code points."""

    begin: int
    end: int

    def __repr__(self) -> str:
        """Part of what ids are hashes of; made for each claim, and faster than what `dataclass` makes."""
        return f"Span(begin={self.begin}, end={self.end})"

    def of(self, text: str) -> str:
        return text[self.begin : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.begin < other.end and other.begin < self.end

    def contains(self, other: "Span") -> bool:
        return self.begin <= other.begin and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value that is no entity; `datatype` is the local name of an XML Schema type (string, integer, gYear)."""

    text: str
    datatype: str = "string"


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """A span of the text and what is to be said of it: why it is boilerplate, or why it could not be used."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` is the decoded file, character for character, or what a page or a table gives as its text.

    `link`: the web address under which it says that it was published.
    `extractor`: who or what read it, where kg did not: its graph then cannot be made anew from its text.
    """

    id: str
    sha256: str
    text: str
    sources: tuple[str, ...]
    title: str | None = None
    issued: Literal | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    link: str | None = None
    extractor: str | None = None
    boilerplate: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that names or describes a local entity."""

    span: Span
    entity: str


@dataclass(frozen=True, slots=True, order=True)
class LocalEntity:
    """What the mentions of one article refer to together. `kind` is the local name of a class of the ontology."""

    id: str
    kind: str
    label: str
    alt_labels: tuple[str, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Qualifier:
    """A detail of a claim or statement; `value` is the id of a (local) entity or a literal."""

    name: str
    value: str | Literal


@dataclass(frozen=True, slots=True)
class Claim:
    """One document saying one thing once.

    `relation` is the local name of a declared relation (`defeated`) or an open one (`rel:warn_about`). `subject` and
    string objects are ids of local entities; at least one of the two is there. `attributed_to` holds the innermost
    speaker, `via` those who pass it on; either may be empty though the voice is a speaker's ("allegedly").
    """

    id: str
    relation: str
    subject: str | None
    object: str | Literal | None
    polarity: Polarity
    certainty: Certainty
    voice: Voice
    status: Status
    confidence: float
    passage: Span
    trigger: Span
    subject_mention: Span | None = None
    object_mention: Span | None = None
    source_mention: Span | None = None
    cue_mention: Span | None = None
    attributed_to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """All that one document says: a pure function of the document and the settings. Every tuple is sorted."""

    document: Document
    entities: tuple[LocalEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    unused: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A local entity, named from outside its document."""

    document: str
    entity: str

    @property
    def reference(self) -> str:
        """How a judgement names it, whatever becomes of the graph."""
        return f"doc:{self.document}#{self.entity}"


@dataclass(frozen=True, slots=True)
class Entity:
    """Local entities of all documents that are one. `replaces`: slugs of its other full names that lead to it."""

    id: str
    kind: str
    label: str
    alt_labels: tuple[str, ...]
    named: bool
    members: tuple[Member, ...]
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One (subject, relation, object) over entities, fused over all claims that assert or negate it.

    `documents` counts the documents of these claims, `independent_sources` those that did not copy from one another;
    `earliest` and `latest` (ISO dates) bound when it happened. `review`: what a person found of it, if anybody looked.
    """

    id: str
    relation: str
    subject: str | None
    object: str | Literal | None
    status: Status
    asserted_by: tuple[str, ...]
    negated_by: tuple[str, ...]
    documents: int
    independent_sources: int
    qualifiers: tuple[Qualifier, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """What cannot all be true as it stands; `kind` is declared in the ontology.

    `between` holds two statements, or one that is at odds with itself: in the detail that `qualifier` names, or since
    it is both asserted and denied. `claims` are those at odds, of these statements.
    """

    id: str
    kind: str
    between: tuple[str, ...]
    claims: tuple[str, ...]
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Two statements that held one after the other; `kind` is declared in the ontology.

    It came about between `earliest`, when the one was told, and `latest`, when the other was (ISO dates).
    """

    id: str
    kind: str
    earlier: str
    later: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True, order=True)
class Excerpt:
    """A passage of a document or, as no passage is empty, with an empty span the whole of it."""

    document: str
    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True, order=True)
class NearDuplicate:
    """One text in two documents, edited perhaps. `of` is the first of its group and stands for the others."""

    excerpt: Excerpt
    of: Excerpt


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Two entities that may be one, by the likeness of two of their members; or one, joined only by way of others.

    `reasons` say in words what speaks for it and against it. A person's judgement settles it.
    """

    id: str
    between: tuple[str, ...]
    members: tuple[Member, ...]
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorpusGraph:
    """All documents taken together: a pure function of their graphs and of judgements.

    Every tuple is sorted, by id where there is one. `rejected`: local entities that a person found to be nobody and
    nothing; they belong to no entity. `duplicates` are those among the texts behind one statement.
    """

    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[Change, ...] = ()
    rejected: tuple[Member, ...] = ()
    duplicates: tuple[NearDuplicate, ...] = ()
    matches: tuple[PossibleMatch, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """What a person decided, as a row of the judgements file; `line` is where it ends there.

    `left` and `right` name local entities, as `doc:ID#slug` or `SOURCE#Name`, or `left` a claim (`claim:ID`): what
    does not change when the graph is made anew. `name` is what `pin-name` pins.
    """

    verdict: Verdict
    left: str
    right: str = ""
    name: str = ""
    who: str = ""
    when: str = ""
    why: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Judgements that cannot all hold, by line, and what became of them."""

    rows: tuple[Judgement, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Replay:
    """The judgements that a graph was made with: those that wait for what is not there, and those at odds."""

    rows: tuple[Judgement, ...] = ()
    waiting: tuple[Judgement, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class DifferenceKind(StrEnum):
    """In what way two graphs differ: of statements and what is between them, entities, and articles of one source."""

    CAME = "Came"
    WENT = "Went"
    STATUS_CHANGED = "StatusChanged"
    DETAILS_CHANGED = "DetailsChanged"
    RENAMED = "Renamed"
    MERGED = "Merged"
    SPLIT = "Split"
    REGROUPED = "Regrouped"
    REPLACED = "Replaced"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same in two graphs, an older and a newer one.

    `before` and `after`: ids that begin with what they are of (`st:`, `ent:`, `doc:`, `conflict:`, `change:` or
    `match:`); one of the two is empty where something came or went, and so are its words. Only statements have a status
    and details (`votes for: 101`).
    """

    kind: DifferenceKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    words_before: str | None = None
    words_after: str | None = None
    status_before: Status | None = None
    status_after: Status | None = None
    details_before: tuple[str, ...] = ()
    details_after: tuple[str, ...] = ()
