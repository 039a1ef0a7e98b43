"""Cues that stand beside a clause, not above it: phrases, asides, reporting clauses that the parser set apart."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.antecedents import is_person
from kg.extract.control import subject
from kg.extract.cues import Cue, according_source, noun_source, verb_cue, verb_source
from kg.extract.syntax import VERBS, child, children, object_of
from kg.extract.words import Token, once

_ASKING = frozenset({"ask", "interview", "poll", "question", "survey"})
_SOME = frozenset({"many", "some", "others", "most", "several", "those"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ADDRESSING = frozenset({"tell", "inform", "remind", "warn", "advise"})


@once
def beside(token: Token) -> tuple[Cue, ...]:
    """Cues beside the clause: "according to X", "allegedly", "…, X said" when the parser set it apart."""
    return tuple(_beside(token)) if token.children else ()


def _beside(token: Token) -> Iterator[Cue]:
    for below in token.children:
        if below.dep_ == "prep":
            yield from _phrase(below)
        elif below.lower_ in lexicon.words("cues", "adverbs", "hearsay"):
            yield Cue(below, None)
        elif below.dep_ == "nsubj":
            yield from (cue for verb in children(below, "relcl") for cue in _bridging(verb, token))
        elif below.pos_ in VERBS and below.dep_ in {"parataxis", "advcl"} and subject(below) is not None:
            yield from _apart(below)


def _apart(verb: Token) -> Iterator[Cue]:
    """ "…, X said, …" and "As X told the paper, …"; but "(a third say that they will go)" has its own content."""
    if verb.dep_ == "parataxis":
        bracketed = any(t.text == "(" for t in children(verb, "punct"))
        yield from () if bracketed and child(verb, "ccomp") is not None else verb_cue(verb)
    elif any(t.lower_ == "as" and _sets_apart(t, verb) for t in children(verb, "mark")):
        listed = list(verb_cue(verb))
        yield from listed or ([Cue(verb, verb_source(verb))] if _puts_it(verb) else [])


def _sets_apart(conjunction: Token, verb: Token) -> bool:
    """ "…, as X said" and "As X told him, …"; in "… as remains are found", "… as X announced cuts" it tells when."""
    content = child(verb, "dobj")
    if content is not None and content.tag_ != "PRP" and verb.lemma_ not in _ADDRESSING:
        return False
    return conjunction.is_sent_start or conjunction.nbor(-1).is_punct or content is not None


def _phrase(preposition: Token) -> Iterator[Cue]:
    """ "according to X", "per X", "in the words of X", "in X's view", "in a new poll"."""
    name, thing = preposition.lower_, object_of(preposition)
    if name == "according":
        yield Cue(preposition, according_source(preposition))
    elif thing is None:
        return
    elif _is_for_somebody(preposition, thing) or (_cites(preposition, thing) and _is_definite(thing)):
        yield Cue(preposition, thing)
    elif (
        name in {"in", "to", "by"}
        and thing.lemma_ in lexicon.words("cues", "phrases", "nouns")
        and (source := noun_source(thing)) is not None
    ):
        yield Cue(thing, source)


def _cites(preposition: Token, thing: Token) -> bool:
    """ "per X", "in a new poll"."""
    documents = lexicon.table("cues")["phrases"]["documents"]
    asked = preposition.head.lemma_ in _ASKING  # "those polled in the survey" tells who was asked
    return preposition.lower_ == "per" or (
        preposition.lower_ in {"in", "by"} and thing.lemma_ in documents and not asked
    )


def _is_for_somebody(preposition: Token, thing: Token) -> bool:
    """ "For Lee, the law was a mistake": what it is, it is in somebody's view."""
    verb = preposition.head
    if preposition.lower_ not in {"for", "to"} or verb.lemma_ != "be" or thing.i > verb.i:
        return False
    somebody = is_person(thing) or (thing.tag_ == "PRP" and thing.lower_ != "it") or thing.lower_ in _SOME
    own = child(verb, "nsubj")
    opens = own is not None and preposition.i < own.i and own.nbor(-1 - (own.i - own.left_edge.i)).text == ","
    return opens and somebody and child(verb, "attr", "acomp") is not None


def _is_definite(thing: Token) -> bool:
    one = any(t.lower_ == "one" for t in children(thing, "nummod"))
    return thing.pos_ == "PROPN" or one or child(thing, "det", "poss") is not None


def _bridging(saying: Token, verb: Token) -> Iterator[Cue]:
    """ "The man whom police say attacked Lee was held": the parser takes the two verbs for neighbours only."""
    if saying.i + 1 == verb.i and verb.tag_ in _FINITE and saying.lemma_ in lexicon.words("cues", "bridging", "verbs"):
        yield from verb_cue(saying)


def _puts_it(verb: Token) -> bool:
    return verb.lemma_ == "put" and any(t.lower_ == "it" for t in children(verb, "dobj"))
