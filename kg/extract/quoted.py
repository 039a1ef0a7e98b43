"""Who speaks where a pronoun stands between quotation marks: "he" is not the one who says it."""

from bisect import bisect_right
from collections import defaultdict

from kg.extract.discourse import Discourse, Occurrence, subject_of
from kg.extract.marks import quotations
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token

_ENDS = frozenset(",.?!")
_OTHERS = frozenset({"he", "him", "his", "she", "her"})


class Quoted:
    """The quotations of one text, each with the verbs of saying in the sentences that it begins, goes on or ends in."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._text = discourse.doc.text
        self._spans = [quotation.span for quotation in quotations(self._text)]
        self._begins = [span.begin for span in self._spans]
        self._sentences: dict[int, set[int]] = defaultdict(set)
        self._cues: dict[int, list[Token]] = defaultdict(list)
        self._named: dict[int, set[int | None]] = defaultdict(set)
        self._others: dict[int, list[Token]] = defaultdict(list)
        self._verbs = verbs = cue_verbs()
        self._begun: dict[int, set[int]] = defaultdict(set)
        for number, span in enumerate(self._spans):
            for token in discourse.doc.beginning(span.begin, span.end):
                self._sentences[number].add(discourse.sentence(token))
                self._begun[discourse.sentence(token)].add(number)
                self._named[number].add(discourse.at(token))
                if token.lower_ in _OTHERS:
                    self._others[number].append(token)
        for token in discourse.doc.having(verbs.keys()) if self._spans else ():
            if token.lemma_ in verbs and self._number(token) is None:
                self._cues[discourse.sentence(token)].append(token)

    def _number(self, token: Token) -> int | None:
        number = bisect_right(self._begins, token.idx) - 1
        return number if number >= 0 and token.idx < self._spans[number].end else None

    def aside(self, token: Token, found: list[Occurrence]) -> list[Occurrence]:
        """For a word of the author's, occurrences outside quotations, if there are any: he tells of who speaks."""
        if self._number(token) is not None:
            return found
        doc = self._discourse.doc
        return [o for o in found if self._number(doc[o.token]) is None] or found

    def is_speaker(self, token: Token) -> bool:
        """Whether somebody is named or meant, outside quotations, as the one alone who says something."""
        while token.dep_ == "appos":
            token = token.head
        said = token.dep_ == "nsubj" and self._verbs.get(token.head.lemma_) == "Certain"
        cited = token.dep_ == "pobj" and token.head.head.lower_ == "according"
        return (said or cited) and "conj" not in token.deps and self._number(token) is None

    def speakers(self, token: Token) -> frozenset[int]:
        """The entities that say the quotation around the word and do not name themselves in it."""
        number = self._number(token)
        return self._speakers(number) - self._named[number] if number is not None else frozenset()

    def told(self, token: Token) -> frozenset[int | None]:
        """Whom the quotations of a sentence name or mean: not who says them, "He said, “Lee was ill”"."""
        if token.dep_ != "nsubj" or token.head.lemma_ not in self._verbs or self._number(token) is not None:
            return frozenset()
        numbers = self._begun.get(self._discourse.sentence(token), ())
        meant = (self._discourse.at(t) for number in numbers for t in self._others[number] if t.i < token.i)
        return frozenset((*meant, *(at for number in numbers for at in self._named[number])))

    def speaking(self, token: Token) -> list[Token]:
        """The subjects of the verbs of saying around the quotation in which the word stands."""
        number = self._number(token)
        return self._subjects(self._cues_of(number)) if number is not None and self._is_speech(number) else []

    def _speakers(self, number: int) -> frozenset[int]:
        """By the sentences around; or those of the quotation that it continues; or of the sentence right before it.

        None of one that begins within the author's clause, where the author may shift the pronouns.
        """
        continued = number > 0 and self._continues(number)
        if not continued and not self._is_speech(number):
            return frozenset()
        cues = self._cues_of(number)
        found = self._at(cues)
        if found or not self._sentences[number]:
            return found
        first = min(self._sentences[number])
        if continued or (not cues and number > 0 and first - max(self._sentences[number - 1], default=-1) in {0, 1}):
            return self._speakers(number - 1)
        return frozenset() if cues else self._at(self._cues.get(first - 1, []))

    def _is_speech(self, number: int) -> bool:
        return self._text[self._begins[number] : self._begins[number] + 1].isupper()

    def _cues_of(self, number: int) -> list[Token]:
        return [cue for sentence in sorted(self._sentences[number]) for cue in self._cues.get(sentence, ())]

    def _subjects(self, cues: list[Token]) -> list[Token]:
        return [subject for cue in cues if (subject := subject_of(cue)) is not None]

    def _at(self, cues: list[Token]) -> frozenset[int]:
        known = (self._discourse.at(subject) for subject in self._subjects(cues))
        return frozenset(at for at in known if at is not None)

    def _continues(self, number: int) -> bool:
        end, begin = self._spans[number - 1].end, self._begins[number]
        return "\n" not in self._text[end:begin] and self._text[end - 1] in _ENDS
