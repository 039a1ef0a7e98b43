"""The cues that the grammar sets above a clause, or beside it."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.assertions import lacks_nothing
from kg.extract.beside import beside
from kg.extract.clauses import clause, is_passive
from kg.extract.content import (
    asserts,
    charge_over,
    follows_a_time,
    gives_reason,
    goes_on_saying,
    is_made,
    is_result,
    is_setting,
    is_that_clause,
    noun_before,
    reports_beside,
    restricts,
    said_in,
    stands_before_colon,
    tells_what_it_does,
)
from kg.extract.cues import Cue, adjective_cue, denial, is_listed, noun_cue, noun_source, verb_cue, verb_source
from kg.extract.events import event_of
from kg.extract.syntax import NOUNS, VERBS, child, children, is_absolute, is_run_on, object_of
from kg.extract.tense import finite_above, is_finite
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token
from kg.model import Certainty, Polarity

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"relcl", "acl"})
_POINTING = frozenset({"point", "refer"})
_PEOPLE = frozenset({"i", "you", "he", "she", "we", "they", "who"})
_ASIDES = frozenset({"relcl", "appos"})


class Governors:
    """Reads the cues above and beside a word off the tree."""

    def __init__(self) -> None:
        self._cues = lexicon.table("cues")
        self._over: dict[int, tuple[Cue, ...]] = {}

    def above(self, token: Token) -> Iterator[Cue]:
        """From the innermost outwards."""
        below, here, in_clause, aside, setting = token, token, False, False, False
        while True:
            if here is not token:
                in_clause = in_clause or (below.dep_ in _CLAUSES and restricts(below) and not tells_what_it_does(below))
                aside = aside or (below.dep_ in _ASIDES and not restricts(below))
                setting = setting or is_setting(here)
                if below.i not in self._over:
                    self._over[below.i] = tuple(self._governs(here, below))
                governing = (cue for cue in self._over[below.i] if not aside or asserts(cue, below))
                yield from (cue for cue in governing if not setting or cue.certainty is not Certainty.EXPECTED)
                yield from self._mentions(here, below) if in_clause else ()
                in_clause = in_clause and here.pos_ not in VERBS  # "discussed going to a fair that Acme held"
            yield from beside(here)
            if here.head is here or is_absolute(here) or reports_beside(here):
                return
            below, here = here, finite_above(here.head) if here.dep_ == "conj" and is_finite(here) else here.head

    def _governs(self, head: Token, below: Token) -> Iterator[Cue]:
        """`head` as the cue of what hangs on it by `below`."""
        feeling = list(adjective_cue(head)) if below.dep_ == "ccomp" or is_made(head, below) else []
        if feeling:
            yield from feeling
        elif head.pos_ in VERBS:
            yield from self._verb_governs(head, below)
        elif below.dep_ in _CLAUSES and follows_a_time(head, below):
            yield from verb_cue(head.head)
        elif head.pos_ in NOUNS and below.dep_ in {"acl", "relcl", "ccomp"} and self._is_content(head, below):
            yield from self._told_by_noun(head, below)
        elif below.dep_ == "acl" and below.tag_ == "VBG" and (charge := charge_over(head)) is not None:
            yield Cue(charge, child(charge, "poss"))
        elif below.dep_ == "acl" and below.tag_ == "VBG" and head.dep_ == "dobj":
            yield from self._showing(head.head)

    def _verb_governs(self, verb: Token, below: Token) -> Iterator[Cue]:
        if is_run_on(below) or stands_before_colon(verb, below):
            return
        if below.dep_ == "ccomp" or self._is_said_infinitive(verb, below):
            yield from verb_cue(verb) if is_listed(verb) else self._that_clause_cue(verb, below)
        elif below.dep_ == "conj":
            yield from verb_cue(verb) if goes_on_saying(verb, below) else self._further_charge(verb, below)
        elif below.dep_ == "dobj":
            yield from self._announcing(verb, below)
        elif below.dep_ == "prep":
            yield from self._by_preposition(verb, below)
        elif below.dep_ == "oprd":
            yield from self._naming(verb, "direct")
        elif below.dep_ == "advcl" and gives_reason(verb, below):
            yield from verb_cue(verb)
        elif below.dep_ == "advcl" and any(t.lower_ == "for" for t in children(below, "mark")):
            yield from self._demanding(verb, "for")
        elif below.dep_ == "advcl" and is_passive(verb):
            yield from self._further_charge(verb, below)

    def _is_said_infinitive(self, verb: Token, below: Token) -> bool:
        """ "is said to have", "claims to be", "wants to": but "continues to" and "is expected to" are no speech."""
        if below.dep_ != "xcomp":
            return False
        if below.tag_ == "VBG" and child(below, "aux") is None:
            return verb.lemma_ in self._cues["admitting"]["verbs"]
        certainty = cue_verbs().get(verb.lemma_, "Certain")
        if certainty == "Expected" and is_passive(verb) and verb_source(verb) is None:
            return False
        finite = below.tag_ in _FINITE and verb.lemma_ in cue_verbs()
        return finite or certainty != "Certain" or is_passive(verb) or verb.lemma_ in self._cues["infinitives"]

    def _further_charge(self, verb: Token, below: Token) -> Iterator[Cue]:
        """ "Was charged with theft and resisting arrest": the parser hangs the gerund on the verb."""
        if below.tag_ != "VBG" or verb.tag_ == "VBG":
            return
        listed = {*self._cues["alleging"].get(verb.lemma_, ())} - {"for"}
        charges = self._cues["charges"]["nouns"]
        before = [t for t in children(verb, "prep") if verb.i < t.i < below.i]
        if any(t.lower_ in listed or ((thing := object_of(t)) and thing.lemma_ in charges) for t in before):
            yield self._alleged(verb)

    def _that_clause_cue(self, verb: Token, below: Token) -> Iterator[Cue]:
        """Whatever takes "that …" hands it on, listed or not; but who realizes that it is so takes it for a fact."""
        if verb.lemma_ == "be":
            yield from (cue for noun in children(verb, "nsubj") for cue in noun_cue(noun))
        elif self._is_argued(verb) or (below.i < verb.i and verb.lemma_ in self._cues["inserted"]["learning"]):
            yield Cue(verb, verb_source(verb))
        elif (noun := noun_before(below)) is not None and noun.head != verb:
            yield from noun_cue(noun)
        elif is_that_clause(below) and not is_result(below) and verb.lemma_ not in self._cues["factive"]["verbs"]:
            yield Cue(verb, verb_source(verb))

    def _is_argued(self, verb: Token) -> bool:
        """ "made the case that …", wherever the parser hangs the clause."""
        made = children(verb, "dobj") if verb.lemma_ == "make" else []
        return any(t.lemma_ in self._cues["nouns"]["argued"] for t in made)

    def _showing(self, verb: Token) -> Iterator[Cue]:
        """ "The poll shows Lee leading"; but somebody who shows videos of Lee does not say so."""
        source = verb_source(verb) if verb.lemma_ in self._cues["showing"]["verbs"] else None
        if source is not None and source.ent_type_ != "PERSON" and source.lower_ not in _PEOPLE:
            yield from verb_cue(verb)

    def _told_by_noun(self, noun: Token, below: Token) -> Iterator[Cue]:
        """ "The claim that …", and whatever noun takes "that …", but for "the fact that …"."""
        if noun.dep_ == "dobj" and self._is_argued(noun.head):
            yield Cue(noun.head, verb_source(noun.head))
            return
        saying = said_in(noun) if noun_source(noun) is None else None
        if saying is not None:
            yield from verb_cue(saying)
            return
        listed = [] if self._is_uttered(below) else list(denial(noun)) or list(noun_cue(noun))
        yield from listed
        content = below.dep_ == "acl" and noun.pos_ == "NOUN" and noun.ent_type_ == ""
        if not listed and content and noun.lemma_.lower() not in self._cues["factive"]["nouns"]:
            yield Cue(noun, noun_source(noun), Certainty.PROBABLE)

    def _is_content(self, noun: Token, below: Token) -> bool:
        """ "allegations that he had left", "allegations he had hit a man"."""
        if is_that_clause(below):
            return True
        given = below.lemma_ in self._cues["nouns"]["uttering"]  # "the statement he gave the court"
        told = below.dep_ == "relcl" and not given and lacks_nothing(below)
        return told and any(cue.certainty is Certainty.CERTAIN for cue in noun_cue(noun))

    def _is_uttered(self, below: Token) -> bool:
        """ "remarks that Lee had made": a relative clause, and not what the remarks say."""
        return below.lemma_ in self._cues["nouns"]["uttering"] and child(below, "dobj", "ccomp", "attr") is None

    def _by_preposition(self, verb: Token, preposition: Token) -> Iterator[Cue]:
        """ "accused of running", "called for suing", "called for an inquiry"; "described him as a liar"."""
        name, thing = preposition.lower_, object_of(preposition)
        gerund = child(preposition, "pcomp") is not None
        if name == "as":
            yield from self._naming(verb, "as")
        elif gerund and name in self._cues["alleging"].get(verb.lemma_, ()):
            yield self._alleged(verb)
        elif gerund or (thing is not None and event_of(thing) is not None):
            yield from self._demanding(verb, name)

    def _alleged(self, verb: Token) -> Cue:
        """Accused or suspected of it, or cleared."""
        cleared = verb.lemma_ in self._cues["clearing"]["verbs"]
        return Cue(verb, verb_source(verb), polarity=Polarity.NEGATIVE if cleared else Polarity.POSITIVE)

    def _demanding(self, verb: Token, preposition: str) -> Iterator[Cue]:
        if preposition in self._cues["demanding"].get(verb.lemma_, ()):
            yield Cue(verb, verb_source(verb), Certainty.EXPECTED)

    def _announcing(self, verb: Token, thing: Token) -> Iterator[Cue]:
        """ "alleged an attack", "denied a visit": what the object names is only said."""
        if verb.lemma_ in self._cues["announcing"]["verbs"] and event_of(thing) is not None:
            yield from verb_cue(verb)

    def _naming(self, verb: Token, how: str) -> Iterator[Cue]:
        """ "calls him a liar": who calls him so says so."""
        if verb.lemma_ in self._cues["naming"][how]:
            thinks = cue_verbs().get(verb.lemma_) == "Probable"
            yield Cue(verb, verb_source(verb), Certainty.PROBABLE if thinks else Certainty.CERTAIN)

    def _mentions(self, verb: Token, below: Token) -> Iterator[Cue]:
        """ "cited remarks that Lee had made": what a speaker's phrases tell, is told by him."""
        refused = cue_verbs().get(verb.lemma_) == "Negative" and any(noun_cue(below))
        spoken_to = below.lower_ == "to" and verb.lemma_ not in _POINTING
        beside = below.dep_ == "prep" and below.lower_ in {"to", "of", "about", "for"} and not spoken_to
        if not beside and (below.dep_ != "dobj" or refused):
            return
        if verb.pos_ in VERBS and clause(verb).lemma in self._cues["mentioning"]["verbs"]:
            yield Cue(verb, verb_source(verb))
