"""Ledes that give the name one sentence later: "A Sydney man has been jailed. Bo Berg, 36, robbed a bank in May."."""

from collections.abc import Iterator, Mapping

from kg.extract.profiles import age_of
from kg.extract.suiting import Suiting
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token

_HOMES = frozenset({"of", "from"})
_NEXT = 2  # sentences


class DelayedNames:
    """Who is introduced right behind the phrases of one text."""

    def __init__(self, suiting: Suiting, told: list[Token]) -> None:
        self._suiting = suiting
        self._ledes = [t for t in told if child(t, "det") is not None]
        self._sentences = list(suiting.doc.sents)

    def of(self, head: Token, found: Mapping[int, int]) -> int | None:
        """Who begins the next sentence, with an age or a home, or whose age alone is given; without another trade.

        Of two who are told of one after the other, the second is rather a witness: only if the first is the same.
        """
        if not self._is_subject(head):
            return None
        aged = set(self._aged(head))
        number = self._first(head)
        number = next(iter(aged)) if number is None and len(aged) == 1 else number
        before = {found.get(t.i) for t in self._ledes if t.sent.start < head.sent.start}
        return number if number is not None and before <= {number} and self._is_whom(head, number) else None

    def _is_subject(self, head: Token) -> bool:
        """ "A man has been jailed", "Police say a man died": of whom the sentence tells."""
        article = child(head, "det") is not None
        return article and head.dep_ in SUBJECTS and head.head.dep_ in {"ROOT", "ccomp"}

    def _aged(self, head: Token) -> Iterator[int]:
        """Whom the next sentences name for the first time, with an age: news gives it of those whom it is about."""
        for number, profile in enumerate(self._suiting.profiles):
            near = 1 <= self._suiting.distance(head, number) <= _NEXT
            if near and profile.kind == "Person" and profile.ages and self._acts(number):
                yield number

    def _acts(self, number: int) -> bool:
        """ "Bo Berg, 36, robbed"; of "the death of Bo Berg, 36" the lede need not tell."""
        first = self._suiting.first[number]
        name = [t for t in first.sent if self._suiting.home.get(t.i) == number]
        return any(t.dep_ in SUBJECTS for t in name)

    def _first(self, head: Token) -> int | None:
        """Who acts in the next sentence, and is first named by its first words; who only speaks does not act."""
        after = self._suiting.doc.sentence_numbers[head.i] + 1
        sentence = self._sentences[after] if after < len(self._sentences) else head.sent
        who = next((t for t in sentence if t.dep_ in SUBJECTS and t.left_edge.i == sentence.start), None)
        number = self._suiting.person(who) if who is not None else None
        if who is None or number is None or who.head.lemma_ in cue_verbs():
            return None
        begins = self._suiting.first[number].sent.start == who.sent.start
        aged = self._suiting.profiles[number].ages or any(age_of(t) for t in children(head, "amod"))
        return number if begins and (aged or any(t.lower_ in _HOMES for t in children(who, "prep"))) else None

    def _is_whom(self, head: Token, number: int) -> bool:
        """A name with a trade of its own is rather a witness or an official."""
        return self._suiting.suits(head, number) and self._suiting.is_of_trade(head, number)
