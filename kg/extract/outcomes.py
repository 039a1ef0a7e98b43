"""What stands behind an object and says what becomes of it: "sent shares *lower*", "took steps *to avoid delays*"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.excerpts import Excerpt, excerpt
from kg.extract.facts import Value
from kg.extract.phrasal import ends_the_verb, small_clause
from kg.extract.syntax import child, children, members
from kg.extract.tense import is_infinitive
from kg.extract.words import Token

End = Token | Value | None


def predicates(clause: Clause, ends: tuple[End, ...]) -> Iterator[Excerpt]:
    """What is said of the object ("left them empty", "made it a priority"), and the thing beside a passive."""
    if clause.passive:
        called = clause.lemma in lexicon.words("complements", "calling")
        attribute = clause.attribute
        if attribute is not None and (not called or (attribute.pos_ == "ADJ" and not _is_over(attribute, ends))):
            yield excerpt(attribute)
        end = clause.verb.i + len(clause.lemma.split())
        yield from (excerpt(t) for t in children(clause.verb, "advcl") if t.pos_ == "ADJ" and t.i == end)
    elif clause.object is not None:
        beside = (*children(clause.verb, "oprd", "acomp"), *_outcomes(clause), *_purposes(clause))
        yield from (excerpt(t) for t in beside if t.lower_ not in clause.lemma.split())
        predicate = small_clause(clause.verb)
        if predicate is not None:
            yield excerpt(predicate, after=max(t.i for t in clause.object.subtree))


def behind(direct: Token, clause: Clause) -> int:
    """The place right behind the object and an adverb that says what becomes of it ("grouped them *together* as …")."""
    end = direct.subtree[-1].i + 1
    return end + 1 if any(adverb.i == end for adverb in _outcomes(clause)) else end


def is_bare(noun: Token) -> bool:
    """ "raised alarm", "took place": a noun that says with the verb what is done."""
    return noun.pos_ == "NOUN" and child(noun, "det", "poss", "nummod", "amod", "predet", "prep") is None


def is_held(head: Token, ends: tuple[End, ...]) -> bool:
    """Whether one of the ends is the phrase, one of its members, or a number in it."""
    for end in ends:
        if isinstance(end, Value):
            if end.span.begin <= head.idx < end.span.end:
                return True
        elif end is not None and end in members(head):
            return True
    return False


def _outcomes(clause: Clause) -> Iterator[Token]:
    """Adverbs right behind the object that say where it comes to be, or in what state ("sent shares *lower*")."""
    direct = child(clause.verb, "dobj")
    if direct is None or "advmod" not in clause.verb.deps:
        return
    end, listed = direct.subtree[-1].i + 1, lexicon.words("complements", "results")
    for adverb in children(clause.verb, "advmod"):
        if adverb.i == end and (adverb.tag_ == "JJR" or (adverb.lower_ in listed and ends_the_verb(adverb))):
            yield adverb


def _purposes(clause: Clause) -> Iterator[Token]:
    """Infinitives right behind the object: "took steps *to avoid delays*"."""
    direct = child(clause.verb, "dobj")
    if direct is None or "advcl" not in clause.verb.deps:
        return
    for verb in children(clause.verb, "advcl"):
        if verb.i > direct.i and is_infinitive(verb) and verb.left_edge.i == behind(direct, clause):
            yield verb


def _is_over(head: Token, ends: tuple[End, ...]) -> bool:
    """ "aware of the plan", where the plan is one of the ends."""
    return any(isinstance(end, Token) and head.is_ancestor(end) for end in ends)
