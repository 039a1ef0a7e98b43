"""How certain a clause's own words leave it: modals, adverbs, conditions, commands, questions, announced plans."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.effects import by_word
from kg.extract.illocution import Illocution, is_inverted
from kg.extract.modals import Modals, has_condition
from kg.extract.plans import Plans
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import is_finite, is_infinitive, tense
from kg.extract.words import Token
from kg.model import Certainty

_PRESENT = frozenset({"VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ALL = frozenset({"all", "every", "everyone", "everybody", "everything", "both", "each"})
_MORE = frozenset({"RBR", "JJR"})
_WHENEVER = frozenset({"when", "whenever"})
_CONDITIONAL = frozenset({"had", "should", "were"})


class Mood:
    """Reads what the words of one clause do to its certainty, each for itself."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")
        self._illocution = Illocution()
        self._modals = Modals()
        self._plans = Plans()
        self._adverbs = by_word(words["adverbs"])
        self._markers = by_word(words["markers"])
        self._ahead = frozenset(words["presupposed"]["ahead"])
        self._ability = frozenset(words["ability"]["adverbs"])
        self._telling = frozenset(words["degree"]["telling"])

    def of(self, verb: Token) -> Iterator[Certainty]:
        """What each of the clause's own words leaves of it."""
        if self._illocution.requests(verb) or self._illocution.commands(verb):
            yield Certainty.EXPECTED
        else:
            yield from self._told(verb)

    def _told(self, verb: Token) -> Iterator[Certainty]:
        yield from self._modals.of(verb)
        yield from (Certainty(self._adverbs[t.lower_]) for t in _adverbs(verb) if t.lower_ in self._adverbs)
        yield from self._by_marker(verb)
        if any(_is_partial(t) for t in children(verb, *_SUBJECTS)):
            yield Certainty.POSSIBLE
        if self._illocution.asks(verb) or self._is_ability(verb) or self._asks_degree(verb):
            yield Certainty.POSSIBLE
        if tense(verb) in _PRESENT and (_shares_condition(verb) or _is_general(verb) or _is_proportional(verb)):
            yield Certainty.HYPOTHETICAL
        if self._plans.announce(verb) or _is_bare_infinitive(verb) or _is_subjunctive(verb):
            yield Certainty.EXPECTED

    def _is_ability(self, verb: Token) -> bool:
        """ "is easily mended": can be."""
        passive = verb.tag_ == "VBN" and tense(verb) in _PRESENT and child(verb, "auxpass") is not None
        return passive and any(t.lower_ in self._ability for t in children(verb, "advmod"))

    def _asks_degree(self, verb: Token) -> bool:
        """ "shed light on how fast it grew": how far is open, unless the verb above tells of it."""
        if verb.dep_ not in {"ccomp", "pcomp", "conj"}:
            return False
        asked = any(t.lower_ == "how" for word in children(verb, "acomp", "advmod") for t in children(word, "advmod"))
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        return asked and above.lemma_ not in self._telling

    def _by_marker(self, verb: Token) -> Iterator[Certainty]:
        """ "if", "whether", "as if"; what is asked ("asked if") is as open as with "whether"."""
        marks = _marks(verb)
        if not marks:
            if verb.dep_ == "advcl" and is_inverted(verb) and verb.subtree[0].lower_ in _CONDITIONAL:
                yield Certainty.HYPOTHETICAL
            return
        found = self._markers.get(" ".join(marks)) or next((m for t in marks if (m := self._markers.get(t))), None)
        if tense(verb) in _PRESENT and self._ahead.intersection(marks):
            yield Certainty.EXPECTED
        if found is not None:
            yield Certainty.POSSIBLE if "if" in marks and verb.dep_ == "ccomp" else Certainty(found)


def _shares_condition(verb: Token) -> bool:
    """ "If it rains, the match is off and the money is lost"."""
    if has_condition(verb, before=True):
        return True
    first = verb.head
    return verb.dep_ == "conj" and first.pos_ in VERBS and tense(first) in _PRESENT and _shares_condition(first)


def _is_general(verb: Token) -> bool:
    """ "A fine is paid when a car is parked here": a rule, and no event."""
    if verb.tag_ != "VBN" or child(verb, "auxpass") is None:
        return False
    return any(
        clause.i > verb.i
        and tense(clause) in _PRESENT
        and any(t.lower_ in _WHENEVER for t in children(clause, "mark", "advmod"))
        for clause in children(verb, "advcl")
    )


def _is_partial(subject: Token) -> bool:
    """ "not all senators", "not everyone", "not every firm": some perhaps."""
    all_of = any(t.lower_ in _ALL for t in (subject, *children(subject, "det", "predet")))
    return all_of and subject.subtree[0].lower_ == "not"


def _adverbs(verb: Token) -> Iterator[Token]:
    """Adverbs beside the verb, and those of the member before it, unless the verb has a subject of its own."""
    yield from children(verb, "advmod", "npadvmod")
    shares = verb.dep_ == "conj" and verb.head.pos_ in VERBS and verb.tag_ != "VBD"
    if shares and child(verb, *_SUBJECTS) is None:
        yield from _adverbs(verb.head)


def _marks(verb: Token) -> list[str]:
    """The conjunctions of the clause; "if he comes and she stays": also those of the member before it."""
    own = [t.lower_ for t in children(verb, "mark")]
    shares = not own and verb.dep_ == "conj" and verb.head.pos_ in VERBS
    return [t.lower_ for t in children(verb.head, "mark")] if shares else own


def _is_bare_infinitive(verb: Token) -> bool:
    """An infinitive that nothing governs ("Minister to visit France"), or that the parser joins to a finite verb."""
    if verb.dep_ != "conj":
        return verb.dep_ == "ROOT" and is_infinitive(verb)
    shares = verb.tag_ == "VB" and not children(verb, "aux", *_SUBJECTS) and _is_bare_infinitive(verb.head)
    return shares or (is_infinitive(verb) and is_finite(verb.head))


def _is_subjunctive(verb: Token) -> bool:
    """ "demands that he leave", "that he be arrested"."""
    subject = child(verb, *_SUBJECTS) if verb.dep_ in {"ccomp", "acl", "conj"} else None
    if subject is None:
        return False
    words = children(verb, "aux", "auxpass")
    if words:
        return words[0].lower_ == "be"
    singular = subject.tag_ in {"NN", "NNP"} or subject.lower_ in {"he", "she", "it"}
    return singular and subject.i < verb.i and verb.tag_ in {"VB", "VBP"} and child(verb, "mark") is not None


def _is_proportional(verb: Token) -> bool:
    """ "The sooner he leaves, the better": if he does."""
    degrees = (t for t in children(verb, "advmod") if t.tag_ in _MORE and t.i < verb.i)
    return any(w.lower_ == "the" and w.i == t.i - 1 for t in degrees for w in t.children)
