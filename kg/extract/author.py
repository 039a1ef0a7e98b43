"""Which words stand for the author: "I" and its forms, outside of what is somebody else's by its form or its verb."""

import re
from collections.abc import Iterator
from itertools import takewhile

from kg.extract.cues import Cue
from kg.extract.marks import quotations
from kg.extract.speakers import Speakers
from kg.extract.syntax import SUBJECTS, VERBS
from kg.extract.words import Doc, Token

_WORDS = frozenset({"i", "me", "my", "mine"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_GOVERNED = SUBJECTS | {"dobj", "dative", "pobj", "poss", "conj", "attr"}
_SINGLE = re.compile(r"(?<!\w)['‘](?=[^\W\d])[^\n]*?(?:['’](?!\w)|$)", re.MULTILINE)
_ANSWER = re.compile(r"^(?=[^\n]*\b(?:you|your)\b)[^\n]*\?\W*\n\s*([^\n]+)", re.IGNORECASE | re.MULTILINE)
_ENDS = frozenset(".!?…")


def author_words(doc: Doc, speakers: Speakers) -> Iterator[Token]:
    """Those of one text, in its order; none where only its headline says "I"."""
    found = [t for t in doc.having(_WORDS) if _is_pronoun(t) and not _is_anothers(t, speakers)]
    if found:
        quoted = tuple(_quoted(doc.text))
        found = [t for t in found if not any(begin <= t.idx < end for begin, end in quoted)]
    if any(not _is_in_headline(t) for t in found):
        yield from found


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where marks stand around more or less than a clause, or a question that says "you" is answered."""
    yield from ((quotation.span.begin, quotation.span.end) for quotation in quotations(text))
    yield from (found.span() for found in _SINGLE.finditer(text))
    yield from (found.span(1) for found in _ANSWER.finditer(text))


def _is_pronoun(token: Token) -> bool:
    """Not "Part I", "Elizabeth I was crowned", "I-95", nor a title, nor anybody."""
    if token.tag_ not in _PRONOUNS or token.ent_type_ or token.dep_ not in _GOVERNED:
        return False
    before, after = (token.doc.tokens[max(0, i) : max(0, i + 1)] for i in (token.i - 1, token.i + 1))
    numeral = token.text == "I" and any(t.pos_ == "PROPN" for t in before) and token.head.dep_ != "relcl"
    joined = any(t.text[0] in "-–" and not token.whitespace_ for t in after)
    return not (numeral or joined or _is_title(token) or _is_anybody(token))


def _is_title(token: Token) -> bool:
    """Whether capitals that no name and no sentence gives begin the words behind it: "I'm Leaving", "Get Me Out"."""
    following = token.doc.tokens[token.i + 1 : min(token.i + 4, token.sent.end)]
    behind = [t for t in takewhile(lambda t: not t.is_punct and not t.is_space, following) if t.is_alpha]
    if any(len(t) > 1 and t.text.isupper() for t in (token, *behind)):  # all is written so
        return False
    capital = token.text != "I" and token.text[0].isupper() and token.i > token.sent.start and not token.before.is_quote
    return capital or any(t.text[0].isupper() and t.pos_ != "PROPN" and t.lower_ != "i" for t in behind)


def _is_anybody(token: Token) -> bool:
    """ "You or I", "people like you and me"."""
    return any(t.lower_ == "you" for t in (token.head, *token.children) if "conj" in {t.dep_, token.dep_})


def _is_anothers(token: Token, speakers: Speakers) -> bool:
    """In a quotation, or before the words for whose it is, though no marks say so: "I was wrong, Lee said."."""
    if speakers.around(token):
        return True
    verb = next((t for t in token.ancestors if t.pos_ in VERBS), token)
    return any(_follows(cue, token) for cue in speakers.chain(verb))


def _follows(cue: Cue, token: Token) -> bool:
    return cue.word.i > token.i and not cue.is_own and not cue.is_nobody


def _is_in_headline(token: Token) -> bool:
    """Whether its paragraph is the first of several and ends as no sentence does."""
    text = token.doc.text
    first, _, rest = text.lstrip().partition("\n")
    begin = len(text) - len(text.lstrip())
    return token.idx < begin + len(first) and bool(rest.strip()) and first.rstrip()[-1:] not in _ENDS
