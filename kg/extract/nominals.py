"""What nouns leave of the clauses that hang on them: "plan to", "fact that", "man who", "risk of"."""

from kg import lexicon
from kg.extract.effects import Effect, by_word, named
from kg.extract.negation import Negation, is_indefinite
from kg.extract.relatives import is_role
from kg.extract.syntax import SUBJECTS, VERBS, child, children
from kg.extract.tense import follows_comma, has_that, is_infinitive, is_past, tense, verb_over
from kg.extract.words import Token
from kg.model import Certainty

_ANY = frozenset({"any", "anything", "anyone", "anybody", "whoever", "whatever"})
_EVERY = frozenset({"all", "every", "each"})
_SUPPOSING = frozenset({"would", "could", "may", "might", "can", "’d", "'d"})
_SOME = frozenset({"something", "someone", "somebody"})
_PERCEIVED = frozenset({"see", "have", "get", "hear", "find", "keep", "want", "need", "like", "require"})


class Nominals:
    """Reads infinitives, gerunds, relative clauses and clauses with "that" below nouns."""

    def __init__(self, negation: Negation) -> None:
        words = lexicon.table("certainty")
        self._negation = negation
        self._wanting = frozenset(words["wanting"]["verbs"])
        self._nouns = by_word(words["nouns"])
        self._ordinal = frozenset(lexicon.table("grammar")["ordinal"])
        self._light = frozenset(words["nouns"]["light"])
        self._implicative = frozenset(words["nouns"]["implicative"])
        self._abstract = frozenset(words["nouns"]["abstract"])
        self._scarce = frozenset(words["nouns"]["scarce"])
        self._abandoned = frozenset(words["nouns"]["abandoned"])
        self._failing = frozenset(words["nouns"]["failing"])
        self._topical = frozenset(words["nouns"]["topical"])
        self._topics = frozenset(words["nouns"]["topics"])
        self._ways = frozenset(words["nouns"]["ways"])

    def of(self, below: Token, noun: Token) -> Effect | None:
        """The effect on a clause of the noun that it hangs on."""
        if below.dep_ != "relcl" and has_that(below):
            return self._that_clause(noun)
        return self._infinitive(noun) if is_infinitive(below) else self._relative(below, noun)

    def _infinitive(self, noun: Token) -> Effect:
        """ "a plan to leave", "had no chance to leave"; "the first woman to win" won."""
        ordinal = noun.lower_ in self._ordinal or any(t.lower_ in self._ordinal for t in noun.children)
        if ordinal and noun.lemma_.lower() not in self._abstract:
            return Effect(noun.head if noun.dep_ == "attr" else None, modality=True)
        takes = noun.dep_ == "dobj" and noun.head.lemma_ in self._light and child(noun.head, "dative") is None
        if noun.lemma_.lower() in self._implicative and takes:
            return Effect(noun.head, polarity=True, modality=True)
        known = self._nouns.get(noun.lemma_.lower(), "Expected")
        negative, certainty = named("Expected" if known == "Certain" else known)
        negative ^= self._negation.absent(noun) ^ (self._is_abandoned(noun) or self._has_failed(noun))
        light = noun.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"} and noun.head.lemma_ in self._light
        return Effect(
            noun.head if light else None,
            negative,
            certainty,
            polarity=light and not self._negation.absent(noun),
            modality=light,
        )

    def _is_abandoned(self, noun: Token) -> bool:
        return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in self._abandoned

    def _has_failed(self, noun: Token) -> bool:
        """ "an attempt to flee failed", "failed in an attempt to flee"."""
        verb = noun.head if noun.dep_ == "nsubj" else noun.head.head if noun.dep_ == "pobj" else noun
        return verb.lemma_ in self._failing and is_past(verb)

    def _that_clause(self, noun: Token) -> Effect | None:
        """ "no evidence that", "the fact that"; what somebody claims or fears is the cue's matter."""
        known = self._nouns.get(noun.lemma_.lower())
        if known is None:
            return None
        scarce = any(t.lower_ in self._scarce for t in children(noun, "amod"))
        denied = self._negation.of(noun.head) and known != "Certain"  # "the fact that he left changes nothing"
        if scarce or self._negation.absent(noun) or denied:
            return None if noun.lemma_ == "doubt" else Effect(None, certainty=Certainty.POSSIBLE)
        return Effect(None, *named(known))

    def _relative(self, below: Token, noun: Token) -> Effect | None:
        """A relative clause is presupposed, unless there may be nothing of which it is true."""
        if self._negation.absent(noun):
            return Effect(None, negative=True)
        if _is_explained(below, noun):
            return None
        if self._is_topic(below, noun):
            return self._about(noun.head)
        free = noun.lower_ in _ANY or any(t.lower_ in _ANY for t in children(noun, "det"))
        if _is_small_clause(below, noun):
            return self._small_clause(noun.head)
        indefinite = noun.lower_ in _SOME or is_indefinite(noun)
        unmade = _is_unmade(below, noun)
        told = is_past(below) and not unmade
        if _is_universal(below, noun):
            return Effect(None, certainty=Certainty.HYPOTHETICAL)
        if below.dep_ == "acl" and is_role(noun):
            return Effect(verb_over(noun), modality=True)
        if not free and (not indefinite or told or (follows_comma(below) and not unmade)):
            return None
        verb = verb_over(noun)
        if self._negation.of(verb):
            return Effect(
                verb, negative=free, certainty=Certainty.CERTAIN if free else Certainty.POSSIBLE, modality=True
            )
        wanted = verb.lemma_ in self._wanting and noun.dep_ in {"dobj", "pobj"}
        certainty = Certainty.HYPOTHETICAL if free else Certainty.EXPECTED if wanted else Certainty.CERTAIN
        return Effect(verb, certainty=certainty, modality=True)

    def _is_topic(self, below: Token, noun: Token) -> bool:
        """ "talk about a rival challenging him": what the talk is of, though the parser takes the noun for that."""
        gerund = below.tag_ == "VBG" and below.dep_ == "acl" and child(below, "aux") is None
        if not gerund or noun.dep_ != "pobj" or noun.head.lower_ not in self._topics - {"on", "over"}:
            return False
        return noun.pos_ == "PROPN" and not follows_comma(below)

    def _about(self, preposition: Token) -> Effect:
        """ "concerns about", "talk had been mounting about"."""
        governor = preposition.head
        if governor.pos_ in VERBS:
            return Effect(None, certainty=Certainty.HYPOTHETICAL)
        return self.gerund(governor, preposition.lower_)

    def is_one_way(self, verb: Token, preposition: Token) -> bool:
        """ "has three ways to win: by suing": what may be done."""
        things = [t for t in children(verb, "dobj", "attr") if t.i < preposition.i and t.lemma_ in self._ways]
        return any(is_infinitive(t) for thing in things for t in children(thing, "acl", "relcl"))

    def _small_clause(self, verb: Token) -> Effect:
        certainty = Certainty.EXPECTED if verb.lemma_ in self._wanting else Certainty.CERTAIN
        return Effect(verb, certainty=certainty, polarity=True, modality=True)

    def gerund(self, noun: Token, preposition: str) -> Effect:
        """ "the process of leaving", "the risk of losing"; "a record on hiring" tells of no hire."""
        lemma = noun.lemma_.lower()
        topic = lemma in self._topical and preposition in self._topics
        known = "Hypothetical" if topic else self._nouns.get(lemma, "Hypothetical")
        negative, certainty = named(known)
        return Effect(None, negative ^ self._negation.absent(noun), certainty)


def _is_explained(below: Token, noun: Token) -> bool:
    """ "reasons why he left", "at a time when he is ill": what is so, whatever comes of the time or the reason."""
    words = {t.lower_ for t in children(below, "advmod")}
    return "why" in words or ("when" in words and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in", "during"})


def _is_unmade(below: Token, noun: Token) -> bool:
    """ "would sell shirts branded with a star": what would be, unless a number or a day tells of what is."""
    participle = below.dep_ == "acl" and below.tag_ == "VBN" and child(below, "aux") is None
    counted = noun.pos_ == "NUM" or child(noun, "nummod") is not None
    dated = any(t.ent_type_ in {"DATE", "TIME"} or t.lower_ == "during" for t in below.subtree)
    told_of = noun.dep_ in {"dobj", "attr"} and not counted
    return participle and not dated and (told_of or _is_outcome(noun) or _is_example(noun))


def _is_universal(below: Token, noun: Token) -> bool:
    """ "shows messages from all programs installed on a phone": whatever there are, of no day."""
    every = any(t.lower_ in _EVERY for t in children(noun, "det"))
    participle = below.dep_ == "acl" and below.tag_ == "VBN" and all(t.ent_type_ != "DATE" for t in below.subtree)
    return every and participle and noun.dep_ not in SUBJECTS and tense(verb_over(noun)) in {"VBZ", "VBP"}


def _is_outcome(noun: Token) -> bool:
    """ "would have to close, with jobs lost": what would come of it."""
    beside = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.pos_ in VERBS
    return beside and noun.head.i > 0 and noun.head.nbor(-1).text == ","


def _is_example(noun: Token) -> bool:
    """ "events created on a phone would be sent": any that there may be."""
    bare = noun.dep_ in SUBJECTS and noun.tag_ == "NNS" and child(noun, "det", "poss", "nummod") is None
    words = children(noun.head, "aux") if bare else []
    return any(t.lower_ in _SUPPOSING for t in words) and all(t.lemma_ != "have" for t in words)


def _is_small_clause(below: Token, noun: Token) -> bool:
    """ "needs a rule changed": the parser hangs the participle on the noun."""
    participle = below.dep_ == "acl" and below.tag_ == "VBN" and noun.dep_ == "dobj"
    return participle and noun.head.lemma_ in _PERCEIVED
