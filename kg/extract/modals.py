"""How certain "will", "would", "can" and the like leave a clause."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.negation import exceeds
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import auxiliaries
from kg.extract.words import Token
from kg.model import Certainty


class Modals:
    """Reads the modal verbs of one clause."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")
        self._modals: dict[str, str] = words["modals"]
        self._perfect: dict[str, str] = words["perfect"]
        self._wishes = frozenset(words["wishes"]["verbs"])
        self._withheld = frozenset(words["withheld"]["verbs"])

    def of(self, verb: Token) -> Iterator[Certainty]:
        """What each of the modals of a verb, its own or shared, leaves of it."""
        if _may_be_would(verb):
            yield Certainty.POSSIBLE
        words = auxiliaries(verb) or _gapped(verb)
        if not words or self._refuses(verb) or exceeds(verb):
            return
        perfect = any(t.lemma_ == "have" for t in words)
        for modal in (t.lower_ for t in words if t.lower_ in self._modals):
            certainty = Certainty(self._perfect.get(modal, self._modals[modal]) if perfect else self._modals[modal])
            wish = certainty is Certainty.HYPOTHETICAL and verb.lemma_ in self._wishes and not perfect
            yield Certainty.EXPECTED if wish else certainty
            if has_condition(verb):
                yield Certainty.HYPOTHETICAL

    def _refuses(self, verb: Token) -> bool:
        """ "Would not say": did not want to, and did not; "said that he would not comment" is of what is to come."""
        if verb.lemma_ not in self._withheld or verb.dep_ == "ccomp" or has_condition(verb):
            return False
        nobody = (t for subject in children(verb, "nsubj") for t in children(subject, "det"))
        denies = child(verb, "neg") is not None or any(t.lower_ in {"no", "neither"} for t in nobody)
        return denies and [t.lower_ for t in auxiliaries(verb)] == ["would"]


def _may_be_would(verb: Token) -> bool:
    """ "he'd put it away": had, or would, where the form of the verb does not tell."""
    return verb.lower_ == verb.lemma_ and any(t.lower_ in {"'d", "’d"} for t in children(verb, "advmod"))


def _gapped(verb: Token) -> list[Token]:
    """ "should be hanged and the house burned": a further passive, whose auxiliaries are left out."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBS and _may_be_passive(first):
        first = first.head
    found = children(first, "aux") if first != verb and child(first, "auxpass") is not None else []
    return found if any(t.tag_ == "MD" for t in found) else []


def _may_be_passive(verb: Token) -> bool:
    return verb.tag_ in {"VBN", "VBD"} and child(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp") is None


def has_condition(verb: Token, *, before: bool = False) -> bool:
    """ "will go if …": the consequent of a condition, perhaps only of one before it; not of "even if"."""
    for clause in children(verb, "advcl"):
        if before and clause.i > verb.i:
            continue
        marks = children(clause, "mark")
        even = any(t.lower_ == "even" for m in (clause, *marks) for t in children(m, "advmod"))
        if any(t.lower_ in {"if", "unless"} for t in marks) and not even:
            return True
    return False
