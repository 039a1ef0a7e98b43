"""From a clause to the words that govern it, one step at a time, with what each leaves of the clause."""

from kg import lexicon
from kg.extract.alternatives import is_added_as_less, is_rather_than, is_set_aside
from kg.extract.complements import Complements
from kg.extract.effects import Effect
from kg.extract.gerunds import Gerunds
from kg.extract.negation import Negation
from kg.extract.nominals import Nominals
from kg.extract.purposes import Purposes
from kg.extract.syntax import NOUNS, VERBS, child, children, is_absolute, is_run_on
from kg.extract.tense import (
    finite_above,
    has_that,
    infinitive_before,
    is_finite,
    is_foretold,
    is_infinitive,
    is_past,
    tense,
)
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token
from kg.model import Certainty

_MEANWHILE = frozenset({"as", "while"})
_STATES = frozenset({"be", "have", "know", "lack", "need", "own", "want"})
_WHENEVER = frozenset({"when", "whenever"})


class Embedding:
    """Finds the effect of the word above a clause: complements, nouns, adverbial clauses, prepositions."""

    def __init__(self, negation: Negation) -> None:
        words = lexicon.table("certainty")
        self._negation = negation
        self._complements = Complements(negation)
        self._nominals = Nominals(negation)
        self._purposes = Purposes(self._complements)
        self._gerunds = Gerunds(negation, self._complements, self._nominals)
        self._always = frozenset(words["presupposed"]["always"])
        self._temporal = frozenset(words["presupposed"]["temporal"])
        self._ahead = frozenset(words["presupposed"]["ahead"])
        self._choosing = frozenset(words["choosing"]["verbs"])
        self._foreseen = frozenset(words["foreseen"]["verbs"])

    def step(self, below: Token) -> Effect | None:
        """The effect of what `below` hangs on; nothing where it is presupposed, or hangs on nothing."""
        head = below.head
        if head == below or is_run_on(below):
            return None
        if is_added_as_less(below):
            return Effect(None, negative=True)
        return _result(below, head) if is_absolute(below) else self._governed(below, head)

    def _governed(self, below: Token, head: Token) -> Effect | None:
        match below.dep_:
            case "conj":
                return self._joined(below, head)
            case "acl" | "relcl":
                return self._nominals.of(below, head)
            case "xcomp" | "ccomp":
                of_noun = head.pos_ in NOUNS and (has_that(below) or is_infinitive(below))
                return self._nominals.of(below, head) if of_noun else self._complements.of(below)
            case "advcl":
                return self._adverbial(below, head)
            case "pcomp":
                return self._gerunds.of(below, head)
            case "csubj" | "csubjpass":
                return _as_subject(below, head)
        if below.dep_ in {"acomp", "oprd"} and below.pos_ not in NOUNS and head.pos_ in VERBS:
            return Effect(head, polarity=True, modality=True)
        return Effect(head) if below.dep_ == "dep" else None

    def _joined(self, below: Token, head: Token) -> Effect | None:
        """A further member; "isn't about fame or finding gold": the gerund goes with the phrase before it."""
        if is_set_aside(below):
            return Effect(None, negative=True)
        if below.tag_ == "VBG" and head.dep_ == "prep":
            return self._gerunds.of(below, head)
        infinitive = infinitive_before(below, head)
        if infinitive is not None:
            return Effect(infinitive)
        return Effect(finite_above(head) if is_finite(below) else head)

    def is_background(self, below: Token) -> bool:
        """Who, when, after what: a clause that holds whatever is thought of the one above it."""
        if below.dep_ == "appos" or (is_absolute(below) and self.step(below) is None):
            return True
        if below.dep_ == "acl" and has_that(below):
            return False
        return below.dep_ in {"relcl", "acl", "advcl", "pcomp"} and self.step(below) is None

    def _adverbial(self, below: Token, head: Token) -> Effect | None:
        """Clauses of reason and the like are presupposed, temporal ones if past; others are as real as the main one."""
        marks = {t.lower_ for t in (head, *children(below, "mark", "advmod")) if t.i < below.i and t.pos_ not in VERBS}
        if is_infinitive(below):
            adjective = head if head.pos_ == "ADJ" else child(head, "acomp", "oprd")
            return (
                self._purposes.of(below, head)
                if adjective is None
                else self._complements.of_adjective(below, adjective)
            )
        if "than" in marks:
            if is_finite(below) or below.lemma_ in self._foreseen:
                return None
            rather = any(map(is_rather_than, children(below, "mark")))
            return Effect(None, negative=rather, certainty=Certainty.CERTAIN if rather else Certainty.HYPOTHETICAL)
        if marks & self._temporal:
            return self._temporal_clause(below, head, ahead=bool(marks & self._ahead))
        beside = "while" in marks and _goes_along(below, head)
        if beside or (marks & _MEANWHILE and not _is_reason(below, marks) and _is_unreal(head)):
            return Effect(head if head.pos_ in VERBS else None, modality=True)
        if "long" in marks and tense(below) in {"VBZ", "VBP"}:
            return Effect(None, certainty=Certainty.HYPOTHETICAL)
        participle = below.tag_ == "VBN" and not marks and child(below, "cc") is None
        background = marks & self._always or marks & {"if", "unless"}
        free = participle and not (below.i > head.i and tense(head) == "MD")
        if background or free or _is_perfect(below):
            return None
        chosen = below.tag_ == "VBG" and head.lemma_ in self._choosing and below.i > head.i
        return Effect(head, certainty=Certainty.EXPECTED if chosen else Certainty.CERTAIN, modality=True)

    def _temporal_clause(self, below: Token, head: Token, *, ahead: bool) -> Effect | None:
        """ "left when she came": she came; "will leave when she comes": she is expected to; "until she comes", too."""
        if tense(below) == "VBN" and below.tag_ == "VBN":
            return Effect(head if head.pos_ in VERBS else None, modality=True)
        if ahead and tense(below) == "VBD" and is_foretold(head):
            return Effect(None, certainty=Certainty.EXPECTED)
        bare = tense(below) == "VB" and child(below, "nsubj") is not None  # "when they get loose", whatever the tag
        if not bare and tense(below) not in {"VBZ", "VBP", "VBG"}:
            return None
        certainty = Certainty.CERTAIN
        if tense(below) != "VBG":
            certainty = Certainty.EXPECTED if ahead else _if_general(below, head)
        return Effect(head if head.pos_ in VERBS else None, certainty=certainty, modality=True)


def _is_reason(below: Token, marks: set[str]) -> bool:
    """ "As he has the pen", "as she left": not "as the rules get woven in", which goes along with what is told."""
    present = tense(below) in {"VBZ", "VBP"} and not is_past(below)
    return not present or ("as" in marks and below.lemma_ in _STATES)


def _goes_along(below: Token, head: Token) -> bool:
    """ "can win while keeping the peace": as open as what it goes along with; not of what may have been."""
    gerund = below.tag_ == "VBG" and child(below, "aux", "nsubj") is None and below.i > head.i
    return gerund and _is_unreal(head) and all(t.lemma_ != "have" for t in children(head, "aux"))


def _is_unreal(verb: Token) -> bool:
    """Whether a clause tells of what will or may be, or only of what it is to do something."""
    return tense(verb) in {"MD", "TO"} or (verb.tag_ == "VB" and not is_finite(verb))


def _is_perfect(verb: Token) -> bool:
    """ "Having visited Oslo, …": done, whatever follows from it."""
    return verb.tag_ == "VBN" and any(t.lower_ == "having" for t in children(verb, "aux"))


def _if_general(below: Token, head: Token) -> Certainty:
    """ "when a player is paid, he …": in the present tense it tells what holds whenever that is so; of no day."""
    when = any(t.lower_ in _WHENEVER for t in children(below, "mark", "advmod"))
    asserted = child(head, "ccomp") if tense(head) == "VBD" and below.i < head.i else None
    told = asserted if asserted is not None and asserted.i > head.i else head  # "when she hires, she said, she asks"
    step = (
        tense(head) == "VBD" and below.i < head.i and head.lemma_ not in cue_verbs()
    )  # "when it is added, it came to"
    general = when and (tense(told) in {"VBZ", "VBP", "VB"} or (step and asserted is None))
    return Certainty.HYPOTHETICAL if general else Certainty.CERTAIN


def _result(below: Token, preposition: Token) -> Effect | None:
    """ "would close, with forty jobs lost": what comes of it is as real; but "with Lee saying that …" stands apart."""
    speechless = below.tag_ == "VBN" or (below.tag_ == "VBG" and child(below, "ccomp") is None)
    comes_of_it = speechless and preposition.head.pos_ in VERBS and preposition.i > preposition.head.i
    return Effect(preposition.head, modality=True) if comes_of_it else None


def _as_subject(below: Token, head: Token) -> Effect | None:
    """ "Attacking him was wrong", "what he says is wrong" tell of it; "attacking him is wrong" does not."""
    if is_finite(below) and not has_that(below):
        return None
    happened = below.tag_ == "VBG" and is_past(head)
    return Effect(head, certainty=Certainty.CERTAIN if happened else Certainty.HYPOTHETICAL, modality=True)
