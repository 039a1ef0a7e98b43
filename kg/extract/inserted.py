"""Reporting clauses that the writer sets into a sentence, or at its end, with commas: "…, the agency said, …"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.cues import Cue, according_source, verb_source
from kg.extract.syntax import VERBS, child, children
from kg.extract.words import Doc, Token

_JOINING = frozenset({"and", "but", "while", "as"})
_JOINING_BEFORE = frozenset({"that", "and", "but"})
_BEFORE = _JOINING_BEFORE | {",", "–", "—"}
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 14


class Inserted:
    """Finds them by the order of words, for parsers take them for anything. They govern what the tree leaves free."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._verbs = frozenset(lexicon.table("cues")["inserted"]["verbs"])
        self._documents = frozenset(lexicon.table("cues")["phrases"]["closing"])
        self._found: dict[int, tuple[Cue, int, int]] = {}
        for token in doc.having(self._verbs | {"according"}):
            for cue in self._cue(token):
                self._found.setdefault(token.sent.start, (cue, self._begin(token), self._end(token)))

    def cue(self, token: Token) -> Cue | None:
        """The cue of the reporting clause in the sentence of `token`, if it speaks of the part where `token` stands."""
        cue, begin, end = self._found.get(token.sent.start, (None, 0, 0)) if self._found else (None, 0, 0)
        return cue if cue is not None and begin <= token.i < end and token != cue.word else None

    def _cue(self, token: Token) -> Iterator[Cue]:
        if token.lower_ == "according" and (token.is_sent_start or token.nbor(-1).lower_ in _BEFORE):
            yield Cue(token, according_source(token))
        elif token.lemma_ in self._verbs and token.tag_ in {"VBD", "VBZ", "VBP"} and self._is_apart(token):
            yield Cue(token, verb_source(token))
        elif token.lemma_ in self._verbs and (source := self._closing(token)) is not None:
            yield Cue(token, source)

    def _closing(self, verb: Token) -> Token | None:
        """The document of "…, a study of new cases shows.", where the tagger takes the verb for a noun."""
        if verb.tag_ not in {"NNS", "VBZ"} or child(verb, "nsubj") is not None:
            return None
        last = next((t for t in self._doc[verb.i + 1 : verb.sent.end] if not t.is_punct and not t.is_space), None)
        comma = next((t.i for t in reversed(self._doc[verb.sent.start : verb.i]) if t.text == ","), None)
        if last is not None or comma is None or any(t.tag_ in _FINITE for t in self._doc[comma : verb.i]):
            return None
        heads = (t for t in self._doc[comma + 1 : verb.i] if t.pos_ not in _IN_PHRASE or t.lemma_ in self._documents)
        words = self._doc.tokens[comma + 1 : verb.i]
        named = bool(words) and all(t.pos_ in _IN_PHRASE for t in words)
        if named and any(t.pos_ == "PROPN" for t in words) and words[-1].text[0].isupper():
            return words[-1]  # "…, the station WXYZ reports."
        head = next(heads, None)
        return head if head is not None and head.lemma_ in self._documents else None

    def _is_apart(self, verb: Token) -> bool:
        """A subject and the verb, a comma before them, and nothing behind that the verb takes."""
        subject = child(verb, "nsubj")
        if subject is None or subject.tag_ in {"WP", "WDT"} or child(verb, "mark", "advmod") is not None:
            return False
        if any(t.i > verb.i or verb.dep_ == "ROOT" for t in children(verb, "ccomp")):
            return False
        if child(verb, "dobj") is not None and verb.lemma_ != "tell":
            return False
        before = self._doc[max(verb.sent.start, verb.i - _REACH) : verb.i]
        comma = next((t.i for t in reversed(before) if t.text == ","), None)
        if comma is None or subject.i < comma or verb.dep_ == "relcl":
            return False
        return all(t.pos_ not in VERBS for t in self._doc.tokens[comma : subject.left_edge.i])

    def _begin(self, cue: Token) -> int:
        """Where its part begins: "learned that, according to Lee, …" does not say that Lee told of the learning."""
        if (aside := _clause_around(cue)) is not None:
            return aside.subtree[0].i
        before = cue.nbor(-1) if cue.i > cue.sent.start else cue
        return cue.i if before.lower_ in _JOINING_BEFORE else cue.sent.start

    def _end(self, cue: Token) -> int:
        """Where its part of the sentence ends: at the sentence's end, or where the sentence goes on with "and"."""
        if (aside := _clause_around(cue)) is not None:
            return aside.subtree[-1].i + 1
        sentence = self._doc[cue.sent.start : cue.sent.end]
        after = (t for t in sentence if t.i > cue.i + 1 and t.lower_ in _JOINING and t.nbor(-1).text == ",")
        return next((t.i for t in after), sentence.end)


def _clause_around(cue: Token) -> Token | None:
    """ "the week in which, she said, he left": the relative clause into which it is set, with words on both sides."""
    clause = next((t for t in cue.ancestors if t.dep_ == "relcl"), None)
    if clause is None or cue.dep_ not in {"parataxis", "ccomp", "advcl"}:
        return None
    words = clause.subtree
    return clause if words[0].i < cue.left_edge.i and clause.i > cue.i else None
