"""Did it happen, by the words around it: negation with its scope, modals, conditions, plans, implicatives."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg import lexicon
from kg.extract.syntax import NOUNS, VERBS, child, children, is_absolute
from kg.model import Certainty, Polarity

_ORDER = list(Certainty)
_INDEFINITE = frozenset({"any", "no", "anything", "anyone", "anybody", "something", "someone", "nothing"})


class Modality:
    """Reads polarity and certainty off a clause's own words and off what embeds it."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")
        self._modals: dict[str, str] = words["modals"]
        self._adverbs: dict[str, list[str]] = words["adverbs"]
        self._negators: dict[str, list[str]] = words["negators"]
        self._markers: dict[str, list[str]] = words["markers"]
        self._embedders: dict[str, list[str]] = {k: v["words"] for k, v in words["embedders"].items()}
        self._factual: list[str] = words["gerunds"]["factual"]
        self._presupposed: list[str] = words["presupposed"]["markers"]
        self._desires: list[str] = words["desires"]["adjectives"]
        self._alleging: dict[str, list[str]] = lexicon.table("cues")["alleging"]

    def of(self, token: Token) -> tuple[Polarity, Certainty]:
        """Polarity and certainty of the clause of `token`, as far as its author answers for them."""
        negative, certainty = self._own(token)
        for embedder in self._embedding(token):
            flips, weaker = embedder
            negative ^= flips
            certainty = weakest(certainty, weaker)
        return (Polarity.NEGATIVE if negative else Polarity.POSITIVE), certainty

    def _own(self, verb: Token) -> tuple[bool, Certainty]:
        negative = self._negated(verb)
        found = [Certainty(self._modals[t.lower_]) for t in self._auxiliaries(verb) if t.lower_ in self._modals]
        found += [Certainty(c) for c, words in self._adverbs.items() if any(t.lower_ in words for t in verb.children)]
        for name, markers in self._markers.items():
            if any(t.lower_ in markers for t in children(verb, "mark", "advmod")):
                found.append(Certainty(name))
        return negative, weakest(*found, *self._condition(verb))

    def _auxiliaries(self, verb: Token) -> list[Token]:
        """Auxiliaries of the verb, or those it shares: "would have weakened and split"."""
        own = children(verb, "aux")
        shares = verb.dep_ == "conj" and verb.head.pos_ in VERBS and verb.tag_ in {"VB", "VBN", "VBG"}
        return own or (self._auxiliaries(verb.head) if shares and child(verb, "nsubj", "nsubjpass") is None else [])

    def _condition(self, verb: Token) -> Iterator[Certainty]:
        """What an "if" beside the clause leaves of it, where the clause speaks of the future or of what would be."""
        conditional = any(
            t.lower_ in self._markers["Hypothetical"] for c in children(verb, "advcl") for t in children(c, "mark")
        )
        if conditional and any(t.lower_ in self._modals for t in self._auxiliaries(verb)):
            yield Certainty.HYPOTHETICAL

    def _negated(self, verb: Token) -> bool:
        words, determiners = self._negators["words"], self._negators["determiners"]
        own = any(
            t.dep_ == "neg" or (t.dep_ in {"advmod", "preconj", "cc"} and t.lower_ in words) for t in verb.children
        )
        arguments = children(verb, "nsubj", "nsubjpass", "dobj", "attr")
        limits = [limit for t in arguments for limit in children(t, "det", "preconj", "cc")]
        absent = any(t.lower_ in words for t in arguments) or any(t.lower_ in determiners for t in limits)
        return own or absent or self._shared_negation(verb)

    def _shared_negation(self, verb: Token) -> bool:
        """ "not tried or charged": a negation reaches over "or" and "nor", not over "and" and "but"."""
        if verb.dep_ != "conj" or verb.head.pos_ not in VERBS:
            return False
        joined = {t.lower_ for t in children(verb.head, "cc")}
        return bool(joined & {"or", "nor"}) and self._negated(verb.head)

    def _embedding(self, token: Token) -> Iterator[tuple[bool, Certainty]]:
        """What each governing word does to the clause, from the inside out: (turns it round, at most so certain)."""
        below, head = token, token.head
        while below != head:
            if self._presupposes(below) and not self._is_wanted(head):
                return
            effect = self._effect(below, head)
            if effect is not None:
                yield effect
                if head.pos_ in VERBS:
                    negative, certainty = self._own(head)
                    yield negative and below.dep_ != "advcl", certainty
            below, head = head, head.head

    def reaches(self, cue: Token, token: Token) -> bool:
        """Whether a cue's doubt is about the clause of `token`, and not about one of which that is the background."""
        path = [token, *token.ancestors]
        between = path[: path.index(cue)] if cue in path else []
        return not any(t.dep_ != "ccomp" and self._presupposes(t) for t in between)

    def _presupposes(self, below: Token) -> bool:
        """What holds whatever becomes of the clause around it: who, when, after what; and what a speaker says."""
        if below.dep_ == "relcl":
            return not (below.head.lower_ in _INDEFINITE or any(t.lower_ in _INDEFINITE for t in below.head.children))
        if is_absolute(below):
            return True
        if below.dep_ == "advcl":
            return any(t.lower_ in self._presupposed for t in children(below, "mark", "advmod"))
        return below.dep_ in {"ccomp", "appos", "parataxis"}

    def _effect(self, below: Token, head: Token) -> tuple[bool, Certainty] | None:
        if below.dep_ == "conj":
            return None
        if below.dep_ == "ccomp" and self._is_wanted(head):
            return False, Certainty.EXPECTED
        if below.dep_ in {"xcomp", "ccomp", "acl"} and below.tag_ in {"VB", "VBG", "VBN"}:
            return self._by_embedder(below, head)
        if below.dep_ == "advcl":
            return self._by_purpose(below)
        if below.dep_ == "pcomp":
            return self._by_preposition(head)
        if below.dep_ == "csubj" and below.tag_ in {"VBG", "VB"}:
            return False, Certainty.HYPOTHETICAL
        return None

    def _is_wanted(self, verb: Token) -> bool:
        """ "It is vital that …": what ought to be, not what is."""
        return any(t.lower_ in self._desires for t in children(verb, "acomp", "attr"))

    def _by_embedder(self, below: Token, head: Token) -> tuple[bool, Certainty] | None:
        if head.lemma_ == "have" and any(t.lower_ == "yet" for t in (*head.children, *below.children)):
            return True, Certainty.CERTAIN
        for name, words in self._embedders.items():
            if head.lemma_.lower() in words or head.lower_ in words:
                if name == "transparent":
                    return False, Certainty.CERTAIN
                return (True, Certainty.CERTAIN) if name == "negative" else (False, Certainty(name))
        infinitive = any(t.tag_ == "TO" for t in below.children)
        return (
            (False, Certainty.EXPECTED) if infinitive else ((False, Certainty.CERTAIN) if below.dep_ != "acl" else None)
        )

    def _by_purpose(self, below: Token) -> tuple[bool, Certainty]:
        infinitive = any(t.tag_ == "TO" for t in below.children)
        return False, Certainty.EXPECTED if infinitive else Certainty.CERTAIN

    def _by_preposition(self, preposition: Token) -> tuple[bool, Certainty]:
        if preposition.lower_ in self._negators["prepositions"]:
            return True, Certainty.CERTAIN
        alleged = preposition.lower_ in self._alleging.get(preposition.head.lemma_, ())
        factual = alleged or (preposition.lower_ in self._factual and preposition.head.pos_ not in NOUNS)
        return False, Certainty.CERTAIN if factual else Certainty.HYPOTHETICAL


def weakest(*certainties: Certainty) -> Certainty:
    """The least sure of several, Certain of none."""
    return max(certainties, key=_ORDER.index, default=Certainty.CERTAIN)
