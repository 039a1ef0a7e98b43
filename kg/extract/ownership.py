"""Who owns what, where no verb of owning says it: stakes, shares of a whole, owners and parents, "Acme-owned"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import VERBS, children, members, possessor, prepositions
from kg.extract.words import Doc, Token
from kg.model import Span

_SURE, _FAIR = 0.9, 0.8
_OWNERS = frozenset({"Organization", "Thing"})
_OWNED = frozenset({"Organization", "Thing", "Object", "Work"})
_PARENTAL = frozenset({"holding", "parent"})
_DONE = frozenset({"VBD", "VBN", "VBG"})
_NEAR = 5
_IN, _SHARED = frozenset({"in"}), frozenset({"in", "of"})


class Ownership:
    """Reads facts off the nouns of property."""

    def __init__(self, doc: Doc, referents: Referents) -> None:
        self._doc = doc
        self._referents = referents
        self._stakes, self._owners, self._shares = map(_words, ("stakes", "owners", "shares"))
        self._holding, self._taking, self._parting = map(_words, ("hold", "take", "part"))
        self._sizes, self._plain, self._past = map(_words, ("sizes", "plain", "past"))
        self._all = self._stakes | self._owners | self._shares | {"owned"}

    def facts(self) -> Iterator[Fact]:
        """All such facts of the text, in its order."""
        for word in self._doc.having(self._all):
            lemma = word.lemma_.lower()
            if word.lower_ == "owned":
                yield from self._hyphened(word)
            elif word.pos_ == "NOUN" and lemma in self._owners and _is_owner_noun(word):
                yield from self._of_owner(word)
            elif lemma in self._stakes and word.pos_ == "NOUN":
                yield from self._of_stake(word, _SHARED if lemma == "shareholding" else _IN)
            elif lemma in self._shares:
                yield from self._of_share(word)

    def _of_stake(self, stake: Token, places: frozenset[str]) -> Iterator[Fact]:
        """ "holds a 30 percent stake in Acme", "Apex's stake in Acme", "bought a stake in Acme"."""
        things = [t for place, phrase in prepositions(stake) if place in places for t in members(phrase)]
        sized = any(t.like_num or t.lower_ in self._sizes for t in stake.subtree if t.i < stake.i)
        things = [t for t in things if self._is_owned(t) and (sized or self._referents.named(t))]
        if not things or not (sized or stake.lemma_.lower() in self._plain):
            return
        owner, verb = possessor(stake), stake.head
        if owner is not None and self._may_own(owner) and not self._is_parted(stake):
            yield from (_fact("owns", stake, stake, owner, t, presupposed=True) for t in things)
        if stake.dep_ != "dobj" or verb.pos_ not in VERBS:
            return
        does = clause(verb).lemma
        relation = "owns" if does in self._holding else "invested" if does in self._taking else ""
        holder = clause(verb).subject if relation and (owner is None or relation == "invested") else None
        for one in members(holder) if holder is not None else ():
            if self._may_own(one):
                yield from (_fact(relation, verb, verb, one, t) for t in things)

    def _is_parted(self, stake: Token) -> bool:
        """ "sold its stake", "bought Apex's stake": it is no longer theirs; what is planned is not done yet."""
        verb = stake.head
        if stake.dep_ not in {"dobj", "nsubjpass"} or clause(verb).lemma not in self._parting | self._taking:
            return False
        helps = {t.lemma_ for t in children(verb, "aux")}
        return "have" in helps or (verb.tag_ in _DONE and not helps)

    def _of_share(self, share: Token) -> Iterator[Fact]:
        """ "owns 30 percent of Acme", "controls the rest of it"."""
        verb = share.head
        if share.dep_ != "dobj" or verb.lemma_ not in self._holding or verb.lemma_ == "have":
            return
        holder = clause(verb).subject
        whole = next((phrase for place, phrase in prepositions(share) if place == "of"), None)
        known = whole is not None and (self._referents.named(whole) or self._referents.kind(whole) == "Organization")
        if holder is not None and whole is not None and known and self._may_own(holder) and self._is_owned(whole):
            yield _fact("owns", verb, verb, holder, whole)

    def _of_owner(self, noun: Token) -> Iterator[Fact]:
        """ "Acme's parent, Apex", "Acme owner Apex", "Apex is the biggest shareholder of Acme"."""
        for owner, governor in self._called(noun):
            for thing in self._property(noun):
                if thing is not owner:
                    yield _fact("owns", governor, noun, owner, thing, presupposed=governor is noun)

    def _called(self, noun: Token) -> Iterator[tuple[Token, Token]]:
        """The firm that is called so, and the word that decides whether it is."""
        beside = [noun.head] if noun.dep_ in {"appos", "compound"} else []
        yield from ((t, noun) for t in (*beside, *children(noun, "appos")) if self._is_owner(t))
        if noun.dep_ == "attr" and noun.head.lemma_ in {"be", "become", "remain"}:
            holder = clause(noun.head).subject
            if holder is not None and self._is_owner(holder):
                yield holder, noun.head

    def _property(self, noun: Token) -> list[Token]:
        """ "of Acme", "Acme's", "Acme" before the noun, with at most a few words between: "Acme's biggest single"."""
        of = [phrase for place, phrase in prepositions(noun) if place in _SHARED]
        near = self._doc.tokens[max(0, noun.i - _NEAR) : noun.i]
        if any(t.lower_ in self._past for t in near):
            return []
        before = next((t for t in reversed(near) if self._referents.is_name(t) or t.is_punct or t.pos_ in VERBS), None)
        its = possessor(noun)
        before = its if its is not None and its.tag_ == "PRP$" else before
        beside = [before] if before is not None and self._referents.named(before) else []
        return [t for t in (*of, *beside) if self._is_owned(t)][:1]

    def _hyphened(self, owned: Token) -> Iterator[Fact]:
        """ "Apex-owned Acme", "the Apex-owned mill": no state, for "Norwegian-owned" says less."""
        if owned.i < 2 or self._doc[owned.i - 1].text != "-":
            return
        before, above = self._doc[owned.i - 2], owned.head
        if above.dep_ in {"compound", "nmod"} and above.i < above.head.i and self._referents.is_name(above.head):
            above = above.head  # "Apex-owned phone maker Acme"
        if owned.dep_ in {"amod", "compound"} and self._is_owner(before) and self._is_owned(above):
            yield _fact("owns", owned, owned, before, above, presupposed=True)
        elif before.lower_ in self._sizes:  # "is majority-owned by Apex"
            owner = self._agent(owned)
            if owner is not None and above.pos_ not in VERBS and self._is_owned(above):
                yield _fact("owns", owned, owned, owner, above)

    def _agent(self, owned: Token) -> Token | None:
        owner = next((phrase for place, phrase in prepositions(owned) if place == "by"), None)
        return owner if owner is not None and self._referents.of(owner) is not None else None

    def _is_owner(self, token: Token) -> bool:
        reference = self._referents.named(token)
        return reference is not None and self._referents.entity(reference.entity).kind in _OWNERS

    def _may_own(self, token: Token) -> bool:
        """Somebody with a name, or a body: "voters have a stake in it" tells of no property."""
        reference = self._referents.of(token)
        entity = self._referents.entity(reference.entity) if reference is not None else None
        return entity is not None and (entity.named or entity.kind == "Organization")

    def _is_owned(self, token: Token) -> bool:
        reference = self._referents.of(token)
        return reference is not None and self._referents.entity(reference.entity).kind in _OWNED


def _words(key: str) -> frozenset[str]:
    return lexicon.words("roles", "owning", key)


def _is_owner_noun(noun: Token) -> bool:
    """A company is an owner by what stands before it: "the parent company"."""
    return noun.lemma_.lower() != "company" or any(t.lower_ in _PARENTAL for t in children(noun, "compound", "amod"))


def _fact(
    relation: str, governor: Token, word: Token, owner: Token, thing: Token, *, presupposed: bool = False
) -> Fact:
    trigger, sure = Span(word.idx, word.end_idx), _FAIR if presupposed else _SURE
    ends = (owner, thing, sure)
    return Fact(
        relation, governor, trigger, *ends, presupposed=presupposed, identifies=presupposed, dated=not presupposed
    )
