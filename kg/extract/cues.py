"""Words that hand a clause to a speaker, and the words for the speaker that the grammar gives them."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg import lexicon
from kg.extract.clauses import clause, is_passive
from kg.extract.control import subject
from kg.extract.relatives import antecedent
from kg.extract.syntax import NOUNS, child, children, prepositions
from kg.extract.vocabulary import cue_verbs, head_kinds
from kg.extract.words import Token
from kg.model import Certainty, Polarity, Span

_SOURCE_PREPOSITIONS = ("by", "of", "from", "among", "between")
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself"})
_SPEAKING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_ABLE = frozenset({"Person", "Organization", "Group", "Work", "Country"})
_NOBODY = frozenset({"it", "this", "that", "which", "what", "you", "there", "one", "nothing", "who"})


class Cue(NamedTuple):
    """The word that hands a clause to a speaker.

    `source` heads the words for the speaker, where there are any; `words` are these words, where they are not the
    phrase of `source`. `hedges` are the cues by which the speaker speaks of himself ("I think …", she said). One that
    `stands_in` is no cue, but the first word of a quotation for which none was found.
    """

    word: Token
    source: Token | None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    words: Span | None = None
    hedges: tuple["Cue", ...] = ()
    stands_in: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the speaker is "I" or "we"."""
        return self.source is not None and self.source.lower_ in FIRST_PERSON

    @property
    def is_nobody(self) -> bool:
        """Whether no speaker can be meant: "it suggests that …", "you want …"."""
        return self.source is None or self.source.lower_ in _NOBODY


def is_listed(verb: Token) -> bool:
    """Whether the lexicon has it, with its particle or without, among the verbs of saying and thinking."""
    return clause(verb).lemma in cue_verbs() or verb.lemma_ in cue_verbs()


def verb_cue(verb: Token) -> Iterator[Cue]:
    """The cue that a listed verb is."""
    certainty = cue_verbs().get(clause(verb).lemma) or cue_verbs().get(verb.lemma_)
    source = verb_source(verb) if certainty is not None else None
    if certainty is not None and not _is_remark(verb, source):
        yield _cue(verb, source, certainty)._replace(words=_relative(verb))


def _is_remark(verb: Token, source: Token | None) -> bool:
    """ "it is worth noting that …": the author's own."""
    return (
        source is not None and source.lower_ == "it" and verb.dep_ in {"xcomp", "pcomp"} and verb.tag_ in {"VB", "VBG"}
    )


def _relative(verb: Token) -> Span | None:
    """The pronoun of a relative clause ("who said …"), the words nearest to the cue for whoever speaks."""
    pronoun = child(verb, "nsubj")
    relative = verb.dep_ == "relcl" and pronoun is not None and pronoun.tag_ in {"WP", "WDT"}
    return Span(pronoun.idx, pronoun.idx + len(pronoun)) if relative and pronoun is not None else None


def noun_cue(noun: Token) -> Iterator[Cue]:
    """The cue that a noun is ("the claim that …")."""
    certainty = _nouns().get(noun.lemma_.lower())
    if certainty is not None:
        yield _cue(noun, noun_source(noun), certainty)


def adjective_cue(adjective: Token) -> Iterator[Cue]:
    """The cue that an adjective or a participle of feeling is: "she is sure that …", but not "it is clear that …"."""
    certainty = _adjectives().get(adjective.lower_)
    above = adjective.dep_ in {"acomp", "oprd"} or adjective.head.lemma_ == "make"  # "Lee made it clear that …"
    source = subject(adjective.head if above else adjective) if certainty else None
    if certainty is not None and source is not None and source.lower_ not in _NOBODY:
        yield _cue(adjective, source, certainty)


def _cue(word: Token, source: Token | None, certainty: str) -> Cue:
    if certainty == "Negative":
        return Cue(word, source, polarity=Polarity.NEGATIVE)
    if certainty == "Unlikely":
        return Cue(word, source, Certainty.PROBABLE, Polarity.NEGATIVE)
    return Cue(word, source, Certainty(certainty))


@cache
def _nouns() -> dict[str, str]:
    listed = lexicon.table("cues")["nouns"].items()
    return {noun: certainty for certainty, nouns in listed if certainty[0].isupper() for noun in nouns}


@cache
def _adjectives() -> dict[str, str]:
    return {word: certainty for certainty, words in lexicon.table("cues")["adjectives"].items() for word in words}


def verb_source(verb: Token) -> Token | None:
    """Whoever says, thinks or feels it: "she is shocked that …", too."""
    if verb.dep_ in {"acomp", "oprd"}:
        return subject(verb.head)
    issuer = _issuer(verb)
    if issuer is not None:
        return issuer
    return _whole(clause(verb).subject if is_passive(verb) else _inverted(verb) or subject(verb))


def _issuer(verb: Token) -> Token | None:
    """ "The mayor issued a statement saying that …": it is the mayor who says so."""
    paper = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or paper.pos_ != "NOUN" or child(paper, "poss") is not None:
        return None
    verb_above = paper.head if paper.dep_ == "dobj" else paper
    issued = verb_above.lemma_ in lexicon.words("cues", "nouns", "issuing")
    return subject(verb_above) if issued else None


def _inverted(verb: Token) -> Token | None:
    """Whoever stands next to the verb, of several that the parser takes for its subject."""
    own = children(verb, "nsubj")
    return antecedent(min(own, key=lambda t: abs(t.i - verb.i))) if len(own) > 1 else None


def _whole(token: Token | None) -> Token | None:
    """The last part of a hyphenated word ("ex-wife"), which the parser took to pieces."""
    while token is not None and token.i + 2 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_:
        if token.nbor().whitespace_ or token.nbor(2).pos_ not in NOUNS:
            break
        token = token.nbor(2)
    return token


def noun_source(noun: Token) -> Token | None:
    """Whose claim, word or view it is."""
    owner = child(noun, "poss")
    named = [phrase for name in _SOURCE_PREPOSITIONS for prep, phrase in prepositions(noun) if prep == name]
    if owner is not None or named:
        return owner or named[0]
    uttered = noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.words("cues", "nouns", "uttering")
    whose = [subject(noun.head)] if uttered else children(noun, "compound")
    return next((t for t in whose if t is not None and _can_speak(t)), None)


def _can_speak(noun: Token) -> bool:
    """ "police claims", "the mayor raised fears that …"; but not "the fire raised fears that …"."""
    kind = head_kinds().get(noun.lemma_.lower())
    named = noun.ent_type_ in _SPEAKING or noun.tag_ in {"PRP", "WP"}
    return named or kind in _ABLE or noun.lemma_.lower() in lexicon.words("cues", "labels", "nouns")


def denial(noun: Token) -> Iterator[Cue]:
    """ "Dismissed reports that …": who does so denies what nobody else is named for."""
    denied = noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.words("cues", "denying", "verbs")
    if denied and noun_source(noun) is None:
        yield Cue(noun.head, verb_source(noun.head), polarity=Polarity.NEGATIVE)


def according_source(according: Token) -> Token | None:
    """What "according to" governs."""
    nested = [phrase for _, phrase in prepositions(according)] + children(according, "pobj")
    return nested[0] if nested else _after(according)


def _after(preposition: Token) -> Token | None:
    """The end of the run of nouns after "according to", where the parser saw none."""
    doc, here = preposition.doc, preposition.i + 2
    while here < len(doc) and doc[here].pos_ in {"DET", "ADJ", "NUM"}:
        here += 1
    last = None
    while here < len(doc) and not doc[here].is_punct and (doc[here].pos_ in NOUNS or last is None):
        last, here = doc[here], here + 1
    return last
