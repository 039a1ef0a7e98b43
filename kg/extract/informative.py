"""Facts that say enough to stand alone, those that say little, and those that would be read amiss."""

from collections.abc import Iterable, Iterator

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.syntax import SUBJECTS, child, children, object_of
from kg.extract.tense import follows_comma, has_that
from kg.extract.vocabulary import incomplete
from kg.extract.words import Token

_COMPLEMENTS = ("ccomp", "xcomp", "oprd", "acomp")
_PREDICATED = frozenset({"JJ", "VBN", "CD"})
_CLOSE = frozenset({"about", "as", "at", "by", "for", "from", "in", "into", "like", "of", "on", "to"})
_EMPTY = frozenset({"rel:do", "rel:get", "rel:have", "rel:let"})


def telling(facts: Iterable[Fact], clause: Clause) -> Iterator[Fact]:
    """The facts that say something by themselves; those of a verb that needs more are no more than tentative."""
    for fact in facts:
        if not (_is_of_text(fact) or _is_misnamed(fact, clause) or _lacks_name(fact, clause) or _is_cut(fact)):
            bare = _is_bare(fact, clause) or _tells_nothing(fact) or _is_manner(fact, clause)
            yield fact._replace(whole=False) if bare else fact


def _is_of_text(fact: Fact) -> bool:
    """ "An earlier version of this article misspelt a name": nothing of the world that it tells of."""
    subject = fact.subject
    if subject is None or subject.lemma_.lower() != "version":
        return False
    texts = (object_of(p) for p in children(subject, "prep") if p.lower_ == "of")
    found = [t for t in texts if t is not None and t.lemma_.lower() in lexicon.words("ends", "texts")]
    return any(t.lower_ == "this" for text in found for t in children(text, "det"))


def _is_alone(fact: Fact, clause: Clause) -> bool:
    return fact.object is None and not clause.passive and fact.relation.startswith("rel:")


def _is_bare(fact: Fact, clause: Clause) -> bool:
    """A verb that says little without what follows it, and nothing that follows it could be read."""
    return _is_alone(fact, clause) and fact.relation in incomplete() and not fact.qualifiers


def _tells_nothing(fact: Fact) -> bool:
    """ "Lee told the paper", "Lee was said", without what was told."""
    said = fact.relation == "rel:say" and fact.subject is None
    return (
        (fact.relation == "rel:tell" or said)
        and isinstance(fact.object, Token)
        and not any(q.name == "content" for q in fact.qualifiers)
    )


def _is_manner(fact: Fact, clause: Clause) -> bool:
    """ "how the firm works", "how hard she tried", "how goods are made": it is told of the manner, not of the deed."""
    if not (fact.object is None or (clause.passive and fact.subject is None)) or fact.qualifiers:
        return False
    adverbs = children(clause.verb, "advmod")
    return any(t.lower_ == "how" for adverb in adverbs for t in (adverb, *children(adverb, "advmod")))


def _is_misnamed(fact: Fact, clause: Clause) -> bool:
    """One whose sense lies in words that could not be read: "came in handy", "turned 60", "had him arrested"."""
    if not _is_alone(fact, clause):
        return False
    if clause.complement is not None or fact.relation == "rel:do":
        return fact.relation in _EMPTY
    verb = clause.verb
    if any(_is_unread(p) for p in children(verb, "prep")) or child(verb, "oprd") is not None:
        return True
    return fact.relation in incomplete() and (_is_cut_short(verb) or _lacks_relative(verb))


def _is_cut_short(verb: Token) -> bool:
    """ "appeared ill", "came away convinced", "put it", "looked as if …"."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    sense = (
        after.tag_ in _PREDICATED or after.lower_ == "it" or after.lower_ in lexicon.words("complements", "directions")
    )
    return after.lower_ in {"as", "like"} or (sense and after.head is verb)


def _lacks_relative(verb: Token) -> bool:
    """ "the seats the plane offers": the parser did not see who offers them."""
    return verb.dep_ == "relcl" and all(t.dep_ not in SUBJECTS and t.tag_ != "WRB" for t in verb.children)


def _is_unread(preposition: Token) -> bool:
    """ "comes in handy", "began by saying"."""
    close = preposition.lower_ in _CLOSE and preposition.i == preposition.head.i + 1
    return (
        close and (preposition.lower_ == "by" or child(preposition, "pcomp") is None) and object_of(preposition) is None
    )


def _lacks_name(fact: Fact, clause: Clause) -> bool:
    """ "called it a failure" is no calling, "known as the Act" no knowing."""
    verb = clause.verb
    if fact.relation != f"rel:{verb.lemma_.lower()}":
        return False
    if verb.lemma_ == "know":
        return clause.passive and clause.place("as") is not None
    named = fact.object is not None and any(q.name == "content" for q in fact.qualifiers)
    return verb.lemma_ in lexicon.words("ends", "naming") and child(verb, *_COMPLEMENTS) is not None and not named


def _is_cut(fact: Fact) -> bool:
    """ "the fact that …", "the people who … are …": what is left out makes the sense."""
    if fact.relation != "rel:be" or not isinstance(fact.object, Token):
        return False
    told = any(has_that(clause) for clause in children(fact.object, "acl"))
    return told or (fact.subject is not None and _is_restricted(fact.subject, fact.governor))


def _is_restricted(noun: Token, verb: Token) -> bool:
    """Whether a relative clause, other than that of `verb`, says which ones are meant."""
    others = [t for t in children(noun, "relcl") if t != verb and t not in verb.ancestors]
    return noun.pos_ == "NOUN" and any(not follows_comma(t) for t in others)
