"""Whether a phrase by preposition takes part in what the verb says, or belongs to a noun or to the whole sentence."""

from functools import cache

from kg import lexicon
from kg.extract.clauses import Clause
from kg.extract.syntax import child, children, members
from kg.extract.tense import is_infinitive
from kg.extract.words import Token

_OF_NOUNS = frozenset({"from", "of", "among"})
_APART = frozenset({",", "-", "–", "—", "--"})
_JOINT = frozenset({"between", "among", "amongst"})


def takes_part(clause: Clause, preposition: str, phrase: Token) -> bool:
    """Whether the phrase may be an end of a relation that the verb names."""
    first = phrase.head.head if phrase.head.dep_ == "prep" and phrase.head.head.dep_ == "prep" else phrase.head
    if _is_apart(preposition, first, clause.verb) or (_is_no_part(preposition) and first.i != clause.verb.i + 1):
        return False
    if clause.passive:
        if clause.subject is None and clause.lemma in lexicon.words("grammar", "addressed"):
            return False
        return not is_adjectival(clause) and not _is_of_agent(clause, preposition, first)
    direct = child(clause.verb, "dobj")
    if direct is None or clause.object is None or not clause.verb.i < direct.i < first.i:
        return True
    if clause.lemma in lexicon.words("grammar", "moves_object"):
        return False
    listed = lexicon.table("grammar")["beside_object"].get(preposition)
    return listed is None or clause.lemma in listed or direct.pos_ != "NOUN"


def is_adjectival(clause: Clause) -> bool:
    """ "is used to noise", "was set to land": no deed of anybody."""
    if not clause.passive or clause.lemma not in lexicon.words("grammar", "adjectival"):
        return False
    return clause.complement is not None or clause.place("to") is not None


def _is_of_agent(clause: Clause, preposition: str, first: Token) -> bool:
    """ "was attended by officials from Oslo": where they are from."""
    return preposition in _OF_NOUNS and clause.subject is not None and clause.verb.i < clause.subject.i < first.i


def _is_no_part(preposition: str) -> bool:
    """ "unlike her", "unlike in Oslo"."""
    words = lexicon.words("grammar", "no_part")
    return preposition in words or preposition.partition("_")[0] in words


def _is_apart(preposition: str, first: Token, verb: Token) -> bool:
    """ "…, with two men missing": told of the sentence; "As a senator, she stood out as …": of who does it."""
    if preposition == "as" and first.i < verb.i:
        added = "well" in [t.lower_ for t in first.doc.tokens[max(0, first.i - 1) : first.i]]  # "as well as the film"
        return added or any(t.lower_ == "as" and t.i > verb.i for t in children(verb, "prep"))
    if preposition == "with":
        return first.nbor(-1).text in _APART if first.i > verb.i else _opens(first, verb)
    return preposition == "by" and _opens(first, verb)


def _opens(first: Token, verb: Token) -> bool:
    """ "With three days left, the crews began …", "By Ann Lee, updated …": before the subject, and of no passive."""
    own = child(verb, "nsubj")
    if own is None or not first.i < own.i < verb.i:
        return False
    return first.lower_ != "with" or not any(_acts_along(t) for t in children(first, "pobj"))


def _acts_along(phrase: Token) -> bool:
    """ "With Lee, Berg founded …", "with a win over Apex, Acme reached …"."""
    return phrase.ent_type_ == "PERSON" or phrase.lemma_ in _results()


@cache
def _results() -> frozenset[str]:
    return frozenset(noun for result in lexicon.table("contests")["result"] for noun in result["nouns"])


def is_joint(preposition: str, phrase: Token, verb: Token) -> bool:
    """ "broke out between fans and players": with the one goes the other; but who "is among" several is so for each."""
    word = preposition.rpartition("_")[2]
    return word in _JOINT and len(members(phrase)) > 1 and (word == "between" or verb.lemma_ != "be")


def is_half(preposition: str, phrase: Token) -> bool:
    """ "between the town", where the parser did not see what it is joined to."""
    alone = phrase.dep_ != "conj" and len(members(phrase)) == 1
    return preposition.rpartition("_")[2] == "between" and alone and phrase.tag_ in {"NN", "NNP"}


def is_purpose(preposition: str, phrase: Token) -> bool:
    """ "in an attempt to escape": what somebody wants with what he does, and nothing that it is done to."""
    listed = lexicon.table("grammar")["purposes"].get(phrase.lemma_, ())
    return (
        preposition in listed
        and "poss" not in phrase.deps
        and any(is_infinitive(t) for t in children(phrase, "acl", "relcl"))
    )


def is_state(clause: Clause) -> bool:
    """ "is frustrated", "was prepared": how somebody is, and no deed of anybody."""
    verb = clause.verb
    if (
        "auxpass" not in verb.deps
        or clause.subject is not None
        or verb.lemma_ not in lexicon.words("grammar", "states")
    ):
        return False
    return all(t.lower_ not in {"being", "been"} for t in children(verb, "auxpass"))


def describes(clause: Clause) -> bool:
    """ "the staff concerned", "an object related to it": after a noun some participles are only adjectives."""
    after = clause.verb.dep_ == "acl" and clause.passive and clause.subject is None
    return after and clause.verb.lemma_ in lexicon.words("grammar", "describing")


def is_set_phrase(preposition: str, phrase: Token) -> bool:
    """ "of course", "in other words", "in the wake of it": no participant."""
    if "poss" in phrase.deps:
        return False
    asides = lexicon.words("roles", "asides")
    words = " ".join(t.lower_ for t in (*children(phrase, "amod", "compound"), phrase))
    joined = lexicon.table("complements")["joined"].get(preposition, ())
    return f"{preposition} {phrase.lower_}" in asides or f"{preposition} {words}" in asides or phrase.lower_ in joined


def gives_way(clause: Clause, preposition: str, phrase: Token) -> bool:
    """ "In the 2010 poll, half lived in Oslo": what stands before the subject is but the setting of the rest."""
    first = clause.object if clause.passive else clause.subject
    if first is None or not phrase.i < first.i < clause.verb.i:
        return False
    return any(p == preposition and t.i > clause.verb.i for p, t in clause.places)
