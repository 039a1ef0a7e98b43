"""What a verb governs beside the ends of a claim, in the text's words: "cited *the ban* as his reason".

A claim has two ends; a verb may ask for more. What is left over becomes the qualifier `content`, so that no claim says
less than its verb means. Phrases of time, place and manner are no complements.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.clauses import clause as clause_of
from kg.extract.excerpts import Excerpt, excerpt, together
from kg.extract.measured import behind_object, measured, to_whom
from kg.extract.openness import REFLEXIVE
from kg.extract.outcomes import End, behind, is_bare, is_held, predicates
from kg.extract.participation import is_joint, is_set_phrase
from kg.extract.predicates import is_pro_verb
from kg.extract.referents import Referents
from kg.extract.syntax import child, children, gives_examples, is_asked, is_first_person
from kg.extract.tense import has_that
from kg.extract.vocabulary import cue_verbs
from kg.extract.where import is_setting
from kg.extract.words import Token
from kg.model import Literal, Qualifier

_BESIDE = frozenset({"acomp", "advmod"})
_LASTING = frozenset({"at", "for", "in", "on", "over", "through", "throughout", "within"})
_TIMES = frozenset({"DATE", "TIME"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_COLONS = frozenset({":", ";"})
_MISPLACED = frozenset({"as", "into"})  # the parser may give them to the object
_OF_NOUNS = frozenset({"of", "about", "on", "over", "against", "for"})


class Contents:
    """Finds the complements that claims of one text would lose."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._asked = _asked()
        self._close = lexicon.words("complements", "close")
        self._behind = lexicon.words("complements", "behind")
        self._periods = lexicon.words("complements", "periods")
        self._behind_bare = lexicon.words("complements", "behind_bare")
        self._behind_passive = lexicon.words("complements", "behind_passive")

    def of(self, clause: Clause, *ends: End) -> tuple[Qualifier, ...]:
        """The qualifier for what a claim of the clause with these ends would lose; none if it loses nothing."""
        pieces = list(self._pieces(clause, ends))
        return (Qualifier("content", Literal(together(pieces))),) if pieces else ()

    def of_noun(self, noun: Token, *ends: End) -> tuple[Qualifier, ...]:
        """The same for a noun that names what happens: "the decision *not to sell*", "the announcement *of cuts*"."""
        clausal = [t for t in children(noun, "acl", "ccomp") if t.tag_ == "VB" or has_that(t)]
        phrases = [p for p in children(noun, "prep") if p.lower_ in _OF_NOUNS and not self._is_circumstance(p)]
        free = [p for p in phrases if not any(is_held(phrase, ends) for phrase in children(p, "pobj"))]
        pieces = [excerpt(head) for head in (*free, *clausal) if head.i > noun.i]
        return (Qualifier("content", Literal(together(pieces))),) if pieces else ()

    def _pieces(self, clause: Clause, ends: tuple[End, ...]) -> Iterator[Excerpt]:
        if clause.object is not None and not is_held(clause.object, ends):
            yield from self._object(clause.object, clause.verb)
        yield from measured(clause.verb, ends)
        yield from self._receivers(clause, ends)
        for preposition in self._governed(clause):
            held = any(is_held(phrase, ends) for phrase in _governed_by(preposition))
            if _is_joint(preposition) or not held:  # with one end of "between police and fans" goes the other
                yield excerpt(preposition)
        yield from predicates(clause, ends)
        if clause.complement is not None and _is_told(clause.complement, clause.verb):
            yield excerpt(clause.complement, after=clause.verb.i)
        elif (quoted := quoted_before(clause)) is not None:
            yield excerpt(quoted)

    def _object(self, head: Token, verb: Token) -> Iterator[Excerpt]:
        """The words of the object, without the verb's clause; for a pronoun, the name that it stands for."""
        if is_asked(head):
            return
        if is_first_person(head) or head.lower_.endswith(REFLEXIVE):
            yield excerpt(head)
        elif head.pos_ in _NOMINAL or _is_anyone(head) or (head.tag_ not in _PRONOUNS and _is_told_of(head)):
            yield excerpt(head, before=_clause_of(verb, head))
        elif (reference := self._referents.named(head)) is not None:
            yield Excerpt(head.i, head.i + 1, self._referents.entity(reference.entity).label)

    def _receivers(self, clause: Clause, ends: tuple[End, ...]) -> Iterator[Excerpt]:
        """To whom something goes, where no preposition says so ("gave *the town* a park"), and who is no end."""
        if clause.object is None or not is_held(clause.object, ends):
            return
        for name, head in clause.places:
            if name == "to" and head.head is clause.verb and not is_held(head, ends):
                yield from map(to_whom, self._object(head, clause.verb))

    def _governed(self, clause: Clause) -> Iterator[Token]:
        """Prepositions that the verb asks for: those listed for it, or one right after it where it has no object."""
        direct = child(clause.verb, "dobj")
        for word in _second_words(clause):
            yield from (p for p in children(word, "prep") if not self._is_circumstance(p))
        if direct is not None:
            inner = (p for p in behind_object(direct) if p.lower_ in _MISPLACED and not gives_examples(p))
            yield from (p for p in inner if clause.lemma in self._asked[p.lower_])
        for preposition in children(clause.verb, "prep", "dative"):
            asked = preposition.i > clause.verb.i and self._asks(clause, preposition)
            free = not any(
                particle.i > preposition.i for particle in children(clause.verb, "prt")
            )  # "with his hat off"
            asked = asked or (free and self._is_next(preposition, clause)) or _is_joint(preposition)
            if asked and not self._is_circumstance(preposition):
                yield preposition

    def _asks(self, clause: Clause, preposition: Token) -> bool:
        if clause.lemma in self._asked.get(preposition.lower_, ()):
            return True
        return clause.object is None and not clause.passive and self._is_close(preposition, clause)

    def _is_next(self, preposition: Token, clause: Clause) -> bool:
        """Right behind the object ("kept cars *out of town*"), or behind a passive of which nobody is the agent."""
        if clause.passive:
            listed = preposition.lower_ in self._behind or preposition.lower_ in self._behind_passive
            return listed and clause.subject is None and preposition.i == clause.verb.i + len(clause.lemma.split())
        direct = child(clause.verb, "dobj")
        bare = direct is not None and is_bare(direct) and preposition.lower_ in self._behind_bare
        listed = preposition.lower_ in self._behind or bare
        return direct is not None and listed and preposition.i == behind(direct, clause)

    def _is_close(self, preposition: Token, clause: Clause) -> bool:
        """Right after the verb and its particle; "in" only before a verb ("succeeded in persuading")."""
        behind = clause.verb.i + len(clause.lemma.split())
        gerund = preposition.lower_ == "in" and child(preposition, "pcomp") is not None
        adjective = child(clause.verb, "acomp")
        if adjective is not None and gerund and preposition.i == adjective.i + 1:  # "was active in mending roads"
            return True
        return preposition.i == behind and (gerund or preposition.lower_ in self._close)

    def _is_circumstance(self, preposition: Token) -> bool:
        """A time, a named place, a set phrase ("in fact"), or nothing at all."""
        phrase = child(preposition, "pobj", "pcomp", "prep")
        if phrase is None and preposition.lower_ == "as":  # "rated it as poor"
            phrase = child(preposition, "amod", "acomp")
        if phrase is None or gives_examples(preposition) or is_set_phrase(preposition.lower_, phrase):
            return True
        lasting = preposition.lower_ in _LASTING and phrase.lemma_ in self._periods and child(phrase, "prep") is None
        return lasting or phrase.ent_type_ in _TIMES or is_setting(preposition.lower_, phrase, self._referents)


@cache
def _asked() -> Mapping[str, frozenset[str]]:
    """The verbs that ask for a preposition, beside an object or without one."""
    listed, beside = lexicon.table("complements")["asked"], lexicon.table("grammar")["beside_object"]
    return {p: frozenset((*listed.get(p, ()), *beside.get(p, ()))) for p in {**listed, **beside}}


def _is_anyone(head: Token) -> bool:
    """ "urged everyone to go"; not "nothing", which denies the clause."""
    return head.tag_ == "NN" and head.lower_ not in lexicon.words("certainty", "negators", "words")


def _is_told_of(head: Token) -> bool:
    return child(head, "prep", "relcl") is not None


def _clause_of(verb: Token, noun: Token) -> int | None:
    """Where the relative clause of the noun begins that the verb is in: "the clock he made"."""
    clause = next((t for t in (verb, *verb.ancestors) if t.head is noun and t is not noun), None)
    return clause.left_edge.i if clause is not None else None


def quoted_before(clause: Clause) -> Token | None:
    """ "“The law stands,” Lee told the paper": what is told, before the verb."""
    if clause.complement is None or clause.lemma not in lexicon.words("complements", "telling"):
        return None
    before = clause.complement.i < clause.verb.i and clause.complement.dep_ == "ccomp"
    return clause.complement if before and clause.object is not None else None


def _is_told(complement: Token, verb: Token) -> bool:
    """Behind the verb and of its sentence; what follows a colon is another one, unless the verb is one of saying."""
    if complement.i < verb.i or is_pro_verb(clause_of(complement)):
        return False
    return verb.lemma_ in cue_verbs() or all(t.text not in _COLONS for t in verb.doc[verb.i : complement.i])


def _is_joint(preposition: Token) -> bool:
    phrase = child(preposition, "pobj")
    return phrase is not None and is_joint(preposition.lower_, phrase, preposition.head)


def _governed_by(preposition: Token) -> Iterator[Token]:
    """The phrases after "out" and after "out of"."""
    yield from children(preposition, "pobj")
    yield from (phrase for inner in children(preposition, "prep") for phrase in children(inner, "pobj"))


def _second_words(clause: Clause) -> Iterator[Token]:
    """The adjective or the adverb that is part of what the verb says."""
    if clause.verb.deps.isdisjoint(_BESIDE):
        return
    words = clause.lemma.split()[1:]
    for word in children(clause.verb, *_BESIDE):
        if word.i > clause.verb.i and (word.dep_ == "acomp" or word.lower_ in words):
            yield word
