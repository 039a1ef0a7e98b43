"""Clauses in headlines, where the parser takes a verb for a part of a name: "After Oslo Backs Rival Bid"."""

from kg import lexicon
from kg.extract.syntax import VERBS, child, children
from kg.extract.words import Token, hang
from kg.gazetteer import load_gazetteer

_STOPS = frozenset({".", "!", "?"})
_OPENING = frozenset({"after", "as", "while", "since", "because", "before"})


def let_act(verb: Token) -> None:
    """ "Mayor Quits After Oslo Backs Rival Bid": a name acts right behind the conjunction, on the noun at the end."""
    if verb.lower_[-1] != "s":
        return
    thing = verb.head
    opening = thing.head if thing.dep_ == "pobj" else child(thing, "mark")
    if opening is None or opening.lower_ not in _OPENING:
        return
    unnamed = _is_unnamed_deed(verb, opening)
    if not unnamed and not _may_act(verb, opening, thing):
        return
    above = opening.head if thing.dep_ == "pobj" else thing.head
    if above.pos_ in VERBS or unnamed:
        _make_clause(verb, thing, opening, above)


def _make_clause(verb: Token, thing: Token, opening: Token, above: Token) -> None:
    actor = verb.before
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", base_of(verb) or verb.lemma_
    hang(verb, above, "advcl")
    hang(opening, verb, "mark")
    hang(actor, verb, "nsubj")
    for word in verb.doc.tokens[opening.i + 1 : actor.i]:
        hang(word, actor, "compound")
    hang(thing, verb, "dobj")


def _may_act(verb: Token, opening: Token, thing: Token) -> bool:
    """A capitalized form in "-s" between a name, all that is behind the conjunction, and a noun."""
    actor = verb.before
    named = verb.doc[opening.i + 1 : verb.i]
    alone = all(t.pos_ == "PROPN" and t.dep_ == "compound" for t in named)
    if verb.ent_type_ or not verb.text[0].isupper() or not opening.i < actor.i < verb.i < thing.i or not alone:
        return False
    known = actor.ent_type_ != "" or load_gazetteer().country(named.text) is not None
    return verb.tag_ == "VBZ" or (known and base_of(verb) is not None)


def _is_unnamed_deed(verb: Token, opening: Token) -> bool:
    """ "Dozens missing after landslide buries village": a form in "-s" right behind a bare noun."""
    actor = verb.before
    inside = actor.dep_ == "compound" and actor.tag_ == "NN" and actor.i == opening.i + 1
    return inside and verb.tag_ == "NNS" and verb.text.islower() and base_of(verb) is not None


def let_happen(verb: Token) -> None:
    """ "Dozens missing after boat sinks off Lima": behind the conjunction, a noun and its verb."""
    opening = verb.head if verb.dep_ == "pobj" else child(verb, "mark")
    actor = verb.before
    if opening is None or opening.lower_ not in _OPENING or actor.dep_ != "compound" or actor.head is not verb:
        return
    bare = actor.i == opening.i + 1 and verb.sent[-1].text not in _STOPS
    known = verb.tag_ == "VBZ" or (verb.tag_ == "NNS" and bare and _moving(verb) is not None)
    if known and not verb.ent_type_ and actor.tag_ in {"NN", "NNP", "NNS"}:
        above = opening.head if verb.dep_ == "pobj" else verb.head
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", _moving(verb) or base_of(verb) or verb.lemma_
        hang(verb, above, "advcl")
        hang(opening, verb, "mark")
        hang(actor, verb, "nsubj")
        for place in [t for t in children(above, "prep") if t.i == verb.i + 1]:
            hang(place, verb, "prep")


def _moving(verb: Token) -> str | None:
    """ "bus plunges": the verb that tells how it moves."""
    return _base_in(verb.lower_, lexicon.words("grammar", "crashing"))


def base_of(verb: Token) -> str | None:
    """The verb of which the word is the form in "-s", if it always has an object."""
    return _base_in(verb.lower_, lexicon.words("grammar", "transitive"))


def _base_in(word: str, listed: frozenset[str]) -> str | None:
    """ "buries" is of "bury", "crashes" of "crash"."""
    bases = [f"{word[: -len(end)]}{full}" for end, full in (("ies", "y"), ("s", ""), ("es", "")) if word.endswith(end)]
    return next((base for base in bases if base in listed), None)
