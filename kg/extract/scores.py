"""Results that stand as a line of scores ("Apex 3 Acme 1", "Apex 3-1 Acme") or right between two names."""

import re
from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.other_blows import is_no_contest, is_part
from kg.extract.referents import Referents
from kg.extract.result_lines import result_lines
from kg.extract.syntax import child
from kg.extract.words import Doc, Token
from kg.model import Span

_SURE, _FAIR = 0.9, 0.8
_BETWEEN = re.compile(r"(?P<first>\d{1,3}) ?[-–—] ?(?P<second>\d{1,3})")
_KINDS = frozenset({"Person", "Organization", "Country", "City", "Place", "Thing"})
_BRACKET = 6
_ENDS = frozenset({"subject", "object"})


class Scores:
    """Reads facts off names with numbers beside them."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        entries = lexicon.table("relations")["verb"]
        beating = (e for e in entries if e["relation"] == "defeated" and _ENDS.isdisjoint(e))
        self._verbs = {verb for entry in beating for verb in entry["lemmas"]}

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for begin, found in result_lines(self._doc.text):
            yield from self._of_line(begin, found)
        for name in self._referents.names():
            yield from self._after(name)

    def _of_line(self, begin: int, found: re.Match[str]) -> Iterator[Fact]:
        """ "Apex 3 Acme 1 (halftime 1-0)" as a line of its own."""
        one, other = (self._token(begin + found.end(side) - 1) for side in ("one", "other"))
        known = [t for t in (one, other) if t is not None and self._is_side(t)]
        if one is None or other is None or not known or not self._may_play(one, other):
            return
        yield from self._won(one, other, int(found["first"]), int(found["second"]), begin + found.start("first"))

    def _may_play(self, one: Token, other: Token) -> bool:
        both = (one, other)
        return all(t.ent_type_ not in {"DATE", "TIME", "NORP", "EVENT", "LAW"} for t in both)

    def _after(self, name: Token) -> Iterator[Fact]:
        """ "Apex 3-1 Acme", "Ann Lee (U.S.) beat Bo Berg (Italy)"."""
        at = self._past_bracket(name.i + 1)
        word = self._doc[at] if at < len(self._doc) else None
        if word is None:
            return
        if word.lemma_.lower() in self._verbs and word.tag_ in {"VBD", "VBZ", "VBP", "NN", "VB", "VBN"}:
            yield from self._beaten(name, word)
        elif word.text[0].isdigit():
            yield from self._score(name, word)

    def _beaten(self, name: Token, verb: Token) -> Iterator[Fact]:
        rival, own = self._name_at(self._past_seed(verb.i + 1)), child(verb, "nsubj")
        of_another = name.dep_ == "pobj" and own is not None and own.i < name.i  # "the coach of Apex beat Acme"
        if rival is None or of_another or is_part(rival) or is_no_contest(verb):
            return
        if self._is_side(name) and self._is_side(rival):
            yield self._fact(verb, Span(verb.idx, verb.idx + len(verb)), name, rival, _SURE)

    def _score(self, name: Token, number: Token) -> Iterator[Fact]:
        found = _BETWEEN.match(self._doc.text, number.idx)
        if found is None or found.end() + 1 >= len(self._doc.text):
            return
        after = self._token(found.end() + 1)
        rival = self._name_at(after.i) if after is not None and after.idx == found.end() + 1 else None
        if rival is not None and self._is_side(name) and self._is_side(rival):
            yield from self._won(name, rival, int(found["first"]), int(found["second"]), number.idx)

    def _won(self, one: Token, other: Token, first: int, second: int, at: int) -> Iterator[Fact]:
        number = self._token(at)
        if first == second or number is None:
            return
        winner, loser = (one, other) if first > second else (other, one)
        yield self._fact(one, Span(number.idx, number.idx + len(number)), winner, loser, _FAIR)

    def _fact(self, governor: Token, trigger: Span, winner: Token, loser: Token, confidence: float) -> Fact:
        return Fact("defeated", governor, trigger, winner, loser, confidence)

    def _is_side(self, token: Token) -> bool:
        reference = self._referents.named(token)
        return reference is not None and self._referents.entity(reference.entity).kind in _KINDS

    def _name_at(self, index: int) -> Token | None:
        """The last word of the name that begins at `index`."""
        if index >= len(self._doc) or not self._referents.is_name(self._doc[index]):
            return None
        reference = self._referents.named(self._doc[index])
        begins = reference is not None and reference.span.begin == self._doc[index].idx
        return self._token(reference.span.end - 1) if reference is not None and begins else None

    def _past_bracket(self, index: int) -> int:
        if index < len(self._doc) and self._doc[index].text == "(":
            closing = (i for i in range(index, min(index + _BRACKET, len(self._doc))) if self._doc[i].text == ")")
            return next(closing, index) + 1
        return index

    def _past_seed(self, index: int) -> int:
        """Past the number of a seeded player: "beat 7 - Bo Berg"."""
        seeded = index + 2 < len(self._doc) and self._doc[index].like_num and self._doc[index + 1].text == "-"
        return index + 2 if seeded else index

    def _token(self, offset: int) -> Token | None:
        found = self._doc.char_span(offset, offset + 1, alignment_mode="expand")
        return found[0] if found is not None and len(found) else None
