"""Paragraphs that are somebody's words though no marks say so: letters, posts, answers, what a colon announces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import lexicon
from kg.extract.interviews import Interviewed, answers, questions
from kg.extract.pasted import letters, posts
from kg.extract.syntax import VERBS, child
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Doc, Token
from kg.model import Span

_BLOCK = re.compile(r"[^\n]+")
_HANDLE = re.compile(r"(?:<[^>]*>|[\s*_.>-])*@\w")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me"})
_SINGLE_QUOTES = ("'", "‘", "’")
_SIGNATURE, _SHORT = 6, 60
_OF_HEADINGS = frozenset({"DET", "PRON"})
_ENDS = (".", "!", "?", "…", ".)")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paragraph of somebody's, and where it is told whose: below a letter, before an interview."""

    block: Span
    speaker: Span | None = None


def not_the_authors(
    doc: Doc, text: str, marked: Iterable[Span], labelled: Iterable[Span], interviewed: Interviewed
) -> Iterator[Pasted]:
    """The paragraphs of posts, letters and answers and those that a colon announces, in the text's order.

    `marked` are the stretches between quotation marks, `labelled` those of speakers whom the layout names. Who says "I"
    elsewhere is the author.
    """
    quoted, told = tuple(marked), tuple(labelled)
    blocks = [Span(*block.span()) for block in _BLOCK.finditer(text)]
    spoken = [
        t for t in doc.having(_FIRST_PERSON) if _is_spoken(t) and not any(s.begin <= t.idx < s.end for s in quoted)
    ]
    speaking = {n for n, block in enumerate(blocks) if any(block.begin <= t.idx < block.end for t in spoken)}
    signed_letters = _letters(doc, blocks, speaking)
    announced = _announced(doc, text, blocks, speaking, quoted)
    asked = questions(doc, text, blocks)
    answered = answers(asked, speaking)
    name = interviewed(blocks[min(asked)].begin) if answered else None
    signed = dict.fromkeys(announced) | dict.fromkeys(answered, name) | signed_letters
    signed |= dict.fromkeys(letters(text, blocks)) | posts(text, blocks)
    for number, block in enumerate(blocks):
        said = block.of(text)
        foreign = _HANDLE.match(said) or (number in speaking and said.startswith(_SINGLE_QUOTES))
        if (foreign or number in signed) and not any(s.overlaps(block) for s in told):
            yield Pasted(block, signed.get(number))


def _is_spoken(token: Token) -> bool:
    own = token.lower_ in _FIRST_PERSON and token.ent_type_ == "" and token.tag_ in {"PRP", "PRP$"}
    return own and not _is_told(token)


def _is_told(token: Token) -> bool:
    """ "the mayor told me": the author, to whom others speak."""
    return token.dep_ in {"dobj", "dative"} and token.head.lemma_ in cue_verbs()


def _announced(doc: Doc, text: str, blocks: list[Span], speaking: set[int], quoted: tuple[Span, ...]) -> set[int]:
    """The paragraphs after a colon: in the first person, or said by the words before; a speech goes on in "I" and "we".

    But not where the author has said "I" before.
    """
    found: set[int] = set()
    for number in range(1, len(blocks)):
        if blocks[number - 1].of(text).rstrip().endswith(":"):
            whole = blocks[number].of(text).rstrip().endswith(_ENDS)
            bare = whole and not any(s.overlaps(blocks[number]) for s in quoted)
            if number in speaking or (bare and _introduces(doc, blocks[number - 1])):
                found.add(number)
        elif number - 1 in found and number in speaking and min(speaking) >= min(found):
            found.add(number)
    return found


def _introduces(doc: Doc, block: Span) -> bool:
    """Whether its last verb is one of saying, with its subject: "Lee added:"."""
    words = doc.char_span(block.begin, block.end, alignment_mode="contract") or ()
    verb = next((t for t in reversed(tuple(words)) if t.pos_ in VERBS), None)
    if verb is None or child(verb, "nsubj") is None:
        return False
    return cue_verbs().get(verb.lemma_) == "Certain" or verb.lemma_ in lexicon.table("cues")["quoting"]["verbs"]


def _letters(doc: Doc, blocks: list[Span], speaking: set[int]) -> dict[int, Span]:
    """Each paragraph and the name below, where names alone stand below more than one in the first person."""
    signed: dict[int, Span] = {}
    if not speaking:
        return signed
    names = {n for n, block in enumerate(blocks) if _is_signature(doc, block)}
    if sum(n + 1 in names for n in speaking) < 2:
        return signed
    begin = min(speaking)
    for name in sorted(n for n in names if n > begin and n - 1 not in names):  # what follows a name is the place
        signed.update((n, blocks[name]) for n in range(begin, name) if n not in names)
        begin = name + 1
    return signed


def _is_signature(doc: Doc, block: Span) -> bool:
    """A name alone: not "The Deficit" nor "Berg's Plan", which are headings."""
    if block.end - block.begin > _SHORT:
        return False
    tokens = doc.char_span(block.begin, block.end, alignment_mode="contract") or ()
    words = [t for t in tokens if t.is_alpha]
    heading = any(t.is_quote or t.pos_ in _OF_HEADINGS or t.dep_ == "case" for t in tokens)
    named = 1 < len(words) <= _SIGNATURE and all(t.text[0].isupper() and t.pos_ not in VERBS for t in words)
    return named and not heading
