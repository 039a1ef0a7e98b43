"""Bodies that are parts of others: "Acme, a subsidiary of Apex", "Apex unit Acme", "a coalition of Acme and Apex"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.control import subject
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import children, conjuncts, possessor, prepositions
from kg.extract.words import Doc, Token
from kg.model import Span

_SURE, _FAIR = 0.9, 0.8
_BODIES = frozenset({"Organization", "Thing", "Country"})


class Parts:
    """Reads facts off nouns for parts and wholes."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        words = lexicon.table("roles")["parts"]
        self._parts, self._wholes = frozenset(words["parts"]), frozenset(words["wholes"])

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        words = self._parts | self._wholes
        for noun in self._doc.having(words):
            lemma = noun.lemma_.lower()
            if noun.pos_ != "NOUN" or lemma not in words:
                continue
            for body, governor in self._called(noun):
                members = self._whole(noun) if lemma in self._parts else self._members(noun)
                ends = [(body, m) if lemma in self._parts else (m, body) for m in members]
                yield from (self._fact(noun, governor, part, whole) for part, whole in ends)

    def _called(self, noun: Token) -> Iterator[tuple[Token, Token]]:
        """What the noun is said of, and the word that governs it: a name beside it, or the subject of "is"."""
        beside = [noun.head] if noun.dep_ == "appos" else children(noun, "appos")
        beside += [noun.head] if noun.dep_ == "compound" and self._referents.is_name(noun.head) else []
        yield from ((name, noun) for name in beside if self._is_body(name))
        if self._is_firm(possessor(noun)):  # "Apex's Acme unit"
            yield from ((name, noun) for name in children(noun, "compound") if self._is_firm(name))
        if noun.dep_ == "attr" and noun.head.lemma_ in {"be", "become", "remain"}:
            holder = subject(noun.head)
            if holder is not None and self._is_body(holder):
                yield holder, noun.head

    def _whole(self, noun: Token) -> list[Token]:
        """ "of Apex", "Apex's", "Apex" before the noun; the owner may hang on the name of the part."""
        of = [phrase for preposition, phrase in prepositions(noun) if preposition == "of"]
        owners = [possessor(noun), possessor(noun.head) if noun.dep_ == "compound" else None]
        before = children(noun, "compound", "nmod")
        return [t for t in (*of, *owners, *before) if t is not None and self._is_body(t)][:1]

    def _members(self, noun: Token) -> list[Token]:
        of = [phrase for preposition, phrase in prepositions(noun) if preposition == "of"]
        return [t for phrase in of[:1] for t in conjuncts(phrase) if self._is_body(t)]

    def _is_firm(self, token: Token | None) -> bool:
        reference = self._referents.named(token) if token is not None else None
        return reference is not None and self._referents.entity(reference.entity).kind == "Organization"

    def _is_body(self, token: Token) -> bool:
        reference = self._referents.named(token)
        return reference is not None and self._referents.entity(reference.entity).kind in _BODIES

    def _fact(self, noun: Token, governor: Token, part: Token, whole: Token) -> Fact:
        trigger = Span(noun.idx, noun.idx + len(noun))
        said = governor != noun
        return Fact(
            "partOf",
            governor,
            trigger,
            part,
            whole,
            _FAIR if said else _SURE,
            presupposed=not said,
            identifies=not said,
        )
