"""Who speaks by the layout: "LEE: …" in transcripts and headlines, "…: study", a name after a quotation and a dash."""

import re
from collections.abc import Iterator

from kg import lexicon
from kg.extract.antecedents import is_person
from kg.extract.cues import according_source, verb_source
from kg.extract.interviews import Interviewed
from kg.extract.label_names import SPEAKING, LabelNames
from kg.extract.marks import Label, Quotation
from kg.extract.quotes import FINITE
from kg.extract.referents import Reference, Referents
from kg.extract.syntax import NOUNS, child
from kg.extract.words import Doc, Phrase, Token
from kg.model import Span

_BLOCK = re.compile(r"[^\n]+")
_LABEL = re.compile(r"\s*[“\"]?([^\W\d_][^\n:“”\"]{0,60}):(?=\s+\S)")
_LAST = re.compile(r"(?<=\w):\s+([^\W\d_][^\n:“”\"]{0,40}?)\.?\s*$")
_SIGNATURE = re.compile(r"[\"”'’]{1,2}\s*([―—–]|--?)\s*([^\W\d_][^\n“”\"]{1,60}?)(?=\s*(?:$|[\n“\",(]))")
_PARTICLES = frozenset({"IN", "RP", "TO"})
_VERBAL = FINITE | {"VB"}
_MARKS = frozenset({'"', "“", "'", "‘"})
_OPENING = " \n\t“\"‘'"
_LONGEST = 5
_REACH = 8
_TRANSCRIPT = 4


class Turns:
    """Finds the labels of one text. A label is a name of somebody or something that speaks, or a word for a source."""

    def __init__(self, doc: Doc, referents: Referents, interviewed: Interviewed) -> None:
        self._doc = doc
        self._interviewed = interviewed
        self._referents = referents
        self._text = doc.text
        self._names = LabelNames(referents)
        self._questions = lexicon.words("cues", "labels", "questions")
        self._answers = lexicon.words("cues", "labels", "answers")
        self._asked = len(self._text)  # where the first question that is labelled begins
        self._credits = lexicon.words("cues", "labels", "credits")
        self._saying = lexicon.words("cues", "inserted", "verbs") | {"according"}

    def quotations(self) -> Iterator[Quotation]:
        """What stands after a label, or before it; in a transcript also the paragraphs that go on without one."""
        found = [(block, self._of_block(block)) for block in _BLOCK.finditer(self._text)]
        labelled = [number for number, (_, quotation) in enumerate(found) if quotation is not None]
        speakers = {q.label.name.text if q.label is not None else "" for _, q in found if q is not None}
        goes_on = len(labelled) >= _TRANSCRIPT and (len(speakers) > 1 or speakers == {""})
        last: Quotation | None = None
        for number, (block, quotation) in enumerate(found):
            if quotation is not None:
                last = quotation if number > 0 else None  # what stands first is the headline
                yield quotation
            elif goes_on and last is not None and number < labelled[-1]:
                yield Quotation(Span(*block.span()), closed=True, label=last.label, marked=False)

    def _of_block(self, block: re.Match[str]) -> Quotation | None:
        begin, end = block.span()
        if ":" not in block[0]:
            return None
        first, last = _LABEL.match(self._text, begin, end), _LAST.search(self._text, begin, end)
        if first is not None and self._is_clause(first.end(), end):
            if first[1].strip() in self._questions:
                self._asked = min(self._asked, begin)
                return Quotation(Span(first.end(), end), closed=True, marked=False)
            if first[1].strip() in self._answers:
                answerer = self._answerer(first.end() - 1)
                return Quotation(Span(first.end(), end), closed=True, label=answerer, marked=False)
            label = self._label(first.span(1), first.end() - 1)
            if label is not None and (self._text[first.end() :].lstrip()[:1] in _MARKS or not self._is_topic(label)):
                return Quotation(Span(first.end(), end), closed=True, label=label, marked=False)
        if last is not None and (self._is_clause(begin, last.start()) or self._is_clipped(begin, last.start())):
            label = None if self._is_credit(last.start()) else self._label(last.span(1), last.start())
            if label is not None:
                return Quotation(Span(begin, last.start()), closed=True, label=label, marked=False)
        return None

    def _answerer(self, mark: int) -> Label | None:
        """Who answers where the layout says only "A:"."""
        name = self._interviewed(self._asked)
        words = self._doc.char_span(name.begin, name.end, alignment_mode="contract") if name is not None else None
        cue = self._doc.char_span(mark, mark + 1, alignment_mode="expand")
        return Label(words[-1], cue[0], name) if words and cue and name is not None else None

    def _is_credit(self, mark: int) -> bool:
        """ "Image: Acme" tells who made the picture."""
        before = self._doc.char_span(mark - 1, mark, alignment_mode="expand")
        return before is not None and before[0].lower_ in self._credits

    def _is_topic(self, label: Label) -> bool:
        """ "Unity: A party in trouble": a body that the article has say nothing else is what it is about.

        So is a person in the headline that goes on with what he is: "Ann Lee: Norwegian singer dies".
        """
        reference = self._referents.named(label.name)
        topics = SPEAKING if self._is_described(label) else {"Organization"}
        if reference is None or self._referents.entity(reference.entity).kind not in topics:
            return False
        return not any(r.entity == reference.entity for r in self._spoken_for())

    def _is_described(self, label: Label) -> bool:
        """Whether the headline begins with the label, and the noun before its first verb is one of a person."""
        if self._text[: label.span.begin].strip(_OPENING):
            return False
        last: Token | None = None
        for word in self._doc.tokens[label.mark.i + 1 : label.mark.i + _REACH]:
            if word.is_space or word.tag_ in _VERBAL or word.tag_ == "WP":
                break
            last = word
        return last is not None and last.tag_ == "NN" and last.ent_type_ == "" and is_person(last)

    def _spoken_for(self) -> Iterator[Reference]:
        """Whoever is said to say something."""
        for word in self._doc.having(self._saying):
            source = according_source(word) if word.lower_ == "according" else verb_source(word)
            reference = self._referents.named(source) if source is not None else None
            if reference is not None:
                yield reference

    def _is_clause(self, begin: int, end: int) -> bool:
        """Whether it tells of something: by more than a relative clause."""
        words = self._doc.char_span(begin, end, alignment_mode="contract")
        return words is not None and any(t.tag_ in FINITE and not _is_relative(t) for t in words)

    def _is_clipped(self, begin: int, end: int) -> bool:
        """ "Man charged after crash: police": the participle of a headline, behind whom it tells of."""
        words = self._doc.char_span(begin, end, alignment_mode="contract")
        if words is None or words[-1].tag_ in _PARTICLES:
            return False
        told = (t for t in words if t.tag_ == "VBN" and t.i > 0 and t.nbor(-1).pos_ in NOUNS)
        return any(child(t, "prep", "advcl") is not None for t in told)

    def _label(self, span: tuple[int, int], mark: int) -> Label | None:
        words = self._doc.char_span(*span, alignment_mode="expand")
        cue = self._doc.char_span(mark, mark + 1, alignment_mode="expand")
        if words is None or cue is None or len(words) > _LONGEST or any(t.tag_ in _VERBAL for t in words):
            return None
        speaker = self._names.speaker(self._head(words))
        return Label(speaker, cue[0], Span(words[0].idx, words[-1].end_idx)) if speaker is not None else None

    def _head(self, words: Phrase) -> Token:
        """ "Anger with police" is no police; but "Bank of England" is one name."""
        preposition = next((t for t in words if t.tag_ == "IN" and t.i > words.start), None)
        name = self._referents.named(words[-1])
        if preposition is None or (name is not None and name.span.begin < preposition.idx):
            return words[-1]
        return preposition.nbor(-1)

    def signed(self, quotation: Quotation) -> Label | None:
        """The name after the closing mark and a dash, at the end of the paragraph or before the next mark."""
        found = _SIGNATURE.match(self._text, quotation.span.end)
        if found is None:
            return None
        words = self._doc.char_span(*found.span(2), alignment_mode="expand")
        if words is None or len(words) > _LONGEST or not all(t.text[0].isupper() or t.is_punct for t in words):
            return None
        cue = self._doc.char_span(*found.span(1), alignment_mode="expand")
        last = next((t for t in reversed(words) if not t.is_punct and not t.is_space), None)
        return Label(last, cue[0], Span(*found.span(2))) if last is not None and cue is not None else None


def _is_relative(verb: Token) -> bool:
    """The verb of "who …", or what goes with it."""
    clause = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return clause.dep_ == "relcl" and any(t.tag_ in {"WP", "WDT"} for t in clause.children)
