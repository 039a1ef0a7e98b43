"""Whether a phrase by preposition takes part in what the verb says, or belongs to a noun or to the whole sentence."""

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.syntax import child
from kg.extract.tense import follows_comma
from kg.extract.words import Token


def takes_part(clause: Clause, preposition: str, phrase: Token) -> bool:
    """Whether the phrase may be an end of a relation that the verb names."""
    words = lexicon.table("grammar")
    first = phrase.head.head if phrase.head.dep_ == "prep" and phrase.head.head.dep_ == "prep" else phrase.head
    if _is_apart(preposition, first, clause.verb) or (preposition in words["no_part"] and first.i != clause.verb.i + 1):
        return False
    if clause.passive:
        return not is_adjectival(clause)
    direct = child(clause.verb, "dobj")
    if direct is None or clause.object is None or not clause.verb.i < direct.i < first.i:
        return True
    if clause.lemma in words["moves_object"]:
        return False
    listed = words["beside_object"].get(preposition)
    return listed is None or clause.lemma in listed or direct.pos_ != "NOUN"


def is_adjectival(clause: Clause) -> bool:
    """ "is used to noise", "was set to land": no deed of anybody."""
    governs = clause.complement is not None or clause.place("to") is not None
    return clause.passive and governs and clause.lemma in lexicon.table("grammar")["adjectival"]


def _is_apart(preposition: str, first: Token, verb: Token) -> bool:
    """ "…, with two men missing": told of the sentence."""
    return preposition == "with" and first.i > verb.i and follows_comma(first)
