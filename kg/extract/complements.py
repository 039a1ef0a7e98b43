"""Complements of verbs and adjectives: "failed to", "wants him to", "unable to", "likely that"."""

from kg import lexicon
from kg.extract.antecedents import is_person
from kg.extract.effects import Effect, by_word, named
from kg.extract.negation import Negation
from kg.extract.syntax import VERBS, child, children
from kg.extract.taking_time import takes_time
from kg.extract.tense import is_finite, is_infinitive, is_past, tense
from kg.extract.words import Token
from kg.model import Certainty

_LESS = frozenset({"less", "least"})
_WITH_BARE_INFINITIVE = frozenset({"help", "let", "make"})


class Complements:
    """Knows what verbs and adjectives leave of the clauses that they govern."""

    def __init__(self, negation: Negation) -> None:
        words = lexicon.table("certainty")
        self._negation = negation
        self._verbs = by_word(words["verbs"])
        self._done = frozenset(words["past"]["Certain"])
        self._finite = by_word(words["finite"])
        self._that = by_word(words["that"])
        self._adjectives = by_word(words["adjectives"])
        self._graded = frozenset(words["adjectives"]["graded"])
        self._changes: dict[str, list[str]] = words["outcomes"]["changes"]
        self._implicative = frozenset(words["nouns"]["implicative"])
        self._causative = frozenset(lexicon.table("grammar")["causative"])
        self._hesitating = frozenset(words["hesitating"]["verbs"])

    def effect(self, verb: Token, preposition: str) -> str | None:
        """The entry of a verb in the word list, with the preposition or by itself."""
        lemma = verb.lemma_.lower()
        return self._verbs.get(f"{lemma} {preposition}") or self._verbs.get(lemma)

    def of(self, below: Token) -> Effect | None:
        """The effect on a clause of the verb or adjective whose complement it is."""
        head = below.head
        if is_finite(below) and not _is_bare(below) and not self._is_caused(below):
            return self._that_clause(head)
        if head.pos_ not in VERBS:
            return self.of_adjective(below, head)
        if head.lemma_ == "be" and below.tag_ == "VB" and not is_infinitive(below):
            return _of_cleft(head)
        adjective = _adjective_before(below, head) if below.dep_ == "xcomp" else None
        if adjective is not None and is_infinitive(below) and adjective.i < below.i:
            return self.of_adjective(below, adjective)
        if head.lemma_ == "help" and below.tag_ == "VBG" and self._negation.of(head):
            return Effect(None)  # "could not help laughing"
        negative, certainty = self._by_verb(below, head)
        return Effect(head, negative, certainty, polarity=True, modality=True)

    def _is_caused(self, below: Token) -> bool:
        """ "wants to see him punished": a participle, though the parser may take it for a past tense."""
        head = below.head
        caused = below.tag_ == "VBD" and head.lemma_ in self._causative and is_infinitive(head)
        return caused and child(below, "mark", "aux", "auxpass") is None

    def _by_verb(self, below: Token, head: Token) -> tuple[bool, Certainty]:
        infinitive = is_infinitive(below)
        lemma = head.lemma_.lower()
        if lemma == "have" and any(t.lower_ == "yet" for t in (*head.children, *below.children)):
            return True, Certainty.CERTAIN
        if lemma in self._hesitating and self._negation.of(head):
            return True, Certainty.CERTAIN
        if lemma in self._done and infinitive:
            done = head.tag_ in {"VBD", "VBN"} and not _is_quality(below)
            return False, Certainty.CERTAIN if done else Certainty.EXPECTED
        if infinitive and lemma == "make" and _is_made(head):
            return False, Certainty.EXPECTED
        if lemma == "go" and child(head, "prt") is not None:
            return False, Certainty.CERTAIN
        if infinitive and is_excessive(head):
            return True, Certainty.CERTAIN
        if self.takes_trouble(head) or (infinitive and (self.comes_to(head, below) or _took_time(head))):
            return False, Certainty.CERTAIN
        known = (
            self._verbs.get(f"{lemma} {_particle(head)}") or self._verbs.get(lemma) or self._adjectives.get(head.lower_)
        )
        if known == "Past":
            return _gladly(below, head)
        if known is not None:
            return named(known)
        return False, Certainty.EXPECTED if infinitive else Certainty.CERTAIN

    def comes_to(self, verb: Token, below: Token) -> bool:
        """ "grew to include": what the change came to."""
        return below.lemma_ in self._changes.get(verb.lemma_, ())

    def takes_trouble(self, verb: Token) -> bool:
        """ "took the time to explain" tells that it was done, wherever the parser hangs the infinitive."""
        thing = child(verb, "dobj") if verb.lemma_ == "take" else None
        return thing is not None and thing.lemma_ in self._implicative

    def _that_clause(self, head: Token) -> Effect | None:
        """ "It is likely that …", "make sure that …"; what a speaker says is his cue's matter."""
        verb, adjective = (head.head, head) if head.pos_ == "ADJ" else (head, _predicate(head))
        made = f"{verb.lemma_} {adjective.lower_}" if adjective is not None else verb.lemma_
        known = self._finite.get(made) or (self._that.get(adjective.lower_) if adjective is not None else None)
        if known is None:
            return None
        if self._negation.of(verb):
            return Effect(None, negative=True) if known == "True" else Effect(None, certainty=Certainty.POSSIBLE)
        return Effect(None, *named("Certain" if known == "True" else known))

    def of_adjective(self, below: Token, adjective: Token) -> Effect:
        """ "unable to", "likely to", "too weak to", "glad to"."""
        degree = {t.lower_ for t in children(adjective, "advmod")}
        if "too" in degree:
            return Effect(adjective, negative=True)
        known = self._adjectives.get(adjective.lower_) or self._adjectives.get(adjective.lemma_)
        if known == "Probable" and degree & _LESS:
            known = "Possible"
        if known == "Past":
            return Effect(adjective, *_gladly(below, adjective.head))
        negative, certainty = named(known) if known else (False, Certainty.EXPECTED)
        graded = adjective.lower_ in self._graded and adjective.head.pos_ in VERBS
        return Effect(adjective.head if graded else adjective, negative, certainty, modality=graded)

    def gerund(self, adjective: Token) -> Effect:
        """ "tired of waiting", "interested in leaving"."""
        known = self._adjectives.get(adjective.lower_, "Hypothetical")
        negative, certainty = (False, Certainty.CERTAIN) if known == "Past" else named(known)
        return Effect(adjective, negative, certainty)


def _predicate(verb: Token) -> Token | None:
    """ "possible" of "it's possible he left", though the parser may take it for an adverb."""
    found = child(verb, "acomp", "attr", "oprd")
    beside = child(verb, "advmod") if found is None and verb.lemma_ == "be" else None
    return beside if beside is not None and beside.tag_ == "JJ" else found


def is_excessive(verb: Token) -> bool:
    """ "Drove too fast to stop": did not stop; but what "took too long to come" came."""
    return verb.lemma_ != "take" and any(
        t.lower_ == "too" for adverb in children(verb, "advmod") for t in children(adverb, "advmod")
    )


def _is_quality(below: Token) -> bool:
    """ "had to be credible": what was asked of it, and no deed."""
    quality = child(below, "acomp")
    needed = below.lemma_ == "be" and below.head.lemma_ == "have"
    return needed and quality is not None and quality.tag_ == "JJ"


def _of_cleft(verb: Token) -> Effect:
    """ "What he wants to do is leave"; but "what he did was leave" tells that he left."""
    subjects = [*children(verb, "csubj"), *(t for noun in children(verb, "nsubj") for t in children(noun, "relcl"))]
    done = any(t.tag_ == "VBD" and child(t, "xcomp", "aux") is None for t in subjects)
    return Effect(verb, certainty=Certainty.CERTAIN if done else Certainty.EXPECTED, modality=True)


def _adjective_before(below: Token, head: Token) -> Token | None:
    """ "is able to", "began the work necessary to"."""
    if head.lemma_ == "be":
        return child(head, "acomp")
    adjective = child(head, "oprd") if child(head, "dobj") is not None else None
    return adjective if adjective is not None and adjective.pos_ == "ADJ" and adjective.i + 2 == below.i else None


def _is_bare(below: Token) -> bool:
    """ "help a visitor see": a bare infinitive, though the parser may take it for a present tense."""
    bare = below.tag_ == "VBP" and child(below, "mark", "aux", "auxpass") is None
    lemma = below.head.lemma_
    return bare and (lemma in _WITH_BARE_INFINITIVE or (lemma == "see" and tense(below.head) in {"MD", "TO"}))


def _is_made(verb: Token) -> bool:
    """ "a pledge she made to leave"; but "the man she made leave" left."""
    alone = verb.dep_ == "relcl" and child(verb, "dobj", "nsubjpass") is None
    return alone and verb.head.pos_ == "NOUN" and not is_person(verb.head)


def _took_time(verb: Token) -> bool:
    """ "it took ten years to build"; "it takes ten years to build one" tells of none that is built."""
    return takes_time(verb) and is_past(verb)


def _gladly(below: Token, verb: Token) -> tuple[bool, Certainty]:
    past = verb.tag_ in {"VBD", "VBN"} or any(t.lemma_ == "have" for t in children(below, "aux"))
    return False, Certainty.CERTAIN if past else Certainty.EXPECTED


def _particle(verb: Token) -> str:
    word = child(verb, "prt", "advmod")
    return word.lower_ if word is not None else ""
