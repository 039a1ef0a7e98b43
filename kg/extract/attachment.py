"""Signs that the parser gave a clause to the wrong noun, or that a phrase is cut: better no claim than a wrong one."""

from collections.abc import Iterable, Iterator

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.facts import Fact
from kg.extract.participles import is_comment, is_gerund_of
from kg.extract.referents import Referents
from kg.extract.syntax import child, children, object_of
from kg.extract.tense import follows_comma, has_that
from kg.extract.vocabulary import head_kinds, incomplete
from kg.extract.words import Token

_COMPLEMENTS = ("ccomp", "xcomp", "oprd", "acomp")
_SINGULAR = frozenset({"was", "is", "has", "does", "'s", "’s"})
_RELATIVE = frozenset({"WP", "WDT"})
_PLURAL = frozenset({"are", "were", "have", "'re", "’re"})
_OF_SEVERAL = frozenset({"Organization", "Group", "Country", "Place"})
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "CARDINAL"})
_CLOSE = frozenset({"about", "as", "at", "by", "for", "from", "in", "into", "like", "of", "on", "to"})
_EMPTY = frozenset({"rel:do", "rel:get", "rel:have", "rel:let"})
_THINGS = frozenset({"Place", "City", "Object", "Work", "Happening"})


def is_well_attached(clause: Clause, referents: Referents) -> bool:
    """Whether nothing speaks against the subject that a clause was given."""
    subject = clause.object if clause.passive else clause.subject
    if subject is None:
        return not (is_comment(clause.verb) or is_gerund_of(clause.verb))
    return agree(subject, clause.verb) and not _is_of_the_clause(clause) and not _misled(clause, subject, referents)


def agree(subject: Token, verb: Token) -> bool:
    """No plural with a verb in the singular, nor one with a plural: "the seats the plane offers was" has another."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or own.i > verb.i or subject.ent_type_ in _MEASURES:
        return True
    carrier = child(verb, "aux", "auxpass") or verb
    if subject.tag_ == "NNS" and not _is_singular(subject):
        return not (carrier.tag_ == "VBZ" or carrier.lower_ in _SINGULAR)
    unsure = child(verb, "mark") is not None or (verb.dep_ == "ccomp" and carrier is verb)
    if unsure or (own is not subject and own.tag_ not in _RELATIVE):
        return True  # "if it were", "helps a visitor see"
    bare = carrier is verb and verb.tag_ == "VB" and verb.dep_ == "ROOT"  # "who watched him fall said"
    return not (_is_one(subject) and (bare or carrier.tag_ == "VBP" or carrier.lower_ in _PLURAL))


def _is_one(noun: Token) -> bool:
    """One thing, of which no verb in the plural tells; a team, a family or half of the town may have one."""
    several = child(noun, "conj", "cc") is not None or noun.lower_ in lexicon.words("ends", "collective")
    return noun.tag_ == "NN" and not several and head_kinds().get(noun.lemma_.lower()) not in _OF_SEVERAL


def _is_singular(noun: Token) -> bool:
    words = lexicon.table("ends")["singular_plurals"]
    return noun.lower_ in words or noun.text[0].isupper() or child(noun, "nummod") is not None


def _is_of_the_clause(clause: Clause) -> bool:
    """A participle that speaks of all that was said before, not of its subject: "was delayed, leading to a queue"."""
    verb = clause.verb
    if _is_yardstick(clause):
        return True
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < verb.head.i or "nsubj" in verb.deps:
        return False
    of_passive = child(verb.head, "auxpass", "nsubjpass") is not None and verb.lemma_ in lexicon.words(
        "ends", "outcomes"
    )
    return of_passive or (verb.lemma_ in lexicon.words("ends", "descriptive") and child(verb, "mark") is None)


def _is_yardstick(clause: Clause) -> bool:
    """ "as measured by sales", "as planned": said of what the clause says, not of the noun before it."""
    verb = clause.verb
    if not clause.passive or child(verb, "nsubj", "nsubjpass", "auxpass") is not None:
        return False
    return any(t.lower_ == "as" and t.i < verb.i for t in children(verb, "mark", "advmod", "prep"))


def _misled(clause: Clause, subject: Token, referents: Referents) -> bool:
    """ "who" of a thing, "which" of a person: the relative clause belongs to another noun."""
    pronoun = child(clause.verb, "nsubj", "nsubjpass")
    if pronoun is None or pronoun.tag_ not in {"WP", "WDT"} or pronoun.lower_ == "that":
        return False
    reference = referents.named(subject)
    kind = referents.entity(reference.entity).kind if reference is not None else referents.kind(subject)
    return kind in _THINGS if pronoun.lower_ == "who" else kind == "Person"


def telling(facts: Iterable[Fact], clause: Clause) -> Iterator[Fact]:
    """The facts that say enough to stand alone."""
    return (fact for fact in facts if not (_is_bare(fact, clause) or _lacks_name(fact, clause) or _is_cut(fact)))


def _is_bare(fact: Fact, clause: Clause) -> bool:
    """A verb that says nothing without what follows it, and nothing that follows it could be read."""
    if fact.object is not None or clause.passive or not fact.relation.startswith("rel:"):
        return False
    if clause.complement is not None:
        return fact.relation in _EMPTY
    return (
        (fact.relation in incomplete() and not fact.qualifiers)
        or any(_is_unread(p) for p in children(clause.verb, "prep"))
        or child(clause.verb, "oprd") is not None
    )


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
