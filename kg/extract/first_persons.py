"""Whom "I" and "we" stand for in a quotation: the speaker, and the body that the speaker speaks for."""

from collections.abc import Iterable, Iterator

from kg.extract.cues import noun_source
from kg.extract.referents import Referents
from kg.extract.speakers import Speakers
from kg.extract.syntax import span_of
from kg.extract.words import Doc, Token
from kg.model import Claim, Literal, Mention, Polarity, Span

_ONE = frozenset({"i", "me", "my", "mine", "myself"})
_SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_BODIES = frozenset({"Organization", "Group"})
_UTTERED = frozenset({"Thing", "Work"})
_OFFICES = frozenset({"hasRoleAt", "spokespersonFor", "memberOf"})
_FORMER = Literal("former")


def first_persons(doc: Doc, referents: Referents, speakers: Speakers, claims: Iterable[Claim]) -> Iterator[Mention]:
    """One for each such pronoun whose speaker is known; of "we" only where one body is."""
    held = [claim for claim in claims if _is_held(claim)]
    for token in doc.having(_ONE | _SEVERAL):
        source = _source(speakers, token) if token.tag_ in _PRONOUNS else None
        found = _meant(token, source, held, referents) if source is not None else None
        if found is not None:
            yield Mention(span_of([token]), found)


def _is_held(claim: Claim) -> bool:
    former = any(q.name == "tenure" and q.value == _FORMER for q in claim.qualifiers)
    return claim.relation in _OFFICES and claim.polarity is Polarity.POSITIVE and not former


def _source(speakers: Speakers, token: Token) -> Token | None:
    """Who is quoted; outside quotations it is the author who says "I"."""
    return next((cue.source for cue in speakers.around(token) if not cue.is_nobody and not cue.is_own), None)


def _meant(token: Token, source: Token, held: list[Claim], referents: Referents) -> str | None:
    speaker = referents.of(source)
    if speaker is None:
        return None
    kind = referents.entity(speaker.entity).kind
    whose = noun_source(source) if kind in _UTTERED else None  # "a statement by Acme said" is Acme's
    if whose is not None:
        return _meant(token, whose, held, referents)
    if token.lower_ in _ONE:
        return speaker.entity if kind == "Person" else None
    if kind in _BODIES:
        return speaker.entity
    return _body(speaker.entity, Span(source.sent.start_char, source.sent.end_char), held, referents)


def _body(person: str, sentence: Span, held: list[Claim], referents: Referents) -> str | None:
    """The only organization of which the sentence of the cue, or else the article, says that he has an office there."""
    own = [claim for claim in held if claim.subject == person]
    for told in ([claim for claim in own if claim.trigger.overlaps(sentence)], own):
        bodies = {claim.object for claim in told if isinstance(claim.object, str)}
        found = {id for id in bodies if referents.entity(id).kind == "Organization"}
        if len(found) == 1:
            return found.pop()
    return None
