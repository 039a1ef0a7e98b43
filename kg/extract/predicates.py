"""Verbs that say little by themselves: copulas, and "do" in the place of another verb."""

from kg.extract.clauses import Clause
from kg.extract.phrasal import adjective_name
from kg.extract.syntax import child, children
from kg.extract.words import Token

_AWAY = frozenset({"away", "back", "down", "off", "out", "over", "up"})
_INSIDE = frozenset({"aboard", "among", "at", "in", "inside"})
_JOINED_TO = frozenset({"against", "for", "from", "of", "on", "to", "with"})
COPULAS = frozenset({"be", "become", "remain", "seem"})


def is_pro_verb(clause: Clause) -> bool:
    """ "as Acme did in May": what was done is said elsewhere."""
    return clause.lemma == "do" and (clause.object is None or clause.object.pos_ in {"PRON", "DET", "ADV"})


def predicated(clause: Clause) -> Token | None:
    """The adjective that a verb says of its subject ("is open", "came clean"), or the adverb ("is down", "is over")."""
    adjective = child(clause.verb, "acomp") if clause.object is None else None
    if adjective is None and clause.lemma in COPULAS and clause.attribute is None:
        return _adverb(clause.verb)
    if adjective is None or (adjective.i + 1 < len(adjective.doc) and adjective.nbor().text == "-"):
        return None
    return adjective


def _adverb(copula: Token) -> Token | None:
    """What stands behind it, but for "is up to Lee", "is out of order", "is some way off"."""
    behind = (t for t in children(copula, "advmod", "prt") if t.lower_ in _AWAY and t.i > copula.i)
    return next((t for t in behind if not any(map(_turns, t.children))), None)


def _turns(below: Token) -> bool:
    far = below.dep_ == "npadvmod" and not below.ent_type_
    return far or (below.dep_ == "prep" and below.lower_ in _JOINED_TO)


def of_predicate(clause: Clause, place: tuple[str, Token]) -> str | None:
    """The name of a phrase by preposition; none where it is no phrase of the predicate.

    What stands beside a copula is said of the adjective before it, and of a noun there not at all: "was coy in the
    debate" is no being in a debate.
    """
    preposition, phrase = place
    adjective = child(clause.verb, "acomp")
    if clause.lemma not in COPULAS:
        return _of_state(clause, adjective, place)
    if preposition.startswith("compared_"):  # "is rich compared to Lee": so says who compares
        return None
    if adjective is None and clause.attribute is None:
        adverb = _adverb(clause.verb)
        if adverb is not None and preposition in _INSIDE and phrase.head.i == adverb.i + 1:  # "is back in Oslo"
            return f"{adverb.lower_}_{preposition}"
        return None if _is_said_before(clause, phrase) or _is_setting_of(clause, phrase) else preposition
    if adjective is None or phrase.i < adjective.i or _is_of_infinitive(adjective, phrase):
        return None
    name = adjective_name(adjective)
    return preposition if preposition.startswith(f"{name}_") else f"{name}_{preposition}"


def _of_state(clause: Clause, adjective: Token | None, place: tuple[str, Token]) -> str:
    """ "grew deadlier amid the heat": how it grew belongs to the name."""
    preposition, phrase = place
    if adjective is None or clause.object is not None or not clause.verb.i < adjective.i < phrase.i:
        return preposition
    name = adjective_name(adjective)
    known = preposition.startswith(f"{name}_") or clause.lemma.endswith(f" {adjective.lower_}")
    return preposition if known else f"{name}_{preposition}"


def _is_said_before(clause: Clause, phrase: Token) -> bool:
    """ "is out because of the storm", "is out of order because of the storm": another word is the predicate."""
    words = (t for t in children(clause.verb, "advmod", "prep", "prt") if clause.verb.i < t.i < phrase.head.i)
    cause = any(t.lower_ == "because" for t in (phrase.head, phrase.head.head))
    return any((t.lower_ in _AWAY or (cause and t.dep_ == "prep")) and not t.is_ancestor(phrase) for t in words)


def _is_setting_of(clause: Clause, phrase: Token) -> bool:
    """ "After the war, the bank was in ruins", "In Oslo, the view is that …": what stands before the subject."""
    subject = clause.subject
    if subject is None or not phrase.i < subject.i < clause.verb.i:
        return False
    return any(t.i > clause.verb.i for t in children(clause.verb, "prep", "ccomp", "advmod", "xcomp"))


def _is_of_infinitive(adjective: Token, phrase: Token) -> bool:
    """ "is hard to reach because of the snow": not the place is hard."""
    return child(adjective, "xcomp") is not None and not adjective.is_ancestor(phrase)
