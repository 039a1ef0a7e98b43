"""Who stands in which election, where the election hangs on "candidate" or on a phrase of the clause."""

from collections.abc import Iterable, Iterator

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, child, children, members, prepositions
from kg.extract.titles import Titles
from kg.extract.words import Doc, Token
from kg.model import Literal, Qualifier, Span

_FAIR = 0.8
_AT = frozenset({"in", "at"})
_AROUND = frozenset({"for", "in", "as"})


class Candidacies:
    """Reads facts off candidates and verbs of standing."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._titles = Titles(referents)
        words = lexicon.table("contests")["standing"]
        self._nouns, self._verbs = frozenset(words["nouns"]), frozenset(words["verbs"])
        self._heads = frozenset(words["heads"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for token in self._doc.having(self._nouns | self._verbs):
            if token.pos_ == "NOUN" and token.lemma_.lower() in self._nouns:
                yield from self._of_noun(token)
            elif token.pos_ == "VERB" and token.lemma_ in self._verbs:
                read = clause(token)
                around = [phrase for preposition, phrase in read.places if preposition in _AROUND]
                yield from self._said(token, token, read.subject, around)

    def _of_noun(self, noun: Token) -> Iterator[Fact]:
        """ "the Unity candidate in the 2010 election, Ann Lee", "Ann Lee was a candidate in the 2010 election"."""
        holder, verb = self._holder(noun)
        beside = [p for name, p in clause(verb).places if name in _AT] if verb is not None else []
        yield from self._said(noun, verb or noun, holder, [noun], beside)
        yield from self._for_office(noun, verb or noun, holder)

    def _for_office(self, noun: Token, governor: Token, holder: Token | None) -> Iterator[Fact]:
        """ "Is a candidate for mayor of Oslo": for an office there."""
        behind = (phrase for preposition, phrase in prepositions(noun) if preposition == "for")
        office = next((t for t in behind if self._titles.is_title(t) and self._referents.named(t) is None), None)
        if office is None or holder is None:
            return
        title = self._titles.around(office)
        trigger, qualifiers = Span(noun.idx, noun.end_idx), (Qualifier("title", Literal(title.text)),)
        for person in (p for p in members(holder) if self._kind(p) in {"Person", "Thing"}):
            for body in title.bodies or (() if self._titles.around(noun).bodies else (None,)):
                yield Fact(
                    "candidateFor", governor, trigger, person, body, _FAIR, qualifiers, presupposed=governor == noun
                )

    def _holder(self, noun: Token) -> tuple[Token | None, Token | None]:
        """Who the candidate is, and the verb that says so, if one does."""
        if noun.dep_ == "compound" and self._referents.is_name(noun.head):
            return noun.head, None
        if noun.dep_ == "appos" or child(noun, "appos") is not None:
            return (noun.head if noun.dep_ == "appos" else child(noun, "appos")), None
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
        said = noun.dep_ == "attr" or noun.head.lower_ == "as"
        return (clause(verb).subject, verb) if said and verb.pos_ in VERBS else (None, None)

    def _said(
        self, word: Token, governor: Token, holder: Token | None, around: list[Token], beside: Iterable[Token] = ()
    ) -> Iterator[Fact]:
        inner = [phrase for t in around for p, phrase in prepositions(t) if p in _AT]
        elections = [e for phrase in (*inner, *beside) if self._is_election(phrase) for e in members(phrase)]
        trigger = Span(word.idx, word.idx + len(word))
        for person in members(holder) if holder is not None and elections else ():
            if self._kind(person) in {"Person", "Organization", "Group", "Thing"}:
                presupposed = governor == word and word.pos_ == "NOUN"
                for election in elections:
                    ends = (person, election, _FAIR)
                    yield Fact(
                        "candidateFor", governor, trigger, *ends, presupposed=presupposed, identifies=presupposed
                    )

    def _is_election(self, token: Token) -> bool:
        """An election that its name or its modifiers tell from others."""
        own = children(token, "compound", "nmod", "nummod", "amod", "poss")
        return token.lemma_.lower() in self._heads and (bool(own) or self._referents.named(token) is not None)

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else ""
