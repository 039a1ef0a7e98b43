"""Who says it: the cue that governs a clause, and the words for its source."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg import lexicon
from kg.extract.clauses import is_passive
from kg.extract.control import subject
from kg.extract.cues import Cue, adjective_cue, is_listed, noun_cue, verb_cue, verb_source
from kg.extract.syntax import NOUNS, VERBS, child, children, is_absolute, prepositions
from kg.extract.told import Told
from kg.extract.vocabulary import cue_verbs
from kg.model import Certainty


class Speakers:
    """The cues of one text. A chain of cues is ordered from the innermost speaker outwards."""

    def __init__(self, told: Told) -> None:
        self._cues = lexicon.table("cues")
        self._told = told

    def chain(self, token: Token) -> tuple[Cue, ...]:
        """All cues that govern the clause or phrase of `token`."""
        found = {cue.word.i: cue for cue in self._climb(token) if cue.word != token}
        quoted = self._quoted(token, found)
        if quoted is not None:
            found.setdefault(quoted.word.i, quoted)
        return _hedged(tuple(found.values()))

    def _quoted(self, token: Token, found: Mapping[int, Cue]) -> Cue | None:
        """The speaker of the quotation around `token`, unless a cue outside the quotation was found already."""
        quoted = self._told.cue(token)
        if quoted is None or not all(self._told.inside(cue.word, token) for cue in found.values()):
            return None
        return None if found and quoted.source is None else quoted

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
        feeling = list(adjective_cue(head)) if below.dep_ == "ccomp" else []
        if feeling:
            yield from feeling
        elif head.pos_ in VERBS and (below.dep_ == "ccomp" or self._is_said_infinitive(head, below)):
            yield from verb_cue(head) if is_listed(head) else self._that_clause_cue(head, below)
        elif below.dep_ == "conj" and _goes_on_saying(head, below):
            yield from verb_cue(head)
        elif below.dep_ in {"relcl", "acl"} and _follows_a_time(head, below):
            yield from verb_cue(head.head)
        elif head.pos_ in VERBS and below.dep_ == "prep":
            if below.lower_ in self._cues["alleging"].get(head.lemma_, ()) and child(below, "pcomp") is not None:
                yield Cue(head, verb_source(head))
        elif head.pos_ in NOUNS and below.dep_ in {"acl", "relcl", "ccomp"} and _is_that_clause(below):
            yield from noun_cue(head)

    def _is_said_infinitive(self, verb: Token, below: Token) -> bool:
        """ "is said to have", "claims to be", "wants to": but "continues to" is no speech."""
        if below.dep_ != "xcomp":
            return False
        certainty = cue_verbs().get(verb.lemma_, "Certain")
        return certainty != "Certain" or is_passive(verb) or verb.lemma_ in self._cues["infinitives"]

    def _that_clause_cue(self, verb: Token, below: Token) -> Iterator[Cue]:
        """Whatever takes "that …" hands it on, listed or not; but who realizes that it is so takes it for a fact."""
        if _is_that_clause(below) and verb.lemma_ not in self._cues["factive"]["verbs"]:
            yield Cue(verb, verb_source(verb))

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
                yield from verb_cue(below)


def _hedged(chain: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """What "I" think, what "it" suggests, what is expected, in somebody's words, are that speaker's words."""
    told = max((n for n, cue in enumerate(chain) if cue.source is not None and not _is_aside(cue)), default=-1)
    merged: list[Cue] = []
    hedges: list[Cue] = []
    for number, cue in enumerate(chain):
        if number < told and _is_aside(cue):
            hedges.append(cue)
        else:
            merged.append(replace(cue, hedges=tuple(hedges)))
            hedges = []
    return tuple(merged)


def _is_aside(cue: Cue) -> bool:
    unsaid = cue.source is None and (cue.certainty is not Certainty.CERTAIN or cue.word.pos_ == "ADV")
    return cue.is_own or cue.is_nobody if cue.source is not None else unsaid


def _nested(preposition: Token) -> Iterator[tuple[str, Token]]:
    yield from prepositions(preposition)
    for below in children(preposition, "pobj"):
        yield preposition.lower_, below


def _goes_on_saying(cue: Token, below: Token) -> bool:
    """ "Experts say that …, but the law stands": it may be theirs, so it is not taken for the author's."""
    content = child(cue, "ccomp")
    follows = content is not None and content.i < below.i and child(below, "nsubj", "nsubjpass") is not None
    return follows and is_listed(cue) and not is_listed(below)


def _is_as_clause(verb: Token) -> bool:
    """ "As the mayor told the paper, …"."""
    return verb.dep_ == "advcl" and any(t.lower_ == "as" for t in children(verb, "mark")) and is_listed(verb)


def _follows_a_time(noun: Token, below: Token) -> bool:
    """ "said on Monday that …": the parser takes the clause for the day's."""
    own_subject = child(below, "nsubj", "nsubjpass")
    finite = own_subject is not None and own_subject.tag_ not in {"WP", "WDT"}
    return noun.ent_type_ in {"DATE", "TIME"} and noun.dep_ == "npadvmod" and noun.head.pos_ in VERBS and finite


def _is_that_clause(verb: Token) -> bool:
    return any(t.lower_ == "that" for t in children(verb, "mark", "nsubj", "dobj", "advmod"))
