"""Interviews without labels: which paragraphs ask, which answer, and who does, by the words that introduce them."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile

from kg import lexicon
from kg.extract.referents import Referents
from kg.extract.syntax import SUBJECTS, children
from kg.extract.words import Doc, Token
from kg.model import Span

Interviewed = Callable[[int], Span | None]
"""From where the questions begin to the name of whoever answers."""
_SECOND_PERSON = frozenset({"you", "your"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_INTERVIEW = 3
"""So many questions make one."""
_OFTEN, _CLEARLY = 3, 2


def questions(doc: Doc, text: str, blocks: list[Span]) -> set[int]:
    """The paragraphs that ask "you", if there are enough to make an interview."""
    asked = [t for t in doc.having(_SECOND_PERSON) if t.tag_ in _PRONOUNS]
    found = {
        number
        for number, block in enumerate(blocks)
        if block.of(text).rstrip().endswith("?") and any(block.begin <= t.idx < block.end for t in asked)
    }
    return found if len(found) >= _INTERVIEW else set()


def answers(asked: set[int], speaking: set[int]) -> set[int]:
    """The paragraphs after questions that are in the first person, as `speaking` are, and those that go on with them.

    Where most are, all that stands between the questions; elsewhere the author himself may answer what readers ask.
    """
    replies = {number + 1 for number in asked} - asked
    told = speaking | set(range(max(asked, default=0))) if 2 * len(replies & speaking) >= len(replies) else speaking
    found: set[int] = set()
    for number in sorted(told - asked):
        if number - 1 in asked or number - 1 in found:
            found.add(number)
    return found


def introduced(doc: Doc, referents: Referents) -> Interviewed:
    """Reads what stands before the first question."""
    return lambda end: _interviewed(list(takewhile(lambda token: token.idx < end, doc.tokens)), referents)


def _interviewed(words: list[Token], referents: Referents) -> Span | None:
    """The name of the one with whom it says that somebody talks, or who talks; or of whom it speaks.

    Nobody's where there are several: the questions do not tell which of them answers.
    """
    for found in (_partners(words), _talking(words), _topics(words, referents)):
        people = {id for token in found if (id := _person(token, referents)) is not None}
        if people:
            return _name(people.pop(), words, referents) if len(people) == 1 else None
    return None


def _partners(words: list[Token]) -> Iterator[Token]:
    """ "We spoke to Lee", "an interview with Lee", "we met Lee", "Lee was interviewed"."""
    table = lexicon.table("cues")["interviews"]
    for word in words:
        if word.lemma_ in table["partners"]:
            for preposition in children(word, "prep"):
                if preposition.lower_ in table["with"]:
                    yield from children(preposition, "pobj")
        if word.lemma_ in table["asked"]:
            yield from children(word, "dobj", "nsubjpass")


def _talking(words: list[Token]) -> Iterator[Token]:
    talking = lexicon.table("cues")["interviews"]["talking"]
    return (word for word in words if word.dep_ in SUBJECTS and word.head.lemma_ in talking)


def _topics(words: list[Token], referents: Referents) -> Iterator[Token]:
    """The only person who is named; or whom it names, and means by pronouns, clearly more often than any other."""
    people = [(id, word) for word in words if (id := _person(word, referents)) is not None]
    often = Counter(id for id, _ in people).most_common(2)
    if len(often) == 1 or (often and often[0][1] >= max(_OFTEN, _CLEARLY * often[1][1])):
        yield next(word for id, word in people if id == often[0][0])


def _person(word: Token, referents: Referents) -> str | None:
    reference = referents.named(word) if word.pos_ in {"PROPN", "PRON", "NOUN"} else None
    return reference.entity if reference and referents.entity(reference.entity).kind == "Person" else None


def _name(id: str, words: list[Token], referents: Referents) -> Span | None:
    """Where it names the person first."""
    named = (referents.named(word) for word in words if word.pos_ == "PROPN" and referents.is_name(word))
    return next((reference.span for reference in named if reference is not None and reference.entity == id), None)
