"""Signs that the parser gave a clause to the wrong noun, or that a phrase is cut: better no claim than a wrong one."""

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.participles import is_comment, is_gerund_of
from kg.extract.referents import Referents
from kg.extract.syntax import child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_SINGULAR = frozenset({"was", "is", "has", "does", "'s", "’s"})
_RELATIVE = frozenset({"WP", "WDT"})
_PLURAL = frozenset({"are", "were", "have", "'re", "’re"})
_OF_SEVERAL = frozenset({"Organization", "Group", "Country", "Place"})
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "CARDINAL"})
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
