"""Who won against whom, and which contest, where no frame says it: nouns ("a 2-0 win over"), places ("second to")."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg import lexicon
from kg.extract.clauses import Clause, clause
from kg.extract.control import subject
from kg.extract.facts import Fact
from kg.extract.phrasal import lemma
from kg.extract.referents import Referents
from kg.extract.scored_results import receiver
from kg.extract.syntax import VERBS, child, children, members, object_of, possessor, prepositions
from kg.extract.words import Doc, Token
from kg.model import Span

_FAIR = 0.8
_SIDES = frozenset({"Person", "Organization", "Country", "City", "Place", "Thing"})
_MEANS = frozenset({"with", "by"})


class Contests:
    """Reads facts off nouns for results, and off verbs with a contest for their object."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        words = lexicon.table("contests")
        self._results: Mapping[str, list[Mapping[str, Any]]] = _by_noun(words["result"])
        self._realized, self._placed, self._outcome = words["realized"], words["placed"], words["outcome"]
        self._words = frozenset((*self._results, *self._outcome["verbs"], *self._placed["verbs"]))

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for token in self._doc.having(self._words):
            word = token.lemma_.lower()
            if token.pos_ == "NOUN" and word in self._results:
                yield from self._of_noun(token)
            elif token.pos_ == "VERB" and word in self._outcome["verbs"]:
                yield from self._of_object(token)
            elif token.pos_ == "VERB" and word in self._placed["verbs"]:
                yield from self._of_place(token)

    def _of_noun(self, noun: Token) -> Iterator[Fact]:
        """ "Belgium's 3-1 win over Panama", "suffered a defeat to Panama"."""
        bearer, governor, presupposed = self._bearer(noun)
        if bearer is None or not self._is_side(bearer):
            return
        for result in self._results[noun.lemma_.lower()]:
            for preposition, phrase in _further(noun):
                owned = preposition != "of" or possessor(noun) is not None
                if preposition in result["rival"] and owned and self._is_side(phrase):
                    ends = (bearer, phrase) if result["bearer"] == "winner" else (phrase, bearer)
                    yield _fact("defeated", governor, noun, *ends, presupposed=presupposed)
                elif preposition in {"in", "at"} and "contest" in result and self._is_contest(phrase):
                    for contest in members(phrase):
                        yield _fact(result["contest"], governor, noun, bearer, contest, presupposed=presupposed)

    def _bearer(self, noun: Token) -> tuple[Token | None, Token, bool]:
        """Whose result it is, the word that decides whether it came about, and whether it is taken for granted."""
        owner, head = possessor(noun), noun.head
        if (given := receiver(noun)) is not None:
            return *given, False
        if noun.dep_ in {"nsubj", "nsubjpass", "ROOT", "appos"} and owner is not None:
            return owner, noun, True
        if noun.dep_ == "dobj" and lemma(head) in self._realized["verbs"]:
            return owner or subject(head), head, False
        if noun.dep_ == "pobj" and head.lower_ in self._realized["prepositions"] and not _is_modal(head):
            return owner or (subject(head.head) if head.head.pos_ in VERBS else None), noun, True
        if noun.dep_ == "pobj" and head.lower_ == "to" and head.head.lemma_ in self._realized["motion"]:
            return subject(head.head), head.head, False
        return None, noun, False

    def _of_object(self, verb: Token) -> Iterator[Fact]:
        """ "won the 2010 election", "won the vote in a runoff against Berg", "won re-election in the 2010 poll"."""
        read = clause(verb)
        contest = read.object
        yield from self._against(verb, read)
        if contest is None or contest.lemma_.lower() not in self._outcome["heads"]:
            return
        for side in members(read.subject) if read.subject is not None else ():
            if self._is_side(side):
                yield from (_fact(f"rel:{verb.lemma_}", verb, verb, side, one) for one in members(contest))
                wider = (t for p, t in (*prepositions(contest), *read.places) if p == "in" and self._is_larger(t))
                yield from (_fact(f"rel:{verb.lemma_}_in", verb, verb, side, t) for t in wider)

    def _against(self, verb: Token, read: Clause) -> Iterator[Fact]:
        """The rival inside what is won, or inside where it is won."""
        inner = [read.object, *(phrase for _, phrase in read.places)] if verb.lemma_ == "win" else []
        rivals = [r for t in inner if t is not None for p, r in prepositions(t) if p in {"against", "over"}]
        for rival in (r for r in rivals if self._is_side(r) and self._referents.named(r)):
            for side in members(read.subject) if read.subject is not None else ():
                if self._is_side(side):
                    yield _fact("defeated", verb, verb, side, rival)

    def _of_place(self, verb: Token) -> Iterator[Fact]:
        """ "finished second behind Lee", "came a distant third to Berg"."""
        near = (t for c in verb.children if not c.dep_.startswith("nsubj") for t in (c, *c.children))
        place = next((t for t in near if t.lower_ in self._placed["places"]), None)
        loser = subject(verb)
        if place is None or loser is None or not self._is_side(loser):
            return
        for preposition, phrase in (*prepositions(verb), *prepositions(place)):
            if preposition in self._placed["behind"] and self._is_side(phrase) and self._referents.named(phrase):
                yield _fact("defeated", verb, place, phrase, loser)

    def _is_side(self, token: Token) -> bool:
        """A person, a team, a party or a country."""
        reference = self._referents.of(token)
        if reference is None:
            return False
        entity = self._referents.entity(reference.entity)
        return entity.kind in _SIDES and (entity.named or entity.kind in {"Person", "Organization"})

    def _is_contest(self, token: Token) -> bool:
        """A contest with a name, or one that its modifiers tell from others ("the 2010 primary")."""
        reference = self._referents.named(token)
        if reference is not None:
            return self._referents.entity(reference.entity).kind in {"Happening", "Thing"}
        return self._referents.kind(token) == "Happening" and child(token, "nummod", "compound", "nmod") is not None

    def _is_larger(self, token: Token) -> bool:
        """ "the 2010 presidential election", in which somebody was elected."""
        return self._is_contest(token) or token.lemma_.lower() in self._outcome["heads"]


def _by_noun(results: list[Mapping[str, Any]]) -> Mapping[str, list[Mapping[str, Any]]]:
    return {noun: [r for r in results if noun in r["nouns"]] for result in results for noun in result["nouns"]}


def _further(noun: Token) -> Iterator[tuple[str, Token]]:
    """What hangs on the noun by prepositions, and "at the hands of"."""
    yield from prepositions(noun)
    for at in children(noun, "prep"):
        hands = object_of(at) if at.lower_ == "at" else None
        if hands is not None and hands.lower_ in {"hands", "expense"}:
            yield from (("at_of", phrase) for preposition, phrase in prepositions(hands) if preposition == "of")


def _is_modal(preposition: Token) -> bool:
    """ "with a win over B, A would …": what a modal leaves open, its means are too."""
    return preposition.lower_ in _MEANS and any(t.tag_ == "MD" for t in children(preposition.head, "aux"))


def _fact(
    relation: str, governor: Token, word: Token, winner: Token, loser: Token, *, presupposed: bool = False
) -> Fact:
    trigger = Span(word.idx, word.idx + len(word))
    return Fact(relation, governor, trigger, winner, loser, _FAIR, presupposed=presupposed)
