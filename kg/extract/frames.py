"""From clauses to declared relations, by the frames of `ontology/lexicon/relations.toml`."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, product

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.fitting import Fitting
from kg.extract.frame import Frame, frames
from kg.extract.mutual import is_each_other
from kg.extract.numbers import paid, votes
from kg.extract.other_blows import is_no_contest
from kg.extract.referents import Referents
from kg.extract.syntax import (
    children,
    clause_words,
    gives_examples,
    is_first_person,
    possessor,
    prepositions,
    sharing,
    written,
)
from kg.extract.titles import Titles
from kg.extract.vocabulary import head_kinds
from kg.extract.where import elsewhere, places_of
from kg.extract.words import Token
from kg.model import Literal, Qualifier
from kg.ontology import load_ontology

_NON_FINITE = frozenset({"VBG", "VB"})
_DATED = frozenset({"DATE", "TIME"})
_BODIES = frozenset({"Organization", "Group"})
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "all", "some"})
_MINUTES = frozenset({"minute", "half"})  # "came on for Lee in the 80th minute"
_MUTUAL = frozenset({"object", "with"})
_CONFIDENCE, _NO_AGENT = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of a clause, and the places that they took them from; `open` if its own words are said as well."""

    facts: tuple[Fact, ...]
    used: frozenset[str]
    open: bool


class Frames:
    """Reads facts off clauses."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._titles = Titles(referents)
        self._deeds = frozenset(lexicon.table("roles")["deeds"])
        self._fitting = Fitting(referents)
        self._ontology = load_ontology()

    def reading(self, clause: Clause) -> Reading | None:
        """What the first frame that fits says of the clause, and those that say more; None if no frame fits."""
        read: list[Reading] = []
        first = True
        for frame in frames().get(clause.lemma, ()):
            bare = not frame.object and any(f.relation == frame.relation for r in read for f in r.facts)
            facts = tuple(self._said(clause, frame)) if (first or frame.also) and not bare else ()
            if facts:
                first = first and frame.also
                read.append(Reading(facts, frame.places, frame.open))
        used = frozenset(chain.from_iterable(reading.used for reading in read))
        facts = tuple(fact for reading in read for fact in reading.facts)
        return Reading(facts, used, all(reading.open for reading in read)) if read else None

    def _said(self, clause: Clause, frame: Frame) -> Iterator[Fact]:
        needed = ((clause.place(place) or _gerund(clause, place), words) for place, words in frame.needs.items())
        headed = all(_headed(phrase, words) for phrase, words in needed)
        if not headed or any(clause.place(place) is not None for place in frame.lacks):
            return
        if self._is_another_sense(clause, frame.relation):
            return
        relation = self._ontology.relation(frame.relation)
        subjects = self._ends(clause, frame.subject, named="subject" in frame.named)
        objects = self._undergoing(clause, frame, subjects)
        if relation is not None and relation.drawn_as == "stance":
            objects = tuple(self._bearer(t) for t in objects)
        if relation is not None and relation.drawn_as == "office":
            objects = tuple(t for t in objects if not _is_example_of_thing(t))
        if relation is not None and relation.symmetric:
            subjects, objects = self._each_other(clause, frame, subjects, objects)
        if relation is None or not _complete(clause, frame, subjects, objects):
            return
        if relation.drawn_as == "office" and frame.subject and not subjects:
            return
        qualifiers, places = tuple(self._qualifiers(clause, frame)), places_of(clause, self._referents)
        confidence = _CONFIDENCE if subjects or clause.passive or not frame.subject else _NO_AGENT
        for subject, thing in product(subjects or (None,), objects or (None,)):
            if (subject is not thing or subject is None) and self._fitting.fits(frame.relation, subject, thing):
                where = elsewhere(places, thing)
                ends = (subject, thing)
                yield Fact(frame.relation, clause.verb, clause.trigger, *ends, confidence, qualifiers, where)

    def _of_office(self, clause: Clause, frame: Frame) -> tuple[Token, ...]:
        """ "running for mayor of Oslo": the body of the office."""
        heads = (_phrase(clause, place) for place in frame.qualifiers.get("title", ()))
        office = next((t for t in heads if t is not None and self._titles.is_title(t)), None)
        return self._titles.around(office).bodies if office is not None else ()

    def _is_another_sense(self, clause: Clause, relation: str) -> bool:
        """ "A man named Bo Berg" (no office is a name), "was met with scorn", "replaced its coach"."""
        called = clause.attribute or clause.place("as")
        named = called is not None and self._referents.is_name(called)
        received = clause.passive and clause.subject is None and clause.place("with") is not None
        match relation:
            case "appointed":
                return named
            case "meets":
                return received
            case "defeated":
                return is_no_contest(clause.verb)
            case "opposes":  # "rejected his appeal": that is a ruling
                plea = clause.object.lemma_.lower() if clause.object is not None else ""
                return clause.lemma == "reject" and plea in lexicon.words("grammar", "law", "pleas")
            case "criticizes":  # "the storm slammed the coast"
                return clause.object is not None and clause.object.lemma_.lower() in lexicon.words("grammar", "regions")
            case "parentOf":  # "welcomed the boys", "welcomed children": others' ones
                return clause.lemma == "welcome" and clause.object is not None and not _is_own(clause.object)
            case "hasRoleAt":  # "led Norway to a win"
                return _headed(clause.place("to"), lexicon.words("contests", "given", "results"))
            case _:
                return relation == "succeeded" and (_is_its_own(clause) or _headed(clause.place("in"), _MINUTES))

    def _ends(self, clause: Clause, places: tuple[str, ...], *, named: bool) -> tuple[Token, ...]:
        """The referring phrases at the first of `places` that is there, each member of a coordination for itself."""
        head = next((t for place in places if (t := clause.place(place)) is not None), None)
        refers = self._referents.named if named else self._referents.of
        return (
            tuple(
                t
                for t in sharing(self._referents.meant(head), clause.verb)
                if refers(t) or (not named and is_first_person(t))
            )
            if head is not None
            else ()
        )

    def _undergoing(self, clause: Clause, frame: Frame, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
        """Whom it befalls; in "Ann and Bo accused each other" those who act."""
        if "object" in frame.object and is_each_other(clause.object):
            return subjects
        if frame.relation == "candidateFor" and not frame.object:
            return self._of_office(clause, frame)
        return self._ends(clause, frame.object, named="object" in frame.named)

    def _each_other(
        self, clause: Clause, frame: Frame, subjects: tuple[Token, ...], objects: tuple[Token, ...]
    ) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """ "Ann and Bo met", "Ann and Bo were married": who stands in one place, with nobody in the other."""
        filled = [place for place in (*frame.subject, *frame.object) if clause.place(place) is not None]
        together = subjects or objects
        several = len({r.entity for t in together if (r := self._referents.of(t))}) > 1
        alone = len(filled) == 1 and not _MUTUAL.isdisjoint(frame.object)
        return (together[:1], together[1:]) if several and alone else (subjects, objects)

    def _bearer(self, token: Token) -> Token:
        """Who is meant by a stance on what he does: "backed Lee's candidacy" is for Lee."""
        owner = possessor(token)
        return (
            owner
            if owner is not None and token.lemma_.lower() in self._deeds and self._referents.named(owner)
            else token
        )

    def _qualifiers(self, clause: Clause, frame: Frame) -> Iterator[Qualifier]:
        yield from (Qualifier(name, Literal(words)) for name, words in frame.fixed.items())
        for name, places in frame.qualifiers.items():
            if name == "amount":
                yield from paid(phrase for place in places if (phrase := _phrase(clause, place)) is not None)
                continue
            found = (t for place in places if (t := _phrase(clause, place)) is not None)
            kept = (t for t in found if name == "sentence" or not _is_term(t))
            head = next((t for t in kept if not _opens(t, clause)), None)
            if head is not None and (name != "title" or self._referents.named(head) is None):
                words = written(clause_words(head))
                yield Qualifier(name, Literal(self._titles.around(head).text if name == "title" else words))
        if frame.relation == "defeated":
            yield from votes(clause.verb)


def _complete(clause: Clause, frame: Frame, subjects: tuple[Token, ...], objects: tuple[Token, ...]) -> bool:
    """Both ends, or what may be open: who acts, in a passive, an infinitive, a gerund, or behind a pronoun."""
    if frame.both:
        return bool(subjects and objects)
    unclear = clause.subject is not None and clause.subject.pos_ == "PRON"
    subject_is_open = not frame.subject or clause.passive or unclear or clause.verb.tag_ in _NON_FINITE
    object_is_open = not frame.object or frame.optional
    return bool((subjects or subject_is_open) and (objects or object_is_open) and (subjects or objects))


def _is_its_own(clause: Clause) -> bool:
    """ "The club replaced its coach", "replaced one of its players": it does not take over from them."""
    replaced = clause.object
    if replaced is None or clause.passive:
        return False
    owners = (possessor(t) for t in (replaced, *(phrase for p, phrase in prepositions(replaced) if p == "of")))
    return any(t is not None and t.lower_ in {"its", "their"} for t in owners)


def _is_example_of_thing(name: Token) -> bool:
    """ "led purchases, including Acme": who leads purchases leads no firm; who leads firms such as Acme does."""
    first = name
    while first.dep_ == "conj":
        first = first.head
    preposition = first.head
    if preposition.dep_ != "prep" or first.dep_ != "pobj" or not gives_examples(preposition):
        return False
    return head_kinds().get(preposition.head.lemma_.lower()) not in _BODIES


def _headed(head: Token | None, words: Collection[str]) -> bool:
    """By its head, by what stands before a name ("ousted chief executive Lee"), or by two words ("confidence vote")."""
    if head is None or not words:
        return head is not None
    before = children(head, "compound", "nmod") if head.pos_ == "PROPN" else ()
    return any(t.lemma_.lower() in words for t in (head, *before)) or not _phrases(head).isdisjoint(words)


def _phrases(head: Token) -> set[str]:
    """ "confidence vote", "vote of confidence"."""
    noun = head.lemma_.lower()
    before = {f"{t.lower_} {noun}" for t in children(head, "compound")}
    return before | {f"{noun} of {phrase.lower_}" for preposition, phrase in prepositions(head) if preposition == "of"}


def _phrase(clause: Clause, place: str) -> Token | None:
    """What stands at a place; a phrase that the parser gave to the object ("sold Acme for a dollar") is the verb's."""
    of_object = prepositions(clause.object) if clause.object is not None else ()
    misplaced = next((phrase for preposition, phrase in of_object if preposition == place), None)
    return clause.place(place) or _gerund(clause, place) or misplaced


def _is_term(phrase: Token) -> bool:
    """ "Jailed for life", "charged on Friday": no charge."""
    return phrase.ent_type_ in _DATED or phrase.lower_ == "life"


def _opens(phrase: Token, clause: Clause) -> bool:
    """ "For the second time, he was arrested for theft": what stands before the subject is only its setting."""
    named = clause.object if clause.passive else clause.subject
    return named is not None and phrase.i < named.i < clause.verb.i


def _gerund(clause: Clause, preposition: str) -> Token | None:
    """The verb after a preposition: "accused of running"."""
    for child in clause.verb.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ == preposition:
            return next((t for t in child.children if t.dep_ == "pcomp"), None)
    return None


def _is_own(child: Token) -> bool:
    """ "A boy", "their second child", "two sons"."""
    return any(t.lower_ not in _DEFINITE for t in children(child, "det", "poss", "nummod"))
