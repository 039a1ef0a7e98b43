"""The cues that the grammar sets above a clause, or beside it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg import lexicon
from kg.extract.clauses import clause, is_passive
from kg.extract.control import subject
from kg.extract.cues import (
    Cue,
    according_source,
    adjective_cue,
    is_listed,
    noun_cue,
    noun_source,
    verb_cue,
    verb_source,
)
from kg.extract.syntax import NOUNS, VERBS, child, children, is_absolute, object_of
from kg.extract.vocabulary import cue_verbs
from kg.model import Certainty

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"relcl", "acl"})
_THAT = frozenset({"mark", "nsubj", "dobj", "advmod"})


class Governors:
    """Reads the cues above and beside a word off the tree."""

    def __init__(self) -> None:
        self._cues = lexicon.table("cues")

    def above(self, token: Token) -> Iterator[Cue]:
        """From the innermost outwards."""
        below, here, in_clause = token, token, False
        while True:
            if here != token:
                in_clause = in_clause or (below.dep_ in _CLAUSES and _restricts(below))
                yield from self._governs(here, below)
                yield from self._mentions(here, below) if in_clause else ()
            yield from self._beside(here)
            if here.head == here or is_absolute(here):
                return
            below, here = here, here.head

    def _governs(self, head: Token, below: Token) -> Iterator[Cue]:
        """`head` as the cue of what hangs on it by `below`."""
        feeling = list(adjective_cue(head)) if below.dep_ == "ccomp" else []
        if feeling:
            yield from feeling
        elif head.pos_ in VERBS and (below.dep_ == "ccomp" or self._is_said_infinitive(head, below)):
            yield from verb_cue(head) if is_listed(head) else self._that_clause_cue(head, below)
        elif below.dep_ == "conj" and _goes_on_saying(head, below):
            yield from verb_cue(head)
        elif below.dep_ in _CLAUSES and _follows_a_time(head, below):
            yield from verb_cue(head.head)
        elif head.pos_ in VERBS and below.dep_ == "prep":
            yield from self._by_preposition(head, below)
        elif head.pos_ in VERBS and below.dep_ == "oprd":
            yield from self._naming(head, "direct")
        elif below.dep_ == "advcl" and any(t.lower_ == "for" for t in children(below, "mark")):
            if "for" in self._cues["demanding"].get(head.lemma_, ()):
                yield Cue(head, verb_source(head), Certainty.EXPECTED)
        elif head.pos_ in NOUNS and below.dep_ in {"acl", "relcl", "ccomp"} and _is_that_clause(below):
            yield from self._told_by_noun(head, below)

    def _is_said_infinitive(self, verb: Token, below: Token) -> bool:
        """ "is said to have", "claims to be", "wants to": but "continues to" and "is expected to" are no speech."""
        if below.dep_ != "xcomp":
            return False
        if below.tag_ == "VBG" and verb.lemma_ in self._cues["admitting"]["verbs"]:
            return True
        certainty = cue_verbs().get(verb.lemma_, "Certain")
        if certainty == "Expected" and is_passive(verb) and verb_source(verb) is None:
            return False
        finite = below.tag_ in _FINITE and verb.lemma_ in cue_verbs()
        return finite or certainty != "Certain" or is_passive(verb) or verb.lemma_ in self._cues["infinitives"]

    def _that_clause_cue(self, verb: Token, below: Token) -> Iterator[Cue]:
        """Whatever takes "that …" hands it on, listed or not; but who realizes that it is so takes it for a fact."""
        if verb.lemma_ == "be":
            yield from (cue for noun in children(verb, "nsubj") for cue in noun_cue(noun))
        elif _is_that_clause(below) and verb.lemma_ not in self._cues["factive"]["verbs"]:
            yield Cue(verb, verb_source(verb))

    def _told_by_noun(self, noun: Token, below: Token) -> Iterator[Cue]:
        """ "The claim that …", and whatever noun takes "that …", but for "the fact that …"."""
        listed = list(noun_cue(noun))
        yield from listed
        content = below.dep_ == "acl" and noun.pos_ == "NOUN" and noun.ent_type_ == ""
        if not listed and content and noun.lemma_.lower() not in self._cues["factive"]["nouns"]:
            yield Cue(noun, noun_source(noun), Certainty.PROBABLE)

    def _by_preposition(self, verb: Token, preposition: Token) -> Iterator[Cue]:
        """ "accused of running"; "described him as a liar"."""
        if child(preposition, "pcomp") is not None:
            if preposition.lower_ in self._cues["alleging"].get(verb.lemma_, ()):
                yield Cue(verb, verb_source(verb))
            elif preposition.lower_ in self._cues["demanding"].get(verb.lemma_, ()):
                yield Cue(verb, verb_source(verb), Certainty.EXPECTED)
        elif preposition.lower_ == "as":
            yield from self._naming(verb, "as")

    def _naming(self, verb: Token, how: str) -> Iterator[Cue]:
        """ "calls him a liar": who calls him so says so."""
        if verb.lemma_ in self._cues["naming"][how]:
            thinks = cue_verbs().get(verb.lemma_) == "Probable"
            yield Cue(verb, verb_source(verb), Certainty.PROBABLE if thinks else Certainty.CERTAIN)

    def _mentions(self, verb: Token, below: Token) -> Iterator[Cue]:
        """ "cited remarks that Lee had made": what a speaker's phrases tell, is told by him."""
        phrase = below.dep_ == "dobj" or (below.dep_ == "prep" and below.lower_ in {"to", "of", "about", "for"})
        if phrase and verb.pos_ in VERBS and clause(verb).lemma in self._cues["mentioning"]["verbs"]:
            yield Cue(verb, verb_source(verb))

    def _beside(self, token: Token) -> Iterator[Cue]:
        """Cues beside the clause: "according to X", "allegedly", "…, X said" when the parser set it apart."""
        for below in token.children:
            if below.dep_ == "prep":
                yield from self._phrase(below)
            elif below.lower_ in self._cues["adverbs"]["hearsay"]:
                yield Cue(below, None)
            elif below.dep_ == "nsubj":
                yield from (cue for verb in children(below, "relcl") for cue in self._bridging(verb, token))
            elif below.pos_ in VERBS and below.dep_ in {"parataxis", "advcl"} and subject(below) is not None:
                yield from self._apart(below)

    def _apart(self, verb: Token) -> Iterator[Cue]:
        """ "…, X said, …" and "As X told the paper, …"."""
        if verb.dep_ == "parataxis":
            yield from verb_cue(verb)
        elif any(t.lower_ == "as" for t in children(verb, "mark")):
            listed = list(verb_cue(verb))
            yield from listed or ([Cue(verb, verb_source(verb))] if _puts_it(verb) else [])

    def _phrase(self, preposition: Token) -> Iterator[Cue]:
        """ "according to X", "per X", "in the words of X", "in X's view"."""
        thing = object_of(preposition)
        if preposition.lower_ == "according":
            yield Cue(preposition, according_source(preposition))
        elif (
            preposition.lower_ == "per" and thing is not None and (thing.pos_ == "PROPN" or child(thing, "det", "poss"))
        ):
            yield Cue(preposition, thing)
        elif (
            preposition.lower_ in {"in", "to"} and thing is not None and thing.lemma_ in self._cues["phrases"]["nouns"]
        ):
            source = noun_source(thing)
            if source is not None:
                yield Cue(thing, source)

    def _bridging(self, saying: Token, verb: Token) -> Iterator[Cue]:
        """ "The man whom police say attacked Lee was held": the parser takes the two verbs for neighbours only."""
        if saying.i + 1 == verb.i and verb.tag_ in _FINITE and saying.lemma_ in self._cues["bridging"]["verbs"]:
            yield from verb_cue(saying)


def _restricts(below: Token) -> bool:
    """A relative clause without a comma: what is told with it is part of what the phrase tells."""
    first = next(iter(below.subtree))
    return first.i == 0 or first.nbor(-1).text != ","


def _puts_it(verb: Token) -> bool:
    return verb.lemma_ == "put" and any(t.lower_ == "it" for t in children(verb, "dobj"))


def _goes_on_saying(cue: Token, below: Token) -> bool:
    """ "Experts say that …, but the law stands": it may be theirs, so it is not taken for the author's."""
    content = child(cue, "ccomp")
    follows = content is not None and content.i < below.i and child(below, "nsubj", "nsubjpass") is not None
    return follows and is_listed(cue) and not is_listed(below)


def _follows_a_time(noun: Token, below: Token) -> bool:
    """ "said on Monday that …": the parser takes the clause for the day's."""
    own_subject = child(below, "nsubj", "nsubjpass")
    finite = own_subject is not None and own_subject.tag_ not in {"WP", "WDT"}
    return noun.ent_type_ in {"DATE", "TIME"} and noun.dep_ == "npadvmod" and noun.head.pos_ in VERBS and finite


def _is_that_clause(verb: Token) -> bool:
    """Marked by "that"; but "demands that come with it" has "that" for its subject."""
    that = next((t for t in verb.children if t.lower_ == "that" and t.dep_ in _THAT), None)
    return that is not None and (
        that.dep_ in {"mark", "advmod"} or len(children(verb, that.dep_)) > 1 or verb.dep_ == "ccomp"
    )
