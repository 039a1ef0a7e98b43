"""What a title says of its holder: an office in a body, a membership, a candidacy, kin, citizenship."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import child, conjuncts, prepositions
from kg.extract.titles import Title, Titles
from kg.extract.vocabulary import party_of
from kg.extract.words import Token
from kg.model import Literal, Qualifier, Span

_FAIR = 0.8
_FIRST_PERSON = frozenset({"i", "me", "myself"})
_STANCES = frozenset({"opposes", "supports"})
_PLACES = frozenset({"Country", "City", "Place"})


class Offices:
    """Turns a title and its holder into facts."""

    def __init__(self, referents: Referents, titles: Titles) -> None:
        self._referents = referents
        self._titles = titles
        self._spokes = lexicon.titles().spokes
        self._family = lexicon.titles().family
        self._nouns = {noun: entry for entry in lexicon.table("relations")["noun"] for noun in entry["nouns"]}
        parties = lexicon.table("parties")
        self._party_offices = frozenset(parties["offices"]["heads"])
        self._elsewhere = frozenset(parties["offices"]["elsewhere"])
        self._party_words = frozenset(parties["names"]["words"])
        self._local = frozenset(lexicon.table("roles")["local_offices"])
        sides = lexicon.table("roles")["sides"]
        self._taking_sides, self._side_of = frozenset(sides["nouns"]), sides["prepositions"]

    def facts(
        self, title: Title, holder: Token, governor: Token, confidence: float, *, presupposed: bool
    ) -> Iterator[Fact]:
        """One fact for each body; the office without a body where there is none."""
        trigger = Span(title.head.idx, title.head.idx + len(title.head))
        if self._referents.of(holder) is None and holder.lower_ not in _FIRST_PERSON:
            return
        for relation, owner, thing in self._ends(title, holder):
            qualifiers = tuple(_qualifiers(title)) if relation == "hasRoleAt" else ()
            ends = (owner, thing, confidence, qualifiers)
            yield Fact(
                relation,
                governor,
                trigger,
                *ends,
                presupposed=presupposed,
                identifies=presupposed,
                dated=not presupposed,
            )
        yield from self._origins(title, holder, governor)
        for relation, thing in self._sides(title):
            yield Fact(relation, governor, trigger, holder, thing, confidence, presupposed=presupposed, dated=False)

    def _origins(self, title: Title, holder: Token, governor: Token) -> Iterator[Fact]:
        """ "German-born Danish painter": both; an office of state says which state is served, and no more."""
        born = [t for t in title.nations if is_birthplace(t)]
        nations = [t for t in title.nations if t not in born and not self._titles.is_state_office(title)]
        yield from (citizenship(holder, nation, governor) for nation in (*born, *nations[-1:]))

    def _sides(self, title: Title) -> Iterator[tuple[str, Token]]:
        """ "a campaigner against nuclear power", "an advocate for refugees"."""
        if self._titles.normal(title.head) in self._taking_sides:
            for preposition, phrase in prepositions(title.head):
                if relation := self._side_of.get(preposition):
                    yield from ((relation, member) for member in conjuncts(phrase) if self._referents.of(member))

    def _ends(self, title: Title, holder: Token) -> Iterator[tuple[str, Token, Token | None]]:
        noun = self._titles.normal(title.head)
        served = self._titles.is_state_office(title) or self._titles.is_in_service(title)
        nations = tuple(t for t in title.nations if not is_birthplace(t))
        state = nations[-1:] if served and not title.bodies else ()
        bodies: tuple[Token, ...] = title.bodies or state
        if noun in self._family:
            yield from self._kin(noun, holder, bodies)
        elif noun in self._nouns and not _is_of_board(title, noun):
            relation, office = self._nouns[noun]["relation"], "office" in self._nouns[noun]
            held = title.tenure is None or not office or relation == "founded"  # a former owner owns it no more
            yield from (
                self._related(relation, holder, b) for b in bodies if not self._is_own_side(relation, b) and held
            )
            yield from self._at(noun, holder, bodies) if office else ()
        elif _is_companion(title, noun):
            return
        elif noun in self._spokes:
            yield from (("spokespersonFor", holder, body) for body in bodies)
            if not bodies and child(title.head, "poss") is None:
                yield "hasRoleAt", holder, None
        else:
            yield from self._at(noun, holder, bodies)

    def _related(self, relation: str, holder: Token, body: Token) -> tuple[str, Token, Token]:
        """ "a Unity candidate" stands for Unity, "a Lee nominee" was nominated by Lee."""
        nominated = relation == "candidateFor" and self._kind(body) == "Person"
        return ("nominated", body, holder) if nominated else (relation, holder, body)

    def _is_own_side(self, relation: str, body: Token) -> bool:
        """ "her Unity opponent" is of that party, and does not oppose it."""
        adjective = body.dep_ == "amod" and party_of(body) is not None and not self._referents.is_name(body)
        return relation in _STANCES and adjective

    def _kin(self, noun: str, holder: Token, bodies: tuple[Token, ...]) -> Iterator[tuple[str, Token, Token | None]]:
        kinship = self._family[noun]
        for person in (b for b in bodies if self._kind(b) == "Person"):
            ends = (holder, person) if kinship.holder == "subject" else (person, holder)
            yield kinship.relation, *ends

    def _at(self, noun: str, holder: Token, bodies: tuple[Token, ...]) -> Iterator[tuple[str, Token, Token | None]]:
        """ "Labour lawmaker": a party has members in an office of state, and leaders of its own."""
        parties = tuple(b for b in bodies if self._belongs(noun, b))
        yield from (("memberOf", holder, party) for party in parties)
        others = [b for b in bodies if b not in parties and self._employs(noun, b)]
        yield from (("hasRoleAt", holder, body) for body in others or (None,))

    def _employs(self, noun: str, body: Token) -> bool:
        """No office is at a person ("her deputy"), and a "Texas billionaire" has none in Texas."""
        kind = self._kind(body)
        named_so = body.dep_ == "pobj" and body.head.lower_ in {"of", "at", "for", "with"}
        local = named_so or noun in self._local or self._titles.is_office_of_state(noun)
        return kind != "Person" and (local or kind not in _PLACES)

    def _belongs(self, noun: str, body: Token) -> bool:
        """Whether the body is a party to which the holder of an office of state belongs."""
        if party_of(body) is not None and not self._referents.is_name(body):
            return noun not in self._party_offices
        reference = self._referents.named(body) if noun in self._elsewhere and body.dep_ != "pobj" else None
        label = self._referents.entity(reference.entity).label if reference is not None else ""
        return not self._party_words.isdisjoint(label.split())

    def _kind(self, token: Token) -> str:
        reference = self._referents.named(token)
        return self._referents.entity(reference.entity).kind if reference else ""


def _is_of_board(title: Title, noun: str) -> bool:
    """ "Acme board member": of its board, not of the firm."""
    before = title.head.doc[max(0, title.head.i - 1)]
    return noun in {"member", "board member"} and before.lower_ == "board"


def _is_companion(title: Title, noun: str) -> bool:
    """ "Her partner Bo Berg" holds no office."""
    owners = [t for t in (child(title.head, "poss"), child(title.head.head, "poss")) if t is not None]
    return noun == "partner" and any(t.tag_ == "PRP$" for t in owners)


def citizenship(holder: Token, nation: Token, governor: Token) -> Fact:
    """ "the Norwegian Ann Lee", "German-born Bo Berg"."""
    return _beside("bornIn" if is_birthplace(nation) else "citizenOf", holder, nation, governor)


def is_birthplace(nation: Token) -> bool:
    """ "German-born"."""
    return nation.head.lower_ == "born"


def membership(holder: Token, party: Token, governor: Token) -> Fact:
    """ "Republican Ann Lee"."""
    return _beside("memberOf", holder, party, governor)


def _beside(relation: str, holder: Token, word: Token, governor: Token) -> Fact:
    trigger = Span(word.idx, word.idx + len(word))
    return Fact(relation, governor, trigger, holder, word, _FAIR, presupposed=True, identifies=True, dated=False)


def _qualifiers(title: Title) -> Iterator[Qualifier]:
    if title.tenure:
        yield Qualifier("tenure", Literal(title.tenure))
    yield Qualifier("title", Literal(title.text))
