"""Clauses in headlines, where the parser takes a verb for a part of a name: "After Oslo Backs Rival Bid"."""

from kg import lexicon
from kg.extract.syntax import VERBS, child
from kg.extract.words import Token, hang
from kg.gazetteer import load_gazetteer

_OPENING = frozenset({"after", "as", "while", "since", "because", "before"})


def let_act(verb: Token) -> None:
    """ "Mayor Quits After Oslo Backs Rival Bid": a name acts right behind the conjunction, on the noun at the end."""
    if verb.lower_[-1] != "s":
        return
    thing = verb.head
    opening = thing.head if thing.dep_ == "pobj" else child(thing, "mark")
    if opening is None or opening.lower_ not in _OPENING or not _may_act(verb, opening, thing):
        return
    above = opening.head if thing.dep_ == "pobj" else thing.head
    if above.pos_ in VERBS:
        _make_clause(verb, thing, opening, above)


def _make_clause(verb: Token, thing: Token, opening: Token, above: Token) -> None:
    actor = verb.doc[verb.i - 1]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", base_of(verb) or verb.lemma_
    hang(verb, above, "advcl")
    hang(opening, verb, "mark")
    hang(actor, verb, "nsubj")
    for word in verb.doc.tokens[opening.i + 1 : actor.i]:
        hang(word, actor, "compound")
    hang(thing, verb, "dobj")


def _may_act(verb: Token, opening: Token, thing: Token) -> bool:
    """A capitalized form in "-s" between a name, all that is behind the conjunction, and a noun."""
    actor = verb.doc[verb.i - 1]
    named = verb.doc[opening.i + 1 : verb.i]
    alone = all(t.pos_ == "PROPN" and t.dep_ == "compound" for t in named)
    if verb.ent_type_ or not verb.text[0].isupper() or not opening.i < actor.i < verb.i < thing.i or not alone:
        return False
    known = actor.ent_type_ != "" or load_gazetteer().country(named.text) is not None
    return verb.tag_ == "VBZ" or (known and base_of(verb) is not None)


def base_of(verb: Token) -> str | None:
    """The verb of which the word is the form in "-s", if it always has an object."""
    word = verb.lower_
    listed = lexicon.words("grammar", "transitive")
    return next((base for end in ("s", "es") if (base := word.removesuffix(end)) != word and base in listed), None)
