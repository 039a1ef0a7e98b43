"""What no frame says, in the text's own verbs: `rel:LEMMA`, `rel:LEMMA_PREP`, `rel:LEMMA_PARTICLE_PREP`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.contents import Contents
from kg.extract.facts import Fact, Value
from kg.extract.numbers import literal, literals, measures
from kg.extract.openness import has_open_object
from kg.extract.participation import (
    describes,
    gives_way,
    is_adjectival,
    is_half,
    is_purpose,
    is_set_phrase,
    is_state,
    takes_part,
)
from kg.extract.partitives import whole
from kg.extract.phrasal import adjective_name, is_joined
from kg.extract.predicates import COPULAS, is_pro_verb, of_predicate, predicated
from kg.extract.referents import Referents
from kg.extract.reporting_verbs import introduces, takes, takes_infinitive
from kg.extract.syntax import SUBJECTS, VERBS, child, children, conjuncts, is_first_person, sharing
from kg.extract.titles import Titles
from kg.extract.where import elsewhere, is_setting, places_of
from kg.extract.words import Token

_BOTH_ENDS, _ONE_END, _NO_AGENT = 0.75, 0.7, 0.65
_SIZES = frozenset({"deep", "high", "long", "old", "tall", "thick", "wide"})
_OF_CLAUSE = frozenset({"according", "according_to", "per"})
_AUXILIARIES = frozenset({"have", "use", "go", "seem", "appear"})
_SIDES = frozenset({"in_favor_of", "in_favour_of"})  # "voted in favor of it": without it, nothing is said
_EXPLETIVES = frozenset({"there"})
_NON_FINITE = frozenset({"VB", "VBG", "VBN"})
_Places = tuple[tuple[str, Token], ...]


class OpenRelations:
    """Reads facts off clauses without a frame. A verb that only introduces what somebody says is none of them."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._titles = Titles(referents)
        self._contents = Contents(referents)

    def facts(self, clause: Clause) -> Iterator[Fact]:
        """One fact for each pair of agent and patient, and one for each phrase by preposition."""
        if clause.verb.lemma_ in _AUXILIARIES and clause.object is None and takes_infinitive(clause):
            return
        name = _name(clause)
        if name == "rel:" or is_adjectival(clause):
            return
        if is_state(clause):
            yield from self._state(clause)
            return
        reports = introduces(clause)
        if _says_a_thing(clause):
            return
        agents, patients = self._ends(clause)
        obliques = [(p, phrase) for p, phrase in self._obliques(clause) if not reports or takes(clause, p, phrase)]
        obliques += [] if reports else self._called(clause)
        yield from () if describes(clause) else self._transitive(clause, name, agents, patients)
        values = [] if reports else list(_joined_values(clause) if patients else self._values(clause, agents))
        for agent, (preposition, value) in product(agents, values):
            fact = self._fact(clause, _joined(name, preposition), agent, value, _BOTH_ENDS)
            yield fact._replace(qualifiers=()) if patients else fact
        completed = any(not is_joined(preposition) or preposition in _SIDES for preposition, _ in obliques)
        if agents and not (patients or completed or values or reports):
            yield from self._intransitive(clause, name, agents)
        if not agents and any(not is_first_person(t) for t in patients) and not clause.passive:
            return
        subjects = agents or (patients if clause.passive else ()) or ((None,) if _is_open(clause) else ())
        for subject, (preposition, thing) in product(subjects, obliques):
            confidence = _BOTH_ENDS if subject else _NO_AGENT
            fact = self._fact(clause, _joined(_plain_name(clause), preposition), subject, thing, confidence)
            yield fact._replace(whole=False) if is_half(preposition, thing) else fact

    def beside(self, clause: Clause, used: frozenset[str]) -> Iterator[Fact]:
        """What a clause with a frame says by prepositions that the frame has no use for; named things only."""
        subjects = self._members(clause, clause.subject) or self._members(clause, clause.object)
        named = [(p, t) for p, t in self._obliques(clause, setting=True) if p not in used and self._is_known(t)]
        for subject, (preposition, thing) in product(subjects, named):
            yield self._fact(clause, _joined(_plain_name(clause), preposition), subject, thing, _BOTH_ENDS)

    def _values(self, clause: Clause, agents: tuple[Token, ...]) -> Iterator[tuple[str, Value]]:
        yield from _values(clause)
        amount = clause.attribute if clause.lemma in COPULAS else None
        value = literal(amount) if amount is not None and child(amount, "prep", "relcl", "acl") is None else None
        if amount is None or value is None or (amount.ent_type_ == "CARDINAL" and self._may_be_aged(agents)):
            return
        yield "", value

    def _may_be_aged(self, agents: tuple[Token, ...]) -> bool:
        """ "She was six": no number of hers."""
        known = [self._referents.of(agent) for agent in agents]
        return any(k is not None and self._referents.entity(k.entity).kind == "Person" for k in known)

    def _is_known(self, token: Token) -> bool:
        happens = self._referents.kind(token) == "Happening" and child(token, "nummod") is None
        return happens or self._referents.named(token) is not None

    def _transitive(
        self, clause: Clause, name: str, agents: tuple[Token, ...], patients: tuple[Token, ...]
    ) -> Iterator[Fact]:
        confidence = _BOTH_ENDS if agents or clause.passive else _NO_AGENT
        if clause.lemma in COPULAS and not agents:
            return
        for agent, patient in product(agents or (None,), patients):
            yield self._fact(clause, name, agent, patient, confidence)

    def _intransitive(self, clause: Clause, name: str, agents: tuple[Token, ...]) -> Iterator[Fact]:
        """Only who acts; with an adjective beside the verb, by it too ("the port is open", "came clean")."""
        adjective = predicated(clause)
        if adjective is not None and (child(adjective, "xcomp", "ccomp") is not None or _is_measured(adjective)):
            return
        if clause.lemma in COPULAS and adjective is None:
            return
        for agent in agents:
            whole_verb = adjective is not None and name.endswith(f"_{adjective.lower_}")
            said = None if whole_verb else adjective
            full = _with_gerund(clause, name) if said is None else _joined(name, adjective_name(said))
            yield self._fact(clause, full, agent, None, _ONE_END)

    def _state(self, clause: Clause) -> Iterator[Fact]:
        """ "is frustrated with the delay", said of whom the passive is of."""
        name = f"rel:be_{clause.verb.lower_}"
        obliques = list(self._obliques(clause))
        for bearer in self._patients(clause):
            for preposition, thing in obliques:
                yield self._fact(clause, _joined(name, preposition), bearer, thing, _BOTH_ENDS)
            if not obliques:
                yield self._fact(clause, name, bearer, None, _ONE_END)

    def _ends(self, clause: Clause) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Agents and patients; "one of the suspects is Lee" is said of Lee."""
        agents, patients = self._members(clause, clause.subject), self._patients(clause)
        turned = clause.lemma == "be" and len(agents) == 1 and agents[0].lower_ == "one" and whole(agents[0])
        named = turned and any(self._referents.is_name(t) for t in patients)
        return (patients, agents) if named else (agents, patients)

    def _members(self, clause: Clause, head: Token | None) -> tuple[Token, ...]:
        shared = sharing(self._referents.meant(head), clause.verb) if head is not None else ()
        return tuple(t for t in shared if not _is_each_other(t) and (self._referents.of(t) or is_first_person(t)))

    def _patients(self, clause: Clause) -> tuple[Token, ...]:
        """The object, or what a copula says its subject to be, unless that is an office or a kin, read elsewhere."""
        if clause.lemma in COPULAS and clause.attribute is not None:
            return tuple(t for t in self._members(clause, clause.attribute) if not self._is_office(t, clause.subject))
        return self._members(clause, clause.object)

    def _is_office(self, noun: Token, holder: Token | None) -> bool:
        titled = holder is not None and self._titles.is_title(holder) and self._kind(noun) == "Person"
        return titled or (self._titles.is_title(whole(noun) or noun) and self._kind(holder) != "Organization")

    def _kind(self, token: Token | None) -> str:
        reference = self._referents.named(token) if token is not None else None
        return self._referents.entity(reference.entity).kind if reference else ""

    def _called(self, clause: Clause) -> Iterator[tuple[str, Token]]:
        """ "was named Victory", "is considered a threat": as what."""
        called = clause.lemma in lexicon.words("complements", "calling")
        if clause.passive and clause.attribute is not None and called and not self._titles.is_title(clause.attribute):
            yield from (("as", member) for member in self._members(clause, clause.attribute))

    def _obliques(self, clause: Clause, *, setting: bool = False) -> _Places:
        """Phrases by preposition that take part; where a clause has an object, the place of it is only its setting."""
        kept = [p for p in clause.places if not self._is_aside(clause, *p, setting=setting)]
        named = [(name, phrase) for p, phrase in kept if (name := of_predicate(clause, (p, phrase))) is not None]
        return tuple((name, member) for name, phrase in named for member in self._members(clause, phrase))

    def _is_aside(self, clause: Clause, preposition: str, phrase: Token, *, setting: bool) -> bool:
        """A setting, a measure ("by two votes"), a source ("according to"), or a set phrase ("of course")."""
        if (preposition == "by" and measures(phrase)) or self._is_of_title(clause, phrase):
            return True
        setting = (setting or clause.object is not None) and is_setting(preposition, phrase, self._referents)
        return (
            (setting and not _undergoes_alone(clause))
            or not takes_part(clause, preposition, phrase)
            or preposition in _OF_CLAUSE
            or gives_way(clause, preposition, phrase)
            or is_set_phrase(preposition, phrase)
            or (clause.lemma not in COPULAS and is_purpose(preposition, phrase))
        )

    def _is_of_title(self, clause: Clause, phrase: Token) -> bool:
        """ "was the member for Tavil": what the title is for, though it hangs on "was"."""
        title = clause.attribute if clause.lemma in COPULAS and phrase.head.lower_ == "for" else None
        return title is not None and phrase.head.i == title.i + 1 and self._titles.is_title(title)

    def _fact(
        self,
        clause: Clause,
        name: str,
        subject: Token | None,
        thing: Token | Value | None,
        confidence: float,
    ) -> Fact:
        places = elsewhere(places_of(clause, self._referents), thing)
        content = self._contents.of(clause, subject, thing)
        told = thing is not None or bool(content) or (clause.object in (None, subject) and clause.complement is None)
        told = told and (clause.object is thing or not has_open_object(clause, self._referents))
        head, ends = (name, clause.verb, clause.trigger), (subject, thing)
        return Fact(*head, *ends, confidence, content, entities=places, whole=told and not is_pro_verb(clause))


def _with_gerund(clause: Clause, name: str) -> str:
    """ "focus on building bridges": the preposition is the relation's, and what it governs its content."""
    close = lexicon.table("complements")["close"]
    behind = (p for p in children(clause.verb, "prep") if p.i == clause.verb.i + 1 and p.lower_ in close)
    governing = next((p for p in behind if _has_gerund(p)), None)
    return name if governing is None else _joined(name, governing.lower_)


def _has_gerund(preposition: Token) -> bool:
    """Not "stood with his arms crossed"."""
    below = [t for t in children(preposition, "pcomp") if t.pos_ in VERBS]
    return any(preposition.lower_ != "with" or child(t, *SUBJECTS) is None for t in below)


def _is_measured(adjective: Token) -> bool:
    """ "is 18 years old": no being old."""
    measured = any(child(t, "nummod") is not None for t in children(adjective, "npadvmod"))
    return adjective.lower_ in _SIZES and measured  # "100 percent wrong" is wrong


def _says_a_thing(clause: Clause) -> bool:
    """ "says Lee 'absolutely right'": only words are said; any other object is the subject of a clause not read."""
    said = clause.object if clause.lemma == "say" and not clause.passive else None
    named = said is not None and said.pos_ in {"NOUN", "PROPN"}
    return named and said is not None and said.lemma_.lower() not in lexicon.words("cues", "sayable", "nouns")


def _is_each_other(token: Token) -> bool:
    """ "threw stones at one another": no one of them."""
    return token.lower_ == "one" and any(t.lower_ == "another" and t.i > token.i for t in token.children)


def _undergoes_alone(clause: Clause) -> bool:
    """ "was founded in Rome": where nobody acts, the place is all that is told of who undergoes it."""
    return clause.passive and clause.subject is None and clause.object is not None


def _is_open(clause: Clause) -> bool:
    """Whether somebody acts whom the clause does not name: behind a pronoun, in a gerund; not in "it rains"."""
    return clause.subject.lower_ not in _EXPLETIVES if clause.subject is not None else clause.verb.tag_ in _NON_FINITE


def _name(clause: Clause) -> str:
    plain = _plain_name(clause)
    predicated_of = clause.lemma in COPULAS and (
        clause.attribute is not None or child(clause.verb, "acomp") is not None
    )
    infinitive = clause.object is None and not predicated_of and takes_infinitive(clause)
    return f"{plain}_to" if plain != "rel:" and infinitive else plain


def _plain_name(clause: Clause) -> str:
    """Without the "to" of an infinitive: "agreed with Lee to sell" is an agreement with Lee."""
    return "rel:" + "_".join(_words(clause.lemma))


def _joined(name: str, more: str) -> str:
    return "_".join((name, *_words(more)))


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    """Parts of a relation's name: letters and digits only."""
    return tuple("".join([c if c.isalnum() else " " for c in text.lower()]).split())


def _joined_values(clause: Clause) -> Iterator[tuple[str, Value]]:
    """ "won the title *and $5,000*"."""
    members = conjuncts(clause.object) if clause.object is not None else ()
    yield from (("", value) for t in members if t != clause.object and (value := literal(t)) is not None)


def _values(clause: Clause) -> Iterator[tuple[str, Value]]:
    """Numbers and sums where no participant is the object: "rose 3 % to $62", "sold 40,000"."""
    yield from (("", value) for value in literals(clause.verb))
    adverb = predicated(clause)
    for adjective in children(clause.verb, "acomp") or ([adverb] if adverb is not None else []):
        yield from ((adjective_name(adjective), v) for v in literals(adjective) if v.span.begin > adjective.idx)
    for preposition, phrase in clause.places:
        if clause.object is None and (value := literal(phrase)) is not None:
            name = of_predicate(clause, (preposition, phrase))
            yield from ((name, value),) if name is not None else ()
