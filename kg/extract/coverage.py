"""Which sentences gave no claim, and why: the first reason that holds, as "kind: explanation"."""

from collections.abc import Iterable, Iterator

from kg.extract.referents import Referents
from kg.extract.syntax import NOUNS, VERBS
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Doc, Token
from kg.extract.words import Phrase as Sentence
from kg.model import Claim, Document, Remark, Span

NO_WORDS = "no words: numbers and marks only"
NO_VERB = "no verb: a heading, a caption or an exclamation"
OPEN_PRONOUN = "open pronoun: whom or what it means is not clear"
SPEECH_ONLY = "speech only: somebody speaks, and what is said is no clause"
NO_PARTICIPANT = "no participant: neither end of a clause is an entity"
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "poss", "dative"})


def unused(doc: Doc, document: Document, referents: Referents, claims: Iterable[Claim]) -> Iterator[Remark]:
    """A remark for each sentence that is the passage of no claim, in the order of the text."""
    passages = {claim.passage for claim in claims}
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if words and (span := Span(words[0].idx, words[-1].end_idx)) not in passages:
            yield Remark(span, _boilerplate(document, span) or _reason(sentence, referents))


def _boilerplate(document: Document, span: Span) -> str | None:
    reasons = (remark.reason for remark in document.boilerplate if remark.span.overlaps(span))
    return next((f"boilerplate: {reason}" for reason in reasons), None)


def _reason(sentence: Sentence, referents: Referents) -> str:
    verbs = [t for t in sentence if t.pos_ in VERBS]
    if not any(t.is_alpha for t in sentence):
        return NO_WORDS
    if not verbs:
        return NO_VERB
    arguments = [t for t in sentence if t.dep_ in _ARGUMENTS and t.pos_ in NOUNS]
    if any(_is_open(t, referents) for t in arguments):
        return OPEN_PRONOUN
    speaks = all(t.lemma_ in cue_verbs() or t.pos_ == "AUX" for t in verbs)
    return SPEECH_ONLY if speaks and arguments else NO_PARTICIPANT


def _is_open(token: Token, referents: Referents) -> bool:
    return token.tag_ in {"PRP", "PRP$"} and referents.named(token) is None
