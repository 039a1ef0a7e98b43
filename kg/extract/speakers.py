"""Who says it: the cue that governs a clause, and the words for its source."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg import lexicon
from kg.extract.clauses import clause, is_passive
from kg.extract.control import subject
from kg.extract.quotes import Quotations
from kg.extract.syntax import NOUNS, VERBS, child, children, is_absolute, prepositions
from kg.extract.vocabulary import cue_verbs
from kg.model import Certainty, Polarity

_SOURCE_PREPOSITIONS = ("by", "of", "from", "among", "between")


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that hands a clause to a speaker. `source` heads the words for the speaker, where there are any."""

    word: Token
    source: Token | None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE


class Speakers:
    """The cues of one text. A chain of cues is ordered from the innermost speaker outwards."""

    def __init__(self, quotations: Quotations) -> None:
        self._cues = lexicon.table("cues")
        self._quotations = quotations

    def chain(self, token: Token) -> tuple[Cue, ...]:
        """All cues that govern the clause or phrase of `token`."""
        found = {cue.word.i: cue for cue in self._climb(token) if cue.word != token}
        for cue in self._quoted(token, found):
            found.setdefault(cue.word.i, cue)
        return tuple(found.values())

    def _climb(self, token: Token) -> Iterator[Cue]:
        below, here = token, token
        while True:
            if here != token:
                yield from self._governs(here, below)
            yield from self._passing_on(here)
            if here.head == here or is_absolute(here):
                return
            below, here = here, here.head

    def _governs(self, head: Token, below: Token) -> Iterator[Cue]:
        """`head` as the cue of what hangs on it by `below`."""
        if head.pos_ in VERBS and (below.dep_ == "ccomp" or self._is_said_infinitive(head, below)):
            yield from self._verb_cue(head) if _is_listed(head) else self._that_clause_cue(head, below)
        elif below.dep_ == "conj" and _goes_on_saying(head, below):
            yield from self._verb_cue(head)
        elif below.dep_ in {"relcl", "acl"} and _follows_a_time(head, below):
            yield from self._verb_cue(head.head)
        elif head.pos_ in VERBS and below.dep_ == "prep":
            if below.lower_ in self._cues["alleging"].get(head.lemma_, ()) and child(below, "pcomp") is not None:
                yield Cue(head, self._source_of_verb(head))
        elif head.pos_ in NOUNS and below.dep_ in {"acl", "relcl", "ccomp"} and _is_that_clause(below):
            yield from self._noun_cue(head)

    def _is_said_infinitive(self, verb: Token, below: Token) -> bool:
        """ "is said to have", "claims to be", "wants to": but "continues to" is no speech."""
        if below.dep_ != "xcomp":
            return False
        certainty = cue_verbs().get(verb.lemma_, "Certain")
        return certainty != "Certain" or is_passive(verb) or verb.lemma_ in self._cues["infinitives"]

    def _verb_cue(self, verb: Token) -> Iterator[Cue]:
        source = self._source_of_verb(verb)
        certainty = cue_verbs().get(clause(verb).lemma) or cue_verbs().get(verb.lemma_)
        if certainty == "Negative":
            yield Cue(verb, source, polarity=Polarity.NEGATIVE)
        elif certainty is not None:
            yield Cue(verb, source, Certainty(certainty))

    def _that_clause_cue(self, verb: Token, below: Token) -> Iterator[Cue]:
        """Whatever takes "that …" hands it on, listed or not; but who realizes that it is so takes it for a fact."""
        if _is_that_clause(below) and verb.lemma_ not in self._cues["factive"]["verbs"]:
            yield Cue(verb, self._source_of_verb(verb))

    def _noun_cue(self, noun: Token) -> Iterator[Cue]:
        for certainty, nouns in self._cues["nouns"].items():
            if noun.lemma_.lower() in nouns:
                denies = certainty == "Negative"
                yield Cue(
                    noun,
                    self._source_of_noun(noun),
                    Certainty.CERTAIN if denies else Certainty(certainty),
                    Polarity.NEGATIVE if denies else Polarity.POSITIVE,
                )
                return

    def _passing_on(self, token: Token) -> Iterator[Cue]:
        """Cues beside the clause: "according to X", "allegedly", "…, X said" when the parser set it apart."""
        for below in token.children:
            if below.dep_ == "prep" and below.lower_ == "according":
                yield Cue(below, next((phrase for _, phrase in _nested(below)), None))
            elif below.lower_ in self._cues["adverbs"]["hearsay"]:
                yield Cue(below, None)
            elif (
                below.pos_ in VERBS
                and (below.dep_ == "parataxis" or _is_as_clause(below))
                and subject(below) is not None
            ):
                yield from self._verb_cue(below)

    def _source_of_verb(self, verb: Token) -> Token | None:
        return clause(verb).subject if is_passive(verb) else subject(verb)

    def _source_of_noun(self, noun: Token) -> Token | None:
        owner = child(noun, "poss")
        named = [phrase for name in _SOURCE_PREPOSITIONS for prep, phrase in prepositions(noun) if prep == name]
        if owner is not None or named:
            return owner or named[0]
        return subject(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ in VERBS else None

    def _quoted(self, token: Token, found: dict[int, Cue]) -> Iterator[Cue]:
        """The speaker of the quotation around `token`, unless a cue outside the quotation was found already."""
        quotation = self._quotations.around(token)
        if quotation is None or any(not quotation.contains(cue) for cue in map(_position, found.values())):
            return
        for verb in self._quotations.cue_words(quotation):
            cues = list(self._verb_cue(verb))
            if cues and cues[0].source is not None:
                yield cues[0]
                return
        yield Cue(token.doc[self._quotations.first_word(quotation)], None)


def _position(cue: Cue) -> int:
    return cue.word.idx


def _nested(preposition: Token) -> Iterator[tuple[str, Token]]:
    yield from prepositions(preposition)
    for below in children(preposition, "pobj"):
        yield preposition.lower_, below


def _is_listed(verb: Token) -> bool:
    return clause(verb).lemma in cue_verbs() or verb.lemma_ in cue_verbs()


def _goes_on_saying(cue: Token, below: Token) -> bool:
    """ "Experts say that …, but the law stands": it may be theirs, so it is not taken for the author's."""
    content = child(cue, "ccomp")
    follows = content is not None and content.i < below.i and child(below, "nsubj", "nsubjpass") is not None
    return follows and _is_listed(cue) and not _is_listed(below)


def _is_as_clause(verb: Token) -> bool:
    """ "As the mayor told the paper, …"."""
    return verb.dep_ == "advcl" and any(t.lower_ == "as" for t in children(verb, "mark")) and _is_listed(verb)


def _follows_a_time(noun: Token, below: Token) -> bool:
    """ "said on Monday that …": the parser takes the clause for the day's."""
    own_subject = child(below, "nsubj", "nsubjpass")
    finite = own_subject is not None and own_subject.tag_ not in {"WP", "WDT"}
    return noun.ent_type_ in {"DATE", "TIME"} and noun.dep_ == "npadvmod" and noun.head.pos_ in VERBS and finite


def _is_that_clause(verb: Token) -> bool:
    return any(t.lower_ == "that" for t in children(verb, "mark", "nsubj", "dobj", "advmod"))
