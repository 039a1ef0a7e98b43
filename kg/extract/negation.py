"""Negation with its scope: "not", "no one", "few", "neither … nor", "at no time"; and what only looks like it."""

from kg import lexicon
from kg.extract.syntax import VERBS, child, children
from kg.extract.words import Token

_QUANTIFIED = ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd")
_LIMITS = ("det", "amod", "preconj", "cc", "nummod")
_ABLE = frozenset({"could", "can", "ca"})
_ARTICLES = frozenset({"a", "an", "the"})
_EXCEPTED = frozenset({"ADP", "PROPN", "NOUN"})
_MORE = frozenset({"JJR", "RBR"})
_LED = frozenset({"longer", "more", "before", "again", "once"})


class Negation:
    """Tells whether the words of a clause, or of a nominal, negate it."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")["negators"]
        self._words = frozenset(words["words"])
        self._undone = frozenset(words["undone"])
        self._determiners = frozenset(words["determiners"])
        self._determined = frozenset(words["determined"])
        self._phrases = frozenset(words["phrases"])
        self._degrees = frozenset(words["degrees"])
        self._degree_words = frozenset(words["degree_words"])

    def of(self, verb: Token) -> bool:
        """Whether the clause of `verb` is negated by its own words, or by those that it shares."""
        if verb.pos_ not in VERBS:
            return self.absent(verb)
        own = (self._by_word(verb) or self._by_degree(verb)) and not _until(verb)
        return own or self._by_participant(verb) or self._by_phrase(verb) or self._shared(verb)

    def absent(self, noun: Token) -> bool:
        """ "no minister", "nobody", "none of them", "few voters"; but not "a few", "no fewer than"."""
        if noun.lower_ in self._words:
            return True
        if noun.deps.isdisjoint(_LIMITS):
            return noun.lower_ == "few"
        limits = children(noun, *_LIMITS)
        quantified = any(t.lower_ in self._determiners and not any(t.children) for t in limits)
        of = noun.lower_ == "few"
        return (quantified or of) and not any(t.lower_ in self._determined for t in limits)

    def _by_word(self, verb: Token) -> bool:
        if exceeds(verb):
            return False
        for word in verb.children:
            negates = word.dep_ == "neg" or (
                word.dep_ in {"advmod", "preconj", "cc", "prep"}
                and self._is_negative(word)
                and self._reaches(word, verb)
            )
            if negates and not self._is_undone(word):
                return True
        return False

    def _by_degree(self, verb: Token) -> bool:
        """ "is nowhere near", "was hardly close"."""
        return any(
            t.lower_ in self._degree_words
            for word in children(verb, "acomp", "advmod", "prep")
            for t in children(word, "advmod")
            if word.dep_ != "prep" or word.lower_ in {"near", "close"}
        )

    def _is_negative(self, word: Token) -> bool:
        """ "never", "no longer", "never before"."""
        led = word.lower_ in _LED and any(t.lower_ in {"no", "not", "never"} for t in word.children)
        return led or word.lower_ in self._words

    def _reaches(self, word: Token, verb: Token) -> bool:
        """ "almost" doubles nothing into not doubling; a second "nor" is that of the member after it."""
        return word.lower_ not in {"almost", "nearly"} or verb.lemma_ not in self._degrees

    def _is_undone(self, word: Token) -> bool:
        """ "not only", "no sooner than"."""
        after = word.nbor() if word.i + 1 < len(word.doc) else word
        return after.lower_ in self._undone or any(t.lower_ in self._undone for t in word.children)

    def _by_participant(self, verb: Token) -> bool:
        if any(self.absent(t) or self._is_excepted(t) for t in children(verb, *_QUANTIFIED)):
            return True
        by = children(verb, "agent")
        return any(self._is_excepted(t) or any(map(self.absent, children(t, "pobj"))) for t in by)

    def _is_excepted(self, phrase: Token) -> bool:
        """ "Not Norway nor Sweden left", "is run not by the state but by Acme"; "not all left" is another thing."""
        words = [t for t in children(phrase, "neg") if t.i < phrase.i and t.lower_ == "not" and not self._is_undone(t)]
        return any(t.nbor() is phrase or t.nbor().lower_ in _ARTICLES for t in words) and phrase.pos_ in _EXCEPTED

    def _by_phrase(self, verb: Token) -> bool:
        """ "at no time"."""
        return "prep" in verb.deps and any(
            f"{preposition.lower_} {phrase.lower_}" in self._phrases and self.absent(phrase)
            for preposition in children(verb, "prep")
            for phrase in children(preposition, "pobj")
        )

    def _shared(self, verb: Token) -> bool:
        """ "not tried or charged": a negation reaches over "or" and "nor", not over "and"; "nobody" over all."""
        first = _first_of(verb)
        if first is None:
            return False
        own_subject = child(verb, "nsubj", "nsubjpass") is not None
        if not own_subject and any(self.absent(t) for t in children(first, "nsubj", "nsubjpass")):
            return True
        return not own_subject and bool(_connectives(first) & {"or", "nor"}) and self.of(first)


def exceeds(verb: Token) -> bool:
    """ "Could not be happier", "could not agree more": is happy, and agrees, as far as that goes."""
    if child(verb, "neg") is None or all(t.lower_ not in _ABLE for t in children(verb, "aux")):
        return False
    degrees = (*children(verb, "acomp"), *(t for t in children(verb, "advmod") if t.i == verb.i + 1))
    return any(t.tag_ in _MORE or any(w.tag_ == "RBR" for w in children(t, "advmod")) for t in degrees)


def _until(verb: Token) -> bool:
    """ "did not leave until Monday": left, on Monday."""
    marks = (m for clause in children(verb, "advcl") for m in children(clause, "mark"))
    return any(t.lower_ in {"until", "till"} for t in (*children(verb, "prep"), *marks))


def _first_of(verb: Token) -> Token | None:
    """The member before `verb` in a coordination; in "not arrested, charged or tried" the parser sees participles."""
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        return verb.head
    listed = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and child(verb, "cc") is not None
    return verb.head if listed and child(verb, "mark", "aux", "advmod") is None else None


def _connectives(first: Token) -> set[str]:
    """The words that join the members after `first`: those of a list stand before its last member."""
    found = {t.lower_ for t in children(first, "cc")}
    for member in (*children(first, "conj"), *(t for t in children(first, "advcl") if _first_of(t) is not None)):
        found |= _connectives(member)
    return found


def is_indefinite(noun: Token) -> bool:
    """Whether a phrase brings in something new or unspecific: "a law", "any law", "laws"."""
    if noun.pos_ not in {"NOUN", "NUM"}:
        return False
    determiners = {t.lower_ for t in children(noun, "det", "poss")}
    return not determiners or bool(determiners & {"a", "an", "another", "any", "some", "no", "every"})
