"""What a name is, by the noun phrase that stands after it between commas: "Acme, a maker of pipes, …"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.partitives import whole
from kg.extract.referents import Referents
from kg.extract.syntax import child, extent
from kg.extract.titles import Titles
from kg.extract.words import Doc, Token
from kg.model import Span

_FAIR = 0.8
_OPENING = frozenset({",", "–", "—", "("})
_CLOSING = frozenset({",", ".", ")", ";", "–", "—", "?", "!", ":"})
_LITERAL = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
_KINDS = {
    "Person": {"Person", "Group", "Thing"},
    "Organization": {"Organization", "Group", "Thing"},
    "City": {"City", "Place"},
    "Country": {"Country", "Place"},
    "Place": {"Place", "City", "Thing"},
    "Thing": {"Thing", "Work", "Object", "Organization", "Place", "City", "Person"},
}


class Appositions:
    """Reads facts off noun phrases beside names. Offices, kin and parts of bodies are read elsewhere."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._titles = Titles(referents)
        words = lexicon.table("roles")
        self._places = frozenset(words["places"]["nouns"])
        self._elsewhere = frozenset((*words["parts"]["parts"], *words["parts"]["wholes"]))

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for noun in self._doc:
            if noun.dep_ == "appos" and self._describes(noun) and self._is_beside(noun):
                trigger = Span(noun.idx, noun.idx + len(noun))
                yield Fact("rel:be", noun, trigger, noun.head, noun, _FAIR, presupposed=True, dated=False)

    def _describes(self, noun: Token) -> bool:
        """A phrase with an article or an owner, of no kind that a name of that kind cannot be."""
        what = whole(noun) or noun
        if what.pos_ != "NOUN" or noun.ent_type_ in _LITERAL or self._referents.named(noun) is not None:
            return False
        if what.lemma_.lower() in self._elsewhere or self._titles.is_title(what):
            return False
        determined = child(noun, "det", "poss") is not None or what != noun
        return determined and self._may_be(self._kind(noun.head), what)

    def _may_be(self, named: str, noun: Token) -> bool:
        kind = "Place" if noun.lemma_.lower() in self._places else self._referents.kind(noun)
        return kind in _KINDS.get(named, {named, "Thing"} if named else set())

    def _is_beside(self, noun: Token) -> bool:
        """Right after the name, closed by a mark, and no member of a list."""
        words = extent(noun)
        first, last = words[0].i, words[-1].i
        opened = first > 1 and self._doc[first - 1].text in _OPENING and self._ends_at(noun.head, first - 2)
        closed = last + 1 == len(self._doc) or self._doc[last + 1].text in _CLOSING or self._doc[last + 1].is_space
        listed = child(noun, "conj", "cc") or child(noun.head, "conj", "cc") or noun.head.dep_ == "conj"
        return opened and closed and not listed

    def _ends_at(self, name: Token, place: int) -> bool:
        reference = self._referents.named(name)
        last = self._doc[place]
        return reference is not None and self._referents.is_name(name) and reference.span.end == last.idx + len(last)

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference is not None else ""
