"""Who speaks in a quotation: by its sentence, its paragraph, or the paragraph before it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from kg import lexicon
from kg.extract.cues import Cue, verb_cue, verb_source
from kg.extract.marks import Quotation
from kg.extract.quotes import Quotations
from kg.extract.syntax import VERBS, child
from kg.extract.turns import Turns
from kg.extract.words import Doc, Token
from kg.model import Certainty, Polarity

_ASIDE = 12


class Told:
    """The cue of each quotation of one text, found from left to right: who has spoken goes on speaking."""

    def __init__(self, doc: Doc, quotations: Quotations, turns: Turns) -> None:
        self._doc = doc
        self._text = doc.text
        self._quotations = quotations
        self._turns = turns
        self._sentences = list(doc.sents)
        self._sentence = doc.sentence_numbers
        self._breaks = [found.start() for found in re.finditer("\n", self._text)]
        self._saying = frozenset(lexicon.table("cues")["quoting"]["verbs"])
        self._cues: list[Cue | None] = []
        for number, quotation in enumerate(quotations.all):
            self._cues.append(self._find(number, quotation))

    def cue(self, token: Token) -> Cue | None:
        """The cue of the quotation around `token`; where nobody is named, its first word stands for one."""
        number = self._quotations.number(token)
        return None if number is None else self._cues[number] or self._unknown(number)

    def inside(self, cue: Token, token: Token) -> bool:
        """Whether a cue stands in the same quotation as `token`."""
        return self._quotations.number(cue) == self._quotations.number(token)

    def has_ended(self, cue: Token, token: Token) -> bool:
        """ "“…,” she said, and the wind rose": behind a quotation and its cue it is the author who goes on."""
        if token.i < cue.i or self._is_quoted(token) or self._is_quoted(cue):
            return False
        content = child(cue, "ccomp")
        if content is not None and content.i > cue.i and (content == token or content.is_ancestor(token)):
            return False
        for before in reversed(self._doc.tokens[max(cue.sent.start, cue.i - _ASIDE) : cue.i]):
            if self._is_quoted(before):
                return True
            if before.pos_ in VERBS:
                return False
        return False

    def _unknown(self, number: int) -> Cue:
        words = self._quotations.words(self._quotations.all[number])
        return Cue(next((t for t in words if not t.is_punct and not t.is_space), words[0]), None, stands_in=True)

    def _find(self, number: int, quotation: Quotation) -> Cue | None:
        label = quotation.label or self._turns.signed(quotation)
        if label is not None:
            return Cue(label.mark, label.name, words=label.span)
        words = self._quotations.words(quotation)
        if not words or not quotation.marked:
            return self._announced(words[0]) or self._pasted_on(number) if words else None
        first, last = words[0], words[-1]
        own = self._best(self._own_sentences(first, last), lambda t: min(abs(t.i - first.i), abs(t.i - last.i)))
        return own or self._announced(first) or self._elsewhere(number, quotation, first, last)

    def _pasted_on(self, number: int) -> Cue | None:
        """The speaker of the paragraph right before, which had no quotation marks either."""
        here, before = self._quotations.all[number], self._quotations.all[number - 1]
        if number == 0 or before.marked or any(c.isalnum() for c in self._text[before.span.end : here.span.begin]):
            return None
        return self._cues[number - 1]

    def _elsewhere(self, number: int, quotation: Quotation, first: Token, last: Token) -> Cue | None:
        begin, end = self._sentence[first.i], self._sentence[last.i]
        beside = self._beside(begin - 1, first) or self._beside(end + 1, last)
        return beside or self._going_on(number, quotation) or self._paragraph_before(first)

    def _paragraph_before(self, first: Token) -> Cue | None:
        """A quotation that begins a paragraph goes on with whoever spoke at the end of the one before."""
        sentence = self._sentence[first.i]
        here, before = self._sentences[sentence], self._sentences[max(sentence - 1, 0)]
        opens = all(t.is_quote or t.is_space or not t.is_alpha for t in self._doc.tokens[here.start : first.i])
        if not opens or before == here or self._block(before[0]) == self._block(first):
            return None
        cue = self._best(self._narrated(sentence - 1), lambda t: sum(1 for _ in t.ancestors))
        return cue if cue is not None and cue.certainty is Certainty.CERTAIN else None

    def _own_sentences(self, first: Token, last: Token) -> Iterator[Token]:
        for sentence in range(self._sentence[first.i], self._sentence[last.i] + 1):
            yield from self._narrated(sentence)

    def _narrated(self, sentence: int) -> Iterator[Token]:
        """The verbs of a sentence that stand outside quotation marks."""
        for token in self._sentences[sentence]:
            if token.pos_ in VERBS and not self._is_quoted(token):
                yield token

    def _is_quoted(self, token: Token) -> bool:
        number = self._quotations.number(token)
        return number is not None and self._quotations.all[number].marked

    def _announced(self, first: Token) -> Cue | None:
        """ "Lee made this comment:" before the quotation, in its sentence, its paragraph or the one before."""
        colon = self._doc[: first.i]
        before = next((t for t in reversed(colon) if not t.is_space and not t.is_quote), None)
        if before is None or before.text != ":":
            return None
        near = [t for t in self._narrated(self._sentence[before.i]) if t.i < before.i]
        unlisted = (Cue(verb, source) for verb in near if (source := verb_source(verb)) is not None)
        return self._best(near, lambda t: -t.i) or next(unlisted, None)

    def _beside(self, sentence: int, token: Token) -> Cue | None:
        """The cue of a neighbouring sentence of the paragraph."""
        if not 0 <= sentence < len(self._sentences) or self._block(self._sentences[sentence][0]) != self._block(token):
            return None
        return self._best(self._narrated(sentence), lambda t: sum(1 for _ in t.ancestors))

    def _best(self, verbs: Iterable[Token], rank: Callable[[Token], int]) -> Cue | None:
        """The cue with a speaker that ranks lowest; verbs that take speech before those of thought and will."""
        cues = [cue for verb in verbs for cue in self._of_verb(verb) if cue.source is not None]
        return min(cues, key=lambda c: (c.certainty is not Certainty.CERTAIN, rank(c.word)), default=None)

    def _of_verb(self, verb: Token) -> Iterator[Cue]:
        """What is quoted is said, whatever is denied or doubted by the words that introduce it."""
        listed = list(verb_cue(verb))
        yield from (c._replace(polarity=Polarity.POSITIVE) for c in listed)
        if not listed and verb.lemma_ in self._saying:
            yield Cue(verb, verb_source(verb))

    def _going_on(self, number: int, quotation: Quotation) -> Cue | None:
        """The speaker of the quotation before: of the same paragraph, or of one that was left open."""
        if number == 0:
            return None
        before = self._quotations.all[number - 1]
        between = self._text[before.span.end : quotation.span.begin]
        same = self._block_at(before.span.begin) == self._block_at(quotation.span.begin)
        opened = not before.closed and not any(c.isalnum() for c in between)
        return self._cues[number - 1] if same or opened else None

    def _block(self, token: Token) -> int:
        return self._block_at(token.idx)

    def _block_at(self, offset: int) -> int:
        return bisect_right(self._breaks, offset)
